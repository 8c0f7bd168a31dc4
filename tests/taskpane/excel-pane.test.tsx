/** @jest-environment jsdom */
import './browser';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { leftTyping } from '../../taskpane/pane/typing';
import { startPane } from '../../taskpane/start-excel';
import { installExcel } from '../excel-host/client';
import { installMachine, type Machine } from '../excel-host/downloads';
import { ExcelHost } from '../excel-host/host';
import { clean } from '../kit/index';

const patient = { timeout: 60_000 };
// The pane renders itself, as in Excel; nothing here waits for React.
beforeEach(() => Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false }));

/** A workbook of few forms in Excel. */
function excel(): ExcelHost {
  const whole = clean();
  return new ExcelHost({ ...whole, sheets: whole.sheets.slice(0, 4) }, { api: '1.14' });
}

/** The pane as Excel starts it, on a machine of this kind. */
async function paneOn(platform: 'PC' | 'Mac', host = excel()): Promise<Machine> {
  document.body.innerHTML = '<div id="root"></div>';
  const { Office } = installExcel(host) as { Office: { context: object } };
  Object.assign(Office, { PlatformType: { PC: 'PC', Mac: 'Mac' } });
  Object.assign(Office.context, { platform });
  const machine = installMachine(platform);
  startPane();
  await screen.findByRole('button', { name: /^生成说明/ }, patient);
  await waitFor(() => expect(document.querySelector('#panel-report:not([data-work])')).not.toBeNull(), patient);
  return machine;
}

/** What stands on 补充信息. */
const storedIn = (host: ExcelHost): readonly unknown[] => [...(host.book.find('补充信息')?.cells.values() ?? [])].map(({ value }) => value);

/** 保存文本 .txt from the menu; the bar with what comes next. */
async function saveText(): Promise<void> {
  fireEvent.click(await screen.findByRole('button', { name: /^更多/ }));
  fireEvent.click(await screen.findByRole('menuitem', { name: '保存文本 .txt' }, patient));
}

test('on Windows the file is prepared first, saved by the second click, and what was saved is said', async () => {
  const machine = await paneOn('PC');
  await saveText();
  const save = await screen.findByRole('button', { name: '保存到本机' }, patient);
  expect(machine.disk).toEqual([]);
  fireEvent.click(save);
  await screen.findByText(/^“.*\.txt”已交给下载/, {}, patient);
  expect(machine.disk).toEqual([expect.stringMatching(/年度决算情况说明\.txt$/)]);
});

test('on a Mac, where a download does nothing, no file is promised: the text is copied with its headings', async () => {
  const machine = await paneOn('Mac');
  await saveText();
  fireEvent.click(await screen.findByRole('button', { name: '复制带格式的全文' }, patient));
  await screen.findByText('全文已复制，请到 Word 里粘贴。', {}, patient);
  expect(machine.clipboard.get('text/html')).toMatch(/^<h1[^>]*>.*年度.*<\/h1>.*<h2>一、/);
  expect(screen.queryByText(/已交给下载|已保存/)).toBeNull();
  expect(machine.disk).toEqual([]);
});

test('a pane that may not copy says so, with another way', async () => {
  const machine = await paneOn('Mac');
  machine.clipboardRefused = true;
  await saveText();
  fireEvent.click(await screen.findByRole('button', { name: '复制带格式的全文' }, patient));
  await waitFor(() => expect(document.body.textContent).toMatch(/没有复制成功.*“情况说明”表里复制/), patient);
  expect(screen.queryByText(/已复制/)).toBeNull();
});

test('a button of the ribbon replaces the page: what was typed a moment ago is there in the next one, and on 补充信息', async () => {
  const host = excel();
  await paneOn('PC', host);
  const fields = (): readonly Element[] => [...document.querySelectorAll('[data-blank] input')];
  await waitFor(() => expect(fields()).not.toEqual([]), patient);
  const before = fields().length;
  fireEvent.change(fields()[0]!, { target: { value: '1234567.89' } });
  fireEvent.blur(fields()[0]!);
  await waitFor(() => expect(fields().length).toBe(before - 1), patient);
  // The page goes: Excel takes in the request that is under way, and no answer arrives any more.
  const answer = host.answerMessage.bind(host);
  host.answerMessage = (message) => {
    answer(message);
    return new Promise(() => undefined) as never;
  };
  window.dispatchEvent(new Event('pagehide'));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(host.book.sheets.some(({ name }) => name === '补充信息')).toBe(false);

  await paneOn('PC', new ExcelHost(host.book, { api: '1.14' }));
  await waitFor(() => expect(fields().length).toBe(before - 1), patient);
  await waitFor(() => expect(storedIn(host)).toContain(1234567.89), patient);
});

test('the page is replaced while a field is being typed into: the words stand in the field of the next one, and are stored when it is left', async () => {
  const host = excel();
  await paneOn('PC', host);
  const field = (): HTMLInputElement => document.querySelector<HTMLInputElement>('[data-blank] input')!;
  await waitFor(() => expect(field()).not.toBeNull(), patient);
  fireEvent.change(field(), { target: { value: '7654321.09' } });
  const key = field().closest('[data-blank]')!.getAttribute('data-blank');
  window.dispatchEvent(new Event('pagehide'));
  const file = localStorage.key(0)!.replace('juesuan.typed/', '');

  await paneOn('PC', host);
  await waitFor(() => expect(document.querySelector<HTMLInputElement>(`[data-blank="${key}"] input`)?.value).toBe('7654321.09'), patient);
  expect(leftTyping(file, key!)).toBe('7654321.09');
  fireEvent.blur(document.querySelector(`[data-blank="${key}"] input`)!);
  await waitFor(() => expect(storedIn(host)).toContain(7654321.09), patient);
  // Given out once: a field of this key that appears later shows what is stored.
  expect(leftTyping(file, key!)).toBeUndefined();
});

/** The pane is closed or covered: the page is hidden, and a closed one is never told more. */
function hide(): void {
  Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
  Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
}

test('the pane is closed while a field is being typed into: its words stand there when it is opened again; nothing is kept where nothing is typed', async () => {
  const host = excel();
  await paneOn('PC', host);
  const field = (): HTMLInputElement => document.querySelector<HTMLInputElement>('[data-blank] input')!;
  await waitFor(() => expect(field()).not.toBeNull(), patient);
  hide();
  expect(localStorage).toHaveLength(0);
  fireEvent.change(field(), { target: { value: '31.50' } });
  hide();
  expect(localStorage.getItem(localStorage.key(0)!)).toContain('31.50');
  // Taken back while the pane is in view again.
  fireEvent.change(field(), { target: { value: '' } });
  expect(localStorage).toHaveLength(0);
  fireEvent.change(field(), { target: { value: '32.50' } });
  hide();
  // A closed pane ends its session.
  sessionStorage.clear();

  await paneOn('PC', host);
  await waitFor(() => expect(field()?.value).toBe('32.50'), patient);
  expect(localStorage).toHaveLength(0);
  fireEvent.change(field(), { target: { value: '' } });
});

test('生成说明 of the ribbon replaces the page while a field is being typed into: the report is written with what was typed', async () => {
  const host = excel();
  await paneOn('PC', host);
  const field = (): HTMLInputElement => document.querySelector<HTMLInputElement>('[data-blank] input')!;
  await waitFor(() => expect(field()).not.toBeNull(), patient);
  fireEvent.change(field(), { target: { value: '7654321.09' } });
  window.dispatchEvent(new Event('pagehide'));

  window.history.pushState({}, '', '/?action=generate');
  await paneOn('PC', host);
  await screen.findByText(/已生成“情况说明”/, {}, patient);
  window.history.pushState({}, '', '/');
  expect(storedIn(host)).toContain(7654321.09);
});

test('… also a list with a line for each name', async () => {
  const host = excel();
  await paneOn('PC', host);
  fireEvent.click(document.querySelector('[data-section="S10"]')!);
  const list = await waitFor(() => document.querySelector('[data-blank="performance.projects"] textarea')!, patient);
  fireEvent.change(list, { target: { value: '甲项目\n乙项目' } });
  window.dispatchEvent(new Event('pagehide'));

  window.history.pushState({}, '', '/?action=generate');
  await paneOn('PC', host);
  await screen.findByText(/已生成“情况说明”/, {}, patient);
  window.history.pushState({}, '', '/');
  expect(storedIn(host)).toEqual(expect.arrayContaining(['甲项目', '乙项目']));
});

test('the proof in a real Excel: every step is done once, its words and the answers of 环境自检 stand where the script looks', async () => {
  window.history.pushState({}, '', '/?action=prove');
  document.body.innerHTML = '<div id="root"></div>';
  const host = excel();
  const { Office } = installExcel(host) as { Office: { context: object } };
  Object.assign(Office, { PlatformType: { PC: 'PC', Mac: 'Mac' } });
  Object.assign(Office.context, { platform: 'PC' });
  startPane();
  await waitFor(() => expect(host.book.find('自检结果')?.get('B1')?.value).toBe('完成'), patient);
  window.history.pushState({}, '', '/');
  const json = String(host.book.sheet('自检结果').get('A1')!.value);
  const { answers, steps } = JSON.parse(json) as {
    answers: readonly { code?: string }[];
    steps: readonly { step: string; said: string }[];
  };
  expect(answers.filter(({ code }) => code !== undefined)).toEqual([]);
  expect(steps.map(({ step }) => step)).toEqual(['打开', '标出', '生成说明', '重新生成说明', '清除标记']);
  expect(steps.map(({ said }) => said).slice(2)).toEqual([
    '已生成“情况说明”。',
    '已生成“情况说明”。',
    expect.stringContaining('标记已全部清除') as string,
  ]);
  expect(host.book.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(['情况说明', '数据溯源', '核对结果', '补充信息']));
});

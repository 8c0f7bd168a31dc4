/** @jest-environment jsdom */
import './browser';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { toDocx } from '../../src/adapters/docx/docx';
import { annexes } from '../../src/narrative/annexes/annexes';
import { readWord } from '../../src/ooxml/word/file';
import { product } from '../../src/product/index';
import { Panel } from '../../taskpane/tasks/roll/Panel';
import type { Door } from '../../taskpane/ui/context';
import { buildYears, cleanYears, units } from '../kit/index';
import { Desk } from './desk';
import { plainDoor, show } from './shown';

jest.setTimeout(60_000);
afterEach(cleanup);

const { now, before } = cleanYears();
const [profile] = product.profiles;

async function lastYear(): Promise<Uint8Array> {
  const last = await product.open({ workbook: { ...before, role: '本年' }, profile });
  const report = await product.report(last, { date: '2025-08-12' });
  return toDocx(report.published, { annexes: annexes(last.checked.years.now, profile.budget) });
}

const saved: { name: string; bytes: Uint8Array }[] = [];

async function shown(): Promise<Desk> {
  const desk = new Desk(now);
  // A file is saved at once, as in the 离线工作台.
  Object.assign(desk.host, { can: { ...desk.host.can, editableByUser: false } });
  const door: Door = {
    ...plainDoor,
    openBook: () => Promise.resolve(before),
  };
  await desk.open();
  await show(desk, <Panel active />, door);
  return desk;
}

/** Presses a button that asks for a file, and gives it one. */
async function give(button: string, name: string, bytes: Uint8Array): Promise<void> {
  fireEvent.click(screen.getByRole('button', { name: button }));
  const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
  const file = { name, arrayBuffer: () => Promise.resolve(bytes.slice().buffer) };
  Object.defineProperty(input, 'files', { value: [file] });
  await act(async () => {
    fireEvent.change(input);
    await Promise.resolve();
  });
}

async function rolled(): Promise<Desk> {
  const desk = await shown();
  await give('选择上年的决算报表', '上年.xlsx', new Uint8Array([1]));
  await waitFor(() => expect(desk.session.state().prior?.file).toBe(before.file));
  await give('选择上年的情况说明', '2023年说明.docx', await lastYear());
  await screen.findByText('2023年说明.docx');
  fireEvent.click(screen.getByRole('button', { name: '改成本年' }));
  await screen.findByRole('button', { name: '保存改好的文档' }, { timeout: 20_000 });
  return desk;
}

const save = async (): Promise<readonly string[]> => {
  saved.length = 0;
  const blobs: Blob[] = [];
  Object.assign(URL, {
    createObjectURL: (blob: Blob) => {
      blobs.push(blob);
      return 'blob:x';
    },
    revokeObjectURL: () => undefined,
  });
  fireEvent.click(screen.getByRole('button', { name: '保存改好的文档' }));
  await waitFor(() => expect(blobs).toHaveLength(1));
  const bytes = await new Promise<ArrayBuffer>((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.readAsArrayBuffer(blobs[0]!);
  });
  return readWord(new Uint8Array(bytes)).document.paragraphs.map(({ text }) => text);
};

describe('承上年 in the pane', () => {
  test('counts, old and new words, and a change that is kept out stays as last year’s in the saved file', async () => {
    const desk = await rolled();
    const results = screen.getByRole('region', { name: '改写结果' });
    const count = (): RegExpExecArray => /共 (\d+) 个数，已更新 (\d+)，待核 (\d+)/.exec(within(results).getByRole('status').textContent!)!;
    const [, all, done, open] = count().map(Number);
    expect(done! + open!).toBe(all);
    expect(within(results).getByText(/上年的数取自上年工作簿/)).toBeTruthy();

    const card = [...results.querySelectorAll<HTMLElement>('[data-roll]')].find((one) => /总计均为/.test(one.textContent!))!;
    const [old, fresh] = [card.querySelector('del')!.textContent!, card.querySelector('ins')!.textContent!];
    expect([old, fresh]).toEqual(['2023年', '2024年'].map((year) => expect.stringContaining(year.slice(0, 4)) as string));
    fireEvent.click(within(card).getByRole('button', { name: /^整段保留上年/ }));
    expect(Number(count()[3])).toBeGreaterThan(open!);
    const texts = await save();
    expect(texts.filter((text) => /总计均为/.test(text))[0]).toMatch(/^2023年度/);

    fireEvent.click(within(card).getByRole('button', { name: /^整段改为本年/ }));
    expect(Number(count()[3])).toBe(open);
    expect((await save()).filter((text) => /总计均为/.test(text))[0]).toMatch(/^2024年度/);
    expect(desk.session.state().problem).toBeUndefined();
  });

  test('a figure leads to its cell; F8 walks through what waits; the arrows go from card to card', async () => {
    const desk = await rolled();
    const results = screen.getByRole('region', { name: '改写结果' });
    fireEvent.click(within(results).getAllByRole('button', { name: /^定位到 财决/ })[0]!);
    await waitFor(() => expect(desk.host.state().selected).toBeDefined());
    const first = results.querySelector<HTMLElement>('[data-roll]')!;
    first.focus();
    fireEvent.keyDown(first, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(first.nextElementSibling);
    fireEvent.keyDown(document, { key: 'F8' });
    await waitFor(() => expect(document.activeElement?.hasAttribute('data-open')).toBe(true));
  });

  test('the unit’s own profile is learned, shown, and written with; the next opening knows it', async () => {
    const desk = await rolled();
    fireEvent.click(screen.getByRole('button', { name: /学成本单位的口径/ }));
    fireEvent.click(screen.getByRole('button', { name: '学一学' }));
    const shown = await screen.findByRole('group', { name: '学到的口径' }, { timeout: 20_000 });
    expect(shown.textContent).toMatch(/最接近的口径四川（2024年度格式）.*没有学到 0 句/);
    fireEvent.click(within(shown).getByRole('button', { name: '用它生成说明' }));
    await waitFor(() => expect(desk.session.state().profile?.id).toBe('own-2023'));
    await act(() => desk.session.open());
    expect(desk.session.state().profile?.id).toBe('own-2023');
    expect(desk.session.state().own?.name).toMatch(/自己的写法（2023年度）$/);
    // Where the machine remembers and not the workbook: the workbook of another unit is not written in this one's manner.
    desk.workbook = buildYears({ ...units.withFund, name: '青川示例区另一单位' }).now;
    await act(() => desk.session.open());
    expect(desk.session.state().checked?.report.unit).toBe('青川示例区另一单位');
    expect(desk.session.state().profile?.id).toBe(profile.id);
    expect(desk.session.state().own).toBeDefined();
  });

  test('a document that cannot be used is refused with what to do, and the one before stays', async () => {
    await rolled();
    await give('更换上年的情况说明', '坏.docx', new TextEncoder().encode('%PDF-1.7'));
    expect(await screen.findByText(/坏\.docx：这是 PDF 文件/)).toBeTruthy();
    expect(screen.getByText('2023年说明.docx')).toBeTruthy();
  });
});

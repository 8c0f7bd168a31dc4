/** @jest-environment jsdom */
import './browser';
import { act, cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { toText } from '../../src/adapters/text/text';
import { toDocx } from '../../src/adapters/docx/docx';
import { ownSheets } from '../../src/kernel/own-sheets';
import type { SheetPicture } from '../../src/sheets/picture/picture';
import { readZip } from '../../src/ooxml/zip-read';
import { readWord } from '../../src/ooxml/word/file';
import { Panel } from '../../taskpane/tasks/proof/Panel';
import { chooseTexts } from '../../taskpane/tasks/proof/files';
import { saveFile } from '../../taskpane/ui/save';
import { clean } from '../kit/index';
import { Desk } from './desk';
import { idle, show } from './shown';

jest.mock('../../taskpane/tasks/proof/files');
jest.mock('../../taskpane/ui/save', () => ({ ...jest.requireActual<object>('../../taskpane/ui/save'), saveFile: jest.fn() }));
jest.setTimeout(180_000);
// A loaded machine is no failure.
configure({ asyncUtilTimeout: 60_000 });
afterEach(cleanup);

const fileOf = (name: string, bytes: Uint8Array): File =>
  Object.assign(new File([], name), { arrayBuffer: () => Promise.resolve(bytes.slice().buffer) });
const textFile = (name: string, text: string): File => fileOf(name, new TextEncoder().encode(text));
const choose = (...files: readonly File[]): void => void jest.mocked(chooseTexts).mockResolvedValueOnce(files);

async function panel(desk = new Desk(clean()), open = true): Promise<Desk> {
  if (open) await desk.open();
  await show(desk, <Panel active />);
  return desk;
}
/** As a user presses: once the button takes it, not while the pane is at work. */
const press = async (name: string | RegExp): Promise<void> => {
  await waitFor(() => {
    const button = screen.getByRole('button', { name });
    expect(button).toHaveProperty('disabled', false);
    fireEvent.click(button);
  });
  await act(() => Promise.resolve());
};

/** The unit's own text with its total spoiled. */
async function spoiled(
  desk: Desk,
): Promise<{ readonly good: string; readonly bad: string; readonly total: string; readonly wrong: string }> {
  const good = toText(await act(() => desk.session.published()));
  const total = /收、支总计均为([\d.]+)万元/.exec(good)![1]!;
  const wrong = `${Number(total[0]) === 9 ? 8 : Number(total[0]) + 1}${total.slice(1)}`;
  return { good, total, wrong, bad: good.replace(`总计均为${total}`, `总计均为${wrong}`) };
}

test('a text file beside the workbook: the wrong figure is red, F8 leads to it, its cell is one click away', async () => {
  const desk = await panel();
  const { bad, wrong, total } = await spoiled(desk);
  choose(textFile('说明.txt', bad));
  await press('选择 Word 或文本文件');
  const figure = await screen.findByRole('button', { name: new RegExp(`^${wrong}万元，错误`) });
  expect(figure.getAttribute('data-status')).toBe('contradicted');
  expect(document.querySelectorAll('[data-status="confirmed"]').length).toBeGreaterThan(20);
  fireEvent.keyDown(document, { key: 'F8' });
  await waitFor(() => expect(document.activeElement?.getAttribute('data-words')).toBe('0'));
  const note = await screen.findByRole('group', { name: /^意见/ });
  expect(note.textContent).toContain(`应为${total}万元`);
  fireEvent.click(within(note).getByRole('button', { name: /^财决01表 [A-Z]+\d+$/ }));
  await waitFor(() => expect(desk.host.state().selected?.sheet).toMatch(/Z01/));
});

test('a suggestion that was taken goes into the saved copy of the text', async () => {
  const desk = await panel();
  const { bad, good } = await spoiled(desk);
  choose(textFile('说明.txt', bad));
  await press('选择 Word 或文本文件');
  await screen.findByText('说明.txt');
  await press('下一处（F8）');
  await press('采用建议');
  await press(/^更多/);
  fireEvent.click(await screen.findByRole('menuitem', { name: '保存采用建议后的文本 .txt' }));
  fireEvent.click(await screen.findByRole('button', { name: '保存到本机' }));
  await waitFor(() => expect(saveFile).toHaveBeenCalled());
  const [name, bytes] = jest.mocked(saveFile).mock.lastCall!;
  expect(name).toBe('说明-校对.txt');
  const lines = (text: string): readonly string[] => text.split('\n').filter((line) => line.trim() !== '');
  expect(lines(new TextDecoder().decode(bytes))).toEqual(lines(good));
});

test('a Word file is saved with a comment at the words and the suggestion as a tracked change', async () => {
  const desk = await panel();
  const { wrong, total } = await spoiled(desk);
  const published = await act(() => desk.session.published());
  const bytes = await toDocx(published);
  const word = readWord(bytes);
  const paragraph = word.document.paragraphs.find(({ text }) => text.includes(`总计均为${total}`))!;
  const { editWord } = jest.requireActual<typeof import('../../src/ooxml/word/write')>('../../src/ooxml/word/write');
  const at = paragraph.text.indexOf(total);
  const edit = { kind: 'replace' as const, paragraph: paragraph.index, start: at, end: at + total.length, text: wrong };
  choose(fileOf('说明.docx', editWord(word, [edit], { author: '某人', date: '2025-01-01T00:00:00Z' })));
  await press('选择 Word 或文本文件');
  await screen.findByText('说明.docx');
  await press('下一处（F8）');
  await press('采用建议');
  await press(/^更多/);
  fireEvent.click(await screen.findByRole('menuitem', { name: '保存带批注的 Word 文档 .docx' }));
  fireEvent.click(await screen.findByRole('button', { name: '保存到本机' }));
  await waitFor(() => expect(jest.mocked(saveFile).mock.lastCall![0]).toBe('说明-校对.docx'));
  const saved = readWord(jest.mocked(saveFile).mock.lastCall![1]);
  expect(saved.document.comments.map(({ text }) => text).join('\n')).toMatch(new RegExp(`应为${total}万元.*依据：本年“Z01.*建议：`));
  expect(saved.document.paragraphs.some(({ text }) => text.includes(`总计均为${total}万元`))).toBe(true);
});

test('what is kept with a reason stays kept until its words change', async () => {
  const desk = await panel();
  const { bad } = await spoiled(desk);
  choose(textFile('说明.txt', bad));
  await press('选择 Word 或文本文件');
  await screen.findByText('说明.txt');
  await press('下一处（F8）');
  await press('保留原文…');
  fireEvent.change(screen.getByRole('textbox', { name: '保留原文的理由' }), { target: { value: '按主管部门要求' } });
  fireEvent.submit(screen.getByRole('textbox', { name: '保留原文的理由' }).closest('form')!);
  await screen.findByText(/已核实：按主管部门要求/);
  await idle(desk);
  expect(desk.session.state().checked!.asides.map(({ rule }) => rule)).toEqual(['P-CELL']);
  await press('‹ 清单');
  choose(textFile('再来.txt', bad));
  await press('选择 Word 或文本文件');
  await screen.findByText('再来.txt');
  expect(document.querySelector('[data-counts]')!.textContent).toContain('已处理 1');
  await press('‹ 清单');
  // Another word in the same sentence: the words themselves are as they were.
  choose(textFile('改过.txt', bad.replace('2024年度收、支总计', '2024年收、支总计')));
  await press('选择 Word 或文本文件');
  await screen.findByText('改过.txt');
  expect(document.querySelector('[data-counts]')!.textContent).not.toContain('已处理');
});

test('the sheet 情况说明 as edited by hand: a suggestion is written into it, kept as a person’s words, and undone', async () => {
  const desk = new Desk(clean());
  await panel(desk);
  await act(() => desk.session.generate());
  const { good, total, wrong } = await spoiled(desk);
  const line = good.split('\n').find((one) => one.includes(`总计均为${total}`))!;
  await act(() => desk.session.reword('S01.1', line.trim().replace(total, wrong)));
  await press('校对“情况说明”表');
  await screen.findByRole('button', { name: new RegExp(`^${wrong}万元，错误`) });
  await press(/^更多/);
  fireEvent.click(await screen.findByRole('menuitem', { name: '写入“核对结果”表' }));
  await idle(desk);
  const findings = (): string => JSON.stringify((desk.host.sheet(ownSheets.findings) as SheetPicture).cells);
  expect(findings()).toContain('情况说明的文字校对');
  expect(findings()).toContain('P-CELL');
  await press('下一处（F8）');
  await press('采用建议');
  await idle(desk);
  await waitFor(() => expect(screen.queryByRole('button', { name: new RegExp(`^${wrong}万元`) })).toBeNull());
  expect(findings()).not.toContain('P-CELL');
  await press('撤销改动');
  await screen.findByRole('button', { name: new RegExp(`^${wrong}万元，错误`) });
  expect(desk.session.state().kept?.edited.size).toBe(1);
});

test('many files at once: a list with counts; one that cannot be read says why; another unit is not held against this workbook', async () => {
  const desk = await panel();
  const { bad, good } = await spoiled(desk);
  const foreign = good.split(desk.session.state().checked!.report.unit).join('某县水利技术服务中心');
  choose(textFile('甲.txt', bad), fileOf('乙.pdf', new TextEncoder().encode('%PDF-1.7')), textFile('丙.txt', foreign));
  await press('选择 Word 或文本文件');
  await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(3));
  await idle(desk);
  const lines = screen.getAllByRole('listitem');
  expect(lines.map((line) => line.getAttribute('data-text'))).toEqual(['甲.txt', '乙.pdf', '丙.txt']);
  expect(lines[0]!.textContent).toMatch(/● 错误 1.*已核对 \d+\/\d+/);
  expect(within(lines[1]!).getByRole('alert').textContent).toContain('PDF');
  await press('全部保存 .zip');
  fireEvent.click(await screen.findByRole('button', { name: '保存到本机' }));
  await waitFor(() => expect(jest.mocked(saveFile).mock.lastCall![0]).toBe('校对.zip'));
  const archive = readZip(jest.mocked(saveFile).mock.lastCall![1]);
  expect(archive.map(({ name }) => name)).toEqual(['proof.json']);
  fireEvent.click(within(lines[2]!).getByRole('button', { name: '丙.txt' }));
  expect(await screen.findByText(/^文稿的年度或单位与前面的工作簿不同，没有用它/)).toBeTruthy();
});

test('a note on words that are still to be filled in quotes them once', async () => {
  await panel(new Desk(clean()), false);
  choose(textFile('说明.txt', '主要原因是【待补充：减少的原因】。'));
  await press('选择 Word 或文本文件');
  await screen.findByText('说明.txt');
  expect(screen.getByText(/^没有用工作簿/)).toBeTruthy();
  await press('下一处（F8）');
  const note = await screen.findByRole('group', { name: /^意见/ });
  expect(note.textContent!.split('减少的原因')).toHaveLength(2);
});

test('without a workbook what is kept is remembered on the machine, for the next time too', async () => {
  const desk = await panel(new Desk(clean()), false);
  const text = '一、收入支出决算总体情况说明\n2024年度收、支总计均为730.39万元。与2023年度相比，收、支总计各减少10万元，下降5.25%。';
  choose(textFile('说明.txt', text));
  await press('选择 Word 或文本文件');
  await screen.findByText('说明.txt');
  expect(screen.getByText(/只核对文字自身/)).toBeTruthy();
  await press('下一处（F8）');
  await press('保留原文…');
  fireEvent.change(screen.getByRole('textbox', { name: '保留原文的理由' }), { target: { value: '另有口径' } });
  fireEvent.submit(screen.getByRole('textbox', { name: '保留原文的理由' }).closest('form')!);
  await screen.findByText(/已核实：另有口径/);
  cleanup();
  await show(desk, <Panel active />);
  choose(textFile('说明.txt', text));
  await press('选择 Word 或文本文件');
  await screen.findByText('说明.txt');
  expect(document.querySelector('[data-counts]')!.textContent).toContain('已处理 1');
});

test('数字锁定: the same figures in other words are proved, a changed figure is shown before and after', async () => {
  const desk = await panel(new Desk(clean()), false);
  await press('数字锁定');
  const before = '2024年度收、支总计均为730.39万元，比上年减少10万元。';
  choose(textFile('前.txt', before));
  await press('选择改前的文件…');
  choose(textFile('后.txt', before.replace('均为', '都是')));
  await press('选择改后的文件…');
  await press('比较');
  expect((await screen.findByText(/全部没有改变/)).textContent).toContain('✓');
  choose(textFile('错.txt', before.replace('730.39', '703.39')));
  await press('选择改后的文件…');
  await press('比较');
  await screen.findByText(/1 处不同/);
  const change = document.querySelector('[data-change="changed"]')!;
  expect(change.textContent).toMatch(/改前.*730\.39万元.*改后.*703\.39万元/);
  await idle(desk);
});

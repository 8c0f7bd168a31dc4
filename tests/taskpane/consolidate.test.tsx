/** @jest-environment jsdom */
import './browser';
import { act, cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { openWorkbook } from '../../src/adapters/file/open';
import type { Workbook } from '../../src/kernel/workbook';
import { UserError } from '../../src/kernel/errors';
import { Panel } from '../../taskpane/tasks/consolidate/Panel';
import type { Door } from '../../taskpane/ui/context';
import { bookOfShare, shareOf, wholeOf } from '../kit/department';
import { cellOf, units as presets } from '../kit/index';
import { Desk } from './desk';
import { plainDoor, show } from './shown';

jest.setTimeout(60_000);
// A busy machine takes longer than a second to read and compare.
configure({ asyncUtilTimeout: 20_000 });
afterEach(cleanup);

const NAME = '青川示例区综合局';
const shares = [presets.onlyGeneral, presets.withFund, presets.institution].map(shareOf);
const books = new Map<string, Workbook>(shares.map((share) => [`${share.unit.name}.xlsx`, bookOfShare(share)]));

async function shown(whole: Workbook): Promise<Desk> {
  const desk = new Desk(whole);
  // A file is saved at once, as in the 离线工作台.
  Object.assign(desk.host, { can: { ...desk.host.can, editableByUser: false } });
  const door: Door = {
    ...plainDoor,
    openBook: (file) => {
      const found = books.get(file.name);
      return found
        ? Promise.resolve(found)
        : Promise.reject(new UserError({ code: 'damaged' }, `${file.name}：文件已损坏，无法读取。`, { file: file.name }));
    },
  };
  await desk.open();
  await show(desk, <Panel />, door);
  return desk;
}

async function drop(...names: readonly string[]): Promise<void> {
  await act(async () => {
    fireEvent.drop(screen.getByRole('region', { name: '汇总表和各单位' }), { dataTransfer: { files: names.map((name) => ({ name })) } });
    await Promise.resolve();
  });
}

async function compared(whole: Workbook): Promise<Desk> {
  const desk = await shown(whole);
  await drop(...books.keys());
  await screen.findByText('已读取 3 份');
  fireEvent.click(await screen.findByRole('button', { name: '与各单位比较' }));
  await screen.findByRole('region', { name: '汇总核对结果' }, { timeout: 20_000 });
  return desk;
}

/** The bytes that a button hands to the user. */
async function savedBy(name: string): Promise<Uint8Array> {
  const blobs: Blob[] = [];
  Object.assign(URL, { createObjectURL: (blob: Blob) => (blobs.push(blob), 'blob:x'), revokeObjectURL: () => undefined });
  fireEvent.click(await screen.findByRole('button', { name }));
  await waitFor(() => expect(blobs).toHaveLength(1));
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer));
    reader.readAsArrayBuffer(blobs[0]!);
  });
}

test('a 汇总 that is the sum of its units says so', async () => {
  await compared(wholeOf(NAME, shares));
  expect(within(screen.getByRole('region', { name: '汇总核对结果' })).getByRole('status').textContent).toBe('汇总表等于各单位合计。');
});

test('a unit that was left out is named, and its first cell is one click away', async () => {
  const whole = wholeOf(NAME, shares.slice(1));
  const desk = await compared(whole);
  const results = within(screen.getByRole('region', { name: '汇总核对结果' }));
  expect(results.getByText(`“${shares[0]!.unit.name}”没有汇入`)).toBeTruthy();
  const { a1, sheet } = cellOf(whole, 'Z01', '总计', '决算数');
  const went: unknown[] = [];
  Object.assign(desk.host.navigator, { select: (at: unknown) => Promise.resolve(went.push(at)) });
  fireEvent.click(results.getByRole('button', { name: `财决01表 ${a1}` }));
  await waitFor(() => expect(went).toMatchObject([{ sheet, a1 }]));
});

test('a file that counts for no unit is told above the cells that differ', async () => {
  const whole = wholeOf(NAME, shares.slice(0, 2));
  books.set('汇总表.xlsx', whole);
  await shown(whole);
  await drop(...books.keys());
  books.delete('汇总表.xlsx');
  fireEvent.click(await screen.findByRole('button', { name: '与各单位比较' }));
  const results = await screen.findByRole('region', { name: '汇总核对结果' }, { timeout: 20_000 });
  const told = within(results).getByText(/^没有采用 /);
  expect(told.compareDocumentPosition(within(results).getAllByRole('listitem')[0]!)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});

test('what was found is saved as the words of the command line, every cell of it', async () => {
  const desk = await compared(wholeOf(NAME, shares.slice(1)));
  const text = new TextDecoder().decode(await savedBy('保存核对结果'));
  expect(text).toMatch(new RegExp(`1\\. “${shares[0]!.unit.name}”没有汇入`));
  // Beyond the dozen cells that a screen of the command line lists.
  const cells = Number(/不等 (\d+)/.exec(text)![1]);
  expect(cells).toBeGreaterThan(100);
  expect(text.split('\n').filter((line) => line.startsWith('   · '))).toHaveLength(cells);
  await waitFor(() => expect(desk.session.state().notice).toContain(`${NAME}-汇总核对.txt`));
});

test('a file that cannot be used is told and stops no other; the 汇总 made from the units reads back', async () => {
  await shown(wholeOf(NAME, shares));
  await drop('坏.xlsx', ...books.keys());
  await screen.findByText('已读取 3 份，1 份不能用');
  expect(screen.getByText('坏.xlsx：文件已损坏，无法读取。')).toBeTruthy();
  const { sheets } = openWorkbook(await savedBy('由各单位生成汇总表'), '汇总.xlsx', '本年');
  expect(sheets[0]!.name).toBe('汇总说明');
  expect(sheets.length).toBeGreaterThan(20);
});

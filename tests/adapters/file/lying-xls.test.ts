import { openWorkbook } from '../../../src/adapters/file/open';
import { saveWorkbook } from '../../../src/adapters/file/save';
import { openWordFile } from '../../../src/adapters/word/open';
import { UserError } from '../../../src/kernel/errors';
import { LyingXls } from './lying-xls';

const open = (bytes: Uint8Array) => openWorkbook(bytes, '决算.xls', '本年');
const answer = (work: () => unknown): string => {
  try {
    work();
    return 'taken';
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    expect(error.message).toMatch(/^决算\.xls：文件已损坏/);
    return error.code;
  }
};

const type = {
  number: 0x203,
  label: 0x204,
  formula: 0x06,
  array: 0x221,
  link: 0x1b8,
  merges: 0xe5,
  drawing: 0xeb,
  strings: 0xfc,
  columns: 0x7d,
};

test('without a lie it is read', () => {
  expect(open(new LyingXls().bytes()).sheets[0]!.values).toEqual([
    ['金额', '支出决算表'],
    ['合计', 1],
  ]);
});

/** `data` is written into the record of drawings, which then is one of shared strings. */
const strings = (...data: readonly (readonly [offset: number, value: number])[]): Uint8Array => {
  const file = new LyingXls();
  for (const [offset, value] of [[0, 0], [2, 0], [4, 9999], [6, 0], ...data] as const) file.set(type.drawing, 4 + offset, value);
  return file.set(type.drawing, 0, type.strings).bytes();
};

test.each<[string, Uint8Array]>([
  ['a formula shorter than its own head', new LyingXls().set(type.number, 0, type.formula).bytes()],
  ['shared strings that end within the head of one', strings([8, 78], [10, 0])],
  ['a shared string longer than all of them', strings([8, 0xffff], [10, 0])],
  ['more merged cells than the record has room for', new LyingXls().set(type.merges, 4, 0xffff).bytes()],
  ['a text longer than its record', new LyingXls().set(type.label, 10, 0xffff).bytes()],
  ['a cell in a column that no sheet has', new LyingXls().set(type.number, 6, 0xffff).bytes()],
  ['a record that goes on beyond the end', new LyingXls().set(0x868, 2, 0x2000).bytes()],
])('%s: damaged, at once', (_, bytes) => {
  expect(answer(() => open(bytes))).toBe('damaged');
  expect(answer(() => saveWorkbook(bytes, '决算.xls', [], []))).toBe('damaged');
});

test.each<[string, Uint8Array]>([
  ['an array formula cut off within its length', new LyingXls().set(type.label, 0, type.array).bytes()],
  ['columns without end', new LyingXls().set(0x867, 0, type.columns).set(type.columns, 6, 0xffff).bytes()],
])('%s: nothing that is needed, so the rest is read', (_, bytes) => {
  expect(open(bytes).sheets[0]!.values.flat()).toContain(1);
  expect(answer(() => saveWorkbook(bytes, '决算.xls', [], []))).toBe('taken');
});

/** The container of a small file: header, table, directory, data. */
const withContainer = (change: (view: DataView, directory: number, table: number) => void): Uint8Array => {
  const bytes = new LyingXls().bytes();
  const view = new DataView(bytes.buffer);
  const place = (offset: number): number => (view.getInt32(offset, true) + 1) * 512;
  change(view, place(48), place(76));
  return bytes;
};

test.each<[string, Uint8Array]>([
  [
    'a directory that leads back into itself',
    withContainer((view, directory) => [68, 72, 76].forEach((at) => view.setInt32(directory + 256 + at, 1, true))),
  ],
  ['a directory entry that is not there', withContainer((view, directory) => view.setInt32(directory + 76, 99, true))],
  [
    'a chain of sectors that leads back into itself',
    withContainer((view, _, table) => {
      for (let at = 0; at < 512; at += 4) if (view.getInt32(table + at, true) >= 0) view.setInt32(table + at, at / 4, true);
    }),
  ],
  ['a stream larger than the file', withContainer((view, directory) => view.setUint32(directory + 256 + 120, 0x7fffffff, true))],
  ['sectors of a size that none have', withContainer((view) => view.setUint16(30, 30, true))],
])('%s: damaged, at once', (_, bytes) => {
  expect(answer(() => open(bytes))).toBe('damaged');
});

test('a text that is no .docx but such a container is refused as well', () => {
  const bytes = withContainer((view, directory) => view.setInt32(directory + 76, 99, true));
  expect(() => openWordFile(bytes, '说明.docx')).toThrow('文件已损坏或不完整');
});

import { openWorkbook } from '../../src/adapters/file/open';
import { toDocx } from '../../src/adapters/docx/docx';
import { toText } from '../../src/adapters/text/text';
import { readZip, inflate } from '../../src/ooxml/zip-read';
import { product } from '../../src/product/index';
import { ManyDesk } from '../../taskpane/tasks/many/desk';
import { sample } from '../contracts/doors';

jest.setTimeout(120_000);

const fileOf = (name: string, bytes: Uint8Array) => ({ name, arrayBuffer: () => Promise.resolve(bytes.slice().buffer) });
const now = fileOf('甲.xlsx', sample('sample-2024-faults.xlsx'));
const before = fileOf('乙.xlsx', sample('sample-2023.xlsx'));
const broken = fileOf('坏.xlsx', new TextEncoder().encode('不是工作簿'));

const desk = () =>
  new ManyDesk({
    open: (bytes, file, role) => Promise.resolve().then(() => openWorkbook(bytes, file, role)),
    assistant: product,
    profile: () => product.profiles[0],
    toWord: toDocx,
    toText,
  });

test('workbooks are paired by what stands in them; each unit tells what was read, unequal and blank; one bad file costs only itself', async () => {
  const many = desk();
  const passedOver = ['~$甲.xlsx', '.DS_Store', 'Thumbs.db'].map((name) => fileOf(name, new Uint8Array()));
  await many.add([before, broken, now, fileOf('说明.docx', new Uint8Array()), ...passedOver]);
  const { units, left, files, work, problem } = many.state();
  expect([files, work, problem]).toEqual([4, undefined, undefined]);
  expect(units.map((unit) => [unit.now, unit.prior, unit.year])).toEqual([['甲.xlsx', '乙.xlsx', 2024]]);
  expect(left.map(({ path }) => path)).toEqual(['说明.docx', '坏.xlsx']);
  expect(left[0]!.why).toContain('不是工作簿');
  const { result } = units[0]!;
  expect(result!.read).toBeGreaterThan(10);
  expect(result!.unequal).toBeGreaterThan(0);
  expect(result!.blanks).toBeGreaterThan(0);
  expect(many.filesOf(units[0]!)).toEqual([now, before]);
});

test('all reports come in one zip: Word and text in a folder for each unit, and a list of the units', async () => {
  const many = desk();
  await many.add([now, before]);
  const entries = readZip((await many.zip())!);
  const { unit } = many.state().units[0]!;
  expect(entries.map(({ name }) => name)).toEqual([
    '汇总.txt',
    `${unit}/${unit}2024年度决算情况说明.docx`,
    `${unit}/${unit}2024年度决算情况说明.txt`,
  ]);
  const text = (name: string): string => new TextDecoder().decode(inflate(entries.find((entry) => entry.name.endsWith(name))!));
  expect(text('汇总.txt')).toContain(`${unit}\t2024\t`);
  expect(text('说明.txt')).toContain('2024年度');
});

test('取消 stops between two units and keeps what was done; going on does the rest', async () => {
  const many = desk();
  const stop = many.subscribe(() => {
    if (many.state().work?.step.startsWith('核对')) many.cancel();
  });
  await many.add([now, before]);
  expect(many.state().notice).toMatch(/已停下/);
  expect(many.state().units[0]!.result).toBeUndefined();
  stop();
  await many.add([]);
  expect(many.state().units[0]!.result).toBeDefined();
});
import './soon';

import { phraseText } from '../../src/facts/phrase';
import { problems, put, read, z01, z01Rows, z04, z04Rows, matrix, matrixRows, type Row } from './grids';

const below = (rows: readonly Row[], more: readonly Row[], gap = 2): Row[] => [
  ...rows,
  ...Array.from({ length: gap }, (): Row => []),
  ...more,
];
const ofUnit = (rows: Row[], name: string): Row[] => put(rows, 2, 0, `编制单位：${name}`);

test('a second copy below is told once, with both places, and the first is read', async () => {
  const reading = await read([z01(), z04(below(z04Rows(), z04Rows()))]);
  const second = z04Rows().length + 3;
  expect(problems(reading)).toEqual([
    `READ-F31 A1 A${second} 工作表“Z04 支出决算表(财决04表)”里有 2 张财决04表（第 1 行起、第 ${second} 行起），内容相同，已读取第一张。`,
  ]);
  expect(reading.facts.tables.get('Z04')!.rows.map(({ key }) => key)).toEqual(
    (await read([z04()])).facts.tables.get('Z04')!.rows.map(({ key }) => key),
  );
});

test('a second table that differs is told once, with both places and whose they are; neither is read', async () => {
  const reading = await read([z01(), z04(below(z04Rows(), ofUnit(put(z04Rows(), 8, 4, 999), '某中心')))]);
  const second = z04Rows().length + 3;
  expect(problems(reading)).toEqual([
    `READ-F30 A1 A${second} 工作表“Z04 支出决算表(财决04表)”里有 2 张财决04表（第 1 行起是“某局”的、第 ${second} 行起是“某中心”的），内容不同，无法确定以哪一张为准，都没有读取。`,
  ]);
  expect(reading.facts.tables.has('Z04')).toBe(false);
  expect(reading.tables.find(({ id }) => id === 'Z04')).toMatchObject({ status: 'unrecognised', told: true });
});

test('two units stacked in every sheet are one finding', async () => {
  const two = (rows: Row[]): Row[] => below(rows, ofUnit(put(rows, rows.length - 1, 4, 999), '某中心'));
  const reading = await read([z01(two(z01Rows())), z04(two(z04Rows())), matrix(two(matrixRows()))]);
  expect(reading.problems.map(({ rule, cells }) => [rule, cells.length])).toEqual([['READ-F30', 6]]);
  expect(phraseText(reading.problems[0]!.message)).toMatch(/财决01表.*是“某局”的.*是“某中心”的.*另有 2 张工作表也是这样/);
});

test.each([
  [6, true],
  [7, false],
])('with %d rows of its own beside the seven of the first, it is a second table: %s', async (more, told) => {
  const own: Row[] = Array.from({ length: more }, (_, i) => [`21301${String(i + 10)}`, null, null, '某项', 0, 0]);
  const found = problems(await read([z01(), z04(below(z04Rows(), [...z04Rows(), ...own]))]));
  expect(found.some((text) => text.startsWith('READ-F30'))).toBe(told);
});

test('heads that a long form repeats on its next page are no second table', async () => {
  const rows = z04Rows();
  const page = rows.slice(0, 8);
  const more: Row[] = ['2130101', '2130102', '2130103'].map((code) => [code, null, null, '某项', 0, 0]);
  expect(problems(await read([z01(), z04(below(rows, [...page, ...more], 0))])).filter((text) => /READ-F3[01]/.test(text))).toEqual([]);
});

import { openWorkbook } from '../../src/adapters/file/open';
import { wholeWorkbook } from '../../src/adapters/file/whole';
import { consolidate, readUnit, readWhole } from '../../src/app/consolidate';
import type { GivenBook } from '../../src/consolidate/arrange';
import { phraseText } from '../../src/facts/phrase';
import { rules } from '../../src/rules/index';
import { check } from '../../src/app/check';
import { bookOfShare, shareOf } from '../kit/department';
import { units as presets, withCell, cellOf, type Unit } from '../kit/index';

const NAME = '青川示例区综合局';
const all: readonly Unit[] = Object.values(presets)
  .filter((unit) => unit.now.entries.length > 0)
  .map((unit, i) => ({ ...unit, name: `${unit.name}${i + 1}` }));
const given = (units: readonly Unit[]): Promise<readonly GivenBook[]> =>
  Promise.all(units.map((unit) => readUnit(bookOfShare(shareOf(unit)))));

test('a 汇总 made of twelve kinds of unit reads back as their sum, in every form, and passes every check', async () => {
  const parts = await given(all);
  const { bytes, left } = wholeWorkbook(NAME, parts);
  const workbook = openWorkbook(bytes, '汇总.xlsx', '本年');
  const back = await readWhole(workbook);
  expect(left).toEqual([]);
  expect(back.book).toMatchObject({ unit: NAME, year: 2024 });
  const forms = new Set(parts.flatMap(({ book }) => [...book.cells.facts.tables.keys()]));
  expect([...back.book.cells.facts.tables.keys()].sort()).toEqual([...forms].sort());

  const { result } = consolidate(back, parts);
  expect(result.causes.map(({ message }) => phraseText(message))).toEqual([]);
  expect(result.counts.cells).toBeGreaterThan(2500);
  const { report } = await check({ workbook }, rules);
  expect(
    report.findings.filter(({ severity }) => severity === 'error').map(({ rule, message }) => `${rule} ${phraseText(message)}`),
  ).toEqual([]);
  expect(report.tables.filter(({ status }) => status === 'unrecognised').map(({ sheet }) => sheet)).toEqual(['汇总说明']);
});

test('汇总说明 names the units in the order of the addends', async () => {
  const parts = await given(all.slice(0, 3));
  const { sheets } = openWorkbook(wholeWorkbook(NAME, parts).bytes, '汇总.xlsx', '本年');
  const notes = sheets.find(({ name }) => name === '汇总说明')!;
  const names = notes.values.map((row) => row[1]).filter((value) => all.some(({ name }) => name === value));
  expect(names).toEqual(all.slice(0, 3).map(({ name }) => name));
});

test('an amount that is no number in a unit is no number in the 汇总', async () => {
  const [first, ...others] = all.slice(0, 3);
  const book = bookOfShare(shareOf(first!));
  const { a1 } = cellOf(book, 'Z04', '合计', '基本支出');
  const wrong = await readUnit(withCell(book, 'Z04', a1, '约5万'));
  const made = wholeWorkbook(NAME, [wrong, ...(await given(others))]);
  const workbook = openWorkbook(made.bytes, '汇总.xlsx', '本年');
  const { book: back } = await readWhole(workbook);
  expect([...back.cells.odd.values()].map(({ text }) => text)).toEqual([`【待补充：${first!.name} ${a1} 不是数字】`]);
});

test('two workbooks of one unit that differ: nothing is made, and both are named', async () => {
  const [one, two] = all as [Unit, Unit];
  const parts = await given([one, { ...two, name: one.name }]);
  expect(() => wholeWorkbook(NAME, parts)).toThrow(/不知道汇总哪一份/);
});

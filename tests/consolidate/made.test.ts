import { openWorkbook } from '../../src/adapters/file/open';
import { wholeWorkbook } from '../../src/adapters/file/whole';
import { consolidate, readUnit, readWhole } from '../../src/app/consolidate';
import type { GivenBook } from '../../src/consolidate/arrange';
import { unitsAnnex } from '../../src/app/whole-notes';
import { cellsOf } from '../../src/facts/traced';
import type { Workbook } from '../../src/kernel/workbook';
import { parseSupplement } from '../../src/supplements/parse';
import type { Supplements } from '../../src/supplements/supplements';
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

describe('what a 汇总 made here tells the 说明 of the department', () => {
  const made = async (): Promise<Workbook> => openWorkbook(wholeWorkbook(NAME, await given(all.slice(0, 3))).bytes, '汇总.xlsx', '本年');
  const unitsOf = ({ entries }: Supplements): readonly (readonly [string, unknown])[] =>
    [...entries].filter(([key]) => key.startsWith('overview.units.')).map(([key, { value }]) => [key.slice(15), value]);

  test('the list of its units with their kinds; a list that a person supplies goes before it', async () => {
    const workbook = await made();
    const { supplements } = await check({ workbook }, rules);
    expect(supplements.documentKind).toBe('部门');
    expect(unitsOf(supplements)).toEqual([
      ['1.name', all[0]!.name],
      ['1.kind', '参照公务员法管理的事业单位'],
      ['2.name', all[1]!.name],
      ['2.kind', '行政单位'],
      ['3.name', all[2]!.name],
      ['3.kind', '行政单位'],
    ]);
    const own = parseSupplement({ overview: { units: [{ name: '只有一家', kind: '行政单位' }] } }, '补充.json');
    expect(unitsOf((await check({ workbook, supplement: own }, rules)).supplements)).toEqual([
      ['1.name', '只有一家'],
      ['1.kind', '行政单位'],
    ]);
  });

  test('a table of the units in 万元, each figure from its cell, that adds up', async () => {
    const workbook = await made();
    const { years } = await check({ workbook }, rules);
    const annex = unitsAnnex(workbook, years.now.book)!;
    expect(annex.body.map(([unit]) => unit!.text)).toEqual([...all.slice(0, 3).map(({ name }) => name), '合计']);
    const totals = annex.body.map((row) => row[1]!.of!);
    expect(totals.slice(0, 3).reduce((sum, { value }) => sum.plus(value), totals[3]!.value.times(0))).toEqual(totals[3]!.value);
    const whole = years.now.find('Z01.收入总计.决算数');
    expect(whole.state === 'number' && whole.fact.value.equals(totals[3]!.value)).toBe(true);
    expect(cellsOf(totals[0]!)).toMatchObject([{ sheet: '汇总说明' }]);
  });

  test('a workbook that was not made here has neither', async () => {
    const workbook = bookOfShare(shareOf(all[0]!));
    const { supplements, years } = await check({ workbook }, rules);
    expect(unitsOf(supplements)).toEqual([]);
    expect(unitsAnnex(workbook, years.now.book)).toBeUndefined();
  });
});

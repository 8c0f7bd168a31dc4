import { checkFacts } from '../../src/checks/check';
import { formulaOf } from '../../src/facts/formula';
import { phraseText } from '../../src/facts/phrase';
import { sumOfUnits } from '../../src/facts/sum-table';
import type { FactSet, Reading, Table } from '../../src/facts/fact-set';
import type { Key } from '../../src/layouts/keys';
import { cellsOf, type Fact } from '../../src/facts/traced';
import Decimal from 'decimal.js';
import { thisYear } from '../kit/books';
import { readWorkbook } from '../../src/reading/read';
import { rules } from '../../src/rules/index';
import { errorsOf, factsInput } from '../checks/support';
import { buildYears, cellOf, units, withCell, withoutSheet } from '../kit/index';

const [one, two] = [units.onlyGeneral, units.withFund].map((unit) => buildYears(unit).now) as [
  ReturnType<typeof buildYears>['now'],
  ReturnType<typeof buildYears>['now'],
];
const read = async (workbook: Parameters<typeof readWorkbook>[0]): Promise<FactSet> => (await readWorkbook(workbook)).facts;
const number = (set: FactSet, key: Key): Fact => {
  const found = set.find(key);
  if (found.state !== 'number') throw new Error(`${key}: ${found.state}`);
  return found.fact;
};

test('every cell is the sum of the units, counts included, and remembers the cells of both', async () => {
  const parts = [await read(one), await read(two)];
  const whole = sumOfUnits('青川示例区某部门', parts);
  for (const key of ['Z01.收入总计.决算数', 'Z04.合计.基本支出', 'Z05.2010301.30101', 'F03.公务用车保有量.统计数'] as const) {
    const added = number(whole, key);
    const own = parts.map((set) => number(set, key));
    expect([key, added.value.toString()]).toEqual([key, own[0]!.value.plus(own[1]!.value).toString()]);
    expect(cellsOf(added).filter(({ book }) => book.unit === parts[0]!.unitName).length).toBeGreaterThan(0);
    expect(new Set(cellsOf(added).map(({ book }) => book.unit)).size).toBe(2);
  }
});

test('the rules run on the sum as it is: units that balance add up to a whole that balances', async () => {
  const whole = sumOfUnits('青川示例区某部门', [await read(one), await read(two)]);
  const report = await checkFacts(factsInput(whole), rules);
  expect(errorsOf(report).map(({ message }) => phraseText(message))).toEqual([]);
  expect(report.counts.passed).toBeGreaterThan(500);
});

test('a wrong cell of one unit is wrong in the sum, and named by its own workbook', async () => {
  const { a1 } = cellOf(two, 'Z04', '2010301', '基本支出');
  const wrong = await read(withCell(two, 'Z04', a1, 1));
  const report = await checkFacts(factsInput(sumOfUnits('某部门', [await read(one), wrong])), rules);
  expect(errorsOf(report).length).toBeGreaterThan(0);
});

test('a form that only one unit has is its form; a text of one unit is not passed over', async () => {
  const first = await read(withoutSheet(one, 'Z09'));
  const second = await read(two);
  expect(sumOfUnits('某部门', [first, second]).find('Z09.合计.本年支出·合计')).toMatchObject({ state: 'number' });
  expect(sumOfUnits('某部门', [first, second]).find('Z99.合计.本年支出' as Key).state).toBe('absent');
  const { a1 } = cellOf(one, 'Z04', '合计', '基本支出');
  const text = await read(withCell(one, 'Z04', a1, '约5万'));
  expect(sumOfUnits('某部门', [text, second]).find('Z04.合计.基本支出')).toMatchObject({
    state: 'text',
    at: { a1, book: { unit: text.unitName } },
  });
});

describe('one form of units that print it differently', () => {
  type Cell = Partial<Fact> | 'dash' | 'blank';
  /** A form of one unit: its rows with the cells of one column, and of a second one where it is given. */
  const unit = (name: string, lines: Readonly<Record<string, Cell>>, columns: readonly string[] = ['决算数']): FactSet => {
    // An object puts numbers first: `.` keeps a code in its place.
    const rows = Object.fromEntries(Object.entries(lines).map(([key, cell]) => [key.replace('.', ''), cell]));
    const keys = Object.keys(lines).map((key) => key.replace('.', ''));
    const book = { ...thisYear, unit: name };
    const at = (row: string): Reading => {
      const cell = rows[row];
      const where = { book, sheet: '表', a1: `${name}${row}` };
      if (cell === undefined) return { state: 'absent', what: '没有这一行' };
      if (typeof cell === 'string') return { state: cell, at: where, label: row };
      const plain = {
        kind: 'fact',
        key: `Z09.${row}.决算数`,
        value: new Decimal(0),
        half: new Decimal(0.5),
        unit: '元',
        scale: 10000,
        at: where,
      };
      return { state: 'number', fact: { ...plain, label: `${name}${row}`, ...cell } as Fact };
    };
    const table = {
      id: 'Z09',
      title: '某表',
      book,
      sheet: '表',
      unit: '万元',
      year: 2024,
      rows: keys.map((key, row) => ({ key, name: `${key}名`, row: row + 5 })),
      columns,
      columnName: (column: string) => `${name}的${column}`,
      row: (key: string) => (key in rows ? { key, name: key, row: 1 } : undefined),
      at: (row: string, column: string) => (columns.includes(column) ? at(row) : { state: 'absent', what: '没有这一栏' }),
      unitOf: (row: string) => (row.startsWith('人数') && row in rows ? 'count' : '元'),
    } as unknown as Table;
    return { book, unitName: name, year: 2024, file: `${name}.xlsx`, tables: new Map([['Z09', table]]), find: () => at('') };
  };
  const amount = (value: number, more: Partial<Fact> = {}): Cell => ({ value: new Decimal(value), ...more });
  const whole = (...sets: readonly FactSet[]): FactSet => sumOfUnits('某部门', sets);
  const factOf = (set: FactSet, row: string): Fact => number(set, `Z09.${row}.决算数` as Key);

  test('科目 of all units stand in the order of their codes, where the first of them stood; other rows as they come; single projects stay away', () => {
    const first = unit('甲', { 合计: amount(1), '.2080505': amount(1), '2010301#1': amount(1), 小计: amount(1) });
    const second = unit('乙', { 合计: amount(1), '.2010301': amount(1), '.2080506': amount(1), 人数: amount(1) });
    const table = whole(first, second).tables.get('Z09')!;
    expect(table.rows.map(({ key }) => key)).toEqual(['合计', '2010301', '2080505', '2080506', '小计', '人数']);
    expect(table.rows.map(({ row, name }) => [row, name])).toEqual(table.rows.map(({ key }, index) => [index, `${key}名`]));
    expect(table.row('2080506')).toBe(table.rows[3]);
    const codes = whole(unit('甲', { '.2080505': amount(1), 合计: amount(1) }), unit('乙', { '.2010301': amount(1) }));
    expect(codes.tables.get('Z09')!.rows.map(({ key }) => key)).toEqual(['2010301', '2080505', '合计']);
    expect(
      whole(unit('甲', { 乙行: amount(1), 甲行: amount(1) }))
        .tables.get('Z09')!
        .rows.map(({ key }) => key),
    ).toEqual(['乙行', '甲行']);
  });

  test('the form keeps its name; a column or row is named by the first unit that has it', () => {
    const set = whole(unit('甲', { 合计: amount(1) }), unit('乙', { 人数: amount(1, { unit: 'count' }) }, ['决算数', '年初数']));
    expect(set).toMatchObject({ unitName: '某部门', year: 2024, file: '', book: { unit: '某部门', year: 2024, role: '本年' } });
    const table = set.tables.get('Z09')!;
    expect(table).toMatchObject({ id: 'Z09', title: '某表', sheet: '表', unit: '元', year: 2024, columns: ['决算数', '年初数'] });
    expect([table.columnName('决算数'), table.columnName('年初数' as '决算数'), table.columnName('无' as '决算数')]).toEqual([
      '甲的决算数',
      '乙的年初数',
      '甲的无',
    ]);
    expect([table.unitOf('合计'), table.unitOf('人数')]).toEqual(['元', 'count']);
  });

  test('a sum of no unit is empty', () => {
    const none = whole();
    expect([none.tables.size, none.year, none.book]).toEqual([0, undefined, { role: '本年', unit: '某部门' }]);
  });

  test('amounts are added exactly, with the room for rounding of each; a unit without the row has none of it', () => {
    const set = whole(unit('甲', { 合计: amount(0.1) }), unit('乙', { 别行: amount(5) }), unit('丙', { 合计: amount(0.2) }));
    const fact = factOf(set, '合计');
    expect([fact.value.toString(), fact.half.toString(), fact.scale, fact.noRow, fact.blank]).toEqual([
      '0.3',
      '1',
      1,
      undefined,
      undefined,
    ]);
    expect(cellsOf(fact).map(({ a1 }) => a1)).toEqual(['甲合计', '丙合计']);
    expect(formulaOf(fact, ({ at }) => at.a1)).toBe('甲合计');
    expect(set.find('Z09.合计.决算数@上年' as Key)).toEqual(set.find('Z09.合计.决算数' as Key));
  });

  test('a row that no unit prints is not printed in the sum; one that a unit prints is, and is shown by that unit', () => {
    const missing = amount(0, { noRow: true });
    const none = factOf(whole(unit('甲', { 合计: missing }), unit('乙', { 合计: missing })), '合计');
    expect([none.noRow, none.blank]).toEqual([true, undefined]);
    const one = factOf(whole(unit('甲', { 合计: missing }), unit('乙', { 合计: amount(3) })), '合计');
    expect([one.noRow, one.blank, one.label, one.at.a1]).toEqual([undefined, undefined, '乙合计', '乙合计']);
  });

  test('blank in all units is blank in the sum, and zero in one of them is zero', () => {
    const blank = amount(0, { blank: true });
    const missing = amount(0, { noRow: true });
    const blankOf = (...cells: readonly Cell[]): unknown =>
      factOf(whole(...cells.map((cell, i) => unit(`${i}`, { 合计: cell }))), '合计').blank;
    expect([blankOf(blank, blank), blankOf(blank, missing), blankOf(blank, amount(0))]).toEqual([true, true, undefined]);
  });

  test('what no unit has a number for: a dash of one is that of the sum, an unexplained blank is not passed over', () => {
    const state = (...cells: readonly (Cell | undefined)[]): string =>
      whole(...cells.map((cell, i) => unit(`${i}`, cell ? { 合计: cell } : { 别行: amount(1) }))).find('Z09.合计.决算数' as Key).state;
    expect([state(undefined, 'dash'), state(undefined, undefined), state('dash', amount(1)), state(amount(1), 'blank')]).toEqual([
      'dash',
      'absent',
      'number',
      'blank',
    ]);
  });

  test('a rate is not added up: the sum has none and says so', () => {
    const rate = amount(50, { unit: '%' });
    const found = whole(unit('甲', { 完成率: rate }), unit('乙', { 完成率: rate })).find('Z09.完成率.决算数' as Key);
    expect(found).toMatchObject({ state: 'absent', what: expect.stringContaining('甲的决算数') as string });
  });
});

import { readWorkbook } from '../../src/reading/read';
import type { FactSet, Table } from '../../src/facts/fact-set';
import { buildYears, units } from '../kit/index';
import { facts, matrix, matrixRows, problems, put, read, workbook, z01, z01Rows, z04, z04Rows, type Row } from './grids';

const made = buildYears(units.withFund).now;
const whole = async (): Promise<FactSet> => (await readWorkbook(made)).facts;

describe('a form that was read', () => {
  test('has its columns and names as printed; no name keeps its number', async () => {
    const table = (await read([z01()])).facts.tables.get('Z01')!;
    expect(table.columns).toEqual(['年初预算数', '全年预算数', '决算数']);
    expect(table.columns.map((column) => table.columnName(column))).toEqual(table.columns);
    expect(table.columnName('统计数')).toBe('统计数');
    expect(table.row('其他收入')?.name).toBe('其他收入');
    for (const { id, rows } of (await whole()).tables.values())
      expect([
        id,
        rows.filter(({ name }) => /^(其中|[一二三四五六七八九十]+、|[（(][一二三四五六\d]+[）)]|\d+[.．、])/.test(name)),
      ]).toEqual([id, []]);
  });

  test('counts vehicles and people, and everything else in 元', async () => {
    const { tables } = await whole();
    const list = tables.get('F03')!;
    expect(['公务用车保有量', '国内公务接待批次', '公务接待费', '没有这一行'].map((row) => list.unitOf(row))).toEqual([
      'count',
      'count',
      '元',
      '元',
    ]);
  });

  test('gives the plain number of a cell only where it is the whole truth', async () => {
    const count = { number: 0, none: 0 };
    const wrong: string[] = [];
    const compare = (table: Table, row: Table['rows'][number], column: Table['columns'][number]): void => {
      const plain = table.plain!(row, column);
      if (plain === undefined) return;
      const reading = table.at(row.key, column);
      const fact = reading.state === 'number' ? reading.fact : undefined;
      count[plain === null ? 'none' : 'number'] += 1;
      if (plain === null ? fact?.blank !== true : fact?.value.div(fact.scale).toNumber() !== plain)
        wrong.push([table.id, row.key, column].join(' '));
    };
    for (const table of (await whole()).tables.values())
      for (const row of table.rows) for (const column of table.columns) compare(table, row, column);
    expect(wrong).toEqual([]);
    expect(Math.min(count.number, count.none)).toBeGreaterThan(100);
    const odd = (await read([z04(put(z04Rows(), 9, 5, '约5万'))])).facts.tables.get('Z04')!;
    expect(odd.plain!(odd.row('201')!, '基本支出')).toBeUndefined();
  });

  test('is read for each workbook it is taken as: this year’s sheet as last year’s is last year’s', async () => {
    const sheets = [z04()];
    const key = 'Z04.201.基本支出';
    const as = async (role: '本年' | '上年'): Promise<unknown> => {
      const found = (await readWorkbook(workbook(sheets, role))).facts.find(key);
      return found.state === 'number' && [found.fact.key, found.fact.at.book.role];
    };
    expect(await as('本年')).toEqual([key, '本年']);
    expect(await as('上年')).toEqual([`${key}@上年`, '上年']);
    expect(await as('本年')).toEqual([key, '本年']);
  });
});

describe('whose workbook it is', () => {
  const of = (unit: string): readonly unknown[] => [`编制单位：${unit}`];
  const named = (rows: ReturnType<typeof z01Rows>, unit: string): ReturnType<typeof z01Rows> => put(rows, 2, 0, of(unit)[0] as string);
  test('is what most of its forms print; the one that differs is named', async () => {
    const reading = await read([z01(named(z01Rows(), '甲局')), z04(named(z04Rows(), '乙局')), matrix(named(matrixRows(), '乙局'))]);
    expect(reading.facts.unitName).toBe('乙局');
    expect(problems(reading).filter((text) => text.includes('编制单位'))).toEqual([
      expect.stringContaining('编制单位是“甲局”，其他表是“乙局”'),
    ]);
    expect((await read([z01(named(z01Rows(), '甲局')), z04(named(z04Rows(), '乙局'))])).facts.unitName).toBe('甲局');
  });
});

describe('财决01 that prints more than usual', () => {
  test('values stand where the layout says, also when 行次 is printed on both sides', async () => {
    const at = z01Rows().findIndex((row) => row[5] === '本年支出合计');
    const reading = await read([z01(put(z01Rows(), at, 6, 57))]);
    expect(facts(reading, 'Z01.本年支出合计.决算数')).toEqual({ 'Z01.本年支出合计.决算数': '97 O14' });
  });

  test('a label that stands twice is told once, and each problem is a group of its own', async () => {
    const twice = put(put(z01Rows(), 9, 5, '二十三、其他支出'), 9, 9, 5);
    const reading = await read([z01(put(put(twice, 10, 5, '某种支出'), 10, 9, 3))]);
    expect(problems(reading)).toEqual([
      'READ-F19 F8 F10 财决01表的“其他支出”行出现 2 次，无法确定以哪一行为准。',
      'READ-F20 F11 J11 财决01表的“某种支出”行有金额但不认识，没有读入。',
    ]);
    expect(new Set(reading.problems.map(({ group }) => group)).size).toBe(reading.problems.length);
  });
});

test('many odd cells of one kind are one problem that points to each of them', async () => {
  const texts = (row: Row): Row => row.map((cell, column) => (column > 3 ? '约5万' : cell));
  const rows = matrixRows();
  const found = (await read([matrix([...rows.slice(0, -2), ...rows.slice(-2).map(texts)])])).problems.filter(
    ({ cells }) => cells.length > 1,
  );
  expect(found).toHaveLength(1);
  expect(found[0]!.cells.map(({ a1 }) => a1)).toEqual([7, 8].flatMap((row) => [...'EFGHIJKLMNOP'].map((column) => `${column}${row}`)));
});

test('a form whose title is that of another one is read by its number, and the number is pointed to', async () => {
  const reading = await read([z04(put(z04Rows(), 0, 0, '收入决算表'), 'Sheet1')]);
  expect(problems(reading)).toEqual(['READ-F14 J2 工作表“Sheet1”的标题与表号财决04表不一致；已按表号读取为《支出决算表》。']);
  expect([...reading.facts.tables.keys()]).toEqual(['Z04']);
});

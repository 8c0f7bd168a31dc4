import { phraseText } from '../../src/facts/phrase';
import type { Scalar } from '../../src/kernel/workbook';
import { buildYears, clean, units, type KitWorkbook, type UnitYear } from '../kit/index';
import { said, spoiled, type Rows } from './spoiled';
import { cellNames, reportOf } from './support';

const scaled =
  (by: (fen: number) => number) =>
  (value: Scalar | undefined): Scalar =>
    typeof value === 'number' ? by(Math.round(value * 100)) / 100 : (value ?? null);
const column =
  (at: number, change: (value: Scalar | undefined) => Scalar) =>
  (rows: Rows): Rows =>
    rows.map((row) => row.map((value, c) => (c === at ? change(value) : value)));
const numbers = (row: readonly Scalar[] | undefined, change: (value: number, c: number) => number): Scalar[] =>
  (row ?? []).map((value, c) => (typeof value === 'number' ? Number(change(value, c).toFixed(2)) : value));

describe('amounts in another unit than the heading prints', () => {
  test.each([
    ['ten thousand times too large', (fen: number) => fen * 10000, '的金额可能大了一万倍，表头的金额单位是元。', '都除以 10000 后'],
    ['in 千元', (fen: number) => Math.round(fen / 1000), '可能以千元填列，表头的金额单位是元。', '都乘以 1000 后'],
    ['in 分', (fen: number) => fen * 100, '可能以分填列，表头的金额单位是元。', '都除以 100 后'],
  ])('%s: a form, a column, a block', async (_, by, words, why) => {
    const change = scaled(by);
    const form = spoiled(clean(), 'Z04', (rows) => rows.map((row) => row.map(change)));
    expect(await said(form)).toMatchObject({ first: `财决04表整表${words}`, groups: 1 });
    const [group] = (await reportOf(form)).groups;
    expect(phraseText(group!.why)).toContain(why);
    expect(await said(spoiled(clean(), 'Z04', column(1, change)))).toMatchObject({ first: `财决04表“基本支出”整列${words}`, groups: 1 });
    const block = await said(spoiled(clean(), 'Z04', (rows) => rows.map((row, r) => (r >= 4 && r < 8 ? row.map(change) : row))));
    expect(block.first).toMatch(/^财决04表第 \d+ 至 \d+ 行整块/);
    expect([block.first.endsWith(words), block.groups]).toEqual([true, 1]);
  });
});

describe('blocks pasted beside their place', () => {
  const right = (row: readonly Scalar[]): Scalar[] => [null, ...row.slice(0, -1)];
  test('several rows one column too far right, and all rows of a form', async () => {
    const block = await said(spoiled(clean(), 'Z05', (rows) => rows.map((row, r) => (r >= 1 && r < 5 ? right(row) : row))));
    expect(block).toMatchObject({ first: expect.stringMatching(/^财决05表第 10 至 13 行的金额可能右移了一栏。$/), groups: 1 });
    const all = await said(spoiled(clean(), 'Z04', (rows) => rows.map(right)));
    expect(all).toMatchObject({ first: expect.stringMatching(/^财决04表第 9 至 \d+ 行的金额可能右移了一栏。$/), groups: 1 });
  });

  test('all amounts of a long form one row too low, and those of one column', async () => {
    const down = (rows: Rows): Rows => rows.map((row, r) => (r === 0 ? row.map(() => null) : rows[r - 1]!));
    const all = await said(spoiled(clean(), 'Z04', down));
    expect(all).toMatchObject({ first: expect.stringMatching(/^财决04表第 9 至 \d+ 行的金额可能下移了一行。$/), groups: 1 });
    const one = await said(
      spoiled(clean(), 'Z04', (rows) => rows.map((row, r) => [row[0]!, r === 0 ? null : rows[r - 1]![1]!, ...row.slice(2)])),
    );
    expect(one.first).toMatch(/^财决04表“基本支出”栏第 9 至 \d+ 行的金额可能下移了一行。$/);
  });

  test('two columns of one block of 财决01 exchanged', async () => {
    const workbook = clean();
    const sheets = workbook.sheets.map((sheet) =>
      sheet.name.startsWith('Z01 ')
        ? { ...sheet, values: sheet.values.map((row, r) => (r < 6 ? row : row.map((v, c) => (c === 2 ? row[3]! : c === 3 ? row[2]! : v)))) }
        : sheet,
    );
    expect(await said({ ...workbook, sheets })).toMatchObject({ first: '财决01表“年初预算数”与“全年预算数”两栏可能互换了。', groups: 1 });
  });
});

describe('a row of sums that is wrong all along', () => {
  const sums = (workbook: KitWorkbook, change: (rows: Rows) => Scalar[]): KitWorkbook =>
    spoiled(workbook, 'Z04', (rows) => rows.map((row, r) => (r === 0 ? change(rows) : row)));
  test.each([
    [
      'left a row out',
      (rows: Rows) => numbers(rows[0], (value, c) => value - Number(rows[1]![c] ?? 0)),
      '行各栏可能漏加了“一般公共服务支出”行。',
    ],
    [
      'added a row twice',
      (rows: Rows) => numbers(rows[0], (value, c) => value + Number(rows[1]![c] ?? 0)),
      '行各栏可能重复加了“一般公共服务支出”行。',
    ],
    [
      'added the parts of its parts',
      (rows: Rows) => numbers(rows[0], (value) => value * 3),
      '行各栏都是应有数的 3 倍，可能把小计和它的下级一起加了。',
    ],
  ])('it %s', async (_, change, words) => {
    expect(await said(sums(clean(), change))).toMatchObject({ first: `财决04表“合计”${words}`, groups: 1 });
  });
});

describe('what only remarks speak of', () => {
  const swap =
    (a: number) =>
    (rows: Rows): Rows =>
      rows.map((row) => row.map((value, c) => (c === a ? row[a + 1]! : c === a + 1 ? row[a]! : value)));
  test('two columns of 财决06 exchanged are one cause, and no error', async () => {
    const { now, before } = buildYears(units.abroad);
    const { groups } = await reportOf(spoiled(now, 'Z06', swap(7)), before);
    expect(groups.filter(({ severity }) => severity === 'error')).toEqual([]);
    const told = groups.filter(({ severity }) => severity === 'warning').map(({ title }) => phraseText(title));
    expect(told).toEqual(['财决06表“本年支出中的财政拨款”与“使用非财政拨款结余”两栏可能互换了。']);
  });

  test('they tell which of two forms is wrong where the mandatory formulas fit both', async () => {
    // Nothing but 一般公共预算 is carried over: what 财决02 and 财决07 say of it is the same.
    const { carryOver } = units;
    const general = (year: UnitYear): UnitYear => ({ ...year, entries: year.entries.filter(({ source }) => source === '一般公共') });
    const { now, before } = buildYears({ ...carryOver, now: general(carryOver.now), before: general(carryOver.before!) });
    const { groups, findings } = await reportOf(spoiled(now, 'Z07', swap(1)), before);
    const [group, ...others] = groups.filter(({ severity }) => severity !== 'info');
    expect(phraseText(group!.title)).toBe(
      '财决07表“年初结转和结余中的基本支出结转”与“年初结转和结余中的项目支出结转和结余”两栏可能互换了。',
    );
    expect(others).toEqual([]);
    // Every finding begins with a wrong cell, whichever side of its formula that is on.
    const wrong = /^Z07![FG]\d+$/;
    const firsts = findings.filter(({ group: id }) => id === group!.id).map(({ cells }) => cellNames(cells)[0]!);
    expect(firsts.filter((cell) => !wrong.test(cell))).toEqual([]);
  });
});

test('only the codes and names of a form were sorted: that is the first cause', async () => {
  const workbook = clean();
  const sheets = workbook.sheets.map((sheet) => {
    if (!sheet.name.startsWith('Z04 ')) return sheet;
    const top = sheet.values.findIndex((row) => String(row[0]) === '201');
    const rows = sheet.values.slice(top);
    const labels = rows.map((row) => row.slice(0, 4)).reverse();
    return { ...sheet, values: [...sheet.values.slice(0, top), ...rows.map((row, r) => [...labels[r]!, ...row.slice(4)])] };
  });
  const { first, groups } = await said({ ...workbook, sheets });
  expect(first).toMatch(/^财决04表第 1[01] 至 \d+ 行的科目与金额可能对错了行，像是只排序了其中几列。$/);
  expect(groups).toBeLessThanOrEqual(2);
});

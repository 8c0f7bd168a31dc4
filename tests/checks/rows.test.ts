import { startCheck } from '../../src/checks/check';
import { phraseText } from '../../src/facts/phrase';
import { rules } from '../../src/rules/index';
import type { CheckReport } from '../../src/facts/outcome';
import { baseOf, inputOf, valueAt, withPuts, withValues, type Base } from '../hostile/base';
import { leftOut, spoilRow, type Deed } from '../hostile/rows';
import { buildYears, units, withoutSheet, type KitWorkbook } from '../kit/index';
import { randomOf } from '../measure/slips';
import type { Workbook } from '../../src/kernel/workbook';

let school: Base;
beforeAll(async () => {
  const { now } = buildYears(units.institution);
  school = await baseOf('institution', now);
});

const check = async (workbook: Workbook): Promise<CheckReport> => (await startCheck(await inputOf(workbook), rules)).report;
/** Groups with an error, as the card says them. */
const titles = (report: CheckReport): readonly string[] =>
  report.groups.filter((g) => g.severity === 'error').map((g) => phraseText(g.title));

const afterwards = async (form: string, code: string, deed: Deed, base = school): Promise<readonly string[]> => {
  const spoiled = spoilRow(
    base,
    base.forms.find((one) => one.form === form)!,
    code,
    deed,
    randomOf(1),
  )!;
  return titles(await check(spoiled.workbook));
};

test.each([
  ['Z04', '2101102', '财决04表缺少科目 2101102 事业单位医疗，财决02、05、05-1、07表有 199,000.00 元。'],
  ['Z08_1', '21011', '财决08-1表缺少科目 21011 行政事业单位医疗及其下级 2101102，财决07、08表有 199,000.00 元。'],
  ['Z07', '2210201', '财决07表缺少科目 2210201 住房公积金，财决03、08、08-1表有 408,000.50 元。'],
  // Only its own sums speak for it, and one other form.
  ['Z03', '2050299', '财决03表缺少科目 2050299 其他普通教育支出，财决02表有 223,000.00 元。'],
  ['Z05_1', '208', '财决05-1表缺少科目 208 社会保障和就业支出及其下级 20805、2080505、2080506，财决04表有 858,000.00 元。'],
])('a row that only %s lacks is one finding that names form, row and the forms that have it: %s', async (form, code, message) => {
  expect(await afterwards(form, code, 'deleted')).toEqual([message]);
});

test('of a 类 that lacks more than four rows four are named', async () => {
  const entries = ['2050201', '2050202', '2050203', '2050204'].map((code) => ({
    source: '一般公共' as const,
    code,
    basic: { '30201': 70000 },
  }));
  const { now } = buildYears({ name: '小学', kind: '事业单位', now: { year: 2024, entries } });
  const [first] = await afterwards('Z04', '205', 'deleted', await baseOf('schools', now));
  expect(first).toMatch(/^财决04表缺少科目 205 教育支出及其下级 20502、2050201、2050202、2050203 等，财决/);
});

test.each([
  ['Z04', '2050202', 'doubled', '财决04表的科目编码2050202（小学教育）出现两次。'],
  ['Z05_2', '2050202', 'doubled', '财决05-2表的科目编码2050202（小学教育）出现两次。'],
  ['Z04', '205', 'recoded', '财决04表第 10 行的科目编码 265 疑为 205 教育支出：它的下级都是 205 的科目，合计与这一行相同。'],
] as const)('a row of %s that is %s %s is one finding', async (form, code, deed, message) => {
  expect(await afterwards(form, code, deed)).toEqual([message]);
});

/** 21011 and its 项 taken out of 财决04, and the totals above made to fit; other cells of the form changed as well. */
function leftOutAndFitted(more: readonly { readonly key: string; readonly name: string; readonly by: number }[] = []): Workbook {
  const form = school.forms.find((one) => one.form === 'Z04')!;
  const rowOf = (key: string): number => form.rows.find((one) => one.key === key)!.row;
  const at = (row: number, column: number): number => Number(valueAt(school.workbook, form.sheet, row, column) ?? 0);
  const puts = ['合计', '210'].flatMap((key) =>
    form.columns.map(({ key: name, column }) => {
      const by = more.find((one) => one.key === key && one.name === name)?.by ?? 0;
      const value = at(rowOf(key), column) - at(rowOf('21011'), column) + by;
      return { sheet: form.sheet, row: rowOf(key), column, value: Number(value.toFixed(2)) };
    }),
  );
  const gone = new Set(form.rows.filter(({ key }) => key.startsWith('21011')).map(({ row }) => row));
  return withValues(withPuts(school.workbook, puts), form.sheet, (values, top) => values.filter((_, r) => !gone.has(r + top)));
}

const lacks21011 = '财决04表缺少科目 21011 行政事业单位医疗及其下级 2101102，财决02、05、05-1、07表有 199,000.00 元。';

test('a row with a balance only, of which no formula between forms speaks, is missed by its sums where they lack just what others print', async () => {
  const { now } = buildYears(units.carryOver);
  const base = await baseOf('carryOver', now);
  const form = base.forms.find((one) => one.form === 'Z07')!;
  const without = spoilRow(base, form, '2130599', 'deleted', randomOf(1))!.workbook;
  expect(titles(await check(without))).toEqual([
    '财决07表缺少科目 2130599 其他巩固脱贫攻坚成果衔接乡村振兴支出，财决02、06表有 9,600.25 元。',
  ]);
  expect(titles(await check(spoilRow(base, form, '21305', 'deleted', randomOf(1))!.workbook))).toEqual([
    '财决07表缺少科目 21305 巩固脱贫攻坚成果衔接乡村振兴，财决02、06表有 9,600.25 元。',
  ]);
  const { row } = form.rows.find(({ key }) => key === '21305')!;
  const off = form.columns.flatMap(({ column }) => {
    const value = valueAt(without, form.sheet, row, column);
    return typeof value === 'number' && value !== 0 ? [{ sheet: form.sheet, row, column, value: Number((value + 0.01).toFixed(2)) }] : [];
  });
  expect((await check(withPuts(without, off))).findings.map(({ rule }) => rule)).not.toContain('ROW-F01');
});

test('totals made to fit a row that was left out are a part of its finding', async () => {
  expect(titles(await check(leftOutAndFitted()))).toEqual([lacks21011]);
});

test.each([
  [
    'Z04',
    ['21011', '2080505'],
    [
      '财决04表缺少科目 2080505 机关事业单位基本养老保险缴费支出，财决02、05、05-1、07表有 572,000.00 元。',
      '财决04表缺少科目 21011 行政事业单位医疗及其下级 2101102，财决02、05、05-1、07表有 199,000.00 元。',
    ],
  ],
  [
    'Z05_1',
    ['2080505', '2080506'],
    [
      '财决05-1表缺少科目 2080505 机关事业单位基本养老保险缴费支出，财决04、05、08-1表有 572,000.00 元。',
      '财决05-1表缺少科目 2080506 机关事业单位职业年金缴费支出，财决04、05、08-1表有 286,000.00 元。',
    ],
  ],
  // No formula between forms says what a row carries over; the totals of the form lack the same in each of theirs.
  ['Z02', ['2050202'], ['财决02表缺少科目 2050202 小学教育，财决03表有 5,113,001.15 元。']],
] as const)('rows of %s left out together, %j, with totals made to fit, are as many findings', async (id, codes, messages) => {
  const form = school.forms.find((one) => one.form === id)!;
  expect([...titles(await check(leftOut(school, form, codes).workbook))].sort()).toEqual(messages);
});

test('a row with nothing but a balance, left out of 财决02 with its totals made to fit, is named with and without another', async () => {
  const { now, before } = buildYears(units.carryOver);
  const base = await baseOf('carryOver', now, before);
  const form = base.forms.find((one) => one.form === 'Z02')!;
  const balance = '财决02表缺少科目 21305 巩固脱贫攻坚成果衔接乡村振兴及其下级 2130599，财决07表有 9,600.25 元。';
  const said = async (codes: readonly string[]): Promise<readonly string[]> =>
    titles((await startCheck(await inputOf(leftOut(base, form, codes).workbook, before), rules)).report);
  expect(await said(['21305'])).toEqual([balance]);
  expect([...(await said(['20805', '21305']))].sort()).toEqual([
    '财决02表缺少科目 20805 行政事业单位养老支出及其下级 2080505、2080506，财决03、04表有 406,800.00 元。',
    balance,
  ]);
  expect([...(await said(['20822', '21305']))].sort()).toEqual([
    '财决02表缺少科目 20822 大中型水库移民后期扶持基金支出及其下级 2082201，财决06表有 9,000.00 元。',
    balance,
  ]);
});

test('a total that is off by a fen more than the row left out is still told', async () => {
  const [first, ...more] = titles(await check(leftOutAndFitted([{ key: '合计', name: '基本支出', by: 0.01 }])));
  expect(first).toBe(lacks21011);
  expect(more.join()).toMatch(/财决04表 F9“合计”基本支出/);
});

test('a difference of a total that is not just the row, by a fen in the other form, stays outside its finding', async () => {
  const z05 = school.forms.find((one) => one.form === 'Z05')!;
  const total = z05.rows.find(({ key }) => key === '合计')!.row;
  const column = z05.columns.find(({ key }) => key === '合计')!.column;
  const byAFen = Number((Number(valueAt(school.workbook, z05.sheet, total, column)) + 0.01).toFixed(2));
  const { findings, groups } = await check(withPuts(leftOutAndFitted(), [{ sheet: z05.sheet, row: total, column, value: byAFen }]));
  // What a row explains is not listed again: this is.
  expect(findings.find(({ id }) => id === 'Z04-X04@合计')?.group).not.toBe(groups[0]!.id);
  expect(findings.map(({ id }) => id)).toContain('Z04-X04@合计');
  expect(phraseText(groups[0]!.title)).toBe(lacks21011);
});

test('a code that no other form has is told with the code it was meant to be', async () => {
  const [title, ...more] = await afterwards('Z04', '2101102', 'recoded');
  expect(title).toMatch(/^财决04表第 \d+ 行的科目编码 21011\d\d 疑为 2101102 事业单位医疗：财决.*有 199,000\.00 元/);
  expect(more).toEqual([]);
});

/** Another code on the row of 财决04 with this one; `shift` rows further down than in the clean workbook. */
function recoded(workbook: Workbook, code: string, wrong: string, shift = 0): Workbook {
  const form = school.forms.find((one) => one.form === 'Z04')!;
  const row = form.rows.find(({ key }) => key === code)!.row + shift;
  const sheet = workbook.sheets.find(({ name }) => name === form.sheet)!;
  const column = sheet.left + sheet.values[row - sheet.top]!.findIndex((value) => String(value).trim() === code);
  return withPuts(workbook, [{ sheet: form.sheet, row, column, value: wrong }]);
}

test('a row under the code of a row above is one finding, with what is said of that code; what else is wrong stays apart', async () => {
  const form = school.forms.find((one) => one.form === 'Z04')!;
  const doubled = spoilRow(school, form, '2050202', 'doubled', randomOf(1))!.workbook;
  const wrong = recoded(doubled, '2210201', '2101102', 1);
  const superior = form.columns.find(({ key }) => key === '上缴上级支出')!.column;
  const noted = withPuts(wrong, [{ sheet: form.sheet, row: 23, column: superior, value: '见附件' }]);
  const report = await check(noted);
  expect(titles(report)).toEqual([
    '财决04表第 24 行的科目编码 2101102 疑为 2210201 住房公积金：财决02、05、05-1、07表有 408,000.50 元，财决04表没有这一科目，而这一行的金额与它相同。',
    '财决04表的科目编码2050202（小学教育）出现两次。',
    '财决04表的金额单元格填的是文字“见附件”，不能按数字读取。',
  ]);
  expect(report.findings.map(({ rule }) => rule)).toEqual(['ROW-F03', 'READ-F21', 'READ-F01']);
});

test('a row under the code of a row below is one finding as well: what fails at that code holds with the row it belongs to', async () => {
  const report = await check(recoded(school.workbook, '2101102', '2210201'));
  expect(titles(report)).toEqual([
    '财决04表第 20 行的科目编码 2210201 疑为 2101102 事业单位医疗：财决02、05、05-1、07表有 199,000.00 元，财决04表没有这一科目，而这一行的金额与它相同。',
  ]);
  expect(report.findings.map(({ rule }) => rule)).toEqual(['ROW-F03']);
  // A wrong amount in the row below does not go with it.
  const form = school.forms.find((one) => one.form === 'Z04')!;
  const { row } = form.rows.find(({ key }) => key === '2210201')!;
  const { column } = form.columns.find(({ key }) => key === '基本支出')!;
  const value = Number(valueAt(school.workbook, form.sheet, row, column)) + 100;
  const wrong = await check(withPuts(recoded(school.workbook, '2101102', '2210201'), [{ sheet: form.sheet, row, column, value }]));
  expect(titles(wrong)[0]).toBe(titles(report)[0]);
  expect(wrong.findings.map(({ id }) => id)).toContain('Z04-X01@2210201');
});

test('a row that no other form has is told with its amount', async () => {
  const form = school.forms.find((one) => one.form === 'Z04')!;
  const { row } = form.rows.find(({ key }) => key === '2210201')!;
  const doubled = recoded(spoilRow(school, form, '2210201', 'doubled', randomOf(1))!.workbook, '2210201', '2210203', 1);
  const amounts = form.columns
    .filter(({ column }) => typeof valueAt(doubled, form.sheet, row + 1, column) === 'number')
    .map(({ column }) => ({ sheet: form.sheet, row: row + 1, column, value: 77.5 }));
  expect(titles(await check(withPuts(doubled, amounts)))).toEqual([
    '财决04表第 24 行有科目 2210203 住房公积金（77.50 元），其他各表都没有这一科目。',
  ]);
});

test('a code of a 类 that does not exist is told with the code it was meant to be, and not once more for its 类', async () => {
  const report = await check(recoded(school.workbook, '2101102', '2991102'));
  expect(titles(report)).toEqual([
    '财决04表第 20 行的科目编码 2991102 疑为 2101102 事业单位医疗：财决02、05、05-1、07表有 199,000.00 元，财决04表没有这一科目，而这一行的金额与它相同。',
  ]);
  // Nor for its name, which is that of another 类.
  expect((await check(recoded(school.workbook, '205', '211'))).findings.map(({ rule }) => rule)).toEqual(['ROW-F03']);
});

test('a 款 without its 项 in every form is one finding per form', async () => {
  const gone = school.forms.reduce<Workbook>((book, form) => {
    const rows = new Set(form.rows.filter(({ key }) => key.startsWith('2101102')).map(({ row }) => row));
    return withValues(book, form.sheet, (values, top) => values.filter((_, r) => !rows.has(r + top)));
  }, school.workbook);
  const found = titles(await check(gone));
  expect(found[0]).toBe('财决02表科目 21011 行政事业单位医疗有 199,000.00 元，没有列出下级科目，其他科目列到项级。');
  expect(found).toHaveLength(
    new Set(school.forms.filter(({ rows }) => rows.some(({ key }) => key === '21011')).map(({ form }) => form)).size,
  );
});

test('a 类 without anything below it in every form is told with the level that the others go down to', async () => {
  const without = (gone: (key: string) => boolean): Workbook =>
    school.forms.reduce<Workbook>((book, form) => {
      const rows = new Set(form.rows.filter(({ key }) => gone(key)).map(({ row }) => row));
      return withValues(book, form.sheet, (values, top) => values.filter((_, r) => !rows.has(r + top)));
    }, school.workbook);
  const below = (key: string): boolean => key.startsWith('221') && key.length > 3;
  const message = '财决02表科目 221 住房保障支出有 408,000.50 元，没有列出下级科目，其他科目列到';
  expect(titles(await check(without(below)))[0]).toBe(`${message}项级。`);
  expect(titles(await check(without((key) => below(key) || /^\d{7}/.test(key))))[0]).toBe(`${message}款级。`);
});

test('a form with nothing but its 合计, or with 款 and no 项, lacks the rows that the other forms print', async () => {
  const cut = (keep: (key: string) => boolean): Workbook => {
    const form = school.forms.find((one) => one.form === 'Z07')!;
    const rows = new Set(form.rows.filter(({ key }) => key !== '合计' && !keep(key)).map(({ row }) => row));
    return withValues(school.workbook, form.sheet, (values, top) => values.filter((_, r) => !rows.has(r + top)));
  };
  expect(titles(await check(cut(() => false)))[0]).toMatch(/^财决07表缺少科目 205 教育支出及其下级 20502、2050202，/);
  expect(titles(await check(cut((key) => key === '205')))[0]).toMatch(/^财决07表缺少科目 20502 普通教育及其下级 2050202，/);
  expect(titles(await check(cut((key) => key.length <= 5)))[0]).toMatch(/^财决07表缺少科目 2050202 小学教育，/);
});

test('a form that prints no 款 and 项 at all, and one that prints 项 only, lack nothing', async () => {
  const cut = (id: string, keep: (key: string) => boolean): Workbook => {
    const form = school.forms.find((one) => one.form === id)!;
    const rows = new Set(form.rows.filter(({ key }) => key !== '合计' && !keep(key)).map(({ row }) => row));
    return withValues(school.workbook, form.sheet, (values, top) => values.filter((_, r) => !rows.has(r + top)));
  };
  expect(titles(await check(cut('Z07', (key) => key.length === 3)))).toEqual([]);
  expect(titles(await check(cut('Z07', (key) => key.length === 7)))).toEqual([]);
});

test('a wrong amount in a row that another form rightly leaves out is told as the amount it is', async () => {
  // 2050299 has no basic expenditure: 财决05-1 does not print it.
  const form = school.forms.find((one) => one.form === 'Z04')!;
  const basic = form.columns.find(({ key }) => key === '基本支出')!.column;
  const row = form.rows.find(({ key }) => key === '2050299')!.row;
  const report = await check(withPuts(school.workbook, [{ sheet: form.sheet, row, column: basic, value: 123.45 }]));
  expect(report.findings.filter(({ rule }) => rule.startsWith('ROW-'))).toEqual([]);
  expect(phraseText(report.groups[0]!.title)).toContain('财决04表');
});

test('a form without its 合计 row, and a form that is not there, are errors', async () => {
  const form = school.forms.find((one) => one.form === 'Z04')!;
  const total = form.rows.find(({ key }) => key === '合计')!.row;
  const headless = withValues(school.workbook, form.sheet, (values, top) => values.filter((_, r) => r + top !== total));
  expect(titles(await check(headless))).toContain('财决04表没有找到“合计”行。');
  const [title] = titles(await check(withoutSheet(school.workbook as KitWorkbook, 'Z04')));
  expect(title).toMatch(/^工作簿里没有财决04表，而财决01表 \w+“本年支出合计”决算数有 [\d,.]+ 元。$/);
  // What would say that it is missing is missing too.
  expect(titles(await check(withoutSheet(withoutSheet(school.workbook as KitWorkbook, 'Z04'), 'Z01')))).toEqual([]);
});

test('a row too many explains its sums by just its amount: what else is wrong with a sum above it stays apart', async () => {
  const form = school.forms.find((one) => one.form === 'Z04')!;
  const at = form.rows.find(({ key }) => key === '20502')!.row;
  const extra = withValues(school.workbook, form.sheet, (values, top) => {
    const rows = values.map((row) => [...row]);
    rows.splice(at - top + 1, 0, ['2050210', null, null, '某项', 5000, 5000, null, null, null, null]);
    return rows;
  });
  expect(titles(await check(extra))).toEqual(['财决04表第 12 行有科目 2050210 某项（5,000.00 元），其他各表都没有这一科目。']);
  const total = Number(valueAt(extra, form.sheet, at, 6));
  const both = await check(withPuts(extra, [{ sheet: form.sheet, row: at, column: 6, value: total + 7000 }]));
  expect(titles(both)).toContainEqual('财决04表第 12 行有科目 2050210 某项（5,000.00 元），其他各表都没有这一科目。');
  expect(both.findings.map(({ id }) => id)).toContain('Z04-A01@20502·项目支出');
});

test('a row under a new code with other amounts is not taken for the one that is missing', async () => {
  const form = school.forms.find((one) => one.form === 'Z04')!;
  const spoiled = spoilRow(school, form, '2101102', 'recoded', randomOf(1))!;
  const { row, column } = { row: form.rows.find(({ key }) => key === '2101102')!.row, column: form.columns[0]!.column };
  expect(titles(await check(spoiled.workbook)).join()).toMatch(/的科目编码 \d+ 疑为 2101102/);
  const other = withPuts(spoiled.workbook, [
    { sheet: form.sheet, row, column, value: 77 },
    { sheet: form.sheet, row, column: column + 1, value: 77 },
  ]);
  const told = titles(await check(other)).join();
  expect(told).toContain('财决04表缺少科目 2101102');
  expect(told).not.toContain('疑为');
});

import { phraseText } from '../../src/facts/phrase';
import { clean, cellOf, valueAt, withCell, type KitWorkbook } from '../kit/index';
import { checkFacts } from '../../src/checks/check';
import { rules } from '../../src/rules/index';
import { isFormula, type Claim, type Expr, type Rule } from '../../src/rules/rule';
import { paper } from '../rules/paper';
import { cellNames, checkPaper, errorsOf, factsInput, inputOf, reportOf } from './support';

type Slip = readonly [form: string, row: string, column: string, change: (value: number) => number];

function slipped(slips: readonly Slip[]): { readonly workbook: KitWorkbook; readonly cells: readonly string[] } {
  let workbook = clean();
  const cells = slips.map(([form, row, column, change]) => {
    const { a1 } = cellOf(workbook, form, row, column);
    workbook = withCell(workbook, form, a1, Number(change(Number(valueAt(workbook, form, a1))).toFixed(2)));
    return `${form}!${a1}`;
  });
  return { workbook, cells };
}

const leaders = async (workbook: KitWorkbook): Promise<readonly string[]> =>
  (await reportOf(workbook)).groups.filter((group) => group.severity === 'error').map((group) => cellNames(group.cells)[0]!);

describe('the cause, not the echo', () => {
  test('a wrong total is told from a wrong part', async () => {
    for (const row of ['合计', '201', '20103', '2010301']) {
      const { workbook, cells } = slipped([['Z07', row, '本年收入 > 合计', (value) => value + 0.01]]);
      expect(await leaders(workbook)).toEqual(cells);
    }
  });

  test('a form whose heading says 万元 by mistake is one cause, named first, not a hundred wrong cells', async () => {
    const workbook = clean();
    const wrong = {
      ...workbook,
      sheets: workbook.sheets.map((sheet) =>
        sheet.name.startsWith('Z04')
          ? { ...sheet, values: sheet.values.map((row) => row.map((value) => (value === '金额单位：元' ? '金额单位：万元' : value))) }
          : sheet,
      ),
    };
    const errors = (await reportOf(wrong)).groups.filter((group) => group.severity === 'error');
    expect(errors).toHaveLength(1);
    expect(phraseText(errors[0]!.title)).toContain('财决04表）的金额单位是“万元”，其他表是“元”');
    expect(errors[0]!.findings.length).toBeGreaterThan(20);
  });

  test('a formula that holds clears its cells, however round the wrong number looks', async () => {
    const written = { 'F03.三公经费支出合计.统计数': 17, 'F03.公务用车购置及运行维护费.统计数': 17, 'F03.公务用车运行维护费.统计数': 20 };
    const report = await checkPaper(written, 'F03-A01', 'F03-A02');
    expect(report.groups.map((group) => phraseText(group.title))).toEqual(['财决附03表 C5“公务用车运行维护费”统计数可能多 3.00 元。']);
  });

  test('what a correction makes hold is counted, and so is what it would break', async () => {
    const cell = (row: string): Expr => ({ op: 'cell', table: 'F03', row, column: '统计数', book: '本年' });
    const [x, ...others] = ['三公经费支出合计', '公务用车购置及运行维护费', '公务用车运行维护费', '公务接待费'].map(cell);
    const model = rules.find((rule): rule is Rule => isFormula(rule) && rule.id === 'F03-A01')!;
    const star = others.map((right, n): Rule => ({ ...model, each: {}, id: `F03-A9${n}`, claim: { left: x!, is: '=', right } }));
    const of = async (total: number, part: number): Promise<readonly string[]> => {
      const amounts = {
        'F03.三公经费支出合计.统计数': total,
        'F03.公务用车购置及运行维护费.统计数': part,
        'F03.公务用车运行维护费.统计数': part,
      };
      const report = await checkFacts(factsInput(paper({ ...amounts, 'F03.公务接待费.统计数': 7 })), star);
      return report.groups.map(({ why }) => phraseText(why));
    };
    const repaired = (n: number): string => `${n} 处不平全部平衡（财决附03表“三公”经费支出合计等于三项之和）。`;
    expect(await of(7, 5)).toEqual([`现为 7.00 元，改为 5.00 元后，${repaired(2)}但另有 1 处已平的会因此不平。`]);
    expect(await of(9, 7)).toEqual([`现为 9.00 元，改为 7.00 元后，${repaired(3)}`]);
  });

  test('a formula whose condition does not hold speaks for no cell', async () => {
    const cell = (row: string): Expr => ({ op: 'cell', table: 'F03', row, column: '统计数', book: '本年' });
    const [x, a, b, c] = ['三公经费支出合计', '公务用车购置及运行维护费', '公务用车运行维护费', '公务接待费'].map(cell);
    const model = rules.find((rule): rule is Rule => isFormula(rule) && rule.id === 'F03-A01')!;
    const plain: Rule = { ...model, each: {}, id: 'F03-A90', claim: { left: x!, is: '=', right: a! } };
    const given: Claim = { left: c!, is: '≥', right: { op: 'amount', value: 1, unit: '元' } };
    const conditional: Rule = { ...plain, id: 'F03-A91', given, claim: { left: x!, is: '=', right: b! } };
    const suspected = async (reception: number): Promise<readonly string[]> => {
      const facts = paper({
        'F03.三公经费支出合计.统计数': 7,
        'F03.公务用车购置及运行维护费.统计数': 5,
        'F03.公务用车运行维护费.统计数': 7,
        'F03.公务接待费.统计数': reception,
      });
      return (await checkFacts(factsInput(facts), [plain, conditional])).groups.map(({ title }) => phraseText(title));
    };
    expect(await suspected(0)).toEqual(['财决附03表 C1“三公经费支出合计”统计数可能多 2.00 元。']);
    expect(await suspected(3)).toEqual(['财决附03表 C3“公务用车购置及运行维护费”统计数可能少 2.00 元。']);
  });

  test('cells that explain as much are named beside the suspected one, those that explain something else are not', async () => {
    const written = {
      'F03.公务用车购置及运行维护费.统计数': 17,
      'F03.公务用车购置费.统计数': 5,
      'F03.公务用车运行维护费.统计数': 20,
      'Z01.基本支出.决算数': 7,
      'Z01.人员经费.决算数': 5,
    };
    const report = await checkPaper(written, 'F03-A02', 'Z01-A03');
    const told = report.groups.map(({ why, cells }) => `${/也可能是.*/.exec(phraseText(why))?.[0]} ${cellNames(cells).join(' ')}`);
    expect(told.sort()).toEqual([
      '也可能是财决01表 C40“人员经费”决算数、财决01表 C41“公用经费”决算数。 Z01!C39 Z01!C40 Z01!C41',
      '也可能是财决附03表 C5“公务用车运行维护费”统计数、财决附03表 C4“公务用车购置费”统计数。 F03!C3 F03!C5 F03!C4',
    ]);
  });

  test('of cells that explain as much the one that becomes rounder is suspected first', async () => {
    const written = { 'F03.公务用车购置及运行维护费.统计数': 25, 'F03.公务用车购置费.统计数': 5, 'F03.公务用车运行维护费.统计数': 23.17 };
    const report = await checkPaper(written, 'F03-A02');
    expect(report.groups.map(({ title }) => phraseText(title))).toEqual(['财决附03表 C5“公务用车运行维护费”统计数可能多 3.17 元。']);
  });

  test('two wrong cells in two forms are two groups', async () => {
    const { workbook, cells } = slipped([
      ['Z04', '2010301', '基本支出', (value) => value + 100],
      ['Z03', '2080505', '财政拨款收入', (value) => value * 10],
    ]);
    expect([...(await leaders(workbook))].sort()).toEqual([...cells].sort());
  });

  test('three wrong cells, two of them in one column, are three groups', async () => {
    const { workbook, cells } = slipped([
      ['Z05_1', '2010301', '工资福利支出 > 基本工资', (value) => value - 9000],
      ['Z05_1', '2010301', '商品和服务支出 > 办公费', (value) => value + 0.01],
      ['Z01', '行84', '栏9', (value) => value + 5000],
    ]);
    expect([...(await leaders(workbook))].sort()).toEqual([...cells].sort());
  });

  test('every finding is in exactly one group that lists it', async () => {
    const { workbook } = slipped([
      ['Z04', '合计', '项目支出', (value) => value + 7],
      ['Z08', '合计', '合计', (value) => value - 7],
    ]);
    const report = await reportOf(workbook);
    for (const finding of report.findings) {
      const holders = report.groups.filter((group) => group.findings.includes(finding.id)).map((group) => group.id);
      expect([finding.id, holders]).toEqual([finding.id, [finding.group]]);
    }
    expect(errorsOf(report).every((finding) => finding.cells.length > 0)).toBe(true);
  });

  test('an amount left out is found though the cell is blank', async () => {
    const workbook = clean();
    const { a1 } = cellOf(workbook, 'Z05', '2010301', '工资福利支出 > 基本工资');
    expect(await leaders(withCell(workbook, 'Z05', a1, null))).toEqual([`Z05!${a1}`]);
  });

  test('a workbook typed at random still comes to an end, with a bounded list', async () => {
    let workbook = clean();
    for (let n = 0; n < 60; n++) workbook = withCell(workbook, 'Z08', `${String.fromCharCode(69 + (n % 20))}${10 + (n % 9)}`, n * 1717.13);
    const report = await reportOf(workbook);
    expect(errorsOf(report).length).toBeGreaterThan(20);
    expect(report.findings.every((finding) => finding.group !== '')).toBe(true);
  });
});

describe('the search for causes comes to an end', () => {
  // Each cell stands in two formulas, so that a correction only moves the difference on, and back again.
  test('a difference that can be moved about without end', async () => {
    const cell = (row: string): Expr => ({ op: 'cell', table: 'F03', row, column: '统计数', book: '本年' });
    const fixed = (value: number): Expr => ({ op: 'amount', value, unit: '元' });
    const [x, a, b] = ['三公经费支出合计', '公务用车购置及运行维护费', '公务用车运行维护费'].map(cell) as [Expr, Expr, Expr];
    const model = rules.find((rule): rule is Rule => isFormula(rule) && rule.id === 'F03-A01')!;
    const claims: readonly Claim[] = [
      { left: x, is: '=', right: a },
      { left: a, is: '=', right: b },
      { left: b, is: '=', right: fixed(100) },
      // No correction of one cell repairs this one: the search has no reason to stop.
      { left: b, is: '≤', right: fixed(50) },
    ];
    const ring = claims.map((claim, n): Rule => ({ ...model, each: {}, id: `F03-A9${n}`, claim }));
    const facts = paper({
      'F03.三公经费支出合计.统计数': 123.45,
      'F03.公务用车购置及运行维护费.统计数': 123.45,
      'F03.公务用车运行维护费.统计数': 100,
    });
    const report = await checkFacts({ ...factsInput(facts), search: { steps: 1e9, milliseconds: 1e9 } }, ring);
    expect(errorsOf(report).map((finding) => finding.rule)).toEqual(['F03-A91', 'F03-A93']);
  });

  test('a block of rows shifted down in any form', async () => {
    for (const form of ['Z01', 'Z01_1', 'Z02', 'Z03', 'Z04', 'Z05', 'Z05_2', 'Z07', 'Z08', 'Z08_1']) {
      const workbook = clean();
      const shifted = {
        ...workbook,
        sheets: workbook.sheets.map((sheet) =>
          sheet.name.split(' ')[0] === form
            ? {
                ...sheet,
                values: sheet.values.map((row, r) => (r > 10 && r < 17 ? [...row.slice(0, 4), ...sheet.values[r - 1]!.slice(4)] : row)),
              }
            : sheet,
        ),
      };
      expect((await reportOf(shifted)).groups.length).toBeGreaterThan(0);
    }
  });

  test('broken off at its limit it says so, and lists every finding without a cause', async () => {
    const { workbook } = slipped([['Z07', '合计', '本年收入 > 合计', (value) => value + 0.01]]);
    const input = await inputOf(workbook);
    const whole = await checkFacts(input, rules);
    const broken = await checkFacts({ ...input, search: { steps: 0, milliseconds: 1000 } }, rules);
    expect(whole.cut).toBeUndefined();
    expect(broken.cut).toContain('成因没有查找完');
    expect(errorsOf(broken)).toHaveLength(errorsOf(whole).length);
    expect(broken.groups.filter((group) => group.severity === 'error')).toHaveLength(errorsOf(whole).length);
  });
});

describe('差额侦探 offers, with the cells that show it', () => {
  const workbook = clean();
  const amount = (row: string, column = '基本支出'): number => Number(valueAt(workbook, 'Z04', cellOf(workbook, 'Z04', row, column).a1));
  const pension = '财决04表 F16“机关事业单位基本养老保险缴费支出”基本支出';
  const whole = '财决04表 F28“住房保障支出”基本支出';
  const [group, item] = ['财决04表 F29“住房改革支出”基本支出', '财决04表 F30“住房公积金”基本支出'];
  const here = '可能漏加、重复加了这一格，或填错了位置。';
  const beside = [`差额正好等于${group}，${here} F29`, `差额正好等于${item}，${here} F30`];

  test.each<[string, row: string, change: (value: number) => number | null, clues: readonly string[]]>([
    [
      'digits changed over',
      '2080505',
      (value) => Number(String(value).replace(/^(\d)(\d)/, '$2$1')),
      ['数字颠倒：差额 360,000.00 元能被 9 整除，对调两位后即相符。 F16'],
    ],
    ['ten times', '2010301', (value) => value * 10, ['多填了 10 倍（小数点错位）。 F12']],
    ['a hundred times', '2010301', (value) => value * 100, ['多填了 100 倍（小数点错位）。 F12']],
    ['ten thousand times', '2010301', (value) => value * 10000, ['多填了 10000 倍（元与万元混用）。 F12']],
    ['a tenth', '2010301', (value) => value / 10, ['少填，应为现数的 10 倍（小数点错位）。 F12']],
    ['a hundredth', '2010301', (value) => value / 100, ['少填，应为现数的 100 倍（小数点错位）。 F12']],
    ['a ten-thousandth', '2010301', (value) => value / 10000, ['少填，应为现数的 10000 倍（元与万元混用）。 F12']],
    ['a sign', '2010301', (value) => -value, ['正负号填反：差额正好是本数的两倍。 F12']],
    ['a doubled amount', '2010301', (value) => value * 2, ['重复计算了一遍：现数正好是应有数的两倍。 F12']],
    ['a blank', '2010301', () => null, ['漏填：财决04表 F12“行政运行”基本支出是空白，应为 5,180,486.00 元。 F12']],
    ['the amount of another row', '2010301', () => amount('2080505'), [`误抄：现数与${pension}相同。 F16`]],
    ['the amount of another row added', '2210201', (value) => value + amount('2080505'), [`差额正好等于${pension}，${here} F16`]],
    ['a row left out of a sum', '合计', (value) => value - amount('221'), [...beside, `差额正好等于${whole}，可能漏加了它。 F28`]],
    ['a row added twice', '合计', (value) => value + amount('221'), [...beside, `差额正好等于${whole}，可能重复加了它。 F28`]],
    ['a row taken off', '合计', (value) => value - 2 * amount('221'), [`差额正好是${whole}的两倍，可能加减号用反。 F28`]],
    ['what equals nothing', '合计', (value) => value + 1234.5, []],
    ['less than one 元', '合计', (value) => value + 0.5, []],
  ])('%s', async (_name, row, change, clues) => {
    const { a1 } = cellOf(workbook, 'Z04', row, '基本支出');
    const value = change(amount(row));
    const slip = withCell(workbook, 'Z04', a1, value === null ? null : Number(value.toFixed(2)));
    const [first] = (await reportOf(slip)).groups;
    expect(cellNames(first!.cells)[0]).toBe(`Z04!${a1}`);
    expect(first!.clues.map(({ text, cells }) => `${phraseText(text)} ${cells.map((cell) => cell.a1).join(' ')}`)).toEqual(clues);
  });

  test('two amounts changed over: each is where the other belongs', async () => {
    const { workbook: both } = slipped([
      ['Z04', '2080505', '基本支出', () => amount('2210201')],
      ['Z04', '2210201', '基本支出', () => amount('2080505')],
    ]);
    const clues = (await reportOf(both)).groups.map((one) => one.clues.map(({ text }) => phraseText(text)));
    expect(clues[0]).toEqual([`串行或串栏：应有数与${pension}相同。`]);
    // 住房公积金 itself is wrong: what was copied stands in the rows above it.
    expect(clues[1]).toEqual([`误抄：现数与${whole}相同。`, `误抄：现数与${group}相同。`]);
  });

  test('a total that lacks one of its columns', async () => {
    const { workbook: short } = slipped([['Z04', '2010302', '本年支出合计', (value) => value - amount('2010302', '项目支出')]]);
    expect((await reportOf(short)).groups[0]!.clues.map(({ text }) => phraseText(text))).toEqual([
      '差额正好等于财决02表 J13“一般行政管理事务”本年支出，可能漏加了它。',
      '差额正好等于财决04表 G13“一般行政管理事务”项目支出，可能漏加了它。',
    ]);
  });
});

import { phraseText } from '../../src/facts/phrase';
import fc from 'fast-check';
import { checkFacts, startCheck } from '../../src/checks/check';
import { Grids } from '../../src/checks/grid';
import { rules } from '../../src/rules/index';
import type { CheckReport } from '../../src/facts/outcome';
import type { Workbook } from '../../src/kernel/workbook';
import type { AnyRule, Rule } from '../../src/rules/rule';
import { arbitraryUnit, buildYears, cellOf, clean, cleanYears, units, valueAt, withCell, withoutSheet } from '../kit/index';
import { paper } from '../rules/paper';
import { cellNames, errorsOf, factsInput, inputOf, ledgerOf, reportOf, sessionOf } from './support';

const only = (...ids: readonly string[]): readonly AnyRule[] => rules.filter((rule) => ids.includes(rule.id));

describe('a clean workbook', () => {
  test.each(Object.keys(units) as (keyof typeof units)[])('%s has no error', async (name) => {
    const { now, before } = buildYears(units[name]);
    expect(errorsOf(await reportOf(now, before)).map((finding) => phraseText(finding.message))).toEqual([]);
  });

  test('of a random unit has no error', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryUnit(), async (unit) => {
        const { now, before } = buildYears(unit);
        expect(errorsOf(await reportOf(now, before)).map((finding) => phraseText(finding.message))).toEqual([]);
      }),
      { numRuns: 8, seed: 11 },
    );
  });

  test('is checked at every printed figure, and every rule is accounted for', async () => {
    const { now, before } = cleanYears();
    const report = await reportOf(now, before);
    expect(report.counts.passed).toBeGreaterThan(2500);
    expect(report.counts.failed).toBe(0);
    const silent = report.ledger.filter(
      (entry) => entry.passed + entry.rounding + entry.failed + entry.blocked + entry.notApplicable + entry.empty === 0,
    );
    expect(silent.map((entry) => entry.rule)).toEqual([]);
  });
});

describe('one wrong amount', () => {
  test('is one group, its cell first, its excess told', async () => {
    const workbook = clean();
    const cell = cellOf(workbook, 'Z04', '2010301', '基本支出');
    const value = valueAt(workbook, 'Z04', cell.a1) as number;
    const report = await reportOf(withCell(workbook, 'Z04', cell.a1, value + 100));
    expect(report.groups.filter((group) => group.severity === 'error')).toHaveLength(1);
    const group = report.groups[0]!;
    expect(cellNames(group.cells)[0]).toBe(`Z04!${cell.a1}`);
    expect(group.difference).toBe('100.00');
    expect(phraseText(group.title)).toBe(`财决04表 ${cell.a1}“行政运行”基本支出可能多 100.00 元。`);
    expect(group.findings.length).toBeGreaterThanOrEqual(4);
  });

  test('is told in a sentence with form, cell, row and amounts', async () => {
    const workbook = clean();
    const cell = cellOf(workbook, 'Z04', '2010301', '基本支出');
    const report = await reportOf(withCell(workbook, 'Z04', cell.a1, (valueAt(workbook, 'Z04', cell.a1) as number) + 100));
    const finding = report.findings.find((one) => one.rule === 'Z04-X01')!;
    expect(phraseText(finding.message)).toMatch(
      /^财决04表 F\d+“行政运行”基本支出（[\d,.]+ 元）比财决05-1表 E\d+“行政运行”合计数（[\d,.]+ 元）多 100\.00 元。$/,
    );
    expect(finding.difference).toBe('100.00');
    expect(finding.cells[0]!.a1).toBe(cell.a1);
  });

  test('points to the suspected cell, then to the side that is one cell, though it is blank', async () => {
    const facts = paper({ 'Z04.201.基本支出': 5, 'Z04.201.项目支出': 2 });
    const { findings } = await checkFacts(factsInput(facts), only('Z04-X04'));
    expect(findings.map(({ cells }) => cellNames(cells))).toEqual([['Z04!B2', 'Z05!A2', 'Z04!C2', 'Z04!E2']]);
  });

  test('a count left out where money was spent is an error at the blank cell', async () => {
    const workbook = clean();
    const cell = cellOf(workbook, 'F03', '国内公务接待批次', '统计数');
    const report = await reportOf(withCell(workbook, 'F03', cell.a1, null));
    expect(errorsOf(report).map((finding) => finding.rule)).toEqual(['F03-F01']);
    expect(cellNames(report.groups[0]!.cells)[0]).toBe(`F03!${cell.a1}`);
  });
});

describe('what cannot be checked', () => {
  test('a missing form blocks its rules, and the ledger says which form', async () => {
    const report = await reportOf(withoutSheet(clean(), 'Z05_1'));
    expect(ledgerOf(report, 'Z04-X01')).toMatchObject({ passed: 0, failed: 0, blocked: 1, reasons: ['缺财决05-1表'] });
    // Nothing is said of its formulas; that the form is missing is said once.
    expect(errorsOf(report).map(({ rule }) => rule)).toEqual(['ROW-F05']);
  });

  test('a sheet that was not recognised is named where a form is missing: it may be that form without its head', async () => {
    const whole = clean();
    const headless = {
      ...whole,
      sheets: whole.sheets.map((sheet) =>
        sheet.id === 'Z05_1' ? { ...sheet, name: '支出', id: 'other' as const, values: sheet.values.slice(3) } : sheet,
      ),
    };
    const [missing] = errorsOf(await reportOf(headless));
    expect(missing).toMatchObject({ rule: 'ROW-F05' });
    expect(missing!.hint).toMatch(
      /^工作表“支出”没有认出是哪张表，如果其中有财决05-1表，在它的表头写上“财决05-1表”即可；没有的，从报表软件导出/,
    );
  });

  test('a form that is not there is not taken for an empty one because the one total that speaks of it was left empty', async () => {
    const workbook = withoutSheet(clean(), 'Z10_2');
    const { a1 } = cellOf(workbook, 'Z09', '合计', '本年支出 > 项目支出');
    const errors = (await reportOf(withCell(workbook, 'Z09', a1, null))).groups.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ title }) => phraseText(title))).toEqual(['财决09表 I9“合计”本年支出中的项目支出可能少 1,876,543.21 元。']);
  });

  test('a breakdown of a fund that the export left out is a remark, no error: the form above it is there', async () => {
    const report = await reportOf(withoutSheet(clean(), 'Z10_2'));
    expect(errorsOf(report)).toEqual([]);
    const remark = report.findings.find(({ rule }) => rule === 'ROW-H01')!;
    expect(phraseText(remark.message)).toMatch(/^工作簿里没有财决10-2表，而财决01-1表 \w+“项目支出”/);
    expect(remark.severity).toBe('warning');
  });

  test('a form that the unit has no use for is not applicable, not missing', async () => {
    const { now } = buildYears(units.onlyGeneral);
    const report = await reportOf(withoutSheet(withoutSheet(now, 'Z05_3'), 'Z12'));
    expect(ledgerOf(report, 'Z05_3-A02')).toMatchObject({ blocked: 0, notApplicable: 1, reasons: ['没有这类收支，不需要此表'] });
    expect(ledgerOf(report, 'Z04-X03').blocked).toBe(0);
    expect(ledgerOf(report, 'Z04-X03').empty).toBeGreaterThan(5);
  });

  test('a text where an amount belongs blocks the formulas with that cell and no others', async () => {
    const workbook = clean();
    const cell = cellOf(workbook, 'Z03', '合计', '财政拨款收入');
    const report = await reportOf(withCell(workbook, 'Z03', cell.a1, '见附件'));
    expect(ledgerOf(report, 'Z01-X02')).toMatchObject({
      passed: 0,
      blocked: 1,
      reasons: [`财决03表 ${cell.a1}（合计 · 财政拨款收入）是文字“见附件”`],
    });
    expect(ledgerOf(report, 'Z01-X01').passed).toBe(1);
  });

  test('a dash adds nothing; a side of nothing but dashes is not applicable', async () => {
    const facts = paper({
      'Z01.基本支出.决算数': 5,
      'Z01.人员经费.决算数': 5,
      'Z01.公用经费.决算数': '—',
      'Z01.人员经费.年初预算数': '—',
      'Z01.公用经费.年初预算数': '—',
    });
    const report = await checkFacts(factsInput(facts), only('Z01-A03'));
    expect(ledgerOf(report, 'Z01-A03')).toMatchObject({ passed: 1, empty: 1, failed: 0, notApplicable: 1 });
  });

  test('a part that is more than its whole is no error where its row, in any form, or its column holds a negative amount', async () => {
    const judged = async (rule: string, cells: Parameters<typeof paper>[0]) => {
      const { failed, notApplicable } = ledgerOf(await checkFacts(factsInput(paper(cells)), only(rule)), rule);
      return `${failed} ${notApplicable > 0 ? '不适用' : ''}`;
    };
    const row = { 'Z04.2010301.本年支出合计': 5, 'Z07.2010301.本年支出·合计': 7 };
    expect(await judged('Z04-X05', row)).toBe('1 ');
    expect(await judged('Z04-X05', { ...row, 'Z05.2010301.30201': -1 })).toBe('0 不适用');
    expect(await judged('Z04-X05', { ...row, 'Z05.2080505.30201': -1 })).toBe('1 ');
    const cell = { 'Z05.2010301.30201': 5, 'Z08.2010301.30201': 7 };
    expect(await judged('Z08-X02', cell)).toBe('1 ');
    expect(await judged('Z08-X02', { ...cell, 'Z08.2080505.30201': -1 })).toBe('0 不适用');
    expect(await judged('Z08-X02', { ...cell, 'Z08.2080505.30202': -1 })).toBe('1 ');
    const kind = { 'Z01.201.决算数': 5, 'Z01_1.201.决算数·小计': 7 };
    expect(await judged('Z01-X22', { ...kind, 'Z01_1.208.年初预算数·小计': -1 })).toBe('1 ');
    expect(await judged('Z01-X22', { ...kind, 'Z01_1.201.年初预算数·小计': -1 })).toBe('0 不适用');
  });

  test('last year’s workbook is asked for by name', async () => {
    const report = await reportOf(clean());
    expect(ledgerOf(report, 'Z01-Y01').reasons).toEqual(['缺上年工作簿']);
  });

  test('a form that last year’s workbook leaves out had nothing in it only where last year’s other forms say so', async () => {
    const [unused, used] = [buildYears(units.onlyGeneral), buildYears(units.withFund)];
    const opening = async (now: Workbook, before: Workbook) => ledgerOf(await reportOf(now, before), 'Z09-Y01');
    expect(await opening(used.now, withoutSheet(unused.before!, 'Z09'))).toMatchObject({ empty: 1, blocked: 0 });
    expect(await opening(withoutSheet(unused.now, 'Z09'), withoutSheet(used.before!, 'Z09'))).toMatchObject({
      empty: 0,
      blocked: 1,
      reasons: ['缺上年的财决09表'],
    });
  });

  test('a total that no fund is printed for is not filled in', async () => {
    const report = await checkFacts(factsInput(paper({ 'Z01_1.支出总计.决算数·小计': 5 })), only('Z01_1-A05'));
    expect(ledgerOf(report, 'Z01_1-A05')).toMatchObject({ failed: 0, notApplicable: 3, reasons: ['表中未填列'] });
  });

  test('conditions on the unit: unknown blocks, another kind is not applicable', async () => {
    const input = factsInput(paper({ 'Z01.使用非财政拨款结余.决算数': 0 }));
    const unknown = await checkFacts(input, only('Z01-H01'));
    const other = await checkFacts({ ...input, supplements: { ...input.supplements, unitKind: '事业单位' } }, only('Z01-H01'));
    const mine = await checkFacts({ ...input, supplements: { ...input.supplements, unitKind: '行政单位' } }, only('Z01-H01'));
    expect([unknown, other, mine].map((report) => report.counts)).toMatchObject([{ blocked: 1 }, { notApplicable: 1 }, { passed: 1 }]);
  });
});

describe('places of which every cell is blank', () => {
  test('are neither 平 nor 不平: they are counted apart', async () => {
    const report = await checkFacts(factsInput(paper({ 'Z01.基本支出.决算数': 0 })), only('Z01-A03'));
    expect(report.counts).toMatchObject({ passed: 1, failed: 0, notApplicable: 0, empty: 2 });
    expect(ledgerOf(report, 'Z01-A03')).toMatchObject({ passed: 1, empty: 2, reasons: [] });
  });

  test('a condition does not make up for it, and what must not be blank still fails', async () => {
    const facts = paper({ 'F03.国内接待费.统计数': 5 });
    const report = await checkFacts(factsInput(facts), only('F03-F01', 'F03-A05', 'F03-H19'));
    expect(ledgerOf(report, 'F03-F01')).toMatchObject({ failed: 1, empty: 0 });
    expect(ledgerOf(report, 'F03-A05')).toMatchObject({ passed: 0, empty: 1 });
    expect(ledgerOf(report, 'F03-H19')).toMatchObject({ passed: 0, empty: 1 });
  });

  test('the counts of a workbook are those of its printed figures', async () => {
    const { counts } = await reportOf(clean());
    expect(counts.passed).toBeLessThan(8000);
    expect(counts.empty).toBeGreaterThan(counts.passed);
  });
});

describe('set aside', () => {
  const broken = (value: number): ReturnType<typeof factsInput> => factsInput(paper({ 'Z01.收入总计.决算数': value }));
  const rule = only('Z01-A10');

  test('holds while the cells are unchanged, and lapses when one of them changes', async () => {
    const first = (await checkFacts(broken(7), rule)).findings[0]!;
    const asides = [{ id: first.id, rule: first.rule, fingerprint: first.fingerprint, reason: '已与财政局核实', at: '2025-03-01' }];
    const again = (await checkFacts({ ...broken(7), asides }, rule)).findings[0]!;
    const changed = (await checkFacts({ ...broken(8), asides }, rule)).findings[0]!;
    expect(again.aside).toEqual({ reason: '已与财政局核实', at: '2025-03-01' });
    expect(changed.aside).toBeUndefined();
  });
});

describe('checking again after an edit', () => {
  test('gives the very report of a fresh check, wherever the edit is', async () => {
    const workbook = clean();
    const session = await sessionOf(workbook);
    for (const [form, row, column] of [
      ['Z04', '2010301', '基本支出'],
      ['Z08_1', '合计', '合计'],
      ['Z02', '合计', '本年收入'],
      ['F03', '公务接待费', '统计数'],
    ] as const) {
      const cell = cellOf(workbook, form, row, column);
      const edited = withCell(workbook, form, cell.a1, 12345.67);
      const again = await session.recheck(await inputOf(edited), [cell.sheet]);
      expect(again.report).toEqual(await reportOf(edited));
    }
  });

  test('leaves rules alone that read no changed form', async () => {
    let asked = 0;
    const counting: AnyRule = { ...(only('Z04-H05')[0] as Exclude<AnyRule, Rule>), check: () => ((asked += 1), []) };
    const workbook = clean();
    const session = await startCheck(await inputOf(workbook), [counting]);
    const next = await inputOf(workbook);
    await session.recheck(next, [cellOf(workbook, 'Z08', '合计', '合计').sheet]);
    expect(asked).toBe(1);
    await session.recheck(next, [cellOf(workbook, 'Z04', '合计', '基本支出').sheet]);
    expect(asked).toBe(2);
  });
});

test('progress is told until the end', async () => {
  const steps: [number, number][] = [];
  await checkFacts(await inputOf(clean()), rules, (_step, done, total) => void steps.push([done, total]));
  expect(steps.at(-1)).toEqual([rules.length, rules.length]);
});

test('款 columns that the list does not know belong to the sum of their group, all ten of them', async () => {
  const unknown = Array.from({ length: 10 }, (_, n) => `302#${n + 1}` as const);
  const parts = Object.fromEntries(unknown.map((column, n) => [`Z08.2010301.${column}`, n + 1]));
  const check = async (total: number): Promise<CheckReport> =>
    checkFacts(
      factsInput(paper({ 'Z08.2010301.302': total, 'Z08.2010301.30201': 100, ...parts }, { columns: { Z08: unknown } })),
      only('Z08-A03'),
    );
  expect((await check(155)).counts).toMatchObject({ passed: 1, failed: 0 });
  expect((await check(100)).findings.map((finding) => finding.difference)).toEqual(['-55.00']);
});

test('a form of many 项 is looked at in steps with room to breathe, and comes out the same', async () => {
  const codes = Array.from({ length: 900 }, (_, n) => `201${10 + Math.trunc(n / 80)}${10 + (n % 80)}`);
  const entries = codes.map((code) => ({ source: '一般公共' as const, code, basic: { '30201': 100010 } }));
  const { years } = await inputOf(buildYears({ name: '大部门', kind: '行政单位', now: { year: 2024, entries } }).now);
  const grids = new Grids(years);
  // 财决05, 05-1, 08 and 08-1 have 100 000 cells each.
  expect([...grids.prepare()].length).toBeGreaterThanOrEqual(4 * 2);
  const [stepped, whole] = [grids.find('Z05')!, new Grids(years).find('Z05')!];
  expect([stepped.fen, stepped.written, stepped.max]).toEqual([whole.fen, whole.written, whole.max]);
  expect(stepped.max).toBeGreaterThan(100010);
});

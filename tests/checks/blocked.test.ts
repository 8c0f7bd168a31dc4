import { checkFacts } from '../../src/checks/check';
import { phraseText } from '../../src/facts/phrase';
import type { Workbook } from '../../src/kernel/workbook';
import { rules } from '../../src/rules/index';
import type { AnyRule } from '../../src/rules/rule';
import { buildYears, cellOf, clean, units, withCell, withoutSheet } from '../kit/index';
import { paper } from '../rules/paper';
import { errorsOf, factsInput, ledgerOf, reportOf } from './support';

const only = (...ids: readonly string[]): readonly AnyRule[] => rules.filter((rule) => ids.includes(rule.id));

describe('what cannot be checked', () => {
  test('a missing form blocks its rules, and the ledger says which form', async () => {
    const report = await reportOf(withoutSheet(clean(), 'Z05_1'));
    expect(ledgerOf(report, 'Z04-X01')).toMatchObject({
      passed: 0,
      failed: 0,
      blocked: 1,
      whyBlocked: [{ reason: '缺财决05-1表', places: 1 }],
    });
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
    expect(ledgerOf(report, 'Z05_3-A02')).toMatchObject({
      blocked: 0,
      notApplicable: 1,
      whyNotApplicable: [{ reason: '没有这类收支，不需要此表', places: 1 }],
    });
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
      whyBlocked: [{ reason: `财决03表 ${cell.a1}（合计 · 财政拨款收入）是文字“见附件”`, places: 1 }],
    });
    expect(ledgerOf(report, 'Z01-X01').passed).toBe(1);
  });

  test('a row that a form of fixed rows lacks blocks the formulas with it; it is no zero', async () => {
    const workbook = clean();
    const { a1 } = cellOf(workbook, 'Z01', '事业收入', '决算数');
    const z01 = workbook.sheets.find(({ id }) => id === 'Z01')!;
    const values = z01.values.map((row, r) =>
      row.map((value) => (r + z01.top + 1 === Number(/\d+/.exec(a1)![0]) && String(value).includes('事业收入') ? '某行' : value)),
    );
    const report = await reportOf({ ...workbook, sheets: workbook.sheets.map((sheet) => (sheet === z01 ? { ...sheet, values } : sheet)) });
    expect(ledgerOf(report, 'Z01-X04')).toMatchObject({
      passed: 0,
      empty: 0,
      blocked: 1,
      whyBlocked: [{ reason: '财决01表没有“事业收入”行', places: 1 }],
    });
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
    expect(ledgerOf(report, 'Z01-Y01').whyBlocked).toMatchObject([{ reason: '缺上年工作簿' }]);
  });

  test('a form that last year’s workbook leaves out had nothing in it only where last year’s other forms say so', async () => {
    const [unused, used] = [buildYears(units.onlyGeneral), buildYears(units.withFund)];
    const opening = async (now: Workbook, before: Workbook) => ledgerOf(await reportOf(now, before), 'Z09-Y01');
    expect(await opening(used.now, withoutSheet(unused.before!, 'Z09'))).toMatchObject({ empty: 1, blocked: 0 });
    expect(await opening(withoutSheet(unused.now, 'Z09'), withoutSheet(used.before!, 'Z09'))).toMatchObject({
      empty: 0,
      blocked: 1,
      whyBlocked: [{ reason: '缺上年的财决09表' }],
    });
  });

  test('a total that no fund is printed for is not filled in', async () => {
    const report = await checkFacts(factsInput(paper({ 'Z01_1.支出总计.决算数·小计': 5 })), only('Z01_1-A05'));
    expect(ledgerOf(report, 'Z01_1-A05')).toMatchObject({
      failed: 0,
      notApplicable: 3,
      whyNotApplicable: [{ reason: '表中未填列', places: 3 }],
    });
  });

  test('why places were not checked is told apart from why others need not be', async () => {
    const facts = paper({
      'Z01.基本支出.决算数': 5,
      'Z01.人员经费.决算数': '见附件',
      'Z01.公用经费.决算数': 5,
      'Z01.人员经费.年初预算数': '—',
      'Z01.公用经费.年初预算数': '—',
    });
    const entry = ledgerOf(await checkFacts(factsInput(facts), only('Z01-A03')), 'Z01-A03');
    expect(entry).toMatchObject({ passed: 0, blocked: 1, notApplicable: 1, empty: 1 });
    expect(entry.whyBlocked).toEqual([{ reason: expect.stringContaining('是文字“见附件”'), places: 1 }]);
    expect(entry.whyNotApplicable).toEqual([{ reason: '表中为“—”', places: 1 }]);
  });

  test('conditions on the unit: unknown blocks, another kind is not applicable', async () => {
    const input = factsInput(paper({ 'Z01.使用非财政拨款结余.决算数': 0 }));
    const unknown = await checkFacts(input, only('Z01-H01'));
    const other = await checkFacts({ ...input, supplements: { ...input.supplements, unitKind: '事业单位' } }, only('Z01-H01'));
    const mine = await checkFacts({ ...input, supplements: { ...input.supplements, unitKind: '行政单位' } }, only('Z01-H01'));
    expect([unknown, other, mine].map((report) => report.counts)).toMatchObject([{ blocked: 1 }, { notApplicable: 1 }, { passed: 1 }]);
  });
});

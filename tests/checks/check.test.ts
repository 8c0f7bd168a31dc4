import { phraseText } from '../../src/facts/phrase';
import fc from 'fast-check';
import { checkFacts, startCheck } from '../../src/checks/check';
import { Grids } from '../../src/checks/grid';
import { rules } from '../../src/rules/index';
import type { CheckReport } from '../../src/facts/outcome';
import type { AnyRule, Rule } from '../../src/rules/rule';
import { arbitraryUnit, buildYears, cellOf, clean, cleanYears, units, valueAt, withCell } from '../kit/index';
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

describe('places of which every cell is blank', () => {
  test('are neither 平 nor 不平: they are counted apart', async () => {
    const report = await checkFacts(factsInput(paper({ 'Z01.基本支出.决算数': 0 })), only('Z01-A03'));
    expect(report.counts).toMatchObject({ passed: 1, failed: 0, notApplicable: 0, empty: 2 });
    expect(ledgerOf(report, 'Z01-A03')).toMatchObject({ passed: 1, empty: 2, whyBlocked: [], whyNotApplicable: [] });
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

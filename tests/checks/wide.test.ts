import { checkFacts, startCheck } from '../../src/checks/check';
import type { Failure } from '../../src/checks/failure';
import { Grids } from '../../src/checks/grid';
import { wideForms } from '../../src/checks/patterns/wide';
import { evaluate } from '../../src/checks/screen';
import { phraseText } from '../../src/facts/phrase';
import type { Scalar } from '../../src/kernel/workbook';
import { economicGroupCodes, itemsOf } from '../../src/layouts/codes/economic';
import { rules } from '../../src/rules/index';
import { isFormula } from '../../src/rules/rule';
import { buildWorkbook, clean, type KitWorkbook, type Unit } from '../kit/index';
import { inputOf, reportOf } from './support';

/** Their counts stand in 附03. */
const threePublic = ['30212', '30217', '30231', '30913', '31013'];
const columns = economicGroupCodes
  .filter((group) => group !== '309' && group !== '311')
  .flatMap(itemsOf)
  .filter((item) => !['39906', ...threePublic].includes(item));

/** A department with every 款 of its 项 filled in: more formulas fail than are searched when its 财决05 is wrong. */
function department(items: number): Unit {
  const spending = (n: number): Record<string, number> =>
    Object.fromEntries(columns.map((item, k) => [item, 100000 + ((n * 7919 + k * 104729) % 900000)]));
  return {
    name: '大部门',
    kind: '行政单位',
    now: {
      year: 2024,
      entries: Array.from({ length: items }, (_, n) => ({
        source: '一般公共' as const,
        code: `201${String(10 + Math.trunc(n / 80))}${String(10 + (n % 80))}`,
        basic: spending(n),
      })),
    },
  };
}

let large: KitWorkbook;
beforeAll(() => {
  large = buildWorkbook(department(40));
});

const changed = (workbook: KitWorkbook, form: string, change: (value: number, row: number, column: number) => Scalar): KitWorkbook => ({
  ...workbook,
  sheets: workbook.sheets.map((sheet) =>
    sheet.name.split(' ')[0] === form
      ? {
          ...sheet,
          values: sheet.values.map((row, r) => row.map((value, c) => (r > 7 && typeof value === 'number' ? change(value, r, c) : value))),
        }
      : sheet,
  ),
});
const wan = (value: number): number => Number((value / 10000).toFixed(2));

describe('a form of more cells than can be tried', () => {
  // The limit is lowered: a form of sixty thousand cells takes half a minute to make.
  const found = async (workbook: KitWorkbook): Promise<readonly string[]> => {
    const grids = new Grids((await inputOf(workbook)).years);
    const failures = rules.filter(isFormula).flatMap((rule): readonly Failure[] => {
      const steps = evaluate(rule, grids);
      let step = steps.next();
      while (!step.done) step = steps.next();
      return step.value.open.map((one) => ({ rule, ...one }));
    });
    return wideForms(failures, grids, 1000).map(({ name, grid }) => `${name} ${grid.table.id}`);
  };

  test('all of it in 万元 is told from its comparisons with other forms', async () => {
    expect(await found(changed(large, 'Z05', wan))).toEqual(['inWan Z05']);
  });

  test('wrong amounts that have nothing to do with 万元 are not called so', async () => {
    expect(await found(changed(large, 'Z05', (value) => (value > 0 ? value + 1000 : value)))).toEqual([]);
  });
});

test('a form of more failures than are searched: those beyond are put down to the same cause', async () => {
  const report = await reportOf(changed(large, 'Z05', wan));
  const errors = report.groups.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ title }) => phraseText(title))).toEqual(['财决05表整表可能以万元填列，表头的金额单位是元。']);
  expect(errors[0]!.findings.length).toBeGreaterThan(2000);
  // No person reads tens of thousands of sentences: those beyond the limit are in the ledger.
  const failed = report.ledger.reduce((sum, entry) => sum + (entry.severity === 'info' ? 0 : entry.failed), 0);
  expect(report.findings.length).toBeLessThanOrEqual(3100);
  expect([failed > 5000, report.counts.failed]).toEqual([true, failed]);
  expect(report.cut).toContain('处没有逐条列出，都计入检查台账。请先更正已列出的原因，再重新核对。');
});

describe('limits of what is told', () => {
  test('causes are counted, single findings have 300 cards, and the rest one card for each severity', async () => {
    // Amounts without any order: no cell and no pattern explains much.
    const spoiled = changed(clean(), 'Z05', (value, r, c) => (value === 0 ? 0 : value + r * 1000 + c * 37 + 0.01));
    const report = await reportOf(spoiled);
    expect(report.groups.filter(({ kind }) => kind === 'cell').length).toBeLessThanOrEqual(60);
    expect(report.groups.filter(({ kind }) => kind === 'single').length).toBeLessThanOrEqual(300);
    expect(report.groups.filter(({ kind }) => kind === 'pattern').length).toBeLessThanOrEqual(12);
    expect(new Set(report.findings.map(({ id }) => id)).size).toBe(report.findings.length);
    expect(report.groups.flatMap(({ findings }) => findings)).toHaveLength(report.findings.length);
  });

  test('the same workbook gives the same causes, however slow the machine', async () => {
    const input = await inputOf(changed(clean(), 'Z05', (value, r) => (r % 4 === 1 ? value + 10 : value)));
    const slow = await startCheck(input, rules, () => new Promise((resolve) => setTimeout(resolve, 3)));
    const fast = await checkFacts(input, rules);
    expect(slow.report.groups).toEqual(fast.groups);
  });
});

import { checkFacts, startCheck } from '../../src/checks/check';
import { phraseText } from '../../src/facts/phrase';
import type { Scalar } from '../../src/kernel/workbook';
import { economicGroupCodes, itemsOf } from '../../src/layouts/codes/economic';
import { rules } from '../../src/rules/index';
import { buildWorkbook, clean, type KitWorkbook, type Unit } from '../kit/index';
import { inputOf, reportOf } from './support';

/** Their counts stand in 附03. */
const threePublic = ['30212', '30217', '30231', '30913', '31013'];
const columns = economicGroupCodes
  .filter((group) => group !== '309' && group !== '311')
  .flatMap(itemsOf)
  .filter((item) => !['39906', ...threePublic].includes(item));

/** So many 项 with every 款 filled in that 财决05 is too large for its corrections to be tried one by one. */
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
  let large: KitWorkbook;
  beforeAll(() => {
    large = buildWorkbook(department(560));
  });

  test('all of it in 万元 is one cause, and the findings that are not listed are counted', async () => {
    const report = await reportOf(changed(large, 'Z05', wan));
    const errors = report.groups.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ title }) => phraseText(title))).toEqual(['财决05表整表可能以万元填列，表头的金额单位是元。']);
    // No person reads tens of thousands of sentences: those beyond the limit are in the ledger.
    const failed = report.ledger.reduce((sum, entry) => sum + (entry.severity === 'info' ? 0 : entry.failed), 0);
    expect(report.findings.length).toBeLessThanOrEqual(3100);
    expect(failed).toBeGreaterThan(20_000);
    expect(report.counts.failed).toBe(failed);
    expect(report.cut).toMatch(/^另有 \d+ 处没有逐条列出，都计入检查台账。请先更正已列出的原因，再重新核对。$/);
  });

  test('wrong amounts that have nothing to do with 万元 are not called so', async () => {
    const report = await reportOf(changed(large, 'Z05', (value, r, c) => (value > 0 && (r + c) % 60 === 0 ? value + 1000 : value)));
    expect(report.groups.filter(({ title }) => phraseText(title).includes('以万元填列'))).toEqual([]);
  });
});

test('a form of more failures than are searched: those beyond are put down to the same cause', async () => {
  const report = await reportOf(changed(buildWorkbook(department(40)), 'Z05', wan));
  const errors = report.groups.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ title }) => phraseText(title))).toEqual(['财决05表整表可能以万元填列，表头的金额单位是元。']);
  expect(errors[0]!.findings.length).toBeGreaterThan(2000);
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

import { phraseText } from '../../src/facts/phrase';
import type { Finding } from '../../src/facts/outcome';
import { buildPublic, buildYears, cleanUnit, units, withCell, type KitWorkbook } from '../kit/index';
import { cellNames, ledgerOf, reportOf } from '../checks/support';

/** A 财决 workbook with the forms to be published behind it. */
const withPublic = (unit: Parameters<typeof buildYears>[0], family: 'sichuan' | 'central'): KitWorkbook => {
  const { now } = buildYears(unit);
  return { ...now, sheets: [...now.sheets, ...buildPublic(unit, family).sheets] };
};
const changed = (workbook: KitWorkbook, title: RegExp, change: (value: number) => number): KitWorkbook => ({
  ...workbook,
  sheets: workbook.sheets.map((sheet) => {
    if (!title.test(sheet.name)) return sheet;
    let done = false;
    const values = sheet.values.map((row) =>
      row.map((value) => {
        if (done || typeof value !== 'number' || value < 20 || Number.isInteger(value)) return value;
        done = true;
        return Number(change(value).toFixed(2));
      }),
    );
    return { ...sheet, values };
  }),
});
const warnings = (findings: readonly Finding[]): readonly Finding[] => findings.filter(({ rule }) => rule === 'Z01-N02');

describe('Z01-N02 公开表', () => {
  test.each(Object.keys(units) as (keyof typeof units)[])('of %s that say what the 财决 forms say pass, in either family', async (name) => {
    for (const family of ['sichuan', 'central'] as const) {
      const report = await reportOf(withPublic(units[name], family));
      expect(warnings(report.findings).map(({ message }) => phraseText(message))).toEqual([]);
      expect(ledgerOf(report, 'Z01-N02').passed).toBeGreaterThan(50);
    }
  });

  test('a figure that is off is told with both cells and by how much', async () => {
    const report = await reportOf(changed(withPublic(cleanUnit, 'sichuan'), /公开01|收入支出决算总表$/, (value) => value + 1));
    const [finding] = warnings(report.findings);
    expect(phraseText(finding!.message)).toMatch(
      /^公开表“.+”[A-Z]+\d+“.+为 [\d,.]+ 万元，财决01表 [A-Z]+\d+ 为 [\d,.]+ 元，多 1\.00 万元。$/,
    );
    expect(cellNames(finding!.cells)).toHaveLength(2);
  });

  test('the last digit made to fit is said to be perhaps that', async () => {
    const report = await reportOf(changed(withPublic(cleanUnit, 'sichuan'), /公开01|收入支出决算总表$/, (value) => value + 0.01));
    expect(phraseText(warnings(report.findings)[0]!.message)).toContain('可能是凑整调整的尾差');
  });

  test('without them there is nothing to compare', async () => {
    expect(ledgerOf(await reportOf(buildYears(cleanUnit).now), 'Z01-N02')).toMatchObject({ passed: 0, failed: 0, notApplicable: 1 });
  });
});

describe('CS02-N01', () => {
  test('agrees with 附03 in a clean workbook, and tells where it does not', async () => {
    const { now } = buildYears({ ...cleanUnit, withCs02: true });
    const before = await reportOf(now);
    expect(ledgerOf(before, 'CS02-N01')).toMatchObject({ failed: 0 });
    expect(ledgerOf(before, 'CS02-N01').passed).toBeGreaterThan(1);
    const table = (await (await import('../../src/reading/read')).readWorkbook(now)).facts.find('CS02.公务接待费.本年数');
    const at = table.state === 'number' ? table.fact.at.a1 : '';
    const after = await reportOf(withCell(now, 'CS02', at, 7));
    expect(phraseText(after.findings.find(({ rule }) => rule === 'CS02-N01')!.message)).toMatch(
      /^CS02 .+“公务接待费”本年数（7\.00 元）比财决附03表 .+少 [\d,.]+ 元。$/,
    );
  });
});

import { phraseText } from '../../src/facts/phrase';
import fc from 'fast-check';
import { checkFacts } from '../../src/checks/check';
import type { CheckReport } from '../../src/facts/outcome';
import { readWorkbook } from '../../src/reading/read';
import { rules } from '../../src/rules/index';
import { emptySupplements } from '../../src/supplements/merge';
import { arbitraryUnit, buildYears, cleanUnit, units, type Unit } from './index';
import { sampleUnit } from './presets/sample';

async function check(unit: Unit): Promise<CheckReport> {
  const built = buildYears(unit);
  const now = await readWorkbook(built.now);
  const before = built.before && (await readWorkbook(built.before));
  return checkFacts(
    {
      years: { now: now.facts, ...(before ? { before: before.facts } : {}) },
      supplements: emptySupplements,
      tables: [...now.tables, ...(before?.tables ?? [])],
      problems: [...now.problems, ...(before?.problems ?? [])],
      asides: [],
    },
    rules,
  );
}
const said = (report: CheckReport, ...severities: readonly string[]): readonly string[] =>
  report.findings.filter((f) => severities.includes(f.severity)).map((f) => `${f.rule} ${phraseText(f.message)}`);

test.each([
  ['clean', cleanUnit],
  ['sample', sampleUnit],
] as const)('the %s workbook has no finding at all', async (_, unit) => {
  expect(said(await check(unit), 'error', 'warning', 'info')).toEqual([]);
});

test.each(Object.entries(units))('the unit %s has neither error nor warning', async (_, unit) => {
  expect(said(await check(unit), 'error', 'warning')).toEqual([]);
});

test('no random unit breaks a mandatory rule', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryUnit(), async (unit) => {
      expect(said(await check(unit), 'error')).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

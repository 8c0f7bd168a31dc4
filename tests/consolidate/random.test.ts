import fc from 'fast-check';
import { openWorkbook } from '../../src/adapters/file/open';
import { wholeWorkbook } from '../../src/adapters/file/whole';
import { check } from '../../src/app/check';
import { consolidate, readUnit, readWhole } from '../../src/app/consolidate';
import { rules } from '../../src/rules/index';
import { phraseText } from '../../src/facts/phrase';
import { shareOf, bookOfShare, wholeOf } from '../kit/department';
import { arbitraryDepartment, consolidated, isNamed, NAME, plants } from './departments';

// Another department in every run, so that many runs see many; CONSOLIDATE_RUNS=1000 npx jest tests/consolidate/random: the long run.
const runs = Number(process.env.CONSOLIDATE_RUNS ?? 1);
jest.setTimeout(120_000 + runs * 5000);

test('the 汇总 of random departments is the sum of its units: nothing is found, and nothing is passed over', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryDepartment(), async ({ units }) => {
      const shares = units.map(shareOf);
      const found = await consolidated(
        wholeOf(NAME, shares),
        shares.map((share) => [bookOfShare(share)]),
      );
      expect(found.causes.map(({ message }) => phraseText(message))).toEqual([]);
      expect(found.counts).toMatchObject({ equal: found.counts.cells, different: 0, rounding: 0, unread: 0, eliminated: 0 });
      expect(found.counts.cells).toBeGreaterThan(100);
    }),
    { numRuns: runs },
  );
});

test('the 汇总 made from random units reads back as their sum and passes every mandatory check', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryDepartment(), async ({ units }) => {
      const given = await Promise.all(units.map((unit) => readUnit(bookOfShare(shareOf(unit)))));
      const workbook = openWorkbook(wholeWorkbook(NAME, given).bytes, '汇总.xlsx', '本年');
      const { result } = consolidate(await readWhole(workbook), given);
      expect(result.causes.map(({ message }) => phraseText(message))).toEqual([]);
      const { report } = await check({ workbook }, rules);
      const errors = report.findings.filter(({ severity }) => severity === 'error');
      expect(errors.map(({ rule, message }) => `${rule} ${phraseText(message)}`)).toEqual([]);
    }),
    { numRuns: runs },
  );
});

test.each(Object.keys(plants))('%s: named as the first cause', async (name) => {
  const missed: string[] = [];
  let [tried, unsure] = [0, 0];
  await fc.assert(
    fc.asyncProperty(arbitraryDepartment(), async (department) => {
      const planted = await plants[name]!(department);
      if (!planted) return;
      tried += 1;
      if (planted.found.causes[0]?.candidates !== undefined && planted.found.causes[0].candidates.length > 1) unsure += 1;
      if (!isNamed(planted))
        missed.push([JSON.stringify(planted.first), ...planted.found.causes.map((c) => `${c.rule} ${phraseText(c.message)}`)].join('\n'));
    }),
    { numRuns: runs },
  );
  if (process.env.CONSOLIDATE_RUNS)
    process.stdout.write(
      `${name}: ${tried - missed.length} / ${tried}, several units possible ${unsure}\n${missed.slice(0, 3).join('\n---\n')}\n`,
    );
  expect(missed.slice(Math.floor(tried * 0.01))).toEqual([]);
});

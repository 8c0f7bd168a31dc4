import { isReady, readinessOf, type Readiness } from '../../src/app/readiness';
import { publishedOf } from '../../src/app/published-words';
import { tallyOf } from '../../src/facts/tally';
import type { Workbook } from '../../src/kernel/workbook';
import { product } from '../../src/product/index';
import { cleanYears, withCell, withoutSheet } from '../kit/index';
import { nextStop, stopsOf } from '../../taskpane/pane/walk';

const { now, before } = cleanYears();
jest.setTimeout(60_000);

async function readiness(workbook: Workbook): Promise<Readiness> {
  const dossier = await product.open({ workbook, prior: before, profile: product.profiles[0] });
  return readinessOf(dossier, publishedOf(workbook, dossier.draft));
}

test('a wrong cell, a lacking form and a blank are told apart, each counted once', async () => {
  const whole = await readiness(now);
  expect(whole.causes).toEqual([]);
  expect(whole.forms).toEqual([]);
  expect(new Set(whole.blanks.map(({ key }) => key)).size).toBe(whole.blanks.length);
  expect(isReady(whole)).toBe(false);

  const wrong = await readiness(withCell(now, 'Z01', 'E33', 1));
  expect(wrong.causes.length).toBeGreaterThan(0);

  const lacking = await readiness(withoutSheet(now, 'F03'));
  expect(lacking.forms.map(({ table }) => [table.id, table.status])).toEqual([['F03', 'missing']]);
  expect(lacking.forms[0]!.sections.some((heading) => heading.includes('“三公”经费'))).toBe(true);
  expect(lacking.blanks.filter(({ key }) => key.startsWith('form.F03'))).toEqual([]);
});

test('what a person has set aside is no longer 不平 anywhere, and counted apart', async () => {
  const workbook = withCell(now, 'Z01', 'E33', 1);
  const dossier = await product.open({ workbook, prior: before, profile: product.profiles[0] });
  const was = tallyOf(dossier.checked.report);
  expect(was.unequal).toBeGreaterThan(0);
  const asides = dossier.checked.report.findings
    .filter(({ severity }) => severity === 'error')
    .map(({ id, rule, fingerprint }) => ({ id, rule, fingerprint, reason: '已与财政局核对', at: '2025-08-12' }));
  const { dossier: after } = await product.supply(dossier, { asides });
  expect(tallyOf(after.checked.report)).toMatchObject({ unequal: 0, causes: 0, aside: asides.length });
  expect(readinessOf(after, publishedOf(workbook, after.draft)).causes).toEqual([]);
});

test('下一处 goes through all of them, starts again, and is not thrown off when one is done', async () => {
  const stops = stopsOf(await readiness(withCell(now, 'Z01', 'E33', 1)));
  expect(stops.map(({ kind }) => kind).indexOf('blank')).toBeGreaterThan(0);
  const at = (index: number) => ({ id: stops[index]!.id, index });
  expect(nextStop(stops, undefined)).toBe(0);
  expect(nextStop(stops, at(0))).toBe(1);
  expect(nextStop(stops, at(stops.length - 1))).toBe(0);
  const rest = stops.filter((_, i) => i !== 1);
  expect(rest[nextStop(rest, at(1))]).toBe(stops[2]);
  expect(nextStop([], at(1))).toBe(-1);
});

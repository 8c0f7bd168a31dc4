import { isReady, readinessOf, type Readiness } from '../../src/app/readiness';
import { publishedOf } from '../../src/app/published-words';
import { tallyOf } from '../../src/facts/tally';
import type { Workbook } from '../../src/kernel/workbook';
import { product } from '../../src/product/index';
import { cellOf, cleanYears, withCell, withoutSheet } from '../kit/index';
import { reportJson } from '../../src/cli/report/json';
import { grid } from '../../src/supplements/sheet-grid';
import { following, nextStop, stopsOf, type Stop } from '../../taskpane/pane/walk';

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

describe('figures of last year that are lacking', () => {
  const open = async (prior?: Workbook) => {
    const dossier = await product.open({ workbook: now, prior, profile: product.profiles[0] });
    const output = await product.report(dossier, { date: '2025-08-12' });
    return { dossier, output, readiness: readinessOf(dossier, output.published) };
  };

  test('without that file they are one thing to supply, and each is still a field', async () => {
    const { readiness: found } = await open();
    const ofLastYear = found.blanks.filter(({ key }) => key.startsWith('priorYear'));
    expect(ofLastYear.map(({ key, ask }) => [key, ask])).toEqual([['priorYear', '缺上年决算：给出上年文件，或填这 10 个数']]);
    const { fields } = ofLastYear[0]!;
    expect(new Set(fields).size).toBe(10);
    // Whoever fills them in by hand is led from one to the next, and only then to something else.
    const gone: Stop[] = [];
    for (const key of fields) following(found, key, (stop) => gone.push(stop))();
    expect(gone.slice(0, -1).map((stop) => stop.kind === 'blank' && stop.key)).toEqual(fields.slice(1));
    expect(gone.at(-1)!.id).not.toContain('priorYear');
  });

  test('one cell empty in that file is one blank, under its own name', async () => {
    const { a1 } = cellOf(before, 'F03', '公务接待费', '统计数');
    const { readiness: found } = await open(withCell(before, 'F03', a1, '约3万'));
    expect(found.blanks.filter(({ key }) => key.startsWith('priorYear')).map(({ key, ask }) => [key, ask])).toEqual([
      ['priorYear.三公.接待', '2023年度公务接待费支出'],
    ]);
  });

  test.each([['with'], ['without']])(
    '%s that file, 待填 is the same number in the pane, on the command line and on 补充信息',
    async (way) => {
      const { dossier, output, readiness: found } = await open(way === 'with' ? before : undefined);
      expect(reportJson(dossier.checked, output).readiness.toFill.map(({ ask }) => ask)).toEqual(found.blanks.map(({ ask }) => ask));
      const { cells } = output.pictures.补充信息;
      const waiting = cells.filter(({ column, value }) => column === grid.status && value === '待补').map(({ row }) => row);
      const keys = cells.filter(({ column, row }) => column === grid.key && waiting.includes(row)).map(({ value }) => String(value));
      // A row of the sheet belongs to one thing of the pane, and nothing of the pane is without a row.
      const all = found.blanks.flatMap(({ key, fields }) => fields.map((field) => [field, key] as const));
      // The row of a 车型 is named by its first column; its numbers are one thing of the pane.
      const named = (key: string) => key.replace(/^vehicles\.bought\..+\.count$/, 'vehicles.kept');
      const owner = (row: string) =>
        (all.find(([field]) => field === named(row)) ?? all.find(([field]) => named(row).startsWith(`${field}.`)))?.[1];
      expect(keys.filter((key) => owner(key) === undefined)).toEqual([]);
      expect(new Set(keys.map(owner))).toEqual(new Set(found.blanks.map(({ key }) => key)));
    },
  );
});

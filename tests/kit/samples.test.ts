import { readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { cleanYears } from './index';
import { parseSupplement } from '../../src/supplements/parse';
import { misfits } from './reconcile';
import { itemBudgets, sampleFaults, sampleSupplement, sampleUnit } from './presets/sample';
import { buildYears } from './build';
import { cellOf, valueAt } from './change';
import { faulty, sampleFiles } from './samples';

const folder = path.join(__dirname, '..', '..', 'assets', 'samples');
/** Parts of a package as text: compression may differ between machines, contents may not. */
const partsOf = (name: string, bytes: Uint8Array): Record<string, string> =>
  name.endsWith('.json')
    ? { [name]: new TextDecoder().decode(bytes) }
    : Object.fromEntries(Object.entries(unzipSync(bytes)).map(([part, data]) => [part, new TextDecoder().decode(data)]));

test('the committed samples are what the builder makes now (else run: node tests/kit/run-ts.mjs tests/kit/write-samples.ts)', async () => {
  for (const [name, bytes] of Object.entries(await sampleFiles())) {
    const stored = partsOf(name, readFileSync(path.join(folder, name)));
    const made = partsOf(name, bytes);
    expect(Object.keys(stored).sort()).toEqual(Object.keys(made).sort());
    for (const part of Object.keys(made)) expect({ name, part, same: stored[part] === made[part] }).toEqual({ name, part, same: true });
  }
});

test('the sample reconciles, this year and last; the faulty one does not', () => {
  const { now, before } = buildYears(sampleUnit);
  expect(misfits(now)).toEqual([]);
  expect(misfits(before!)).toEqual([]);
  expect(misfits(faulty(now)).length).toBeGreaterThan(0);
  expect(cleanYears().now.sheets).toHaveLength(now.sheets.length);
});

test('exactly the three planted cells differ in the faulty sample', () => {
  const { now } = buildYears(sampleUnit);
  const bad = faulty(now);
  const differing = now.sheets.flatMap((sheet, s) =>
    sheet.values.flatMap((row, r) => row.flatMap((value, c) => (bad.sheets[s]!.values[r]![c] === value ? [] : [`${sheet.id} ${r} ${c}`]))),
  );
  expect(differing).toHaveLength(3);
  for (const { table, row, column } of Object.values(sampleFaults)) {
    const { sheet, a1 } = cellOf(now, table, row, column);
    expect(valueAt(bad, sheet, a1)).not.toBe(valueAt(now, sheet, a1));
  }
});

test('the supplement of the sample is valid, and its 全年预算数 add up to 财决01-1', () => {
  const supplements = parseSupplement(sampleSupplement(), 'sample-2024-supplement.json');
  expect(supplements.itemBudget('2010302')?.value.toFixed(2)).toBe('1392519.30');
  const { now } = buildYears(sampleUnit);
  const { sheet, a1 } = cellOf(now, 'Z01_1', '本年支出合计', '栏21');
  const sum = Object.values(itemBudgets(sampleUnit)).reduce((fen, text) => fen + Number(text.replace('.', '')), 0);
  expect(sum / 100).toBe(valueAt(now, sheet, a1));
});

import { buildYears, units } from '../kit/index';
import { baseOf, type Base } from './base';
import { runKinds, runRows } from './matrix';

/** The short form of `npm run hostile`: every kind of mistake once, and rows of four forms. */
const SEED = 20261127;
let bases: readonly Base[];
beforeAll(async () => {
  bases = await Promise.all(
    (['withFund', 'institution', 'carryOver'] as const).map((name) => {
      const { now, before } = buildYears(units[name]);
      return baseOf(name, now, before);
    }),
  );
});

test('mistakes of a hand are found, and the first cause says what they are', async () => {
  // What 财决06 says are remarks: docs/hostile.md counts them apart.
  const tallies = (await runKinds(bases, 1, SEED)).filter(({ name }) => !name.startsWith('财决06'));
  expect(tallies.filter(({ cases }) => cases === 0).map(({ name }) => name)).toEqual([]);
  expect(tallies.flatMap(({ name, misses }) => misses.map((miss) => `${name} ${miss}`))).toEqual([]);
});

test('a row that is missing, doubled or recoded is one cause, with its form and code', async () => {
  const [base] = bases;
  const four = { ...base!, forms: base!.forms.filter(({ form }) => ['Z02', 'Z05_1', 'Z07', 'Z10_2'].includes(form)) };
  const tallies = await runRows([four], 1, SEED);
  expect(tallies.reduce((sum, { cases }) => sum + cases, 0)).toBeGreaterThan(40);
  expect(tallies.flatMap(({ name, misses }) => misses.map((miss) => `${name} ${miss}`))).toEqual([]);
  expect(tallies.filter(({ one, cases }) => one < cases).map(({ name }) => name)).toEqual([]);
});

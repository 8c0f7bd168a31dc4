import fc from 'fast-check';
import { readWorkbook } from '../../src/reading/read';
import { applyVariants, arbitraryUnit, buildPublic, buildWorkbook, clean, cleanUnit, together, units, variants } from '../kit';
import type { KitWorkbook, Unit, Variant } from '../kit';
import { comparable, differences, signatureOf, type Signature } from '../kit/signature';

/** Random units, each printed in two ways; a longer run: VARIANT_RUNS=2000 npx jest tests/reading/variants. */
const long = process.env['VARIANT_RUNS'] !== undefined;
const runs = Number(process.env['VARIANT_RUNS'] ?? 30);

const read = async (plain: KitWorkbook): Promise<Signature> => signatureOf(await readWorkbook(plain));

async function misread(plain: KitWorkbook, expected: Signature, chosen: readonly Variant[], seed: number): Promise<readonly string[]> {
  const actual = await read(applyVariants(plain, chosen, seed));
  return differences(comparable(expected, chosen), comparable(actual, chosen));
}

const families = ['财决', '财决', '财决', '公开·四川', '公开·中央'] as const;
const build = (unit: Unit, family: (typeof families)[number]): KitWorkbook =>
  family === '财决' ? buildWorkbook(unit) : buildPublic(unit, family === '公开·四川' ? 'sichuan' : 'central');

const printing = fc.record({ names: fc.subarray(variants.map((v) => v.name)), seed: fc.nat() });

describe('a printing of another year, place or hand is read to the same facts', () => {
  const plain = [
    clean(),
    buildWorkbook(units.withFund),
    buildWorkbook(units.institution),
    buildPublic(cleanUnit, 'sichuan'),
    buildPublic(units.institution, 'central'),
  ];
  let expected: readonly Signature[];
  beforeAll(async () => {
    expected = await Promise.all(plain.map(read));
  });

  // Each is tried on the whole 财决 workbook and on one of the others, in turn; on all of them in the longer run.
  const others = plain.length - 1;
  test.each(variants.map((v, nth) => [v.name, v, nth] as const))('%s', async (_, variant, nth) => {
    for (const [i, workbook] of plain.entries())
      if (long || i === 0 || i === 1 + (nth % others)) expect(await misread(workbook, expected[i]!, [variant], i)).toEqual([]);
  });

  test('any combination of them, over random units', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryUnit('small'),
        fc.constantFrom(...families),
        fc.tuple(printing, printing),
        async (unit, family, printings) => {
          const workbook = build(unit, family);
          const facts = await read(workbook);
          for (const { names, seed } of printings) expect(await misread(workbook, facts, together(names), seed)).toEqual([]);
        },
      ),
      { numRuns: runs },
    );
  });
});

import fc from 'fast-check';
import { readWorkbook } from '../../src/reading/read';
import { applyVariants, arbitraryUnit, buildWorkbook, clean, together, units, variants, type KitWorkbook, type Variant } from '../kit';
import { comparable, differences, signatureOf, type Signature } from '../kit/signature';

/** Random combinations; a longer run: VARIANT_RUNS=5000 npx jest tests/reading/variants. */
const runs = Number(process.env['VARIANT_RUNS'] ?? 230);

const read = async (plain: KitWorkbook): Promise<Signature> => signatureOf(await readWorkbook(plain));

async function misread(plain: KitWorkbook, expected: Signature, chosen: readonly Variant[], seed: number): Promise<readonly string[]> {
  const actual = await read(applyVariants(plain, chosen, seed));
  return differences(comparable(expected, chosen), comparable(actual, chosen));
}

describe('a printing of another year, place or hand is read to the same facts', () => {
  const plain = [clean(), ...Object.values(units).slice(0, 4).map(buildWorkbook)];
  let expected: readonly Signature[];
  beforeAll(async () => {
    expected = await Promise.all(plain.map(read));
  });

  test.each(variants.map((v) => [v.name, v] as const))('%s', async (_, variant) => {
    for (const [i, workbook] of plain.entries()) expect(await misread(workbook, expected[i]!, [variant], i)).toEqual([]);
  });

  test('any combination of them, over random units', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryUnit('small'), fc.subarray(variants.map((v) => v.name)), fc.nat(), async (unit, names, seed) => {
        const chosen = together(names);
        const workbook = buildWorkbook(unit);
        expect(await misread(workbook, await read(workbook), chosen, seed)).toEqual([]);
      }),
      { numRuns: runs },
    );
  });
});

import fc from 'fast-check';
import type { ReportInput } from '../../src/narrative/input';
import type { Profile } from '../../src/narrative/profile';
import { profiles } from '../../src/narrative/profiles/index';
import { sections } from '../../src/narrative/sections/index';
import { rollText } from '../../src/roll/roll';
import type { RolledParagraph } from '../../src/roll/model';
import { arbitraryUnit, units, type Unit } from '../kit/index';
import { roundedInput, spellings, type Spelling } from '../proof/texts';
import { documentFrom, linesOf, pairOf } from './texts';

/** ROLL_RUNS=500 for the long run. */
const runs = Number(process.env.ROLL_RUNS ?? 3);
const [profile] = profiles;

/** The spellings speak of a report of 2024; of one of 2023 the years are one less. */
function respelt(input: ReportInput, { profile: like = (one: Profile) => one, text, rounded }: Spelling): readonly string[] {
  const from = rounded ? roundedInput(input) : input;
  const shift = 2024 - input.years.now.year!;
  const wide = (digits: string): string => digits.replace(/\d/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
  const moved = (words: string, by: number): string =>
    words.replace(/[2２][0０][2２][\d０-９](?=年)/g, (year) => {
      const next = String(Number(year.normalize('NFKC')) + by);
      return /\d/.test(year) ? next : wide(next);
    });
  return linesOf(from, like(profile)).map((line) => moved(text?.(moved(line, shift)) ?? moved(line, shift), -shift));
}

/** 不足0.01万元 says of an amount only that it is smaller than the last digit. */
const figures = (text: string): readonly string[] => text.normalize('NFKC').match(/(?<!不足[\d.]*)\d[\d,.]*(?:亿元|万元|%)/g) ?? [];
/** A document of few figures shows no habit of zeros at their end. */
const bare = (figure: string): string => figure.replace(/(\.\d*?)0+(?=\D)/, '$1').replace(/\.(?=\D)/, '');
const isZero = (figure: string): boolean => /^0(?:\.0+)?(?:亿元|万元|%)$/.test(figure);

interface Slip {
  readonly what: 'strange' | 'unmarked' | 'year';
  readonly last: string;
  readonly text: string;
  readonly words: readonly string[];
}

/** Figures in a paragraph said to be this year's that this year's cells do not give, and figures and years of last year left unmarked. */
function slipsOf(paragraphs: readonly RolledParagraph[], own: ReadonlySet<string>, year: number): readonly Slip[] {
  return paragraphs.flatMap(({ status, last, text, act }): readonly Slip[] => {
    if (status === 'open' || act === 'remove') return [];
    const slips: Slip[] = [];
    const strange = figures(text).filter((figure) => !own.has(bare(figure)) && !isZero(figure));
    if (strange.length > 0) slips.push({ what: status === 'kept' ? 'unmarked' : 'strange', last, text, words: strange });
    if (text.normalize('NFKC').includes(String(year - 2))) slips.push({ what: 'year', last, text, words: [String(year - 2)] });
    return slips;
  });
}

async function slips(unit: Unit, spelling: Spelling): Promise<readonly Slip[]> {
  const pair = await pairOf(unit);
  if (!pair) return [];
  const { paragraphs } = rollText({ document: documentFrom(respelt(pair.last, spelling)), ...pair, writing: { sections, profiles: [] } });
  // Too few figures show no habit: they are printed as usual.
  const ways = [{ ...spelling, rounded: undefined }, spellings[0]!];
  const printed = ways.flatMap((way) => [pair.now, roundedInput(pair.now)].flatMap((input) => respelt(input, way)));
  return slipsOf(paragraphs, new Set(printed.flatMap(figures).map(bare)), pair.now.years.now.year!);
}

test.each(spellings)(
  '$name: no figure comes in that this year’s cells do not give, and nothing of last year stays unmarked',
  async (spelling) => {
    for (const unit of runs > 10 ? [units.withFund, units.carryOver, units.vehicleBought] : [units.vehicleBought])
      expect(await slips(unit, spelling)).toEqual([]);
  },
);

test('the same over random units and spellings', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryUnit(), fc.constantFrom(...spellings), async (unit, spelling) => {
      expect(await slips(unit, spelling)).toEqual([]);
    }),
    // Among many units the first that fails is told as it is: making it smaller takes longer than reading it.
    { numRuns: runs, endOnFailure: runs > 10 },
  );
});

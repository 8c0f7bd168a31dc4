import fc from 'fast-check';
import { profiles } from '../../src/narrative/profiles/index';
import { sections } from '../../src/narrative/sections/index';
import { writeReport } from '../../src/narrative/write';
import { ownPieces } from '../../src/roll/own-pieces';
import { rollText } from '../../src/roll/roll';
import { arbitraryUnit } from '../kit/index';
import { documentFrom, linesOf, pairOf } from './texts';

/** ROLL_RUNS=500 for the long run. */
const runs = Number(process.env.ROLL_RUNS ?? 6);
const profile = profiles[0];
/** A blank, wherever it stands, waits for the same person. */
const figureText = (text: string): string => text.replace(/【待补充：[^】]*】/g, '【】');

describe('random units, a year on', () => {
  test('our own text of last year becomes our own text of this year', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryUnit(), async (unit) => {
        const pair = await pairOf(unit);
        if (!pair) return;
        const lines = linesOf(pair.last, profile);
        const rolled = rollText({ document: documentFrom(lines), ...pair, writing: { sections, profiles } });
        const texts = rolled.paragraphs.filter(({ act }) => act !== 'remove').map(({ text }) => text);
        const wanted = ownPieces(writeReport(pair.now, sections, profile)).filter(({ paragraph }) => paragraph);
        expect(texts.map(figureText)).toEqual(expect.arrayContaining(wanted.map(({ text }) => figureText(text))));
      }),
      { numRuns: runs },
    );
  });

  test('by its words alone: no figure is put in that this year’s cells do not give, and none of last year’s stays unmarked', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryUnit(), async (unit) => {
        const pair = await pairOf(unit);
        if (!pair) return;
        const lines = linesOf(pair.last, profile);
        const rolled = rollText({ document: documentFrom(lines), ...pair, writing: { sections, profiles: [] } });
        const own = new Set(
          ownPieces(writeReport(pair.now, sections, profile)).flatMap(({ text }) => text.match(/\d[\d.]*(?:万元|%)/g) ?? []),
        );
        for (const { status, text, last, act } of rolled.paragraphs) {
          if (status !== 'rolled' || act === 'remove') continue;
          expect({
            last,
            text,
            strange: (text.match(/\d[\d.]*(?:万元|%)/g) ?? []).filter((figure) => !own.has(figure) && !isZero(figure)),
          }).toEqual({
            last,
            text,
            strange: [],
          });
        }
      }),
      { numRuns: runs },
    );
  });
});

/** A zero is left out of our own lists, and stands where the text had it. */
const isZero = (figure: string): boolean => /^0(?:\.0+)?(?:万元|%)$/.test(figure);

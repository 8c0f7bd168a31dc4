import { wholeText } from '../../src/narrative/asks';
import { paragraphText, type Paragraph, type ReportDocument } from '../../src/narrative/document';
import { profiles } from '../../src/narrative/profiles/index';
import type { Profile } from '../../src/narrative/profile';
import { sections } from '../../src/narrative/sections/index';
import { writeReport } from '../../src/narrative/write';
import { fieldOf, keyOf } from '../../src/supplements/fields';
import { parseSupplement } from '../../src/supplements/parse';
import { factSet, type Cells, type Options } from './facts';
import type { ReportInput } from '../../src/narrative/input';

export interface Given {
  readonly now: Cells;
  readonly before?: Cells;
  /** JSON of --supplement. */
  readonly supplement?: Readonly<Record<string, unknown>>;
  readonly profile?: string | Profile;
  readonly nowOptions?: Options;
  readonly beforeOptions?: Options;
}

export const inputOf = ({ now, before, supplement = {}, nowOptions, beforeOptions }: Given): ReportInput => ({
  years: {
    now: factSet(now, nowOptions),
    ...(before ? { before: factSet(before, { role: '上年', ...beforeOptions }) } : {}),
  },
  supplements: parseSupplement(supplement, 'supplement.json'),
});

export const profileOf = (profile: string | Profile = 'sichuan-2024'): Profile =>
  typeof profile === 'string' ? profiles.find(({ id }) => id === profile)! : profile;

export const paragraphs = (document: ReportDocument): readonly Paragraph[] =>
  [...document.sections, document.glossary].flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'paragraph'));

/** Blanks that no field of their section fills. */
const lost = ({ sections: own, glossary }: ReportDocument): readonly string[] =>
  [...own, glossary].flatMap(({ blocks, asks }) => {
    const asked = [...wholeText, ...asks.map(({ field }) => field)];
    const isAsked = (key: string): boolean => {
      const field = fieldOf(key);
      return field ? asked.includes(keyOf(field)) : asked.some((path) => path.startsWith(`${key}.`));
    };
    const inlines = blocks.flatMap((block) => (block.kind === 'paragraph' ? block.inlines : []));
    return inlines.flatMap((one) => (one.kind === 'blank' && !one.key.startsWith('form.') && !isAsked(one.key) ? [one.key] : []));
  });

interface Written {
  readonly document: ReportDocument;
  /** Text of one paragraph; throws when there is none of that id. */
  text(id: string): string;
  sources(id: string): readonly string[];
}

export function written(given: Given): Written {
  const document = writeReport(inputOf(given), sections, profileOf(given.profile));
  // Whatever a test writes: what it leaves blank can be filled.
  expect(lost(document)).toEqual([]);
  const find = (id: string): Paragraph => {
    const found = paragraphs(document).find((paragraph) => paragraph.id === id);
    if (!found) throw new Error(`no paragraph ${id}`);
    return found;
  };
  return { document, text: (id) => paragraphText(find(id)), sources: (id) => find(id).sources };
}

import type { FactSet } from '../../src/facts/fact-set';
import type { ClaimKind, LinkedDocument } from '../../src/proof/links/claim';
import { link } from '../../src/proof/links/link';
import { documentFrom } from './texts';

/**
 * A text in which a person has written behind every figure what it states: `669.03万元{数 Z01.收入总计.决算数}`,
 * `91.62%{占 part / whole}`; `{-}` = no statement of the forms.
 */
const kinds: Readonly<Record<string, ClaimKind>> = {
  数: 'amount',
  占: 'share',
  变: 'change',
  率: 'rate',
  完: 'completion',
  个: 'count',
  预: 'budget',
};

export interface LinkScore {
  /** Figures that state something of the forms; of these linked to anything, and linked rightly. */
  readonly figures: number;
  readonly linked: number;
  readonly right: number;
  readonly sentences: number;
  readonly sentencesRight: number;
  /** Figures that state nothing of the forms and were linked all the same. */
  readonly invented: number;
  /** Read as something else than a person reads. */
  readonly wrong: readonly string[];
  /** Not read: grey, which costs nothing. */
  readonly unread: readonly string[];
}

const note = /\{([^}]*)\}/g;

/** The text without the notes. */
export const plainOfNotes = (annotated: string): string => annotated.replace(note, '');

/** What the links make of a text, against the notes of a person. */
export function annotatedScore(annotated: string, facts: FactSet): LinkScore {
  const linked = link(documentFrom(plainOfNotes(annotated)), { facts });
  return scoreOf(
    linked,
    [...annotated.matchAll(note)].map(([, words]) => words!),
  );
}

/** The same with the notes beside the text, one for each figure in order. Throws where there are more or fewer. */
export function scoreOf(linked: LinkedDocument, wanted: readonly string[]): LinkScore {
  if (wanted.length !== linked.figures.length)
    throw new Error(`${wanted.length} notes, figures: ${linked.figures.map(({ text }) => text).join(' ')}`);
  const wrong: string[] = [];
  const unread: string[] = [];
  const sentences = new Map<string, boolean>();
  let figures = 0;
  let found = 0;
  let right = 0;
  let invented = 0;
  linked.figures.forEach(({ claim, text, block, span }, i) => {
    const says = claim && `${claim.kind} ${claim.measure.id}${claim.base ? ` / ${claim.base.id}` : ''}`;
    if (wanted[i] === '-') {
      if (says) {
        invented++;
        wrong.push(`${text}: nothing of the forms, read as ${says}`);
      }
      return;
    }
    const [kind = '', ...measure] = wanted[i]!.split(' ');
    const isRight = says === `${kinds[kind]!} ${measure.join(' ')}`;
    figures++;
    if (claim) found++;
    if (isRight) right++;
    else if (says) wrong.push(`${text}: ${wanted[i]}, read as ${says}`);
    else unread.push(`${text}: ${wanted[i]}`);
    const before = linked.document.blocks[block]!.text.slice(0, span.start);
    const sentence = `${block} ${before.split('。').length}`;
    sentences.set(sentence, (sentences.get(sentence) ?? true) && isRight);
  });
  return {
    figures,
    linked: found,
    right,
    sentences: sentences.size,
    sentencesRight: [...sentences.values()].filter(Boolean).length,
    invented,
    wrong,
    unread,
  };
}

import { textOf, type Inline, type ReportDocument } from '../../narrative/document';
import type { ProofDocument } from '../../proof/text/document';
import { plainOf } from '../../proof/text/plain';
import { topicsOf, type Topic } from '../../proof/links/topics';

/** A sentence of the document that states or explains something, with the section it stands in. */
export interface LearnedSentence {
  /** Number of the paragraph in the document. */
  readonly paragraph: number;
  readonly topic: Topic;
  /** As printed. */
  readonly text: string;
  readonly plain: string;
}

const outside: readonly Topic[] = ['about', 'annex', 'annex.money', 'annex.conclusion', 'tables'];
const caption = /^（?图\d|图）?$/;

/** The sentences from the first section on: no titles, captions or rows, nothing of 概况 and 绩效自评. */
export function sentencesIn({ blocks }: ProofDocument): readonly LearnedSentence[] {
  const topics = topicsOf(blocks);
  const first = topics.findIndex((topic, i) => topic !== 'other' && !outside.includes(topic) && blocks[i]!.kind !== 'contents');
  if (first < 0) return [];
  return blocks.flatMap(({ kind, index, text, plain }, i) => {
    const topic = topics[i]!;
    if (i < first || kind !== 'paragraph' || outside.includes(topic) || caption.test(plain.text)) return [];
    return split(text).map((one) => ({ paragraph: index, topic, text: one.trim(), plain: plainOf(one).text }));
  });
}

const split = (text: string): readonly string[] =>
  (text.match(/[^。]+。?/g) ?? []).filter((one) => plainOf(one).text.replace(/【[^】]*】/g, '').length > 1);

/** Stands for what a person fills in. */
const OPEN = '\ue000';
const isOpen = ({ kind }: Inline): boolean => kind === 'blank' || kind === 'supplied';
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Figures of another digit: the words are the same. */
const masked = (plain: string): string => plain.replace(/\d[\d.]*/g, '0');

/** How a sentence of the document is written again: to the letter, but for what a person fills in, or but for its figures. */
type Likeness = 'equal' | 'open' | 'figures';

/** The sentences that a report of ours prints. */
export class Sentences {
  private readonly exact = new Set<string>();
  private readonly masks = new Set<string>();
  private readonly open: RegExp[] = [];
  private readonly openMasks: RegExp[] = [];
  readonly size: number;

  constructor({ sections, glossary }: ReportDocument) {
    const texts = [...sections, glossary].flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'paragraph' ? [block.inlines.map((inline) => (isOpen(inline) ? OPEN : textOf(inline))).join('')] : [],
      ),
    );
    for (const one of texts.flatMap(split)) {
      const plain = plainOf(one).text;
      if (!plain.includes(OPEN)) {
        this.exact.add(plain);
        this.masks.add(masked(plain));
      } else if (plain.replaceAll(OPEN, '').length > 4) {
        this.open.push(formOf(plain));
        this.openMasks.push(formOf(masked(plain)));
      }
    }
    this.size = this.exact.size + this.open.length;
  }

  /** undefined = no sentence of the report. */
  likeness(plain: string): Likeness | undefined {
    if (this.exact.has(plain)) return 'equal';
    if (this.open.some((form) => form.test(plain))) return 'open';
    const mask = masked(plain);
    return this.masks.has(mask) || this.openMasks.some((form) => form.test(mask)) ? 'figures' : undefined;
  }
}

const formOf = (plain: string): RegExp => new RegExp(`^${plain.split(OPEN).map(escaped).join('[^。]*?')}$`);

import type { Source } from '../kernel/source';
import { phraseText, type Inline } from '../facts/phrase';
import type { Traced } from '../facts/traced';

export { textOf, type Inline, type Shown } from '../facts/phrase';

/** One paragraph. `id` is stable from run to run: `S05.3.2010302`. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly id: string;
  readonly inlines: readonly Inline[];
  /** Forms the figures come from, for the 数据来源 column: 财决01表. */
  readonly sources: readonly string[];
}
export interface Heading {
  readonly kind: 'heading';
  readonly id: string;
  /** 1 = 一、… 2 = （一）… */
  readonly level: 1 | 2 | 3;
  readonly text: string;
}
export interface ChartBlock {
  readonly kind: 'chart';
  readonly id: string;
}
export type Block = Paragraph | Heading | ChartBlock;

/** A field of 补充信息 that a section may ask for, and the piece of its text that uses it ('' = the section as a whole). */
export interface Ask {
  /** `reasons.S07`, `itemBudgets.*` */
  readonly field: string;
  readonly at: string;
}

export interface ReportSection {
  readonly id: string;
  readonly heading: string;
  /** The heading of a part (第四部分 …), without text of its own; the sections behind it are numbered anew. */
  readonly part?: true;
  readonly source: Source;
  readonly asks: readonly Ask[];
  readonly blocks: readonly Block[];
}

/** Something that only a person can supply and has not. */
export interface Missing {
  readonly ask: string;
  /** Supplement field, as in `Inline.blank`. */
  readonly key: string;
  /** Paragraph that waits for it. */
  readonly paragraph: string;
}

/** What both stages of the 情况说明 have in common. */
export interface ReportText {
  readonly unit: string;
  readonly year: number;
  readonly profile: string;
  /** 2024年度单位决算情况说明 */
  readonly title: string;
  readonly sections: readonly ReportSection[];
  /** 名词解释 */
  readonly glossary: ReportSection;
  readonly charts: readonly ChartSpec[];
  readonly missing: readonly Missing[];
}

/** The text in our own words. What a person has written over it is not in it: `published` gives the text to print. */
export interface ReportDocument extends ReportText {
  readonly stage: 'draft';
}

/** The text as it is printed, with the words of a person. Writers print it and compute nothing. */
export interface PublishedDocument extends ReportText {
  readonly stage: 'published';
  /** Paragraphs between the title and the first section; only a person writes any. */
  readonly preface: readonly Paragraph[];
}

/** Words of a person on the 情况说明 sheet, by the id of the piece: in its place, or in rows behind it ('' = at the top). */
export interface Kept {
  readonly edited: ReadonlyMap<string, string>;
  readonly added: ReadonlyMap<string, readonly string[]>;
}

/** A chart as data: what is shown, not how a host draws it. Values are traced numbers in 元; pictures show them in 万元. */
export interface ChartSpec {
  /** C01 … C07 */
  readonly id: string;
  /** 图1：收、支决算总计变动情况图 */
  readonly title: string;
  readonly kind: 'column' | 'pie';
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly Traced[] }[];
  /** Why the chart is left out, when it has nothing to show (no last year, all zero). */
  readonly empty?: string;
}

export const paragraphText = (paragraph: Paragraph): string => phraseText(paragraph.inlines);

/** The sections that are printed: one without text is left out, the heading of a part is not. */
export const printedSections = (document: ReportText): readonly ReportSection[] =>
  [...document.sections, document.glossary].filter(({ blocks, part }) => part === true || blocks.length > 0);

/** Unit and 2024年度…决算情况说明: where a title that needs two lines is broken. */
export function titlePhrases(title: string): readonly string[] {
  const year = title.search(/\d{4}年度/);
  return year > 0 ? [title.slice(0, year), title.slice(year)] : [title];
}

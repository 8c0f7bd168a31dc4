import type { Source } from '../kernel/source';
import type { CellRef } from '../kernel/workbook';
import type { Traced } from '../facts/traced';

/** How a traced value is printed. wan = 元 → 万元; percent, count and yuan print the value itself. */
export interface Shown {
  readonly as: 'wan' | 'percent' | 'count' | 'yuan';
  readonly decimals: number;
}

export type Inline =
  /** `rests`: the figures that make the words true although none of them is printed (持平, 未安排预算). */
  | { readonly kind: 'words'; readonly text: string; readonly rests?: readonly Traced[] }
  /** A number of the text. `text` is what is printed, unit word included only where it is part of the figure (730.39万元). */
  | { readonly kind: 'figure'; readonly text: string; readonly of: Traced; readonly shown: Shown }
  /** Words that a person supplied (a reason, 接待内容), with the place they come from. */
  | { readonly kind: 'supplied'; readonly text: string; readonly at: CellRef }
  /** A person must fill this in. `key` is the supplement field that fills it: reasons.S01, itemBudgets.2010302. */
  | { readonly kind: 'blank'; readonly ask: string; readonly key: string };

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

/** The 情况说明 as a tree. Writers print it and compute nothing. */
export interface ReportDocument {
  readonly unit: string;
  readonly year: number;
  readonly profile: string;
  /** 2024年度单位决算情况说明 */
  readonly title: string;
  readonly sections: readonly ReportSection[];
  /** 名词解释 */
  readonly glossary: ReportSection;
  /** Paragraphs between the title and the first section; only a person writes any. */
  readonly preface?: readonly Paragraph[];
  readonly charts: readonly ChartSpec[];
  readonly missing: readonly Missing[];
  /** Set when the 情况说明 sheet holds words of a person; `published` puts them into the text. */
  readonly kept?: Kept;
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

/** What is printed for an inline: blanks as 【待补充：…】. */
export const textOf = (inline: Inline): string => (inline.kind === 'blank' ? `【待补充：${inline.ask}】` : inline.text);
export const paragraphText = (paragraph: Paragraph): string => paragraph.inlines.map(textOf).join('');

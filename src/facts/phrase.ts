import Decimal from 'decimal.js';
import type { CellRef } from '../kernel/workbook';
import { decimalsOf, yuan } from './money';
import type { Traced } from './traced';

/** How a traced value is printed. wan = 元 → 万元; percent, count and yuan print the value itself. */
export interface Shown {
  readonly as: 'wan' | 'percent' | 'count' | 'yuan';
  readonly decimals: number;
}

/** A piece of a sentence. A number of a sentence is a figure; what a person must fill in is a blank. */
export type Inline =
  /** `rests`: the figures that make the words true although none of them is printed (持平, 未安排预算). */
  | { readonly kind: 'words'; readonly text: string; readonly rests?: readonly Traced[] }
  /** A number of the text. `text` is what is printed, unit word included only where it is part of the figure (730.39万元). */
  | {
      readonly kind: 'figure';
      readonly text: string;
      readonly of: Traced;
      readonly shown: Shown;
      /** What plain rounding would have printed, where the part gave way by a digit so that the parts add up. */
      readonly adjusted?: string;
      /** The parts that begin here do not add up to their printed whole: the document ends with a note. */
      readonly tail?: true;
    }
  /** The name of a cell, as a door may link it: 财决04表 F12. */
  | { readonly kind: 'cell'; readonly text: string; readonly at: CellRef }
  /** Words that a person supplied (a reason, 接待内容), with the field they fill and the place they come from. */
  | { readonly kind: 'supplied'; readonly text: string; readonly key: string; readonly at: CellRef }
  /** A person must fill this in. `key` is the supplement field that fills it: reasons.S01, itemBudgets.2010302. */
  | { readonly kind: 'blank'; readonly ask: string; readonly key: string };

/** A part of a sentence, or a whole one. Empty = nothing is said. */
export type Phrase = readonly Inline[];
type Slot = Inline | Phrase;

const words = (text: string): Inline => ({ kind: 'words', text });
const flat = (slot: Slot): Phrase => ('kind' in slot ? [slot] : slot);

/** Sentence template. A number or a string in a slot does not compile: figures come traced, names through `printed`. */
export function say(strings: TemplateStringsArray, ...slots: readonly Slot[]): Phrase {
  const inlines: Inline[] = [];
  strings.forEach((text, i) => {
    if (text !== '') inlines.push(words(text));
    const slot = slots[i];
    if (slot !== undefined) inlines.push(...flat(slot));
  });
  return inlines;
}

export const nothing: Phrase = [];

/** A name as the workbook prints it (科目, 单位, 用途), or a phrase of the profile. Never for a figure. */
export const printed = (text: string): Inline => words(text);
/** Words that state a fact about figures without printing them: 持平, 未安排预算, a 款 that has an amount. */
export const stating = (text: string, ...rests: readonly Traced[]): Inline => ({ kind: 'words', text, rests });
export const blank = (ask: string, key: string): Inline => ({ kind: 'blank', ask, key });
export const cellNamed = (text: string, at: CellRef): Inline => ({ kind: 'cell', text, at });

/** 1,234.50 元, or 13 for a count: an amount as findings print it. */
export function exactly(of: Traced): Inline {
  if (of.unit !== '元') {
    const decimals = of.value.isInteger() ? 0 : 2;
    return { kind: 'figure', text: yuan(of.value, decimals), of, shown: { as: 'count', decimals } };
  }
  const decimals = decimalsOf(of.value);
  return { kind: 'figure', text: `${yuan(of.value, decimals)} 元`, of, shown: { as: 'yuan', decimals } };
}

/** Joins what there is: no separator is ever left over or doubled. */
export function joined(parts: readonly Phrase[], separator: '，' | '；' | '、' | '。' | ' ' | ''): Phrase {
  const full = parts.filter((part) => part.length > 0);
  return full.flatMap((part, i) => (i === 0 || separator === '' ? part : [words(separator), ...part]));
}

/** Clauses joined by 「，」 and closed by 「。」; nothing at all when there is no clause. */
export function sentence(...clauses: readonly Phrase[]): Phrase {
  const body = joined(clauses, '，');
  return body.length === 0 ? nothing : [...body, words('。')];
}

/** Neighbouring words become one, so that the text is one run between two figures. */
export function merged(inlines: Phrase): Phrase {
  const out: Inline[] = [];
  for (const inline of inlines) {
    const last = out[out.length - 1];
    if (inline.kind === 'words' && last?.kind === 'words' && !inline.rests && !last.rests)
      out[out.length - 1] = words(last.text + inline.text);
    else if (inline.kind !== 'words' || inline.text !== '') out.push(inline);
  }
  return out;
}

/** What is printed for an inline: blanks as 【待补充：…】. */
export const textOf = (inline: Inline): string => (inline.kind === 'blank' ? `【待补充：${inline.ask}】` : inline.text);

/** What a door prints. */
export const phraseText = (phrase: Phrase): string => phrase.map(textOf).join('');

/** Does the phrase name this cell? */
export const namesCell = (phrase: Phrase, { sheet, a1, book }: CellRef): boolean =>
  phrase.some((inline) => inline.kind === 'cell' && inline.at.a1 === a1 && inline.at.sheet === sheet && inline.at.book.role === book.role);

/** Does the phrase print this amount, whatever its sign? `amount` is a decimal string in 元. */
export const printsAmount = (phrase: Phrase, amount: string): boolean =>
  phrase.some((inline) => inline.kind === 'figure' && inline.of.unit === '元' && inline.of.value.abs().equals(new Decimal(amount).abs()));

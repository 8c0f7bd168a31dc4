import type { CellRef } from '../kernel/workbook';
import { factsOf, type Traced } from '../facts/traced';
import { splitKey } from '../facts/fact-set';
import { formName } from '../layouts/keys';
import type { Supplied } from '../supplements/supplements';
import type { ChartBlock, Heading, Inline, Paragraph } from './document';

/** A part of a sentence. Empty = nothing is said. */
export type Phrase = readonly Inline[];
export type Slot = Inline | Phrase;

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

/** A supplied text fitted into a sentence: no line breaks, no closing mark, no repetition of the words before it. */
export function supplied(given: Supplied): Inline {
  const text = given.text
    .replace(/\s*[\r\n]+\s*/g, '')
    .trim()
    .replace(/^(主要)?(变动)?原因(：|:|是|为)\s*/, '')
    .replace(/[。；;，,、.：:\s]+$/, '');
  return { kind: 'supplied', text, at: given.at };
}
/** Supplied and not empty after fitting. */
export const isSupplied = (given: Supplied | undefined): given is Supplied =>
  given !== undefined && supplied(given).kind === 'supplied' && fitted(given) !== '';
const fitted = (given: Supplied): string => {
  const inline = supplied(given);
  return inline.kind === 'supplied' ? inline.text : '';
};

/** Joins what there is: no separator is ever left over or doubled. */
export function joined(parts: readonly Phrase[], separator: '，' | '；' | '、' | '。' | ''): Phrase {
  const full = parts.filter((part) => part.length > 0);
  return full.flatMap((part, i) => (i === 0 || separator === '' ? part : [words(separator), ...part]));
}

/** Clauses joined by 「，」 and closed by 「。」; nothing at all when there is no clause. */
export function sentence(...clauses: readonly Phrase[]): Phrase {
  const body = joined(clauses, '，');
  return body.length === 0 ? nothing : [...body, words('。')];
}

/** Neighbouring words become one, so that the text is one run between two figures. */
function merged(inlines: Phrase): Phrase {
  const out: Inline[] = [];
  for (const inline of inlines) {
    const last = out[out.length - 1];
    if (inline.kind === 'words' && last?.kind === 'words' && !inline.rests && !last.rests)
      out[out.length - 1] = words(last.text + inline.text);
    else if (inline.kind !== 'words' || inline.text !== '') out.push(inline);
  }
  return out;
}

function formOf(key: string, at: CellRef): string {
  if (at.book.role === '补充') return '补充信息';
  const form = formName(splitKey(key).table);
  return at.book.role === '上年' ? `上年${form}` : form;
}

/** Forms that the figures and supplied texts of a paragraph come from, each once, in the order of the text. */
function sourcesOf(inlines: Phrase): readonly string[] {
  const forms = new Set<string>();
  for (const inline of inlines) {
    const traced = inline.kind === 'figure' ? [inline.of] : inline.kind === 'words' ? (inline.rests ?? []) : [];
    for (const fact of traced.flatMap(factsOf)) forms.add(formOf(fact.key, fact.at));
    if (inline.kind === 'supplied') forms.add(inline.at.book.role === '补充' ? '补充信息' : inline.at.sheet);
  }
  return [...forms];
}

/** `notes` are added to the 数据来源: 人工确认. */
export function paragraph(id: string, parts: readonly Phrase[], notes: readonly string[] = []): Paragraph {
  const inlines = merged(parts.flat());
  return { kind: 'paragraph', id, inlines, sources: [...sourcesOf(inlines), ...notes] };
}
export const heading = (id: string, level: Heading['level'], text: string): Heading => ({ kind: 'heading', id, level, text });
export const chart = (id: string): ChartBlock => ({ kind: 'chart', id });

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
/** 1 → 一, 12 → 十二, 20 → 二十. */
export function chineseNumeral(n: number): string {
  const tens = Math.floor(n / 10);
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${digits[n % 10]}`;
}

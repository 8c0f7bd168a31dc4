import type { CellRef } from '../kernel/workbook';
import { factsOf } from '../facts/traced';
import { splitKey } from '../facts/fact-set';
import { formName } from '../layouts/keys';
import type { Supplied } from '../supplements/supplements';
import { merged, type Inline, type Phrase } from '../facts/phrase';
import type { ChartBlock, Heading, Paragraph } from './document';

export { blank, joined, nothing, printed, say, sentence, stating, type Phrase } from '../facts/phrase';

/** A supplied text fitted into a sentence: no line breaks, no closing mark, no repetition of the words before it. */
export function supplied(given: Supplied): Inline {
  const text = given.text
    .replace(/\s*[\r\n]+\s*/g, '')
    .trim()
    .replace(/^(主要)?(变动)?原因(：|:|是|为)\s*/, '')
    .replace(/[。；;，,、.：:\s]+$/, '');
  return { kind: 'supplied', text, key: given.key, at: given.at };
}
/** Supplied and not empty after fitting. */
export const isSupplied = (given: Supplied | undefined): given is Supplied =>
  given !== undefined && supplied(given).kind === 'supplied' && fitted(given) !== '';
const fitted = (given: Supplied): string => {
  const inline = supplied(given);
  return inline.kind === 'supplied' ? inline.text : '';
};

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

/** 支出决算为不足0.01万元 reads 支出决算不足0.01万元. */
const plainUnder = (inlines: Phrase): Phrase =>
  inlines.map((inline, i): Inline => {
    const next = inlines[i + 1];
    const isUnder = next?.kind === 'figure' && next.text.startsWith('不足');
    return inline.kind === 'words' && isUnder && inline.text.endsWith('为') ? { ...inline, text: inline.text.slice(0, -1) } : inline;
  });

/** `notes` are added to the 数据来源: 人工确认. */
export function paragraph(id: string, parts: readonly Phrase[], notes: readonly string[] = []): Paragraph {
  const inlines = plainUnder(merged(parts.flat()));
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

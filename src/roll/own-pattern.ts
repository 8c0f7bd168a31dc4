import type { Inline, Paragraph } from '../narrative/document';
import { textOf } from '../narrative/document';

/** What a person's words in a paragraph of ours say: their text, by the key of the field they belong to. */
type Captured = ReadonlyMap<string, string>;

interface Pattern {
  readonly id: string;
  readonly form: RegExp;
  /** Field of each group, '' where it is not known. */
  readonly keys: readonly string[];
}

/** Words of our own that must stand around what a person may have written, before a paragraph is taken for ours. */
const enough = 12;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const isOpen = (inline: Inline): boolean => inline.kind === 'blank' || inline.kind === 'supplied';

/** The form of a paragraph as we print it: every word and figure of ours to the letter, anything where a person fills in. */
export function patternOf({ id, inlines }: Paragraph, keyOf: (inline: Inline) => string): Pattern | undefined {
  const fixed = inlines.filter((inline) => !isOpen(inline)).reduce((sum, inline) => sum + textOf(inline).length, 0);
  if (fixed < enough && inlines.some(isOpen)) return undefined;
  const form = inlines.map((inline) => (isOpen(inline) ? '([^]*?)' : escaped(textOf(inline)))).join('');
  return { id, form: new RegExp(`^${form}$`), keys: inlines.filter(isOpen).map(keyOf) };
}

/** The words of a person in a text of ours; undefined where the text is not of this form. */
export function capture(pattern: Pattern, text: string): Captured | undefined {
  const found = pattern.form.exec(text.trim());
  if (!found) return undefined;
  const words = new Map<string, string>();
  pattern.keys.forEach((key, i) => {
    const said = found[i + 1]!;
    if (key !== '' && said !== '' && !/^【待补充/.test(said)) words.set(key, said);
  });
  return words;
}

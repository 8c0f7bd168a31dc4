import type { WordParagraph } from '../../src/ooxml/word/model';
import type { RolledText } from '../../src/roll/model';

/** The texts of a document's paragraphs once everything of a roll is accepted, worked out without writing a file. */
export function rewrittenTexts(paragraphs: readonly WordParagraph[], { paragraphs: rolled }: RolledText): readonly string[] {
  const removed = new Set(
    rolled.flatMap(({ act, index, row }) => (act !== 'remove' ? [] : row?.kind === 'gone' ? row.paragraphs : [index])),
  );
  const changed = new Map(
    rolled.flatMap(({ act, index, text, changes }) => (act === 'change' && changes.length > 0 ? [[index, { text, changes }]] : [])),
  );
  return paragraphs.flatMap(({ index, text }) => {
    const own = changed.get(index);
    const made = removed.has(index) ? [] : [own ? withChanges(text, own.changes) : text];
    return [
      ...made,
      ...rolled.flatMap((one) =>
        one.act === 'insert' && one.index === index ? (one.row?.kind === 'new' ? one.row.texts : [one.text]) : [],
      ),
    ];
  });
}

const withChanges = (text: string, changes: readonly { readonly start: number; readonly end: number; readonly to: string }[]): string =>
  [...changes]
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((all, { start, end, to }) => all.slice(0, start) + to + all.slice(end), text);

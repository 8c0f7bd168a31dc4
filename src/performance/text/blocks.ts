/** A place in a text: characters `start` up to `end` of one paragraph, both as the reader of the file counts them. */
export interface Span {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

export interface TextCell {
  readonly paragraph: number;
  /** Where the cell's text begins in its paragraph; not 0 where a whole row is one paragraph. */
  readonly start: number;
  readonly text: string;
}

/** What a reader of files (Word, plain text) hands over: paragraphs and rows of tables, in their order. */
export type TextBlock =
  | { readonly kind: 'paragraph'; readonly paragraph: number; readonly text: string }
  | { readonly kind: 'row'; readonly cells: readonly TextCell[] };

/** Plain text: one paragraph a line; a line with tabs is a row of a table. Paragraphs are counted from 0. */
export function blocksOfText(text: string): readonly TextBlock[] {
  return text.split(/\r\n|\r|\n|\f/).flatMap((line, paragraph): readonly TextBlock[] => {
    if (line.trim() === '') return [];
    if (!line.includes('\t')) return [{ kind: 'paragraph', paragraph, text: line }];
    let start = 0;
    const cells = line.split('\t').map((cell): TextCell => {
      const here = { paragraph, start, text: cell };
      start += cell.length + 1;
      return here;
    });
    return [{ kind: 'row', cells }];
  });
}

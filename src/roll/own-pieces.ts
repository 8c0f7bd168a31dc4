import type { CellRef } from '../kernel/workbook';
import { cellsOf } from '../facts/traced';
import { textOf, type Inline, type Paragraph, type ReportDocument } from '../narrative/document';
import type { RestingSpan } from './rewording';

/** A line of a report of ours, with an id that is the same from year to year. */
export interface OwnPiece {
  readonly id: string;
  readonly text: string;
  /** Absent for a title, a heading and the caption of a chart. */
  readonly paragraph?: Paragraph;
}

/** Every line of a report of ours in the order it is printed. */
export function ownPieces(document: ReportDocument): readonly OwnPiece[] {
  const captions = new Map(document.charts.map(({ id, title }) => [id, title]));
  const lines = [...document.sections, document.glossary].flatMap(({ id, heading, blocks }): OwnPiece[] => [
    { id: `heading ${id}`, text: heading },
    ...blocks.flatMap((block): OwnPiece[] => {
      if (block.kind === 'paragraph') return [{ id: block.id, text: block.inlines.map(textOf).join(''), paragraph: block }];
      if (block.kind === 'heading') return [{ id: block.id, text: block.text }];
      const title = captions.get(block.id);
      return title === undefined ? [] : [{ id: `chart ${block.id}`, text: title }];
    }),
  ]);
  return [{ id: 'title', text: document.title }, ...lines];
}

/** Where the text of a paragraph rests on cells: its figures, words that state a fact, and words of a person. */
export function restsOf({ inlines }: Paragraph): readonly RestingSpan[] {
  const spans: RestingSpan[] = [];
  let at = 0;
  for (const inline of inlines) {
    const end = at + textOf(inline).length;
    const cells = cellsBehind(inline);
    if (cells.length > 0) spans.push({ start: at, end, cells });
    at = end;
  }
  return spans;
}

function cellsBehind(inline: Inline): readonly CellRef[] {
  if (inline.kind === 'figure') return cellsOf(inline.of);
  if (inline.kind === 'words') return (inline.rests ?? []).flatMap(cellsOf);
  return [];
}

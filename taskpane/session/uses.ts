import { parseA1 } from '../../src/kernel/address';
import { cellKey, type CellRef } from '../../src/kernel/workbook';
import { cellsOf } from '../../src/facts/traced';
import { paragraphText, type Inline, type Paragraph, type ReportText } from '../../src/narrative/document';
import { isOwnSheet } from '../../src/kernel/own-sheets';
import { paragraphsOf } from '../../src/app/stale';

/** A paragraph that rests on a cell: through a figure it prints, through words (持平, 大于) or because it quotes the cell. */
export interface Use {
  readonly section: string;
  readonly paragraph: Paragraph;
  /** The sentence of the paragraph in which it does. */
  readonly sentence: string;
}

type Selected = Pick<CellRef, 'sheet' | 'a1'>;

/** Every cell behind a piece of text, each once, in order. */
export function sourcesOf(inline: Inline): readonly CellRef[] {
  if (inline.kind === 'figure') return cellsOf(inline.of);
  if (inline.kind === 'supplied') return [inline.at];
  if (inline.kind !== 'words' || !inline.rests) return [];
  const seen = new Map(inline.rests.flatMap(cellsOf).map((cell) => [cellKey(cell), cell] as const));
  return [...seen.values()];
}

/** Can the cell be shown in the workbook in front? */
export const isHere = ({ book }: CellRef): boolean => book.role !== '上年';

const single = /^([A-Z]+\d+)$/;
const range = /^([A-Z]+\d+):([A-Z]+\d+)$/;

/** Is the cell the selected one, or inside the selected range? */
export function isSelected(cell: CellRef, selected: Selected | undefined): boolean {
  if (!selected || !isHere(cell) || cell.sheet !== selected.sheet || isOwnSheet(cell.sheet) !== (cell.book.role === '补充')) return false;
  const a1 = selected.a1.replace(/\$/g, '');
  if (single.test(a1)) return a1 === cell.a1;
  const [, from, to] = range.exec(a1) ?? [];
  if (!from || !to || !single.test(cell.a1)) return false;
  const [at, start, end] = [parseA1(cell.a1), parseA1(from), parseA1(to)];
  return at.row >= start.row && at.row <= end.row && at.column >= start.column && at.column <= end.column;
}

/** The paragraphs that use the selected cell, in the order of the text. */
export function usesOf(document: ReportText, selected: Selected | undefined): readonly Use[] {
  if (!selected) return [];
  return paragraphsOf(document).flatMap(({ section, paragraph }) => {
    const index = paragraph.inlines.findIndex((inline) => sourcesOf(inline).some((cell) => isSelected(cell, selected)));
    return index < 0 ? [] : [{ section, paragraph, sentence: sentenceAround(paragraph, index) }];
  });
}

/** The sentence that a piece of a paragraph begins in. */
function sentenceAround(paragraph: Paragraph, index: number): string {
  const text = paragraphText(paragraph);
  const at = paragraphText({ ...paragraph, inlines: paragraph.inlines.slice(0, index) }).length;
  const start = text.lastIndexOf('。', at - 1) + 1;
  const end = text.indexOf('。', at);
  return text.slice(start, end < 0 ? undefined : end + 1).trim();
}

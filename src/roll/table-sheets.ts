import type { Sheet } from '../kernel/workbook';
import type { WordBlock, WordDocument, WordParagraph, WordTable } from '../ooxml/word/model';
import { LEAST_ROWS, linesAbove, sheetOfTable } from '../proof/tables';

interface TablePart {
  readonly column: number;
  readonly text: string;
  readonly paragraphs: readonly WordParagraph[];
}

/** A table of a Word document as a sheet that the forms' reader takes, with the way back from a cell to its paragraph. */
export interface TableSheet {
  readonly sheet: Sheet;
  /** Paragraph that holds the text of a cell, by zero-based row and column of the sheet. */
  paragraphAt(row: number, column: number): WordParagraph | undefined;
  /** The cells of a row, by zero-based row of the sheet. */
  cellsIn(row: number): readonly TablePart[];
  /** How its amounts are printed. */
  readonly grouped: boolean;
  readonly decimals: number;
  /** Numbers of the paragraphs that name the rows of the table in the text as it is read. */
  readonly rows: ReadonlySet<number>;
}

/** The tables of the body, each with the lines that stand above it. */
export function tableSheets({ blocks }: WordDocument): readonly TableSheet[] {
  const made: TableSheet[] = [];
  let lines: readonly string[] = [];
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      if (block.text.trim() !== '') lines = linesAbove(lines, block.text);
      continue;
    }
    if (block.rows.length >= LEAST_ROWS) made.push(tableSheet(block, lines, made.length + 1));
    lines = [];
  }
  return made;
}

function tableSheet(table: WordTable, lines: readonly string[], number: number): TableSheet {
  const places = new Map<string, WordParagraph>();
  const rows = new Set<number>();
  const parts: (readonly TablePart[])[] = [];
  const texts = table.rows.flat().map(({ text }) => text.trim());
  table.rows.forEach((cells, r) => {
    for (const cell of cells) {
      const [own] = paragraphsIn(cell.blocks);
      const filled = paragraphsIn(cell.blocks).find(({ text }) => text.trim() !== '') ?? own;
      if (filled) places.set(`${lines.length + r} ${cell.column}`, filled);
      if (own) rows.add(own.index);
    }
    parts.push(cells.map(({ column, text, blocks }) => ({ column, text, paragraphs: paragraphsIn(blocks) })));
  });
  return {
    sheet: sheetOfTable(`文档表${number}`, lines, table.rows),
    cellsIn: (row) => parts[row - lines.length] ?? [],
    grouped: texts.some((text) => /\d[,，]\d{3}/.test(text)),
    decimals: Math.max(2, ...texts.map((text) => /^-?[\d,，]+[.．](\d+)$/.exec(text)?.[1]!.length ?? 0)),
    paragraphAt: (row, column) => places.get(`${row} ${column}`),
    rows,
  };
}

const paragraphsIn = (blocks: readonly WordBlock[]): readonly WordParagraph[] =>
  blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block] : block.rows.flatMap((row) => row.flatMap((cell) => paragraphsIn(cell.blocks))),
  );

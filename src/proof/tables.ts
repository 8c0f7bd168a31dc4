import { printedNumber } from '../facts/amount-text';
import type { FactSet } from '../facts/fact-set';
import { a1, parseA1 } from '../kernel/address';
import type { CellRef, Scalar, Sheet } from '../kernel/workbook';
import type { ProofBlock, ProofDocument, RowCell, TextSpan } from './text/document';

/** A table of a document as a sheet that the forms' reader takes, with the way back to the words. */
export interface TextTable {
  readonly sheet: Sheet;
  /** Words of a cell, by zero-based row and column of the sheet. */
  spanAt(row: number, column: number): TextSpan | undefined;
  /** Address of a cell counted in the table itself: C5. */
  addressOf(row: number, column: number): string;
}

/** The 公开表 that stand in a document, as figures. `facts`: of the year that the text reports, in 元. */
export interface TextTables {
  readonly facts: FactSet;
  readonly tables: readonly TextTable[];
}

/** Lines above a table that may print its title, number, unit and year. */
export const linesAbove = (lines: readonly string[], next: string): readonly string[] => [...lines, next].slice(-5);
/** A table of fewer rows is no form. */
export const LEAST_ROWS = 3;

/** Tables of a document, each with the lines that stand above it. */
export function textTables({ blocks }: ProofDocument): readonly TextTable[] {
  const made: TextTable[] = [];
  let lines: readonly string[] = [];
  let rows: ProofBlock[] = [];
  const close = (): void => {
    if (rows.length >= LEAST_ROWS) made.push(tableOf(rows, lines, made.length + 1));
    if (rows.length > 0) lines = [];
    rows = [];
  };
  for (const block of blocks) {
    if (block.kind === 'row') {
      if (rows.length > 0 && rows[0]!.table !== block.table) close();
      rows.push(block);
    } else {
      close();
      lines = linesAbove(lines, block.text);
    }
  }
  close();
  return made;
}

function tableOf(rows: readonly ProofBlock[], lines: readonly string[], number: number): TextTable {
  const cells = rows.map(cellsIn);
  return {
    sheet: sheetOfTable(`文中第${number}张表`, lines, cells),
    spanAt(row, column) {
      const cell = cells[row - lines.length]?.find((one) => one.column === column);
      return cell && { paragraph: cell.paragraph, start: cell.start, end: cell.start + cell.text.length };
    },
    addressOf: (row, column) => a1(row - lines.length, column),
  };
}

/** Cells of a row with their columns; a row of a text file has its cells between tabs. */
function cellsIn(block: ProofBlock): readonly (RowCell & { readonly column: number })[] {
  if (block.cells) return block.cells.map((cell, i) => ({ ...cell, column: cell.column ?? i }));
  let start = 0;
  return block.text.split('\t').map((text, column) => {
    const cell = { paragraph: block.index, start, text, column };
    start += text.length + 1;
    return cell;
  });
}

/** The lines above a table, each in its first cell, then its rows: what the reader of forms takes for a sheet. */
export function sheetOfTable(
  name: string,
  lines: readonly string[],
  rows: readonly (readonly { readonly column: number; readonly text: string; readonly columns?: number }[])[],
): Sheet {
  const width = Math.max(...rows.flat().map(({ column, columns = 1 }) => column + columns));
  const blank = (): Scalar[] => Array<null>(width).fill(null);
  const values = [
    ...lines.map((line): Scalar[] => [line.trim(), ...blank().slice(1)]),
    ...rows.map((row) => row.reduce((all, { column, text }) => (all.splice(column, 1, scalarOf(text)), all), blank())),
  ];
  return { name, visibility: 'visible', top: 0, left: 0, values };
}

/** A code stays text; an amount becomes a number, as a form holds it. */
function scalarOf(text: string): Scalar {
  const plain = text.trim();
  if (plain === '') return null;
  const number = /^\d{3,7}$/.test(plain) ? undefined : printedNumber(plain);
  return number === undefined ? plain : number.toNumber();
}

/** Where the words of a cell stand, if it is one of these tables. */
export function spanOfCell({ tables }: TextTables, { sheet, a1: address }: CellRef): TextSpan | undefined {
  const { row, column } = parseA1(address);
  return tables.find((one) => one.sheet.name === sheet)?.spanAt(row, column);
}

/** 文中《收入支出决算总表》C5: a cell of such a table as a person finds it. */
export function cellInText(
  { facts, tables }: TextTables,
  { sheet, a1: address }: CellRef,
): { readonly sheet: string; readonly a1: string } {
  const { row, column } = parseA1(address);
  const form = [...facts.tables.values(), ...(facts.published ?? [])].find((one) => one.sheet === sheet);
  const a1OfTable = tables.find((one) => one.sheet.name === sheet)?.addressOf(row, column) ?? address;
  return { sheet: form ? `文中《${form.title}》` : sheet, a1: a1OfTable };
}

import { a1 } from '../kernel/address';
import type { Book, CellRef, Scalar, Sheet } from '../kernel/workbook';
import { bare, scalarText } from './words';

/** A sheet with row and column counted from its first stored cell; `at` gives the address a person sees. */
export class SheetGrid {
  readonly height: number;
  readonly width: number;

  constructor(
    readonly sheet: Sheet,
    /** Which workbook the sheet is of; only `at` needs it. */
    readonly book: Book,
  ) {
    this.height = sheet.values.length;
    this.width = sheet.values.reduce((width, row) => Math.max(width, row.length), 0);
  }

  value(row: number, column: number): Scalar {
    return this.sheet.values[row]?.[column] ?? null;
  }

  text(row: number, column: number): string {
    return scalarText(this.sheet.values[row]?.[column]);
  }

  bare(row: number, column: number): string {
    return bare(this.text(row, column));
  }

  /** The same sheet, as one of this book. */
  of(book: Book): SheetGrid {
    return new SheetGrid(this.sheet, book);
  }

  at(row: number, column: number): CellRef {
    return { book: this.book, sheet: this.sheet.name, a1: a1(this.sheet.top + row, this.sheet.left + column) };
  }
}

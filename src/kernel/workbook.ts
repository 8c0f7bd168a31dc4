/**
 * What a workbook is to the one at hand: itself, last year's, or what a person supplied (the 补充信息 sheet or the JSON of the
 * command line).
 */
export type Role = '本年' | '上年' | '补充';

/** One workbook among many: of which unit, of which year, and what it is used for. */
export interface Book {
  readonly role: Role;
  /** 编制单位 as printed; '' where it is not known. */
  readonly unit: string;
  readonly year?: number;
}

/** What a person supplied. */
export const suppliedBook: Book = { role: '补充', unit: '' };

/** One cell, as a person would point at it. `a1` is the address without `$`, e.g. `E37`. */
export interface CellRef {
  readonly book: Book;
  readonly sheet: string;
  readonly a1: string;
}

/** A name for a cell among the cells of all books. */
export const cellKey = ({ book, sheet, a1 }: CellRef): string => `${book.role}|${book.unit}|${book.year ?? ''}|${sheet}|${a1}`;

/** A name for a cell that stays when the unit is renamed: for what is kept from one run to the next. */
export const placeKey = ({ book, sheet, a1 }: CellRef): string => `${book.role}|${sheet}|${a1}`;

/** A cell value as the host gives it. `null` is a blank cell; an error cell is the string Excel shows, e.g. `#REF!`. */
export type Scalar = string | number | boolean | null;

/** A formula whose result was never stored in the file. It must not be mistaken for a blank. */
export const UNCALCULATED = '#未计算';

export interface Sheet {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  /** Zero-based position of `values[0][0]` in the sheet. */
  readonly top: number;
  readonly left: number;
  /** Rectangular; merged areas carry their value in the top-left cell only. */
  readonly values: readonly (readonly Scalar[])[];
}

/** A snapshot: nothing of the host is left in it. */
export interface Workbook {
  readonly role: Role;
  /** File name as the user knows it, without the folder. */
  readonly file: string;
  readonly sheets: readonly Sheet[];
}

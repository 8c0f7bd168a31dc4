/** Which workbook a cell belongs to. 补充 = what a person supplied (the 补充信息 sheet or the JSON of the command line). */
export type Book = '本年' | '上年' | '补充';

/** One cell, as a person would point at it. `a1` is the address without `$`, e.g. `E37`. */
export interface CellRef {
  readonly book: Book;
  readonly sheet: string;
  readonly a1: string;
}

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
  readonly book: Book;
  /** File name as the user knows it, without the folder. */
  readonly file: string;
  readonly sheets: readonly Sheet[];
}

import type { Finding } from '../facts/outcome';
import type { TableRow } from '../facts/fact-set';

/** Zero-based row and column of the grid. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/** Where a figure stands: in a cell; nowhere because it did not occur (then the cell to show instead); or unknown. */
export type Lookup = { readonly cell: GridPlace } | { readonly zero: GridPlace } | { readonly absent: string };

/** Rows and columns of a form, found on its sheet. */
export interface Body {
  readonly rows: readonly TableRow[];
  readonly columns: readonly string[];
  columnName(column: string): string;
  lookup(row: string, column: string): Lookup;
  isCount(row: string): boolean;
  isPercent(column: string): boolean;
  /** Visits every row of amounts with the columns in which they stand. */
  eachRow(visit: (row: number, columns: readonly number[]) => void): void;
  readonly problems: readonly Finding[];
}

import type { Book, CellRef } from '../kernel/workbook';
import type { ColumnName, Key, RowName } from '../layouts/keys';
import type { Fact, Unit } from './traced';

/** What stands at a place of a form. A blank, a dash, a text and a zero are four different things. */
export type Reading =
  /** A number – or a blank cell of a form whose layout says that blank means none (then `fact.blank`). */
  | { readonly state: 'number'; readonly fact: Fact }
  /** A blank cell of a form that does not say what a blank means. */
  | { readonly state: 'blank'; readonly at: CellRef; readonly label: string }
  /** `—`: the column does not apply to this row. */
  | { readonly state: 'dash'; readonly at: CellRef; readonly label: string }
  /** Text, an error value or an uncalculated formula where an amount belongs. */
  | { readonly state: 'text'; readonly at: CellRef; readonly label: string; readonly text: string }
  /** The sheet, row or column was not found; `what` says which, in words. */
  | { readonly state: 'absent'; readonly what: string };

/** One row of a form as it was found. */
export interface TableRow {
  /** Row part of the key: 合计, 2010302, 2010302#1, 本年收入合计. */
  readonly key: RowName;
  /** Printed name, trimmed: 行政运行. */
  readonly name: string;
  /** 行次, where the form prints one. */
  readonly line?: number;
  /** Zero-based sheet row. */
  readonly row: number;
}

/** One form of one workbook. Facts are made on demand: a matrix of a million cells costs nothing until it is asked. */
export interface Table {
  readonly id: string;
  readonly title: string;
  readonly book: Book;
  readonly sheet: string;
  readonly unit: '元' | '万元';
  readonly year?: number;
  /** In printed order. */
  readonly rows: readonly TableRow[];
  /** Column keys found, in printed order. */
  readonly columns: readonly ColumnName[];
  /** Printed name of a column: 商品和服务支出 · 办公费. */
  columnName(column: ColumnName): string;
  row(key: string): TableRow | undefined;
  /** `row` is a row key, `column` a column key. In a column table an unprinted 科目 row is a zero fact with `noRow`. */
  at(row: RowName, column: ColumnName): Reading;
  /**
   * The cell's own number without making a fact, for screens over a million cells: null for a blank that means none,
   * undefined for everything that `at` must tell more of.
   */
  plain?(row: TableRow, column: ColumnName): number | null | undefined;
  /**
   * The same for a whole form at once, row by row in the order of `rows`; `value` takes the index of a column.
   * Only those from `from` up to `to`, so that a large form can be read with pauses.
   * False, and nothing visited, where rows have columns of their own.
   */
  eachPlainRow?(visit: (index: number, value: (column: number) => number | null | undefined) => void, from?: number, to?: number): boolean;
  /** What unit the numbers of a row have. */
  unitOf(row: string): Unit;
}

/** All forms of one workbook. */
export interface FactSet {
  readonly book: Book;
  /** 编制单位 as printed; '' if no form prints one. */
  readonly unitName: string;
  /** Year of the forms; undefined if none is printed. */
  readonly year: number | undefined;
  readonly file: string;
  readonly tables: ReadonlyMap<string, Table>;
  /** Published forms (公开表) of which the 财决 form stands in the workbook too, under the id of that form. */
  readonly published?: readonly Table[];
  /** `Z01.收入总计.决算数`. The key is split at its first and last full stop. */
  find(key: Key): Reading;
}

/** This year's facts and, where there are any, last year's. */
export interface Years {
  readonly now: FactSet;
  readonly before?: FactSet;
}

/** `Z01.收入总计.决算数` → its three parts. Row keys may hold full-width punctuation but never a full stop. */
export function splitKey(key: string): { readonly table: string; readonly row: RowName; readonly column: ColumnName } {
  const first = key.indexOf('.');
  const last = key.lastIndexOf('.');
  return { table: key.slice(0, first), row: key.slice(first + 1, last) as RowName, column: key.slice(last + 1) as ColumnName };
}

import type { FenGrid } from './grid';
import { columnsAt, type Leaf } from './resolve';

/** The columns one term adds up at each column of `each`: those from starts[c] to starts[c + 1]. */
export interface Spans {
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  /** Columns of `each` for which the form prints nothing. */
  readonly unknown: readonly number[];
  readonly most: number;
}

type Columns = readonly (string | undefined)[];

/** Which columns a term adds up follows from names alone, and the workbooks of a year print the same names: looked up once. */
let known = new WeakMap<Leaf, Map<number, Spans>>();
/** A number for each list of column names: equal lists have one number. */
let numbered = new WeakMap<Columns, number>();
const numbers = new Map<string, number>();
/** Never given twice, so that nothing forgotten is taken for something else. */
let next = 0;
/** So many lists come from thousands of odd workbooks: what is known of them is forgotten. */
const MOST = 5000;

function numberOf(columns: Columns): number {
  let number = numbered.get(columns);
  if (number !== undefined) return number;
  if (numbers.size >= MOST) {
    numbers.clear();
    numbered = new WeakMap();
    known = new WeakMap();
  }
  const names = columns.join('\t');
  number = numbers.get(names) ?? next++;
  numbers.set(names, number);
  numbered.set(columns, number);
  return number;
}

export function spansOf(leaf: Leaf, grid: FenGrid, row: string | undefined, columns: Columns): Spans {
  if (leaf.op !== 'columns' && leaf.column.includes('^')) return lookUp(leaf, grid, row, columns);
  const key = numberOf(grid.table.columns) * 2 ** 26 + numberOf(columns);
  let mine = known.get(leaf);
  if (!mine) known.set(leaf, (mine = new Map()));
  let spans = mine.get(key);
  if (!spans) mine.set(key, (spans = lookUp(leaf, grid, row, columns)));
  return spans;
}

function lookUp(leaf: Leaf, grid: FenGrid, row: string | undefined, columns: Columns): Spans {
  const found = columns.map((column) => columnsAt(leaf, grid, { row, column }));
  const starts = new Int32Array(columns.length + 1);
  found.forEach((list, c) => (starts[c + 1] = starts[c]! + (list?.length ?? 0)));
  return {
    starts,
    columns: Int32Array.from(found.flatMap((list) => list ?? [])),
    unknown: found.flatMap((list, c) => (list === undefined ? [c] : [])),
    most: found.reduce((most, list) => Math.max(most, list?.length ?? 0), 0),
  };
}

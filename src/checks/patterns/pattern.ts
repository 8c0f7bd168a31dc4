import type { FenGrid } from '../grid';

/** How a hand spoils many cells at once. */
export type PatternName =
  | 'lastYearForm'
  | 'lastYearColumn'
  | 'emptyForm'
  | 'emptyColumn'
  | 'emptyRow'
  | 'inWan'
  | 'columnsSwapped'
  | 'rowsSwapped'
  | 'movedDown'
  | 'movedUp'
  | 'movedRight'
  | 'misplaced';

/** Where the failed formulas of a form stand. */
export interface Spots {
  readonly grid: FenGrid;
  /** In the order of the form. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** What stood in the cells before, as far as it can be told. */
export interface Hypothesis {
  readonly name: PatternName;
  readonly grid: FenGrid;
  /** Rows and columns of the form that the mistake is about, first one first. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** What each cell is too high by, in fen. Cells that stay as they are need not be named. */
  readonly excess: ReadonlyMap<number, number>;
  /** Cells whose amounts are lost: formulas with them say nothing. */
  readonly unknown: ReadonlySet<number>;
  /** What a corrected cell may still be off by, in fen: amounts in 万元 have lost their last digits. */
  readonly loose: number;
}

export const cellOf = (grid: FenGrid, row: number, column: number): number => grid.base + row * grid.width + column;
const valueOf = (grid: FenGrid, row: number, column: number): number => grid.fen[row * grid.width + column]!;

type Move = readonly [row: number, column: number, fromRow: number, fromColumn: number];

/** Cells that should hold what now stands in other cells of the form; undefined where nothing would change or a cell is no number. */
export function movedCells(grid: FenGrid, moves: readonly Move[]): ReadonlyMap<number, number> | undefined {
  const excess = new Map<number, number>();
  for (const [row, column, fromRow, fromColumn] of moves) {
    const gap = valueOf(grid, row, column) - valueOf(grid, fromRow, fromColumn);
    if (Number.isNaN(gap)) return undefined;
    if (gap !== 0) excess.set(cellOf(grid, row, column), gap);
  }
  return excess.size > 0 ? excess : undefined;
}

/** Cells that should hold ten thousand times as much. */
export function inYuan(grid: FenGrid, rows: readonly number[], columns: readonly number[]): ReadonlyMap<number, number> {
  const excess = new Map<number, number>();
  for (const row of rows)
    for (const column of columns) {
      const value = valueOf(grid, row, column);
      if (value !== 0 && !Number.isNaN(value)) excess.set(cellOf(grid, row, column), value - value * 10000);
    }
  return excess;
}

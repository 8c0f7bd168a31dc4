import type { FenGrid } from '../grid';

/** How a hand spoils many cells at once. */
export type PatternName =
  | 'lastYearForm'
  | 'lastYearColumn'
  | 'emptyForm'
  | 'emptyColumn'
  | 'emptyRow'
  | ScaleName
  | 'columnsSwapped'
  | 'rowsSwapped'
  | 'rowsShuffled'
  | 'movedDown'
  | 'movedUp'
  | 'movedRight'
  | 'sumMisses'
  | 'sumRepeats'
  | 'sumTimes'
  | 'misplaced';

/** Amounts in another unit than the form prints. */
export type ScaleName = 'inWan' | 'inThousand' | 'inFen' | 'overWan';

/** What turns such amounts into 元, and half of the last digit that they have lost, in fen. */
export const scales: Readonly<Record<ScaleName, { readonly times: number; readonly per: number; readonly loose: number }>> = {
  inWan: { times: 10000, per: 1, loose: 5000 },
  inThousand: { times: 1000, per: 1, loose: 500 },
  inFen: { times: 1, per: 100, loose: 0 },
  overWan: { times: 1, per: 10000, loose: 0 },
};
export const isScale = (name: PatternName): name is ScaleName => name in scales;

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

/** Cells that should hold so many times as much. */
export function scaledCells(
  grid: FenGrid,
  rows: readonly number[],
  columns: readonly number[],
  { times, per }: { readonly times: number; readonly per: number },
): ReadonlyMap<number, number> {
  const excess = new Map<number, number>();
  for (const row of rows)
    for (const column of columns) {
      const value = valueOf(grid, row, column);
      if (value !== 0 && !Number.isNaN(value)) excess.set(cellOf(grid, row, column), value - (value * times) / per);
    }
  return excess;
}

import type { FenGrid } from '../grid';
import type { Solver } from '../solver';
import { cellOf, type Hypothesis, type PatternName, type Spots } from './pattern';

const all = (length: number): readonly number[] => Array.from({ length }, (_, i) => i);
const isEmpty = (grid: FenGrid, rows: readonly number[], column: number): boolean =>
  rows.every((row) => grid.fen[row * grid.width + column] === 0);

/** A column, a row, or the whole form, in which nothing stands though other forms say what would. */
export function* leftEmpty({ grid, rows: hot, columns }: Spots, solver: Solver): Generator<Hypothesis, void> {
  const rows = all(grid.table.rows.length);
  const make = (name: PatternName, lines: readonly number[], which: readonly number[]): Hypothesis => {
    const excess = new Map<number, number>();
    const unknown = new Set<number>();
    for (const row of lines)
      for (const column of which) {
        const cell = cellOf(grid, row, column);
        const wanted = solver.wanted(cell);
        if (wanted !== undefined) excess.set(cell, wanted);
        // No other form says what a single project had.
        else if (grid.table.rows[row]!.key.includes('#')) unknown.add(cell);
      }
    return { name, grid, rows: lines, columns: which, excess, unknown, loose: 0 };
  };
  const empty = columns.filter((column) => isEmpty(grid, rows, column));
  const everyColumn = all(grid.width);
  if (empty.length === columns.length && everyColumn.every((column) => isEmpty(grid, rows, column))) {
    yield make('emptyForm', rows, everyColumn);
    return;
  }
  for (const column of empty) {
    const one = make('emptyColumn', rows, [column]);
    if (one.excess.size > 1) yield one;
  }
  for (const row of hot) {
    if (!everyColumn.every((column) => isEmpty(grid, [row], column))) continue;
    const one = make('emptyRow', [row], everyColumn);
    if (one.excess.size > 1) yield one;
  }
}

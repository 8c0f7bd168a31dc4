import type { FenGrid } from '../grid';
import type { Solver } from '../solver';
import { cellOf, type Hypothesis, type PatternName, type Spots } from './pattern';

const all = (length: number): readonly number[] => Array.from({ length }, (_, i) => i);
const isEmpty = (grid: FenGrid, rows: readonly number[], column: number): boolean =>
  rows.every((row) => grid.fen[row * grid.width + column] === 0);

/** A column, a row, or the whole form, in which nothing stands though other forms say what would. */
export function* leftEmpty({ grid, rows: hot, columns }: Spots, solver: Solver): Generator<Hypothesis, void> {
  const rows = all(grid.table.rows.length);
  // Some cells are empty by right: an equation with several of them does not say which. Both readings are tried.
  const both = (name: PatternName, lines: readonly number[], which: readonly number[]): readonly Hypothesis[] => {
    const cells = new Set(lines.flatMap((row) => which.map((column) => cellOf(grid, row, column))));
    return [make(name, lines, which, cells), make(name, lines, which)];
  };
  const make = (name: PatternName, lines: readonly number[], which: readonly number[], beside?: ReadonlySet<number>): Hypothesis => {
    const excess = new Map<number, number>();
    const unknown = new Set<number>();
    for (const row of lines)
      for (const column of which) {
        const cell = cellOf(grid, row, column);
        const wanted = solver.wanted(cell, beside);
        if (wanted !== undefined) excess.set(cell, wanted);
        // No other form says what a single project had.
        else if (grid.table.rows[row]!.key.includes('#')) unknown.add(cell);
      }
    return { name, grid, rows: lines, columns: which, excess, unknown, loose: 0 };
  };
  const empty = columns.filter((column) => isEmpty(grid, rows, column));
  const everyColumn = all(grid.width);
  if (empty.length === columns.length && everyColumn.every((column) => isEmpty(grid, rows, column))) {
    yield* both('emptyForm', rows, everyColumn);
    return;
  }
  for (const column of empty) {
    yield* both('emptyColumn', rows, [column]).filter(({ excess }) => excess.size > 1);
  }
  for (const row of hot) {
    if (!everyColumn.every((column) => isEmpty(grid, [row], column))) continue;
    yield* both('emptyRow', [row], everyColumn).filter(({ excess }) => excess.size > 1);
  }
}

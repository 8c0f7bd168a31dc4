import type { FenGrid } from '../grid';
import type { Solver } from '../solver';
import { cellOf, type Hypothesis, type PatternName, type Spots } from './pattern';

/** A sum that takes in the sums below it, or itself, is so many times what it should be. */
const TIMES = [2, 3, 4];

/** Every row under a 科目, at all levels. */
const allBelow = (grid: FenGrid, row: number): readonly number[] =>
  grid.children[row]!.flatMap((child) => [child, ...allBelow(grid, child)]);

/** A row of sums that left out a row below it, added one twice, or added up its parts with their own parts. */
export function* wrongSums({ grid, rows: hot, columns }: Spots, solver: Solver): Generator<Hypothesis, void> {
  const value = (row: number, column: number): number => grid.fen[row * grid.width + column]!;
  const everyColumn = Array.from({ length: grid.width }, (_, c) => c);
  const make = (name: PatternName, rows: readonly number[], wrong: (column: number) => number): readonly Hypothesis[] => {
    const excess = new Map<number, number>();
    for (const c of everyColumn) {
      const by = wrong(c);
      if (!Number.isInteger(by)) return [];
      if (by !== 0) excess.set(cellOf(grid, rows[0]!, c), by);
    }
    return excess.size > 1 ? [{ name, grid, rows, columns: everyColumn, excess, unknown: new Set(), loose: 0 }] : [];
  };
  for (const row of hot) {
    const below = allBelow(grid, row);
    if (below.length === 0) continue;
    // One column tells which row it may be; the others have to agree.
    const first = columns.find((c) => solver.wanted(cellOf(grid, row, c)) !== undefined);
    if (first === undefined) continue;
    const wanted = solver.wanted(cellOf(grid, row, first))!;
    for (const other of below) {
      // Where nothing stands at all, the row was left empty.
      if (value(other, first) === -wanted && value(row, first) !== 0) yield* make('sumMisses', [row, other], (c) => -value(other, c));
      if (value(other, first) === wanted) yield* make('sumRepeats', [row, other], (c) => value(other, c));
    }
    for (const times of TIMES)
      if (value(row, first) - value(row, first) / times === wanted)
        yield* make('sumTimes', [row], (c) => value(row, c) - value(row, c) / times);
  }
}

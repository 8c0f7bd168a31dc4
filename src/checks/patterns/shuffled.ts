import type { Solver } from '../solver';
import { cellOf, movedCells, type Hypothesis, type Spots } from './pattern';

/** Fewer rows out of place are told as rows exchanged, or moved. */
const FEWEST = 5;
/** Columns that are asked for the order of the rows. */
const MOST_ASKED = 3;
/** Columns that tell rows with the same amount apart. */
const MOST_COMPARED = 14;

/** Only some columns of a form were sorted: the amounts of a row stand beside another 科目. */
export function* shuffledRows({ grid, rows, columns }: Spots, solver: Solver): Generator<Hypothesis, void> {
  if (!grid.byCode || rows.length < FEWEST) return;
  const asked = columns.slice(0, MOST_COMPARED);
  const fits = (row: number, other: number): number =>
    asked.filter((c) => {
      const now = grid.fen[row * grid.width + c]!;
      return grid.fen[other * grid.width + c] === now - (solver.wanted(cellOf(grid, row, c)) ?? 0);
    }).length;
  const everyColumn = Array.from({ length: grid.width }, (_, c) => c);
  for (const column of columns.slice(0, MOST_ASKED)) {
    const value = (row: number): number => grid.fen[row * grid.width + column]!;
    const wrong = new Map(
      rows.flatMap((row) => {
        const wanted = solver.wanted(cellOf(grid, row, column));
        return wanted === undefined ? [] : [[row, value(row) - wanted] as const];
      }),
    );
    // Amounts repeat: what stands in a row that is right itself comes last.
    const free = new Set([...wrong.keys(), ...Array.from({ length: grid.table.rows.length }, (_, r) => r)]);
    const from = new Map<number, number>();
    for (const [row, right] of wrong) {
      // Amounts repeat from 类 to 款 to 项: of several rows with this one, that which fits in most columns, then the next one.
      const [source] = [row + 1, ...free]
        .filter((other) => other !== row && free.has(other) && value(other) === right)
        .sort((x, y) => fits(row, y) - fits(row, x));
      if (source === undefined) continue;
      free.delete(source);
      from.set(row, source);
    }
    // Rows that all stand one too low have moved.
    const lower = [...from].filter(([row, source]) => source === row + 1).length;
    if (from.size < FEWEST || lower * 2 > from.size) continue;
    const moves = [...from].flatMap(([row, source]) => everyColumn.map((c) => [row, c, source, c] as const));
    const excess = movedCells(grid, moves);
    if (excess) yield { name: 'rowsShuffled', grid, rows: [...from.keys()], columns: everyColumn, excess, unknown: new Set(), loose: 0 };
  }
}

import type { FenGrid, Grids } from '../grid';
import type { Solver } from '../solver';
import { leftEmpty } from './empty';
import { lastYears } from './last-year';
import { cellOf, inYuan, movedCells, type Hypothesis, type PatternName, type Spots } from './pattern';

/** Pairs of columns are tried all with all up to so many, beyond only neighbours. */
const FEW_COLUMNS = 14;
/** Blocks of rows that are tried as moved. */
const LONGEST_BLOCK = 8;
/** Half of the last digit of 万元 with two decimals, in fen. */
const HALF_WAN = 5000;
const NONE: ReadonlySet<number> = new Set();

const all = (length: number): readonly number[] => Array.from({ length }, (_, i) => i);

/** Every way in which a hand may have spoiled this form, as far as it touches failed formulas. */
export function* candidates(spots: Spots, grids: Grids, solver: Solver): Generator<Hypothesis, void> {
  yield* lastYears(spots, grids);
  yield* scaled(spots);
  // What stands nowhere can be made to fit, so it comes behind what is there in another unit.
  yield* leftEmpty(spots, solver);
  yield* swappedColumns(spots);
  yield* movedRows(spots);
  yield* misplacedCells(spots);
  yield* overwritten(spots, solver);
}

const moved = (
  name: PatternName,
  grid: FenGrid,
  rows: readonly number[],
  columns: readonly number[],
  excess: ReadonlyMap<number, number> | undefined,
  unknown: ReadonlySet<number> = NONE,
): readonly Hypothesis[] => (excess ? [{ name, grid, rows, columns, excess, unknown, loose: 0 }] : []);

function* scaled({ grid, rows, columns }: Spots): Generator<Hypothesis, void> {
  const everyRow = all(grid.table.rows.length);
  const everyColumn = all(grid.width);
  const make = (r: readonly number[], c: readonly number[]): Hypothesis => ({
    name: 'inWan',
    grid,
    rows: r,
    columns: c,
    excess: inYuan(grid, r, c),
    unknown: NONE,
    loose: HALF_WAN,
  });
  yield make(everyRow, everyColumn);
  for (const column of columns) yield make(everyRow, [column]);
  for (const first of rows)
    for (let size = 2; size <= LONGEST_BLOCK && first + size <= everyRow.length; size++)
      yield make(everyRow.slice(first, first + size), everyColumn);
}

function* swappedColumns({ grid, columns: hot }: Spots): Generator<Hypothesis, void> {
  const rows = all(grid.table.rows.length);
  // The other column of a pair may stand in no formula that fails.
  const columns = all(grid.width).filter((c) => [c - 1, c, c + 1].some((one) => hot.includes(one)));
  for (const [i, a] of columns.entries()) {
    for (const b of columns.length <= FEW_COLUMNS ? columns.slice(i + 1) : columns.slice(i + 1, i + 2)) {
      const moves = rows.flatMap((r) => [[r, a, r, b] as const, [r, b, r, a] as const]);
      yield* moved('columnsSwapped', grid, rows, [a, b], movedCells(grid, moves));
    }
  }
}

/** Rows repeat what stands below them: a block has moved only where several of its rows change. */
function inSeveralRows(grid: FenGrid, excess: ReadonlyMap<number, number> | undefined): ReadonlyMap<number, number> | undefined {
  const rows = new Set([...(excess?.keys() ?? [])].map((cell) => Math.trunc((cell - grid.base) / grid.width)));
  return rows.size > 1 ? excess : undefined;
}

/** Two rows exchanged; a block of rows one row too low or too high; one row one column too far right. */
function* movedRows({ grid, rows }: Spots): Generator<Hypothesis, void> {
  const columns = all(grid.width);
  const height = grid.table.rows.length;
  const lost = (row: number): ReadonlySet<number> => new Set(columns.map((c) => cellOf(grid, row, c)));
  for (const r of rows) {
    if (r + 1 < height) {
      const moves = columns.flatMap((c) => [[r, c, r + 1, c] as const, [r + 1, c, r, c] as const]);
      yield* moved('rowsSwapped', grid, [r, r + 1], columns, movedCells(grid, moves));
    }
    for (let size = 3; size <= LONGEST_BLOCK; size++) {
      const last = r + size - 1;
      if (last >= height) break;
      const block = all(size).map((i) => r + i);
      const down = block.slice(0, -1).flatMap((row) => columns.map((c) => [row, c, row + 1, c] as const));
      yield* moved('movedDown', grid, block, columns, inSeveralRows(grid, movedCells(grid, down)), lost(last));
      const up = block.slice(1).flatMap((row) => columns.map((c) => [row, c, row - 1, c] as const));
      yield* moved('movedUp', grid, block, columns, inSeveralRows(grid, movedCells(grid, up)), lost(r));
    }
    const right = columns.slice(0, -1).map((c) => [r, c, r, c + 1] as const);
    yield* moved('movedRight', grid, [r], columns, movedCells(grid, right), new Set([cellOf(grid, r, grid.width - 1)]));
  }
}

/** One amount that stands in the cell below, above or beside its own. */
function* misplacedCells({ grid, rows, columns }: Spots): Generator<Hypothesis, void> {
  for (const r of rows) {
    for (const c of columns) {
      for (const [toRow, toColumn] of [[r + 1, c] as const, [r, c + 1] as const]) {
        if (toRow >= grid.table.rows.length || toColumn >= grid.width) continue;
        const [a, b] = [grid.fen[r * grid.width + c]!, grid.fen[toRow * grid.width + toColumn]!];
        // An exchange of two amounts is rarer than a slip of each; an amount beside an empty cell is one that slipped.
        if ((a === 0) === (b === 0)) continue;
        const moves = [[r, c, toRow, toColumn] as const, [toRow, toColumn, r, c] as const];
        yield* moved('misplaced', grid, [...new Set([r, toRow])], [...new Set([c, toColumn])], movedCells(grid, moves));
      }
    }
  }
}

/** An amount written over the one below, above or beside its own empty cell: what stood there only the formulas tell. */
function* overwritten({ grid, rows, columns }: Spots, solver: Solver): Generator<Hypothesis, void> {
  for (const r of rows) {
    for (const c of columns) {
      if (grid.fen[r * grid.width + c] !== 0) continue;
      const empty = cellOf(grid, r, c);
      const own = solver.suspectsOf(empty);
      if (own.length === 0) continue;
      for (const [row, column] of [[r + 1, c] as const, [r - 1, c] as const, [r, c + 1] as const, [r, c - 1] as const]) {
        if (row < 0 || row >= grid.table.rows.length || column < 0 || column >= grid.width) continue;
        const value = grid.fen[row * grid.width + column]!;
        if (value === 0 || !own.some(({ excess }) => excess === -value)) continue;
        const full = cellOf(grid, row, column);
        for (const { excess } of solver.suspectsOf(full))
          if (excess !== value)
            yield {
              name: 'misplaced',
              grid,
              rows: row === r ? [r] : [r, row],
              columns: column === c ? [c] : [c, column],
              excess: new Map([
                [empty, -value],
                [full, excess],
              ]),
              unknown: NONE,
              loose: 0,
            };
      }
    }
  }
}

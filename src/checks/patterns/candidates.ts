import type { FenGrid, Grids } from '../grid';
import type { Solver } from '../solver';
import { leftEmpty } from './empty';
import { lastYears } from './last-year';
import { cellOf, movedCells, scaledCells, scales, type Hypothesis, type PatternName, type ScaleName, type Spots } from './pattern';
import { shuffledRows } from './shuffled';
import { wrongSums } from './sums';

/** Pairs of columns are tried all with all up to so many, beyond only neighbours. */
const FEW_COLUMNS = 14;
/** Blocks of rows that are tried as moved. */
const LONGEST_BLOCK = 8;
/** Amounts of one column that are said to have moved; fewer are told one by one. */
const FEWEST_MOVED = 3;
/** So many cells have to want another scale before it is tried all over the form. */
const FEWEST_SCALED = 2;
const NONE: ReadonlySet<number> = new Set();

const all = (length: number): readonly number[] => Array.from({ length }, (_, i) => i);

/** Every way in which a hand may have spoiled this form, as far as it touches failed formulas. */
export function* candidates(spots: Spots, grids: Grids, solver: Solver): Generator<Hypothesis, void> {
  yield* lastYears(spots, grids);
  for (const name of likelyScales(spots, solver)) yield* scaled(spots, name);
  // What stands nowhere can be made to fit, so it comes behind what is there in another unit.
  yield* leftEmpty(spots, solver);
  yield* wrongSums(spots, solver);
  yield* shuffledRows(spots, solver);
  yield* swappedColumns(spots);
  yield* movedRows(spots);
  yield* movedColumns(spots);
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

/** 万元 is what forms are printed in besides 元; any other scale is tried where failed formulas ask for it. */
function likelyScales({ grid, rows, columns }: Spots, solver: Solver): readonly ScaleName[] {
  const votes = new Map<ScaleName, number>();
  for (const row of rows) {
    for (const column of columns) {
      const value = grid.fen[row * grid.width + column]!;
      const wanted = value === 0 ? undefined : solver.wanted(cellOf(grid, row, column));
      if (wanted === undefined) continue;
      for (const name of ['inThousand', 'inFen', 'overWan'] as const) {
        const { times, per, loose } = scales[name];
        if (Math.abs(value - wanted - (value * times) / per) <= loose + 1) votes.set(name, (votes.get(name) ?? 0) + 1);
      }
    }
  }
  return ['inWan', ...[...votes].filter(([, n]) => n >= FEWEST_SCALED).map(([name]) => name)];
}

function* scaled({ grid, rows, columns }: Spots, name: ScaleName): Generator<Hypothesis, void> {
  const everyRow = all(grid.table.rows.length);
  const everyColumn = all(grid.width);
  const make = (r: readonly number[], c: readonly number[]): Hypothesis => ({
    name,
    grid,
    rows: r,
    columns: c,
    excess: scaledCells(grid, r, c, scales[name]),
    unknown: NONE,
    loose: scales[name].loose,
  });
  yield make(everyRow, everyColumn);
  for (const column of columns) yield make(everyRow, [column]);
  for (const first of rows)
    for (let size = 2; size <= LONGEST_BLOCK && first + size <= everyRow.length; size++)
      yield make(everyRow.slice(first, first + size), everyColumn);
}

/** Rows that stand below one another: a form of several blocks begins anew at the top of each. */
function blocksOf({ table }: FenGrid): readonly (readonly number[])[] {
  const blocks: number[][] = [];
  table.rows.forEach(({ row }, r) => {
    if (r === 0 || row <= table.rows[r - 1]!.row) blocks.push([]);
    blocks.at(-1)!.push(r);
  });
  return blocks;
}

function* swappedColumns({ grid, columns: hot }: Spots): Generator<Hypothesis, void> {
  const blocks = blocksOf(grid);
  // The other column of a pair may stand in no formula that fails.
  const columns = all(grid.width).filter((c) => [c - 1, c, c + 1].some((one) => hot.includes(one)));
  const most = columns.length <= FEW_COLUMNS ? columns.length - 1 : 1;
  for (let apart = 1; apart <= most; apart++) {
    for (const [i, a] of columns.slice(0, -apart).entries()) {
      const b = columns[i + apart]!;
      for (const rows of blocks.length > 1 ? [...blocks, blocks.flat()] : blocks) {
        const moves = rows.flatMap((r) => [[r, a, r, b] as const, [r, b, r, a] as const]);
        yield* moved('columnsSwapped', grid, rows, [a, b], movedCells(grid, moves));
      }
    }
  }
}

/** Rows repeat what stands below them: a block has moved only where several of its rows change. */
function inSeveralRows(grid: FenGrid, excess: ReadonlyMap<number, number> | undefined): ReadonlyMap<number, number> | undefined {
  const rows = new Set([...(excess?.keys() ?? [])].map((cell) => Math.trunc((cell - grid.base) / grid.width)));
  return rows.size > 1 ? excess : undefined;
}

/** A column of amounts pasted one row too low, from some row down to the end of its block. */
function* movedColumns({ grid, rows, columns }: Spots): Generator<Hypothesis, void> {
  if (columns.length > FEW_COLUMNS) return;
  for (const block of blocksOf(grid)) {
    for (const [i, first] of block.entries()) {
      if (!rows.includes(first)) continue;
      const part = block.slice(i);
      const last = part.at(-1)!;
      for (const c of columns) {
        const down = part.slice(0, -1).map((row) => [row, c, row + 1, c] as const);
        const excess = movedCells(grid, down);
        if (excess && excess.size > FEWEST_MOVED) yield* moved('movedDown', grid, part, [c], excess, new Set([cellOf(grid, last, c)]));
      }
    }
  }
}

/** Two rows exchanged; a block of rows one row too low or too high, or one column too far right. */
function* movedRows({ grid, rows }: Spots): Generator<Hypothesis, void> {
  const blocks = blocksOf(grid);
  const columns = all(grid.width);
  const height = grid.table.rows.length;
  const lost = (row: number): ReadonlySet<number> => new Set(columns.map((c) => cellOf(grid, row, c)));
  for (const r of rows) {
    const left = blocks.find((block) => block.includes(r))!.at(-1)! + 1 - r;
    if (r + 1 < height) {
      const moves = columns.flatMap((c) => [[r, c, r + 1, c] as const, [r + 1, c, r, c] as const]);
      yield* moved('rowsSwapped', grid, [r, r + 1], columns, movedCells(grid, moves));
    }
    for (const size of sizes(3, left)) {
      const last = r + size - 1;
      const block = all(size).map((i) => r + i);
      const down = block.slice(0, -1).flatMap((row) => columns.map((c) => [row, c, row + 1, c] as const));
      yield* moved('movedDown', grid, block, columns, inSeveralRows(grid, movedCells(grid, down)), lost(last));
      const up = block.slice(1).flatMap((row) => columns.map((c) => [row, c, row - 1, c] as const));
      yield* moved('movedUp', grid, block, columns, inSeveralRows(grid, movedCells(grid, up)), lost(r));
    }
    for (const size of sizes(1, left)) {
      const block = all(size).map((i) => r + i);
      const right = block.flatMap((row) => columns.slice(0, -1).map((c) => [row, c, row, c + 1] as const));
      yield* moved(
        'movedRight',
        grid,
        block,
        columns,
        movedCells(grid, right),
        new Set(block.map((row) => cellOf(grid, row, grid.width - 1))),
      );
    }
  }
}

/** Sizes of blocks that begin at a row: short ones, and all that is left below it. */
const sizes = (fewest: number, left: number): readonly number[] => [
  ...all(LONGEST_BLOCK + 1).filter((size) => size >= fewest && size < left),
  ...(left >= fewest ? [left] : []),
];

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

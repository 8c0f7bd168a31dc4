import type { FenGrid, Grids } from '../grid';
import { cellOf, type Hypothesis, type Spots } from './pattern';

interface Likeness {
  /** Rows with an amount this year. */
  readonly filled: number;
  readonly equal: number;
}

/** Fewer amounts are equal in two years by chance. */
const TELLING = 6;

/** How far each column of a form is what it was last year. */
function likeness(grid: FenGrid, grids: Grids): readonly Likeness[] | undefined {
  const before = grids.find(grid.table.id, '上年');
  if (!before) return undefined;
  const rows = grid.table.rows.map(({ key }) => before.rows.get(key));
  return grid.table.columns.map((key, column) => {
    const there = before.columns.get(key);
    if (there === undefined) return { filled: 1, equal: 0 };
    let [filled, equal] = [0, 0];
    rows.forEach((row, r) => {
      const now = grid.fen[r * grid.width + column]!;
      const then = row === undefined ? 0 : before.fen[row * before.width + there]!;
      // What is left blank this year may be a row that last year's form did not print.
      if (now === 0) return;
      filled += 1;
      if (now === then) equal += 1;
    });
    return { filled, equal };
  });
}

const isWhole = (columns: readonly Likeness[]): boolean => {
  const filled = columns.reduce((n, one) => n + one.filled, 0);
  const equal = columns.reduce((n, one) => n + one.equal, 0);
  return equal >= TELLING && equal >= 0.9 * filled;
};

/** Has the unit simply done the same in both years? Then a form like last year's says nothing. */
function isUnchanged(grid: FenGrid, grids: Grids): boolean {
  const others = grids
    .all()
    .filter((other) => other !== grid && other.role === '本年' && other.byCode && other.fen.length <= grid.fen.length * 20);
  const looked = others.flatMap((other) => likeness(other, grids) ?? []).filter(({ filled }) => filled >= 2);
  return looked.filter(({ filled, equal }) => equal === filled).length > looked.length / 2;
}

/** The form, or one of its columns, holds last year's amounts: what it should hold is not known. */
export function* lastYears({ grid, columns }: Spots, grids: Grids): Generator<Hypothesis, void> {
  const found = likeness(grid, grids);
  if (!found) return;
  const rows = grid.table.rows.map((_, r) => r);
  const make = (name: 'lastYearForm' | 'lastYearColumn', which: readonly number[]): Hypothesis => ({
    name,
    grid,
    rows,
    columns: which,
    excess: new Map(),
    unknown: new Set(rows.flatMap((r) => which.map((c) => cellOf(grid, r, c)))),
    loose: 0,
  });
  const whole = isWhole(found) && found.filter(({ filled }) => filled > 0).length > 1;
  const alike = columns.filter((c) => found[c]!.equal >= 2 && found[c]!.equal === found[c]!.filled);
  if ((!whole && alike.length === 0) || isUnchanged(grid, grids)) return;
  if (whole)
    yield make(
      'lastYearForm',
      grid.table.columns.map((_, c) => c),
    );
  else for (const column of alike) yield make('lastYearColumn', [column]);
}

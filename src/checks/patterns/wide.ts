import type Decimal from 'decimal.js';
import type { Side } from '../exact';
import type { Failure } from '../failure';
import type { FenGrid, Grids } from '../grid';
import { WIDEST, type Mistake } from './find';

/** So many failures with one form, and so many of them against another form, before the whole form is doubted. */
const MANY = 200;
const MANY_CROSS = 20;
const TEN_THOUSAND = 10000;

/** The form in which all cells of a side stand. */
function formOf(side: Side, grids: Grids): FenGrid | undefined {
  const found = new Set(side.parts.map(({ fact }) => grids.gridOf(fact)));
  return found.size === 1 ? [...found][0] : undefined;
}

/** Is `small` ten thousand times too small, but for the digits that 万元 loses? */
const isInWan = (small: Decimal, large: Decimal): boolean =>
  !small.isZero() && small.times(TEN_THOUSAND).minus(large).abs().lte(large.abs().times(0.01).plus(100));

/**
 * A form of a hundred thousand cells in 万元: too large to try what each correction would do, but then nearly every comparison
 * with another form is off by the factor. Every failure with one of its cells is put down to it.
 */
export function wideForms(failures: readonly Failure[], grids: Grids, widest: number = WIDEST): readonly Mistake[] {
  const tally = new Map<FenGrid, { readonly failures: Failure[]; cross: number; inWan: number }>();
  for (const failure of failures) {
    const { left, right } = failure.verdict;
    const touched = new Set([...left.parts, ...right.parts].map(({ fact }) => grids.gridOf(fact)));
    for (const grid of touched) {
      if (!grid || grid.role !== '本年' || grid.fen.length <= widest) continue;
      const one = tally.get(grid) ?? { failures: [], cross: 0, inWan: 0 };
      one.failures.push(failure);
      tally.set(grid, one);
    }
    if (touched.size < 2) continue;
    const [a, b] = [formOf(left, grids), formOf(right, grids)];
    for (const [grid, own, other] of [[a, left, right] as const, [b, right, left] as const]) {
      const one = grid && tally.get(grid);
      if (!one) continue;
      one.cross += 1;
      if (isInWan(own.value, other.value)) one.inWan += 1;
    }
  }
  return [...tally]
    .filter(([, one]) => one.failures.length >= MANY && one.cross >= MANY_CROSS && one.inWan >= 0.8 * one.cross)
    .map(([grid, one]) => ({
      name: 'inWan',
      grid,
      rows: grid.table.rows.map((_, r) => r),
      columns: grid.table.columns.map((_, c) => c),
      excess: new Map(),
      unknown: new Set(),
      loose: 0,
      cells: [...grid.fen.entries()].flatMap(([i, value]) => (value !== 0 && i < WIDEST ? [grid.base + i] : [])).slice(0, 40),
      failures: one.failures,
    }));
}

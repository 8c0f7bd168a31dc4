import Decimal from 'decimal.js';
import { splitKey } from '../../facts/fact-set';
import { signedParts, type Failure } from '../failure';
import type { FenGrid, Grids } from '../grid';
import { parentRow, type Absence, type FailedSums } from './evidence';
import { factIn } from './fault';

const zero = new Decimal(0);

export const residual = ({ verdict }: Failure): Decimal => verdict.difference;

/** Is the row above short of what the absent row would hold? */
export function isShort({ form, code, expected }: Absence, hierarchy: FailedSums, grids: Grids): boolean {
  const grid = grids.find(form)!;
  const parent = parentRow(grid, code);
  const broken = parent === undefined ? [] : (hierarchy.get(`${form}.${parent}`) ?? []);
  if (broken.length === 0) return false;
  const known = broken.filter(({ place }) => !(expected.get(place.column ?? '') ?? zero).isZero());
  // Sums that fail in other columns say nothing of this row, unless nothing is known of what it would hold.
  return known.length === 0
    ? expected.size === 0
    : known.some((failure) => residual(failure).abs().gte(expected.get(failure.place.column!)!.abs()));
}

/** Sums of the row above that lack (or hold too much by) just this row. */
export function sumsAbove(
  grid: FenGrid,
  code: string,
  value: (column: string) => Decimal | undefined,
  hierarchy: FailedSums,
): readonly Failure[] {
  const parent = parentRow(grid, code);
  return (hierarchy.get(`${grid.table.id}.${parent}`) ?? []).filter((failure) => {
    const known = value(failure.place.column ?? '');
    return known === undefined || residual(failure).abs().lte(known.abs());
  });
}

/** Sums below a row that is itself in question. */
export const sumsWithin = (grid: FenGrid, code: string, hierarchy: FailedSums): readonly Failure[] =>
  [...hierarchy].flatMap(([key, list]) => (key.startsWith(`${grid.table.id}.${code}`) ? list : []));

/** Failures that hold, to the fen, with the second of two rows of one code in place of the first. */
export function heldBySecond(grid: FenGrid, code: string, failures: readonly Failure[], grids: Grids): readonly Failure[] {
  return failures.filter(({ verdict }) => {
    const change = signedParts(verdict)
      .filter(({ fact }) => grids.gridOf(fact) === grid && splitKey(fact.key).row === code)
      .reduce((sum, { fact, times }) => {
        const second = factIn(grid, `${code}#1`, splitKey(fact.key).column)?.value ?? zero;
        return sum.plus(second.minus(fact.value).times(times));
      }, zero);
    return !change.isZero() && verdict.difference.plus(change).isZero();
  });
}

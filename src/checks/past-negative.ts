import type { FenGrid, Grids } from './grid';
import { columnsAt, rowsAt, type Leaf, type RulePlace } from './resolve';

/**
 * May a part be more than its whole at this place? Where an amount of its row, of what is below it (in any form by 科目), or of
 * its column stands below zero: a refund of other money makes the whole smaller, not the part.
 */
export function isPastNegative(terms: readonly { readonly leaf: Leaf; readonly grid: FenGrid }[], grids: Grids, place: RulePlace): boolean {
  const { row, column } = place;
  // A single place of two forms has no row of its own to look at.
  if (row === undefined && column === undefined) return terms.some(({ grid }) => grid.negative);
  if (row !== undefined && terms.some(({ leaf, grid }) => grid.negative && rowsAt(leaf, grid, row)?.some((r) => isRowNegative(grid, r))))
    return true;
  if (row !== undefined && grids.all().some((grid) => isCodeNegative(grid, row))) return true;
  return (
    column !== undefined &&
    terms.some(({ leaf, grid }) => grid.negative && columnsAt(leaf, grid, place)?.some((c) => isColumnNegative(grid, c)))
  );
}

function isCodeNegative(grid: FenGrid, code: string): boolean {
  if (!grid.negative || !grid.byCode || grid.role !== '本年') return false;
  const r = grid.rows.get(code);
  return (r === undefined ? (grid.below.get(code) ?? []) : [r]).some((row) => isRowNegative(grid, row));
}

function isRowNegative(grid: FenGrid, row: number): boolean {
  const from = row * grid.width;
  return (
    grid.fen.subarray(from, from + grid.width).some((fen) => fen < 0) || grid.children[row]!.some((child) => isRowNegative(grid, child))
  );
}

function isColumnNegative({ fen, width }: FenGrid, column: number): boolean {
  for (let at = column; at < fen.length; at += width) if (fen[at]! < 0) return true;
  return false;
}

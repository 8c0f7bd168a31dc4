import type Decimal from 'decimal.js';
import { printedNumber } from '../facts/amount-text';
import { fromCellNumber } from '../facts/money';
import type { Scalar } from '../kernel/workbook';

/** What stands in a cell where an amount belongs. */
export type CellAmount =
  | { readonly state: 'number'; readonly value: Decimal }
  | { readonly state: 'blank' }
  | { readonly state: 'dash' }
  | { readonly state: 'text'; readonly text: string };

const dashes = /^[-‐‑‒–—―−─━ー]+$/;

/**
 * Reads a cell without guessing: numbers, numeric text in any width with thousands separators, a minus sign or
 * accounting brackets; a dash; a blank. Everything else – an error value, `1,2345`, `约5万` – is text.
 */
export function readAmount(cell: Scalar | undefined): CellAmount {
  if (typeof cell === 'number')
    return Number.isFinite(cell) ? { state: 'number', value: fromCellNumber(cell) } : { state: 'text', text: String(cell) };
  if (cell === null || cell === undefined) return { state: 'blank' };
  if (typeof cell === 'boolean') return { state: 'text', text: cell ? 'TRUE' : 'FALSE' };
  const plain = cell.normalize('NFKC').trim();
  if (plain === '') return { state: 'blank' };
  if (dashes.test(plain)) return { state: 'dash' };
  const value = printedNumber(plain);
  return value ? { state: 'number', value } : { state: 'text', text: cell.trim() };
}

/** True where `readAmount` says blank or number without parsing: the fast path over large grids. */
export const isPlain = (cell: Scalar | undefined): boolean =>
  cell === null || cell === undefined || cell === '' || (typeof cell === 'number' && Number.isFinite(cell));

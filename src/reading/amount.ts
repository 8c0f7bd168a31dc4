import type Decimal from 'decimal.js';
import { printedNumber } from '../facts/amount-text';
import { fromCellNumber } from '../facts/money';
import type { Scalar } from '../kernel/workbook';

/** What stands in a cell where an amount belongs. */
type CellAmount =
  | { readonly state: 'number'; readonly value: Decimal }
  | { readonly state: 'blank' }
  | { readonly state: 'dash' }
  /** `why` it is no amount, where that can be told. */
  | { readonly state: 'text'; readonly text: string; readonly why?: 'tooLarge' | 'date' | 'unseen' };

/** 千万亿元: Excel keeps no fen of it, and no unit has it. */
const BEYOND = 1e15;
/** No amount is written in more characters. */
const LONGEST = 60;

/** A date, perhaps with a time of day. */
const date = /^\d{4}(?:[-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月\d{1,2}日)(?:[T ]*\d{1,2}[:时]\d{1,2}.*)?$/;
const unseen = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

const dashes = /^[-‐‑‒–—―−─━ー]+$/;

/**
 * Reads a cell without guessing: numbers, numeric text in any width with thousands separators, a minus sign or
 * accounting brackets; a dash; a blank. Everything else – an error value, a date, `1,2345`, `约5万`, 1e15 – is text.
 */
export function readAmount(cell: Scalar | undefined): CellAmount {
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell)) return { state: 'text', text: String(cell) };
    if (Math.abs(cell) >= BEYOND) return { state: 'text', text: String(cell), why: 'tooLarge' };
    return { state: 'number', value: fromCellNumber(cell) };
  }
  if (cell === null || cell === undefined) return { state: 'blank' };
  if (typeof cell === 'boolean') return { state: 'text', text: cell ? 'TRUE' : 'FALSE' };
  const plain = cell.normalize('NFKC').trim();
  if (plain === '') return { state: 'blank' };
  if (dashes.test(plain)) return { state: 'dash' };
  const text = shortened(cell.trim());
  if (plain.length > LONGEST) return /^[\d,.]+$/.test(plain) ? { state: 'text', text, why: 'tooLarge' } : { state: 'text', text };
  const value = printedNumber(plain);
  if (value) return value.abs().gte(BEYOND) ? { state: 'text', text, why: 'tooLarge' } : { state: 'number', value };
  if (date.test(plain)) return { state: 'text', text, why: 'date' };
  // `search`, because a pattern that looks for all of them remembers where it was.
  return cell.search(unseen) >= 0 ? { state: 'text', text: cell.replace(unseen, '').trim(), why: 'unseen' } : { state: 'text', text };
}

/** The beginning of a text that is too long for a sentence, and how long it is. */
export function shortened(text: string): string {
  const all = [...text];
  return all.length > LONGEST ? `${all.slice(0, 20).join('')}…（共 ${all.length} 个字）` : text;
}

/** True where `readAmount` says blank or number without parsing: the fast path over large grids. */
export const isPlain = (cell: Scalar | undefined): boolean =>
  cell === null || cell === undefined || cell === '' || (typeof cell === 'number' && Math.abs(cell) < BEYOND);

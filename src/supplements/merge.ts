import { ownSheets } from '../kernel/own-sheets';
import { supplementsOf } from './entries';
import { suppliedBook, type CellRef } from '../kernel/workbook';
import { listOf } from './tables';
import type { Entry, Supplements } from './supplements';

export const emptySupplements: Supplements = supplementsOf(new Map());

/**
 * Both together; where both give a value, `b` wins. A list or a table is one value: it is taken whole from `b` when `b`
 * has one.
 */
export function mergeSupplements(a: Supplements, b: Supplements): Supplements {
  // A list or a table is one value: half of one and half of the other would be nobody's.
  const given = new Set([...b.entries.keys()].flatMap((key) => listOf(key) ?? []));
  const kept = [...a.entries].filter(([key]) => !given.has(listOf(key) ?? ''));
  return supplementsOf(new Map([...kept, ...b.entries]));
}

/** The place of a value that has not been written to a sheet yet. */
const unplaced = (key: string): CellRef => ({ book: suppliedBook, sheet: ownSheets.supplement, a1: key });

/** The same supplements with one field set, or emptied with undefined. Texts are trimmed; an empty text empties the field. */
export function withEntry(
  supplements: Supplements,
  key: string,
  value: Entry['value'] | undefined,
  at: CellRef = unplaced(key),
): Supplements {
  const entries = new Map(supplements.entries);
  const clean = typeof value === 'string' ? value.trim() : value;
  if (clean === undefined || clean === '') entries.delete(key);
  else entries.set(key, { value: clean, at });
  return supplementsOf(entries);
}

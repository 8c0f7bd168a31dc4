import { looks } from '../picture/looks';
import type { PictureCell } from '../picture/picture';
import { needsTextFormat } from './typed';

/** A formula must not stand in a text cell, or Excel would show it instead of its result; a text that could be typed as something else must. */
export function numberFormat(cell: PictureCell): string {
  const { format } = looks[cell.style];
  if (cell.formula !== undefined) return format === undefined || format === '@' ? 'General' : format;
  return typeof cell.value === 'string' && needsTextFormat(cell.value) ? '@' : (format ?? 'General');
}

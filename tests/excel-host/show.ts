import { SSF } from '@e965/xlsx';

/** What a cell shows: the value in its number format, whatever the width of its column. */
export function show(value: string | number | boolean, numberFormat: string): string {
  if (value === '') return '';
  if (typeof value === 'string') return value;
  return SSF.format(numberFormat === '@' ? 'General' : numberFormat, value) as string;
}

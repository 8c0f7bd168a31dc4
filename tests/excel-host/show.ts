import { SSF } from '@e965/xlsx';

/** What a cell shows: the value in its number format, whatever the width of its column. */
export function show(value: string | number | boolean, numberFormat: string, date1904: boolean): string {
  if (value === '') return '';
  if (typeof value === 'string') return value;
  return SSF.format(numberFormat === '@' ? 'General' : numberFormat, value, { date1904 }) as string;
}

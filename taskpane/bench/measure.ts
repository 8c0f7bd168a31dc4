import type { Scalar, Sheet } from '../../src/kernel/workbook';

export const rowHeight = 24;
export const headHeight = 22;
export const sideWidth = 46;
const narrowest = 56;
const widest = 300;
/** Rows looked at to set the width of a column. */
const looked = 300;

/** A sheet made ready to be drawn: absolute rows and columns from A1, widths in px, texts as shown. */
export interface Measured {
  readonly rows: number;
  readonly columns: number;
  /** Left edge of each column, and the right edge of the last. */
  readonly edges: readonly number[];
  text(row: number, column: number): string;
  isNumber(row: number, column: number): boolean;
  /** Rows that caption the columns, and columns that name the rows; empty where the sheet prints no 栏次. */
  readonly captions: readonly number[];
  readonly names: readonly number[];
}

/** Width of a text at 12 px: full-width characters take twice as much. */
const textWidth = (text: string): number => [...text].reduce((sum, char) => sum + (char.charCodeAt(0) > 0x2e7f ? 12.4 : 6.8), 0);

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',');

function shown(value: Scalar, codes: boolean): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value.replace(/\s*\n\s*/g, ' ');
  if (codes) return String(value);
  const [whole, fraction] = Math.abs(value)
    .toFixed(Number.isInteger(value) ? 0 : 2)
    .split('.') as [string, string | undefined];
  return `${value < 0 ? '-' : ''}${grouped(whole)}${fraction ? `.${fraction}` : ''}`;
}

/** 科目编码 stored as numbers: 201, 20103, 2010301. */
const isCode = (value: number): boolean => /^2\d{2}(\d{2}){0,2}$/.test(String(value));

/** The snapshot knows no number formats: numbers get thousands separators, but for a column of codes. Only for looking at. */
export function measure(sheet: Sheet): Measured {
  const { top, left, values } = sheet;
  const width = values.reduce((most, row) => Math.max(most, row.length), 0);
  const rows = Math.max(top + values.length, 30);
  const columns = Math.max(left + width, 8);
  const codes = Array.from({ length: width }, (_, c) => values.every((row) => typeof row[c] !== 'number' || isCode(row[c])));
  const at = (row: number, column: number): Scalar => values[row - top]?.[column - left] ?? null;
  const text = (row: number, column: number): string => shown(at(row, column), codes[column - left] ?? false);

  const edges = [0];
  for (let column = 0; column < columns; column++) {
    let need = narrowest;
    for (const [index, row] of values.slice(0, looked).entries()) {
      const value = row[column - left];
      if (value === null || value === undefined) continue;
      // A long text with room to its right (a title, a note) does not widen its column.
      const free = typeof value === 'string' && (row[column - left + 1] ?? null) === null;
      need = Math.max(need, Math.min(textWidth(text(index + top, column)) + 14, free ? narrowest + 40 : widest));
    }
    edges.push(edges[column]! + Math.min(need, widest));
  }
  const isNumber = (row: number, column: number): boolean => typeof at(row, column) === 'number';
  return { rows, columns, edges, text, isNumber, ...heads(text, isNumber, Math.min(rows, 20), columns) };
}

const upTo = (count: number, from = 0): readonly number[] => Array.from({ length: Math.max(0, count - from) }, (_, i) => from + i);

/** Every form prints 栏次 under the captions of its columns and beside the names of its rows. */
function heads(
  text: Measured['text'],
  isNumber: Measured['isNumber'],
  rows: number,
  columns: number,
): Pick<Measured, 'captions' | 'names'> {
  for (let row = 0; row < rows; row++) {
    const column = upTo(columns).find((one) => text(row, one).replace(/\s/g, '') === '栏次');
    if (column === undefined) continue;
    // Title, unit and 金额单位 stand above the captions: these begin where the next column is captioned without a break.
    let first = row;
    while (
      first > 0 &&
      row - first < 4 &&
      upTo(columns).filter((one) => text(first - 1, one) !== '' && !isNumber(first - 1, one)).length > 3
    )
      first--;
    return { captions: upTo(row + 1, first), names: upTo(column + 1) };
  }
  return { captions: [], names: [] };
}

/** Index of the column (the row) that covers x (y); `edges` has the end of the last one as well. */
export function bandAt(edges: readonly number[], x: number): number {
  let low = 0;
  let high = edges.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (edges[middle]! <= x) low = middle;
    else high = middle - 1;
  }
  return low;
}

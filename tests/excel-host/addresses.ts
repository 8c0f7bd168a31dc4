import { columnName } from '../../src/kernel/address';
import { invalidArgument } from './errors';

/** A rectangle of cells, zero-based. */
export interface Rect {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;
export const wholeSheet: Rect = { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };
/** An address handed to getRanges, or given back, is cut at this many characters. */
export const MAX_ADDRESS = 8192;

const columnIndex = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

function part(text: string): { row?: number; column?: number } {
  const found = /^\$?([A-Z]{1,3})?\$?([1-9]\d*)?$/.exec(text);
  if (!found || (found[1] === undefined && found[2] === undefined)) throw invalidArgument(`address ${text}`);
  const column = found[1] === undefined ? undefined : columnIndex(found[1]);
  const row = found[2] === undefined ? undefined : Number(found[2]) - 1;
  if ((column ?? 0) >= MAX_COLUMNS || (row ?? 0) >= MAX_ROWS) throw invalidArgument(`address ${text}`);
  return { row, column };
}

/** `A1`, `A1:B2`, `A:C`, `1:3`, with `$` or without; the sheet part has been taken off. */
export function parseArea(address: string): Rect {
  const [first = '', second = first, ...rest] = address.trim().toUpperCase().split(':');
  if (rest.length) throw invalidArgument(`address ${address}`);
  const a = part(first);
  const b = part(second);
  if ((a.row === undefined) !== (b.row === undefined) || (a.column === undefined) !== (b.column === undefined))
    throw invalidArgument(address);
  if (second === first && (a.row === undefined || a.column === undefined)) throw invalidArgument(`address ${address}`);
  const rows = [a.row ?? 0, b.row ?? MAX_ROWS - 1].sort((x, y) => x - y) as [number, number];
  const columns = [a.column ?? 0, b.column ?? MAX_COLUMNS - 1].sort((x, y) => x - y) as [number, number];
  return { row: rows[0], column: columns[0], rows: rows[1] - rows[0] + 1, columns: columns[1] - columns[0] + 1 };
}

/** Takes `'表1 收支'!A1:B2` apart; without a sheet part `sheet` is undefined. */
export function splitSheet(address: string): { readonly sheet?: string; readonly local: string } {
  const quoted = /^'((?:[^']|'')+)'!(.+)$/.exec(address);
  if (quoted) return { sheet: quoted[1]!.replace(/''/g, "'"), local: quoted[2]! };
  const plain = /^([^'!]+)!(.+)$/.exec(address);
  return plain ? { sheet: plain[1]!, local: plain[2]! } : { local: address };
}

export function localAddress(rect: Rect): string {
  const right = columnName(rect.column + rect.columns - 1);
  const bottom = rect.row + rect.rows;
  if (rect.rows === MAX_ROWS && rect.columns === MAX_COLUMNS) return `1:${MAX_ROWS}`;
  if (rect.rows === MAX_ROWS) return `${columnName(rect.column)}:${right}`;
  if (rect.columns === MAX_COLUMNS) return `${rect.row + 1}:${bottom}`;
  const start = `${columnName(rect.column)}${rect.row + 1}`;
  return rect.rows === 1 && rect.columns === 1 ? start : `${start}:${right}${bottom}`;
}

/** Excel quotes a name that is not a plain word; letters of any script count as plain. */
export const sheetPrefix = (name: string): string =>
  /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Z]{1,3}\d+$/i.test(name) ? `${name}!` : `'${name.replace(/'/g, "''")}'!`;

export const within = (row: number, column: number, rect: Rect): boolean =>
  row >= rect.row && row < rect.row + rect.rows && column >= rect.column && column < rect.column + rect.columns;

export const overlap = (a: Rect, b: Rect): boolean =>
  a.row < b.row + b.rows && b.row < a.row + a.rows && a.column < b.column + b.columns && b.column < a.column + a.columns;

export const contains = (outer: Rect, inner: Rect): boolean =>
  within(inner.row, inner.column, outer) && within(inner.row + inner.rows - 1, inner.column + inner.columns - 1, outer);

/** What is left of an area when a hole is cut out: up to four rectangles. */
function without(area: Rect, hole: Rect): readonly Rect[] {
  if (!overlap(area, hole)) return [area];
  const [top, left] = [Math.max(area.row, hole.row), Math.max(area.column, hole.column)];
  const bottom = Math.min(area.row + area.rows, hole.row + hole.rows);
  const right = Math.min(area.column + area.columns, hole.column + hole.columns);
  const rests: Rect[] = [
    { ...area, rows: top - area.row },
    { ...area, row: bottom, rows: area.row + area.rows - bottom },
    { row: top, rows: bottom - top, column: area.column, columns: left - area.column },
    { row: top, rows: bottom - top, column: right, columns: area.column + area.columns - right },
  ];
  return rests.filter(({ rows, columns }) => rows > 0 && columns > 0);
}

/** The same for several areas and several holes. */
export const allWithout = (areas: readonly Rect[], holes: readonly Rect[]): readonly Rect[] =>
  holes.reduce<readonly Rect[]>((rest, hole) => rest.flatMap((area) => without(area, hole)), areas);

/** What two areas have in common. */
export function cut(a: Rect, b: Rect): Rect | undefined {
  if (!overlap(a, b)) return undefined;
  const [row, column] = [Math.max(a.row, b.row), Math.max(a.column, b.column)];
  const bottom = Math.min(a.row + a.rows, b.row + b.rows);
  const right = Math.min(a.column + a.columns, b.column + b.columns);
  return { row, column, rows: bottom - row, columns: right - column };
}

import type { Scalar } from '../../../src/kernel/workbook';
import type { KitWorkbook } from '../build';
import type { KitSheet } from '../forms/grid';

/** Deterministic numbers in [0, 1). */
export type Random = () => number;

/** mulberry32 */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
export const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
export const chance = (random: Random, probability: number): boolean => random() < probability;

/**
 * One way in which a workbook of another year, place or hand differs from the plain export. It must be read to the same
 * facts, except those of `loses` (`table.row.column`), which this printing does not hold.
 */
export interface Variant {
  readonly name: string;
  /** Of one group at most one can be true of a workbook: a code is split, or it is a number. */
  readonly group?: string;
  readonly loses?: (key: string) => boolean;
  /** Blank cells may be printed as 0 or not at all: such a workbook is compared without its zeros. */
  readonly zeros?: true;
  readonly apply: (workbook: KitWorkbook, random: Random) => KitWorkbook;
}

/** A variant that changes sheets one by one. */
export const perSheet = (name: string, change: (sheet: KitSheet, random: Random) => KitSheet, more: Partial<Variant> = {}): Variant => ({
  name,
  ...more,
  apply: (workbook, random) => ({
    ...workbook,
    sheets: workbook.sheets.map((sheet) => (sheet.id === 'other' ? sheet : change(sheet, random))),
  }),
});

/** The sheet with every cell passed through `change`. */
export const mapCells = (sheet: KitSheet, change: (value: Scalar, row: number, column: number) => Scalar): KitSheet => ({
  ...sheet,
  values: sheet.values.map((cells, row) => cells.map((value, column) => change(value, row, column))),
});

/** The sheet made of these of its rows and columns, in this order; −1 is a blank one. Everything it knows moves along. */
export function reshape(sheet: KitSheet, rows: readonly number[], columns: readonly number[]): KitSheet {
  const values = rows.map((row) => columns.map((column) => (row < 0 || column < 0 ? null : (sheet.values[row]?.[column] ?? null))));
  const rowAt = positions(rows);
  const columnAt = positions(columns);
  const span = (at: ReadonlyMap<number, number>, from: number, to: number): readonly [number, number] | undefined => {
    let [least, most] = [Infinity, -Infinity];
    for (let old = from; old <= to; old++) {
      const now = at.get(old);
      if (now === undefined) continue;
      if (now < least) least = now;
      if (now > most) most = now;
    }
    return most < 0 ? undefined : [least, most];
  };
  const range = ([from, to]: readonly [number, number]): readonly [number, number] => span(rowAt, from, to) ?? [0, -1];
  return {
    ...sheet,
    values,
    merges: sheet.merges.flatMap((m) => {
      const vertical = span(rowAt, m.top, m.bottom);
      const horizontal = span(columnAt, m.left, m.right);
      return vertical && horizontal ? [{ top: vertical[0], bottom: vertical[1], left: horizontal[0], right: horizontal[1] }] : [];
    }),
    head: range(sheet.head),
    data: range(sheet.data),
    amounts: sheet.amounts.flatMap((c) => columnAt.get(c) ?? []),
    ...(sheet.codes === undefined ? {} : { codes: columnAt.get(sheet.codes)! }),
    ...(sheet.counts
      ? {
          counts: sheet.counts.flatMap(({ row, column }) => {
            const [r, c] = [rowAt.get(row), columnAt.get(column)];
            return r === undefined || c === undefined ? [] : [{ row: r, column: c }];
          }),
        }
      : {}),
    widths: columns.map((c) => (c < 0 ? 8 : (sheet.widths[c] ?? 12))),
  };
}
const positions = (order: readonly number[]): ReadonlyMap<number, number> =>
  new Map(order.flatMap((old, now) => (old < 0 ? [] : [[old, now] as const])));

export const rowsOf = (sheet: KitSheet): number[] => sheet.values.map((_, i) => i);
export const columnsOf = (sheet: KitSheet): number[] => (sheet.values[0] ?? []).map((_, i) => i);
export const isMoney = (sheet: KitSheet, row: number, column: number): boolean =>
  row >= sheet.data[0] &&
  row <= sheet.data[1] &&
  sheet.amounts.includes(column) &&
  !(sheet.counts ?? []).some((c) => c.row === row && c.column === column);

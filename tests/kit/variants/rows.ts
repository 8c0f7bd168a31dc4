import type { KitSheet } from '../forms/grid';
import { classNames } from '../words/functional';
import { ordinal } from '../words/nature';
import { perSheet, type Variant } from './variant';
import type { Scalar } from '../../../src/kernel/workbook';

interface Shape {
  /** First and last of the 26 rows. */
  readonly top: number;
  /** Label column of the 功能 block; 行次 to its right, its amounts until `end`. */
  readonly label: number;
  readonly end: number;
  /** Columns of 行次 in income, 功能 and nature block. */
  readonly lines: readonly [number, number, number];
  /** Rows of the totals below. */
  readonly bottom: number;
}
const shapes: Readonly<Record<string, Shape>> = {
  Z01: { top: 6, label: 5, end: 9, lines: [1, 6, 11], bottom: 5 },
  Z01_1: { top: 7, label: 5, end: 18, lines: [1, 6, 20], bottom: 6 },
};

/** 24 rows: the form of 2019, before 223 and 234; 23 rows: that of 2018, before 224. */
const dropped: Readonly<Record<number, readonly string[]>> = { 24: ['223', '234'], 23: ['223', '224', '234'] };

/** Takes classes out of the 功能 block when they are empty; the other blocks lose their last blank rows, 行次 is counted anew. */
function fewer(sheet: KitSheet, rows: number): KitSheet {
  const shape = shapes[sheet.id];
  if (!shape) return sheet;
  const { top, label, end, lines, bottom } = shape;
  const gone = dropped[rows]!.map((code) => top + classNames.findIndex(([c]) => c === code));
  const filled = (row: number): boolean => sheet.values[row]!.slice(label + 2, end + 1).some((value) => value !== null);
  if (sheet.data[1] - sheet.data[0] + 1 !== 26 + bottom || gone.some(filled)) return sheet;
  const kept = classNames.map((_, i) => top + i).filter((row) => !gone.includes(row));
  const cut = gone.length;
  const values = sheet.values.map((row) => [...row]);
  kept.forEach((from, i) => {
    for (let c = label; c <= end; c++) values[top + i]![c] = sheet.values[from]![c]!;
    values[top + i]![label] = String(sheet.values[from]![label]).replace(/^[一二三四五六七八九十]+、/, `${ordinal(i + 1)}、`);
  });
  values.splice(top + rows, cut);
  const body = rows + bottom;
  lines.forEach((column, block) => {
    for (let i = 0; i < (block === 1 ? rows : body); i++) {
      const line = block === 0 ? 1 + i : block === 1 ? body + 1 + i : body + rows + 1 + i;
      values[top + i]![column] = line as Scalar;
    }
  });
  return { ...sheet, values, data: [sheet.data[0], sheet.data[1] - cut], merges: sheet.merges.filter((m) => m.bottom < top) };
}

export const rowVariants: readonly Variant[] = [
  perSheet('rows: 24 功能 rows', (sheet) => fewer(sheet, 24), { zeros: true }),
  perSheet('rows: 23 功能 rows', (sheet) => fewer(sheet, 23), { zeros: true }),
];

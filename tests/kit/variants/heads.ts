import type { KitSheet } from '../forms/grid';
import { columnsOf, mapCells, perSheet, reshape, rowsOf, type Variant } from './variant';

/** A head merged sideways printed again in every column below it, as after 取消合并 and 填充. */
function repeated(sheet: KitSheet): KitSheet {
  if (sheet.codes === undefined) return sheet;
  const values = sheet.values.map((row) => [...row]);
  for (const m of sheet.merges) {
    if (m.top < sheet.head[0] || m.bottom > sheet.head[1] || m.right === m.left || m.left < sheet.amounts[0]!) continue;
    for (let c = m.left; c <= m.right; c++) values[m.top]![c] = sheet.values[m.top]![m.left]!;
  }
  return { ...sheet, values };
}

/** Merged heads filled into every one of their cells, downwards too. */
function filledDown(sheet: KitSheet): KitSheet {
  const values = sheet.values.map((row) => [...row]);
  for (const m of sheet.merges) {
    if (m.top < sheet.head[0] || m.bottom > sheet.head[1] || m.bottom === m.top || m.left < (sheet.amounts[0] ?? Infinity)) continue;
    for (let r = m.top; r <= m.bottom; r++) values[r]![m.left] = sheet.values[m.top]![m.left]!;
  }
  return { ...sheet, values };
}

/** Single heads stand at the foot of the head instead of at its top. */
function lowered(sheet: KitSheet): KitSheet {
  if (sheet.codes === undefined) return sheet;
  const values = sheet.values.map((row) => [...row]);
  const bottom = sheet.head[1] - 1;
  for (const column of sheet.amounts) {
    const words = [];
    for (let r = sheet.head[0]; r <= bottom; r++) if (values[r]![column] !== null) words.push(r);
    const last = words.at(-1);
    if (last === undefined || last === bottom) continue;
    // A group's first column carries the word of the group: only the lowest word may move.
    if (words.length === 1 && sheet.merges.some((m) => m.top === last && m.left === column && m.right > column)) continue;
    values[bottom]![column] = values[last]![column]!;
    values[last]![column] = null;
  }
  return { ...sheet, values };
}

/** Blank rows of the head are gone: two or three lines are left. */
function squeezed(sheet: KitSheet): KitSheet {
  const blank = (row: number): boolean => row > sheet.head[0] && row < sheet.head[1] && sheet.values[row]!.every((v) => v === null);
  return reshape(
    sheet,
    rowsOf(sheet).filter((r) => !blank(r)),
    columnsOf(sheet),
  );
}

const lineRow = (sheet: KitSheet): boolean => sheet.codes !== undefined && sheet.values[sheet.head[1]]!.some((value) => value === '栏次');

export const headVariants: readonly Variant[] = [
  perSheet('heads: without blank rows', squeezed),
  perSheet('heads: merged heads repeated in every column', repeated),
  perSheet('heads: tall heads repeated in every row', filledDown),
  perSheet('heads: single heads at the foot', lowered),
  perSheet('heads: no 栏次 row', (sheet) => (lineRow(sheet) ? withoutLines(sheet) : sheet)),
  perSheet('heads: 项目 is 项 目', (sheet) =>
    mapCells(sheet, (value, row) => (value === '项目' && row <= sheet.head[1] ? '项    目' : value)),
  ),
];

/** The 栏次 row goes; its 类, 款, 项 move up under 科目编码 as other printings have them. */
function withoutLines(sheet: KitSheet): KitSheet {
  const line = sheet.head[1];
  const cut = reshape(
    sheet,
    rowsOf(sheet).filter((r) => r !== line),
    columnsOf(sheet),
  );
  return { ...cut, head: [sheet.head[0], line - 1] };
}

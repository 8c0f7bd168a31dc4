import { a1 } from '../kernel/address';
import { suppliedBook, type Sheet } from '../kernel/workbook';
import { fromCellNumber } from '../facts/money';
import { supplementsOf } from '../supplements/entries';
import { fieldOf } from '../supplements/fields';
import { grid } from '../supplements/sheet-grid';
import type { Entry, Supplements } from '../supplements/supplements';

/**
 * Last year's figures that an earlier report read from last year's workbook and left on 补充信息 beside the empty fields.
 * They stand in where that workbook is not chosen again. In 元, each with the cell it stands in.
 */
export function keptPriors(sheet: Sheet): Supplements {
  const entries = new Map<string, Entry>();
  sheet.values.forEach((row, index) => {
    const key = row[grid.key - sheet.left];
    const value = row[grid.second - sheet.left];
    if (typeof key !== 'string' || typeof value !== 'number' || fieldOf(key)?.section !== 'prior') return;
    entries.set(key, {
      value: fromCellNumber(value),
      at: { book: suppliedBook, sheet: sheet.name, a1: a1(sheet.top + index, grid.second) },
    });
  });
  return supplementsOf(entries);
}

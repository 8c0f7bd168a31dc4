import type { CellRef } from '../../src/kernel/workbook';
import type { TableStatus } from '../../src/facts/outcome';
import { formName } from '../../src/layouts/keys';

const grouped = (whole: string): string => whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** `-1234.5` → `−1,234.50`; with a sign in front of positive ones too when `sign`. Strings only: no float touches money. */
export function amountText(decimal: string, sign = false): string {
  const found = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal);
  if (!found) return decimal;
  const [, minus, whole, fraction = ''] = found as unknown as [string, string, string, string | undefined];
  const isZero = /^0*$/.test(whole + fraction);
  return `${minus && !isZero ? '−' : sign && !isZero ? '+' : ''}${grouped(whole)}.${fraction.padEnd(2, '0')}`;
}

/** The form a cell stands in, as the accountant says it: 财决04表; the sheet's own name where it is no form. */
export function formOf(cell: Pick<CellRef, 'book' | 'sheet'>, tables: readonly TableStatus[]): string {
  const table = tables.find(({ sheet, role }) => sheet === cell.sheet && role === cell.book.role);
  return table ? formName(table.id) : cell.sheet;
}

/** 财决04表 F12；上年 财决01表 E7 */
export const cellText = (cell: CellRef, tables: readonly TableStatus[]): string =>
  `${cell.book.role === '上年' ? '上年 ' : ''}${formOf(cell, tables)} ${cell.a1}`;

/** A cell of a workbook that is not open: the form as people call it, then file, sheet and cell to find it by. */
export const farCellText = (cell: CellRef, tables: readonly TableStatus[], file: string | undefined): string =>
  `${cellText(cell, tables)}（${file ?? '上年工作簿'}，工作表“${cell.sheet}”，单元格 ${cell.a1}）`;

const digits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
export const chineseNumber = (n: number): string =>
  n < 10 ? digits[n]! : n < 20 ? `十${n % 10 ? digits[n % 10] : ''}` : `${digits[Math.floor(n / 10)]}十${n % 10 ? digits[n % 10] : ''}`;

import type { Scalar, Sheet } from '../kernel/workbook';
import { ownSheets } from '../kernel/own-sheets';
import { reportColumns } from './report-layout';

/** Printed in A1 while a host is still drawing one of our sheets; a broken-off run leaves it there. */
export const UNFINISHED = '（本表尚未写完，请重新生成）';

const cell = (sheet: Sheet, row: number, column: number): Scalar => sheet.values[row - sheet.top]?.[column - sheet.left] ?? null;

const titles: Readonly<Record<string, RegExp>> = {
  [ownSheets.trace]: /情况说明数据溯源$/,
  [ownSheets.findings]: /核对结果（复核底稿）$/,
  [ownSheets.supplement]: /^补充信息$/,
};

/** A run that wrote this sheet of ours has broken off. */
export const isUnfinished = (sheet: Sheet): boolean => cell(sheet, 0, 0) === UNFINISHED;

/**
 * Whether a sheet of one of our names was made by us. People call their own draft 情况说明 too, and a sheet of theirs
 * must never be written over. A sheet without any content counts as ours: nothing can be lost in it.
 */
export function isOurs(sheet: Sheet): boolean {
  if (isUnfinished(sheet) || sheet.values.every((row) => row.every((value) => value === null || value === ''))) return true;
  // The title of 情况说明 may be edited; the ids in its hidden column are not.
  if (sheet.name.trim() === ownSheets.report) return sheet.values.some((_, i) => cell(sheet, sheet.top + i, reportColumns.id) === 'title');
  const title = titles[sheet.name.trim()];
  return title !== undefined && (sheet.values[0 - sheet.top] ?? []).some((value) => title.test(String(value ?? '').trim()));
}

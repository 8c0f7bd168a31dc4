import type { Scalar, Sheet } from '../kernel/workbook';
import { ownSheets } from '../kernel/own-sheets';
import { reportColumns } from './report/layout';

/** Printed in A1, before its own words, while a host is still drawing one of our sheets; a broken-off run leaves it there. */
export const UNFINISHED = '（本表尚未写完，请重新生成）';

const cell = (sheet: Sheet, row: number, column: number): Scalar => sheet.values[row - sheet.top]?.[column - sheet.left] ?? null;

const titles: Readonly<Record<string, RegExp>> = {
  [ownSheets.trace]: /情况说明数据溯源$/,
  [ownSheets.findings]: /核对结果（复核底稿）$/,
  [ownSheets.supplement]: /^补充信息$/,
};

/** Does the first cell of a sheet say so? */
export const saysUnfinished = (first: unknown): boolean => typeof first === 'string' && first.startsWith(UNFINISHED);

/** A run that wrote this sheet of ours has broken off. */
export const isUnfinished = (sheet: Sheet): boolean => saysUnfinished(cell(sheet, 0, 0));

/** A sheet of ours with its first cell as it would be when finished: the note is nobody's words. */
export function withoutNote(sheet: Sheet): Sheet {
  if (!isUnfinished(sheet)) return sheet;
  const [first = [], ...rest] = sheet.values;
  const words = String(first[0]).slice(UNFINISHED.length);
  // Where the note stands alone it has displaced what stood there: the whole row is taken for missing.
  return { ...sheet, values: [words === '' ? first.map(() => null) : [words, ...first.slice(1)], ...rest] };
}

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

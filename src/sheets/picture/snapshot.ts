import { parseA1 } from '../../kernel/address';
import type { CellRef, Scalar, Sheet, Workbook } from '../../kernel/workbook';
import type { SheetPicture } from './picture';

/** The sheet as it would be read back after the picture has been drawn. A blank text is a blank cell. */
export function snapshotOf(picture: SheetPicture): Sheet {
  const rows = picture.cells.reduce((most, cell) => Math.max(most, cell.row + 1), 0);
  const columns = picture.cells.reduce((most, cell) => Math.max(most, cell.column + 1), 0);
  const values: Scalar[][] = Array.from({ length: rows }, () => new Array<Scalar>(columns).fill(null));
  for (const { row, column, value } of picture.cells) values[row]![column] = value === undefined || value === '' ? null : value;
  return { name: picture.name, visibility: 'visible', top: 0, left: 0, values };
}

/** Text of a cell by its place in the sheet (zero-based), trimmed at the end; '' for a blank. */
export function textAt(sheet: Sheet, row: number, column: number): string {
  const value = sheet.values[row - sheet.top]?.[column - sheet.left];
  return value === null || value === undefined ? '' : String(value);
}

/** What stands in a cell of the workbook; undefined for a cell of another book or outside the sheet. */
export function cellIn(workbook: Workbook, at: CellRef): Scalar | undefined {
  const sheet = at.book.role === '上年' ? undefined : workbook.sheets.find(({ name }) => name === at.sheet);
  if (!sheet || !/^[A-Z]{1,3}[1-9]\d*$/.test(at.a1)) return undefined;
  const { row, column } = parseA1(at.a1);
  return sheet.values[row - sheet.top]?.[column - sheet.left];
}

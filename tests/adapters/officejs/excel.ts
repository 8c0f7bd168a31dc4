import type { Workbook } from '../../../src/kernel/workbook';
import type { SheetPicture } from '../../../src/sheets/picture';
import { installExcel } from '../../excel-host/client';
import { ExcelHost, type HostOptions } from '../../excel-host/host';
import { BookModel } from '../../excel-host/model';

/** Opens a book in the fake Excel; from now on `Excel.run` talks to it. */
export function open(seed: Workbook | BookModel, options?: HostOptions): ExcelHost {
  const host = new ExcelHost(seed, options);
  installExcel(host);
  return host;
}

/** A book of sheets with the given names, 1 in every A1. */
export function bookOf(...names: readonly string[]): BookModel {
  const book = new BookModel('决算.xlsx');
  for (const name of names) book.add(name).set('A1', 1);
  return book;
}

/** A picture of one text; give what the test is about. */
export const picture = (part: Partial<SheetPicture> = {}): SheetPicture => ({
  name: '情况说明',
  columns: [{ width: 40 }, { width: 12 }],
  rowHeights: new Map(),
  cells: [{ row: 0, column: 0, value: '2024年度单位决算情况说明', style: 'title' }],
  merges: [],
  charts: [],
  ...part,
});

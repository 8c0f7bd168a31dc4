import type { Workbook } from '../../../src/kernel/workbook';
import type { PictureCell, PictureChart, SheetPicture } from '../../../src/sheets/picture/picture';
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

export const text = (row: number, column: number, value: string | number, more: Partial<PictureCell> = {}): PictureCell => ({
  row,
  column,
  value,
  style: 'tableText',
  ...more,
});
export const chart = (id: string, part: Partial<PictureChart> = {}): PictureChart => ({
  id,
  kind: 'column',
  title: `图：${id}`,
  data: { sheet: '数据溯源', categories: 'A2:A3', series: [{ name: '2024年', values: 'B2:B3' }] },
  cache: { categories: ['收入', '支出'], series: [[1, 2]] },
  box: { row: 3, column: 0, rows: 5, columns: 2 },
  labelFormat: '0.00',
  ...part,
});
export const trace: SheetPicture = picture({
  name: '数据溯源',
  cells: [text(0, 0, '名称'), text(0, 1, '万元'), text(1, 0, '收入'), text(1, 1, 1), text(2, 0, '支出'), text(2, 1, 2)],
});

import { thisYear } from '../../kit/books';
import type { Mark } from '../../../src/app/ports';
import type { PictureChart, SheetPicture } from '../../../src/sheets/picture/picture';

const chart = (id: string, kind: PictureChart['kind'], row: number): PictureChart => ({
  id,
  kind,
  title: `图：${id} & <结构>`,
  data: { sheet: '数据溯源', categories: 'A2:A3', series: [{ name: '支出', nameCell: 'B1', values: 'B2:B3' }] },
  cache: { categories: ['2023年度', '2024年度'], series: [[1196.72, 1089.83]] },
  box: { row, column: 0, rows: 10, columns: 1 },
  labelFormat: 'General',
});

/** A picture that uses everything a picture can hold. */
export const report: SheetPicture = {
  name: '情况说明',
  tabColor: '2F6FB2',
  columns: [{ width: 60 }, { width: 14 }, { width: 10, hidden: true }],
  rowHeights: new Map([
    [0, 40],
    [20, 500],
  ]),
  cells: [
    { row: 0, column: 0, value: '2024年度单位决算情况说明', style: 'title' },
    { row: 1, column: 0, value: '=1+1 不是公式', style: 'body' },
    { row: 2, column: 0, value: '收、支总计 <1089.83> & "万元"\n第二行\u0001', style: 'body' },
    { row: 2, column: 1, value: 1089.83, style: 'tableNumber' },
    { row: 3, column: 1, formula: "='财决''01'!B1/10000", value: 0.01, style: 'tableNumber' },
    { row: 4, column: 1, formula: '=IF(B4=B3,"✓","✗")', value: '✗', style: 'good' },
    { row: 5, column: 1, value: 'B1', style: 'tableLink', link: { sheet: "财决'01", a1: 'B1' } },
    { row: 6, column: 1, style: 'input' },
  ],
  merges: [{ row: 0, column: 0, rows: 1, columns: 2 }],
  charts: [chart('C01', 'column', 10), chart('C02', 'pie', 22)],
  freezeRows: 1,
  gridlines: false,
  lists: [{ range: 'B7', options: ['行政单位', '参公事业单位', '事业单位'] }],
  prompts: [
    { range: 'B7', title: '单位性质', message: '选一项；影响公式' },
    { range: 'A2:A3', title: '说明', message: '第一行\n第二行' },
  ],
  page: {
    orientation: 'portrait',
    fitToWidth: true,
    margins: { top: 3.7, bottom: 3.5, left: 2.8, right: 2.6 },
    area: 'A1:B40',
    repeatRows: 1,
    footer: '— &P —',
  },
  conditions: [{ range: 'B5:B5', formula: '=B5="✗"', style: 'bad' }],
};

export const trace: SheetPicture = {
  name: '数据溯源',
  columns: [],
  rowHeights: new Map(),
  cells: [
    { row: 0, column: 1, value: '支出', style: 'tableHead' },
    { row: 1, column: 0, value: '2023年度', style: 'tableText' },
    { row: 2, column: 0, value: '2024年度', style: 'tableText' },
    { row: 1, column: 1, value: 1196.72, style: 'tableNumber' },
    { row: 2, column: 1, value: 1089.83, style: 'tableNumber' },
  ],
  merges: [],
  charts: [],
};

export const mark = (sheet: string, a1: string, kind: Mark['kind'] = 'error'): Mark => ({
  at: { book: thisYear, sheet, a1 },
  kind,
  note: '相差 100.00 元。',
});

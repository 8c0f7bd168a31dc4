import { openWorkbook } from '../../src/adapters/file/open';
import { inOrder } from '../../src/app/pictures';
import { product } from '../../src/product/index';
import type { SheetPicture } from '../../src/sheets/picture/picture';
import { ExcelDoor, FileDoor, sample } from './doors';
import { drawnInExcel, drawnInFile } from './drawn';

// A loaded machine is slow, not wrong.
jest.setTimeout(120_000);

const file = 'sample-2024-faults.xlsx';

/** Draws the pictures through both doors and tells what stands on each of the sheets. */
async function both(pictures: readonly SheetPicture[]): Promise<void> {
  const [inFile, inExcel] = [new FileDoor(sample(file), file), new ExcelDoor(sample(file), file)];
  for (const door of [inFile, inExcel]) await door.write(pictures, []);
  for (const { name } of pictures)
    expect({ name, ...drawnInExcel(inExcel.excel.book.sheet(name)) }).toEqual({ name, ...drawnInFile(inFile.bytes, name) });
}

/** Everything a picture can hold, in one sheet. */
const everything: SheetPicture = {
  name: "说明'一",
  columns: [{ width: 30 }, { width: 12, hidden: true }, { width: 9 }],
  rowHeights: new Map([[0, 40]]),
  cells: [
    { row: 0, column: 0, value: '标题', style: 'title' },
    { row: 0, column: 1, style: 'title' },
    { row: 2, column: 0, value: '=HYPERLINK("x")', style: 'tableText' },
    { row: 3, column: 0, value: '-1', style: 'input' },
    { row: 4, column: 0, value: '007', style: 'plain' },
    { row: 5, column: 0, value: 730.39, style: 'tableNumber' },
    { row: 6, column: 0, value: 0, style: 'tableCount' },
    { row: 7, column: 0, value: '✓', formula: '=IF(C5=1,"✓","✗")', style: 'good' },
    { row: 8, column: 0, value: 3, formula: '=C5+2', style: 'tableNumber' },
    { row: 4, column: 2, value: 1, style: 'tableNumber', link: { sheet: '情况说明', a1: 'A1' } },
    { row: 5, column: 2, value: 2, style: 'tableNumber' },
    { row: 9, column: 0, value: '第一行\n第二行 & <尖括号>', style: 'tableWrap' },
  ],
  merges: [{ row: 0, column: 0, rows: 1, columns: 2 }],
  charts: [
    {
      id: 'C01',
      kind: 'pie',
      title: '图1：“结构” & 其他',
      data: { sheet: "说明'一", categories: 'A5:A6', series: [{ name: '万元', values: 'C5:C6' }] },
      cache: { categories: ['007', '730.39'], series: [[1, 2]] },
      box: { row: 11, column: 0, rows: 8, columns: 3 },
      labelFormat: '0.00',
    },
  ],
  freezeRows: 1,
  gridlines: false,
  lists: [{ range: 'A4', options: ['甲', '乙'] }],
  prompts: [
    { range: 'A4', title: '选一项', message: '甲或“乙”\n空着也行 & <可>' },
    { range: 'C6', title: '数', message: '单位：元' },
  ],
  conditions: [{ range: 'A8:A9', formula: '=$A8="✗"', style: 'bad' }],
  page: {
    orientation: 'portrait',
    fitToWidth: true,
    margins: { top: 2, bottom: 2, left: 2, right: 2 },
    area: 'A1:C20',
    repeatRows: 1,
    footer: '第 &P 页',
  },
};

test('SheetSink: everything that a picture can hold stands alike in the file and in Excel', () => both([everything]));

test('SheetSink: the four sheets of a real report stand alike in the file and in Excel', async () => {
  const workbook = openWorkbook(sample(file), file, '本年');
  const prior = openWorkbook(sample('sample-2023.xlsx'), 'sample-2023.xlsx', '上年');
  const dossier = await product.open({ workbook, prior, profile: product.profiles[0] });
  const pictures = inOrder((await product.report(dossier, { date: '2025-08-12' })).pictures);
  expect(pictures.flatMap(({ charts }) => charts).length).toBeGreaterThanOrEqual(5);
  await both(pictures);
});

import fs from 'node:fs';
import path from 'node:path';
import { openWorkbook } from '../../src/adapters/file/open';
import { excelSource } from '../../src/adapters/officejs/source';
import type { Workbook } from '../../src/kernel/workbook';
import { installExcel } from '../excel-host/client';
import { ExcelHost } from '../excel-host/host';
import { clean } from '../kit';
import { toXlsx } from '../kit/xlsx';
import { asBook, asFile, type LaidSheet } from './xlsx';

// A loaded machine is slow, not wrong.
jest.setTimeout(120_000);

/** What a door reads of the same bytes, opened in Excel or picked as a file. */
const doors: readonly (readonly [name: string, read: (bytes: Uint8Array, file: string) => Promise<Workbook>])[] = [
  ['the file adapter', (bytes, file) => Promise.resolve(openWorkbook(bytes, file, '本年'))],
  [
    'Excel',
    async (bytes, file) => {
      installExcel(new ExcelHost(asBook(bytes, file)));
      return excelSource().read();
    },
  ],
];

const awkward: readonly LaidSheet[] = [
  {
    name: '财决01 收入支出决算总表(财决01表)',
    cells: {
      B2: { value: '金额单位：元' },
      C3: { value: 1_089_830.45 },
      D3: { value: 0.1 + 0.2 },
      E3: { value: 0 },
      F3: { value: '—' },
      G3: { value: '1,234.50 ' },
      C4: { value: 45_000 },
      D4: { value: true },
      E4: { value: '#REF!' },
      F4: { value: '#N/A', formula: '=NA()' },
      G4: { value: 12, formula: '=SUM(C3:D3)' },
      B5: { value: '两行\n标签' },
      H9: { value: '', formula: '=IF(1=1,"","x")' },
      C7: { value: '１２３．４５' },
    },
  },
  { name: '隐藏表', visibility: 'hidden', cells: { A1: { value: '在' } } },
  { name: "深度'隐藏", visibility: 'veryHidden', cells: { D4: { value: -1 } } },
  { name: '空表', cells: {} },
];

describe.each(doors)('WorkbookSource: %s', (_name, read) => {
  test('keeps number, text, error, truth value, blank and zero apart, and every cell in its place', async () => {
    expect(await read(asFile(awkward), '决算.xlsx')).toEqual({
      role: '本年',
      file: '决算.xlsx',
      sheets: [
        {
          name: '财决01 收入支出决算总表(财决01表)',
          visibility: 'visible',
          top: 1,
          left: 1,
          values: [
            ['金额单位：元', null, null, null, null, null],
            [null, 1_089_830.45, 0.1 + 0.2, 0, '—', '1,234.50 '],
            [null, 45_000, true, '#REF!', '#N/A', 12],
            ['两行\n标签', null, null, null, null, null],
            [null, null, null, null, null, null],
            [null, '１２３．４５', null, null, null, null],
          ],
        },
        { name: '隐藏表', visibility: 'hidden', top: 0, left: 0, values: [['在']] },
        { name: "深度'隐藏", visibility: 'veryHidden', top: 3, left: 3, values: [[-1]] },
        { name: '空表', visibility: 'visible', top: 0, left: 0, values: [] },
      ],
    });
  });
});

test.each(['sample-2024.xlsx', 'sample-2023.xlsx', 'sample-2024-faults.xlsx'])('WorkbookSource: both doors read %s alike', async (file) => {
  const bytes = new Uint8Array(fs.readFileSync(path.join('assets/samples', file)));
  const [one, other] = await Promise.all(doors.map(([, read]) => read(bytes, file)));
  expect(one!.sheets.length).toBeGreaterThan(10);
  expect(other).toEqual(one);
});

test('WorkbookSource: both doors read every form of the kit alike', async () => {
  const bytes = await toXlsx(clean());
  const [one, other] = await Promise.all(doors.map(([, read]) => read(bytes, 'kit.xlsx')));
  expect(other).toEqual(one);
});

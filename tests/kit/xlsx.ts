import { utils, write } from '@e965/xlsx';
import { writeXlsx, type Cell, type CellStyle, type WriteSheet } from 'hucre';
import type { Scalar, Sheet, Workbook } from '../../src/kernel/workbook';
import type { KitSheet } from './forms/grid';

const thin = { style: 'thin', color: { rgb: 'FF7F7F7F' } } as const;
const frame = { top: thin, right: thin, bottom: thin, left: thin };
const song = { name: '宋体', size: 10 };
const styles = {
  title: { font: { name: '宋体', size: 16, bold: true }, alignment: { horizontal: 'center', vertical: 'center' } },
  caption: { font: song, alignment: { vertical: 'center' } },
  captionRight: { font: song, alignment: { horizontal: 'right', vertical: 'center' } },
  head: { font: song, border: frame, alignment: { horizontal: 'center', vertical: 'center', wrapText: true } },
  word: { font: song, border: frame, alignment: { horizontal: 'left', vertical: 'center' }, numFmt: '@' },
  line: { font: song, border: frame, alignment: { horizontal: 'center', vertical: 'center' } },
  amount: { font: song, border: frame, alignment: { horizontal: 'right', vertical: 'center' }, numFmt: '#,##0.00' },
  count: { font: song, border: frame, alignment: { horizontal: 'right', vertical: 'center' }, numFmt: '#,##0' },
} as const satisfies Record<string, CellStyle>;

const isKit = (sheet: Sheet): sheet is KitSheet => 'head' in sheet;

function styleOf(sheet: KitSheet, row: number, column: number, value: Scalar, width: number): CellStyle | undefined {
  if (row === 0) return styles.title;
  if (row < sheet.head[0]) return column === width - 1 ? styles.captionRight : styles.caption;
  if (row <= sheet.head[1]) return styles.head;
  if (row > sheet.data[1]) return value === null ? undefined : styles.caption;
  if (!sheet.amounts.includes(column)) return typeof value === 'number' ? styles.line : styles.word;
  return sheet.counts?.some((c) => c.row === row && c.column === column) ? styles.count : styles.amount;
}

function written(sheet: Sheet): WriteSheet {
  const width = sheet.values.reduce((most, row) => Math.max(most, row.length), 0);
  const cells = new Map<string, Partial<Cell>>();
  const plain = sheet.top === 0 && sheet.left === 0;
  if (isKit(sheet) && sheet.id !== 'other' && plain) {
    sheet.values.forEach((values, row) =>
      values.forEach((value, column) => {
        const style = styleOf(sheet, row, column, value, width);
        if (style) cells.set(`${row},${column}`, { value, style });
      }),
    );
  }
  const above = Array.from({ length: sheet.top }, (): Scalar[] => []);
  const before = new Array<Scalar>(sheet.left).fill(null);
  return {
    name: sheet.name,
    rows: [...above, ...sheet.values.map((row) => [...before, ...row])],
    cells,
    ...(isKit(sheet) && plain
      ? {
          columns: sheet.widths.map((w) => ({ width: w })),
          merges: sheet.merges.map((m) => ({ startRow: m.top, startCol: m.left, endRow: m.bottom, endCol: m.right })),
          rowDefs: new Map([[0, { height: 30 }]]),
          pageSetup: { orientation: 'landscape' as const, paperSize: 'a4' as const, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
        }
      : {}),
    ...(sheet.visibility === 'hidden' ? { hidden: true } : sheet.visibility === 'veryHidden' ? { veryHidden: true } : {}),
  };
}

/** The workbook as .xlsx bytes, dressed like the export of the reporting software. The same workbook gives the same bytes. */
export async function toXlsx(workbook: Workbook): Promise<Uint8Array> {
  const sheets = workbook.sheets.map(written);
  const visible = workbook.sheets.findIndex((s) => s.visibility === 'visible');
  const written2024 = new Date(Date.UTC(2025, 2, 1));
  return writeXlsx({
    sheets,
    activeSheet: Math.max(0, visible),
    defaultFont: song,
    properties: { title: workbook.file, creator: '决算说明助手样例', created: written2024, modified: written2024 },
  });
}

/** The workbook as .xls bytes, the old binary format that the reporting software exports. Values and merges only. */
export function toXls(workbook: Workbook): Uint8Array {
  const book = utils.book_new();
  for (const sheet of workbook.sheets) {
    const cells = utils.aoa_to_sheet([]);
    utils.sheet_add_aoa(
      cells,
      sheet.values.map((row) => [...row]),
      { origin: { r: sheet.top, c: sheet.left } },
    );
    if (isKit(sheet))
      cells['!merges'] = sheet.merges.map((m) => ({
        s: { r: m.top + sheet.top, c: m.left + sheet.left },
        e: { r: m.bottom + sheet.top, c: m.right + sheet.left },
      }));
    utils.book_append_sheet(book, cells, sheet.name);
  }
  book.Workbook = {
    ...book.Workbook,
    Sheets: workbook.sheets.map(({ name, visibility }) => ({
      name,
      Hidden: ({ visible: 0, hidden: 1, veryHidden: 2 } as const)[visibility],
    })),
  };
  return new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer);
}

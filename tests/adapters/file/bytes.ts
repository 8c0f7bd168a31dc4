import { utils, write, type BookType, type WorkSheet } from '@e965/xlsx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { Scalar, Sheet, Workbook } from '../../../src/kernel/workbook';

/** A workbook file of a snapshot, written by a library that is not ours. */
export function fileOf(workbook: Pick<Workbook, 'sheets'>, bookType: BookType = 'xlsx'): Uint8Array {
  const book = utils.book_new();
  for (const sheet of workbook.sheets) {
    const cells = utils.sheet_add_aoa({}, sheet.values as Scalar[][], { origin: { r: sheet.top, c: sheet.left } });
    utils.book_append_sheet(book, cells, sheet.name.slice(0, 31));
  }
  book.Workbook = {
    Sheets: workbook.sheets.map(({ name, visibility }) => ({
      name,
      Hidden: ({ visible: 0, hidden: 1, veryHidden: 2 } as const)[visibility],
    })),
  };
  return new Uint8Array(write(book, { type: 'array', bookType, bookSST: true, compression: true }) as ArrayBuffer);
}

/** A file whose cells are given as the writing library's own cells. */
export function fileOfCells(sheets: Readonly<Record<string, WorkSheet>>, bookType: BookType = 'xlsx'): Uint8Array {
  const book = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
  return new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer);
}

export const sheet = (name: string, values: readonly (readonly Scalar[])[], visibility: Sheet['visibility'] = 'visible'): Sheet => ({
  name,
  visibility,
  top: 0,
  left: 0,
  values,
});

const parts = {
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
  '_rels/.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  'xl/workbook.xml':
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
};

/** A minimal .xlsx written by hand: `rows` is the content of <sheetData>; more or other parts may be given. */
export function handMade(rows: string, other: Readonly<Record<string, string>> = {}): Uint8Array {
  const worksheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
  const all = { ...parts, 'xl/worksheets/sheet1.xml': worksheet, ...other };
  // Packed for speed: some of these are made large on purpose.
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)])), { level: 1 });
}

/** The parts of a package as text; read by a library that is not ours. */
export function partsOf(bytes: Uint8Array): Record<string, string> {
  const decoder = new TextDecoder();
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, decoder.decode(data)]));
}

import { unzipSync, strFromU8 } from 'fflate';
import { read, utils, write, type CellObject, type WorkSheet } from '@e965/xlsx';
import type { Scalar } from '../../src/kernel/workbook';
import { BookModel } from '../excel-host/model';

/** One cell of a laid-out book: a constant, or a formula with its stored result. */
export interface LaidCell {
  readonly value: Scalar;
  readonly formula?: string;
}
export interface LaidSheet {
  readonly name: string;
  readonly visibility?: 'visible' | 'hidden' | 'veryHidden';
  /** `{ B2: { value: 3 } }` */
  readonly cells: Readonly<Record<string, LaidCell>>;
}

const ERRORS: Readonly<Record<string, number>> = {
  '#NULL!': 0,
  '#DIV/0!': 7,
  '#VALUE!': 15,
  '#REF!': 23,
  '#NAME?': 29,
  '#NUM!': 36,
  '#N/A': 42,
};

function cellObject({ value, formula }: LaidCell): CellObject {
  const f = formula?.slice(1);
  if (typeof value === 'number') return { t: 'n', v: value, f };
  if (typeof value === 'boolean') return { t: 'b', v: value, f };
  if (typeof value === 'string' && ERRORS[value] !== undefined) return { t: 'e', v: ERRORS[value], w: value, f };
  return { t: 's', v: value ?? '', f };
}

/** The laid-out book as bytes of an .xlsx, written by neither adapter. */
export function asFile(sheets: readonly LaidSheet[]): Uint8Array {
  const book = utils.book_new();
  for (const { name, cells } of sheets) {
    const sheet: WorkSheet = {};
    for (const [address, cell] of Object.entries(cells)) sheet[address] = cellObject(cell);
    const places = Object.keys(cells).map((address) => utils.decode_cell(address));
    const last = { r: Math.max(0, ...places.map(({ r }) => r)), c: Math.max(0, ...places.map(({ c }) => c)) };
    sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: last });
    utils.book_append_sheet(book, sheet, name);
  }
  book.Workbook = {
    Sheets: sheets.map(({ name, visibility }) => ({
      name,
      Hidden: ({ visible: 0, hidden: 1, veryHidden: 2 } as const)[visibility ?? 'visible'],
    })),
  };
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

const visibilities = ['Visible', 'Hidden', 'VeryHidden'] as const;

/** An .xlsx opened in the fake Excel. It is read here by itself, not through the product's file adapter. */
export function asBook(bytes: Uint8Array, file: string): BookModel {
  const parsed = read(bytes, { type: 'array', cellFormula: true, cellNF: true });
  const book = new BookModel(file);
  parsed.SheetNames.forEach((name, i) => {
    const made = book.add(name);
    made.visibility = visibilities[parsed.Workbook?.Sheets?.[i]?.Hidden ?? 0];
    const sheet = parsed.Sheets[name]!;
    for (const [address, cell] of Object.entries(sheet) as [string, CellObject][]) {
      if (address.startsWith('!') || cell.t === 'z') continue;
      const value = cell.t === 'e' ? String(cell.w) : (cell.v as Scalar);
      made.set(address, value, cell.f === undefined ? undefined : `=${cell.f}`);
      const { r, c } = utils.decode_cell(address);
      if (cell.z) made.setFormat(r, c, String(cell.z));
    }
    for (const { s, e } of sheet['!merges'] ?? []) made.merges.push({ row: s.r, column: s.c, rows: e.r - s.r + 1, columns: e.c - s.c + 1 });
  });
  book.active = Math.max(
    0,
    book.sheets.findIndex((sheet) => sheet.visibility === 'Visible'),
  );
  return book;
}

/** Parts of an .xlsx as text, by path. */
export const partsOf = (bytes: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, /\.(xml|rels)$/.test(path) ? strFromU8(part) : '']));

const attribute = (tag: string, name: string): string =>
  (new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '').replace(/&apos;/g, "'").replace(/&amp;/g, '&');

/** Path of the part that holds a sheet. */
export function sheetPart(parts: Readonly<Record<string, string>>, name: string): string {
  const tags = (part: string, tag: string): readonly string[] => (parts[part] ?? '').match(new RegExp(`<${tag} [^>]*>`, 'g')) ?? [];
  const sheet = tags('xl/workbook.xml', 'sheet').find((tag) => attribute(tag, 'name') === name);
  const found = tags('xl/_rels/workbook.xml.rels', 'Relationship').find((tag) => attribute(tag, 'Id') === attribute(sheet ?? '', 'r:id'));
  if (!sheet || !found) throw new Error(`no sheet ${name} in the file`);
  return `xl/${attribute(found, 'Target').replace(/^\/?(xl\/)?/, '')}`;
}

import { CFB, read, write, type WorkBook } from '@e965/xlsx';
import { a1, parseA1 } from '../../kernel/address';
import { UserError } from '../../kernel/errors';
import { biffText, eachCellStyle, recordType, substream, recordView } from './biff';
import { OfficePackage } from '../../ooxml/package';
import { readZip } from '../../ooxml/zip-read';
import { sheetsOf } from './workbook-xml';
import { stylesOfXls } from './xls-styles';

/** What the copy of an .xls does not carry, for the message beside the result. */
export const xlsLosses = '原文件是 .xls 格式：副本另存为 .xlsx，保留数值、格式、合并单元格和列宽；公式保留为数值，批注、图片和图表不带入。';

/** An .xls as .xlsx: values, formats, merges, widths. Throws UserError when the file cannot be read. */
export function xlsToXlsx(bytes: Uint8Array, file: string): Uint8Array {
  let book: WorkBook;
  try {
    book = read(bytes, { type: 'array', cellFormula: false, cellHTML: false, cellStyles: true });
  } catch {
    throw new UserError({ code: 'damaged' }, `${file}：文件已损坏，无法读取。请用 Excel 打开并另存一份，或重新导出后再试。`, { file });
  }
  // Names of the old file may point at what is not carried over; a chart sheet has no cells.
  if (book.Workbook) book.Workbook.Names = [];
  book.SheetNames = book.SheetNames.filter((name) => (book.Sheets[name]?.['!type'] as string | undefined) !== 'chart');
  const plain = new Uint8Array(
    write(book, { type: 'array', bookType: 'xlsx', bookSST: true, cellStyles: true, compression: true }) as ArrayBuffer,
  );
  try {
    return withStyles(plain, bytes);
  } catch (error) {
    // Style records that end too early must not cost the user the values.
    if (error instanceof RangeError) return plain;
    throw error;
  }
}

/** The library writes no fonts, borders and fills: they are taken over from the old file's own records. */
function withStyles(plain: Uint8Array, old: Uint8Array): Uint8Array {
  const view = recordView(workbookStream(old));
  const parts = new OfficePackage(readZip(plain));
  const book = 'xl/workbook.xml';
  const targets = new Map(parts.relationships(book).map(({ id, target }) => [id, target]));
  const starts = sheetStarts(view);
  for (const { name, relationship } of sheetsOf(parts.text(book))) {
    const part = targets.get(relationship);
    const start = starts.get(name);
    if (part === undefined || start === undefined) continue;
    parts.set(part, withCellStyles(parts.text(part), view, start));
  }
  parts.set('xl/styles.xml', stylesOfXls(view));
  return parts.bytes();
}

/** Every cell gets its own style; blank cells, which the library leaves out, are added: they carry the borders of a form. */
function withCellStyles(xml: string, view: DataView, start: number): string {
  const rows = new Map<number, Map<number, string>>();
  const rowOf = (r: number): Map<number, string> => rows.get(r) ?? rows.set(r, new Map()).get(r)!;
  eachCellStyle(view, start, (row, column, style) => rowOf(row).set(column, `<c r="${a1(row, column)}" s="${style}"/>`));
  const heads = new Map<number, string>();
  for (const [, number, head, inner = ''] of xml.matchAll(/<row r="(\d+)"([^>]*?)(?:\/>|>(.*?)<\/row>)/gs)) {
    const row = Number(number) - 1;
    heads.set(row, head!);
    for (const [cell, address, more] of inner.matchAll(/<c r="([A-Z]+\d+)"(?: s="\d+")?([^>]*?)(?:\/>|>.*?<\/c>)/gs)) {
      const { column } = parseA1(address!);
      const style = /s="\d+"/.exec(rowOf(row).get(column) ?? '')?.[0] ?? 's="0"';
      rowOf(row).set(
        column,
        cell.replace(/<c [^>]*?(\/?)>/, (_, end: string) => `<c r="${address}" ${style}${more}${end}>`),
      );
    }
  }
  const text = [...new Set([...rows.keys(), ...heads.keys()])]
    .sort((a, b) => a - b)
    .map((row) => {
      const cells = [...(rows.get(row) ?? [])].sort(([a], [b]) => a - b).map(([, cell]) => cell);
      return `<row r="${row + 1}"${heads.get(row) ?? ''}>${cells.join('')}</row>`;
    });
  // The library writes an attribute of columns that the schema does not know.
  return xml
    .replace(/(<col [^>]*?) level="\d+"/g, '$1')
    .replace(/<sheetData\/>|<sheetData>.*<\/sheetData>/s, () => `<sheetData>${text.join('')}</sheetData>`);
}

function workbookStream(bytes: Uint8Array): Uint8Array {
  const entry = CFB.find(CFB.read(bytes, { type: 'array' }), '/Workbook');
  return Uint8Array.from(entry?.content as ArrayLike<number>);
}

/** Where each sheet's records begin, by name. */
function sheetStarts(view: DataView): ReadonlyMap<string, number> {
  const starts = new Map<string, number>();
  for (const { type, at } of substream(view, 0)) {
    if (type === recordType.boundSheet) starts.set(biffText(view, at + 6, 1), view.getUint32(at, true));
  }
  return starts;
}

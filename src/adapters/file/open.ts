import { read, type CellObject, type ParsingOptions, type WorkBook } from '@e965/xlsx';
import { UserError } from '../../kernel/errors';
import { UNCALCULATED, type Role, type Scalar, type Sheet, type Workbook } from '../../kernel/workbook';
import { utf8Xml } from '../../ooxml/xml-text';
import type { ZipEntry } from '../../ooxml/zip-entry';
import { inflate } from '../../ooxml/zip-read';
import { entryOf, writeZip } from '../../ooxml/zip-write';
import { named } from './faults';
import { recognise } from './kind';

/** Cells a snapshot of one sheet may hold; a million cells is the largest form that exists. */
const MAX_CELLS = 20_000_000;

/**
 * Values of an .xlsx or .xls file; nothing of the file stays in memory. Detected by content, not by name.
 * Throws UserError with the file name and what to do when the file cannot be used.
 */
export function openWorkbook(bytes: Uint8Array, file: string, role: Role): Workbook {
  const found = recognise(bytes, file);
  const parsed = found.kind === 'xlsx' ? readXlsx(found.entries, file) : readXls(found.bytes, file);
  const sheets = parsed.SheetNames.flatMap((name): Sheet[] => {
    const sheet = parsed.Sheets[name];
    const properties = parsed.Workbook?.Sheets?.find((s) => s.name === name);
    const type = sheet?.['!type'] as string | undefined;
    if (type !== undefined && type !== 'sheet') return [];
    if (!sheet?.['!data'])
      throw new UserError({ code: 'damaged', part: name }, `${file}：工作表“${name}”已损坏，无法读取。请重新导出一份。`, {
        file,
        sheet: name,
      });
    return [
      { name, visibility: (['visible', 'hidden', 'veryHidden'] as const)[properties?.Hidden ?? 0], ...block(sheet['!data'], file, name) },
    ];
  });
  if (sheets.length === 0) throw new UserError({ code: 'noSheets' }, `${file}：工作簿里没有工作表。请选择部门决算报表的工作簿。`, { file });
  return { role, file, sheets };
}

/** sheetStubs: a formula without a stored result must not look like a blank cell. */
const options: ParsingOptions = { type: 'array', dense: true, sheetStubs: true, cellFormula: true, cellHTML: false, cellNF: false };

function parse(bytes: Uint8Array, file: string): WorkBook {
  try {
    return read(bytes, options);
  } catch {
    throw new UserError({ code: 'damaged' }, `${file}：文件已损坏，无法读取。请用 Excel 打开并另存一份，或重新导出后再试。`, { file });
  }
}

const neededParts =
  /^(\[content_types\]\.xml|_rels\/\.rels|.*workbook[^/]*\.xml|.*workbook[^/]*\.xml\.rels|.*sharedstrings[^/]*\.xml|.*sheets\/[^/]*\.xml)$/i;

/** Only what holds values is unpacked, checked and handed on; the parser wants to see the other parts, but not their content. */
function readXlsx(entries: readonly ZipEntry[], file: string): WorkBook {
  const none = new TextEncoder().encode('<none/>');
  const parts = entries.flatMap((entry): ZipEntry[] => {
    if (neededParts.test(entry.name)) return [entryOf(entry.name, utf8Xml(named(file, () => inflate(entry))), true)];
    return /\.xml$/i.test(entry.name) ? [entryOf(entry.name, none, true)] : [];
  });
  return parse(writeZip(parts), file);
}

const readXls = (bytes: Uint8Array, file: string): WorkBook => parse(bytes, file);

type Rows = (CellObject | undefined)[][];

/** The smallest rectangle that holds every value. Blank rows share one array. */
function block(data: Rows, file: string, sheet: string): Pick<Sheet, 'top' | 'left' | 'values'> {
  let top = -1;
  let bottom = -1;
  let left = Infinity;
  let right = -1;
  let filled = 0;
  data.forEach((row, r) => {
    let any = false;
    row?.forEach((cell, c) => {
      if (scalarOf(cell) === null) return;
      any = true;
      if (c < left) left = c;
      if (c > right) right = c;
    });
    if (!any) return;
    filled++;
    if (top < 0) top = r;
    bottom = r;
  });
  if (top < 0) return { top: 0, left: 0, values: [] };

  const width = right - left + 1;
  if (filled * width > MAX_CELLS) {
    throw new UserError(
      { code: 'tooLarge', of: 'sheet' },
      `${file}：工作表“${sheet}”的使用区域过大（${bottom - top + 1} 行 × ${width} 列）。请删除报表以外的内容后再试。`,
      { file, sheet },
    );
  }
  const blank: readonly Scalar[] = new Array<Scalar>(width).fill(null);
  const values = Array.from({ length: bottom - top + 1 }, (_, r): readonly Scalar[] => {
    const row = data[top + r];
    if (!row) return blank;
    return Array.from({ length: width }, (_, c) => scalarOf(row[left + c]));
  });
  return { top, left, values };
}

function scalarOf(cell: CellObject | undefined): Scalar {
  if (!cell) return null;
  switch (cell.t) {
    case 'n':
    case 'b':
      return (cell.v as number | boolean | undefined) ?? null;
    case 'e':
      return cell.w ?? '#VALUE!';
    case 's':
    case 'd':
      // The result "" of a formula shows nothing, and Excel itself reports it like a blank cell.
      return String(cell.v ?? '').replace(/\r\n?/g, '\n') || null;
    default:
      return cell.f !== undefined || cell.F !== undefined ? UNCALCULATED : null;
  }
}

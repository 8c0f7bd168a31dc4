import type { CellObject, ParsingOptions } from '@e965/xlsx';
import { UserError } from '../../kernel/errors';
import { UNCALCULATED, type Role, type Scalar, type Sheet, type Workbook } from '../../kernel/workbook';
import { PackageError } from '../../ooxml/fault';
import { SheetBlock } from '../../ooxml/sheet/block';
import { dayText, isDateFormat } from '../../kernel/days';
import { sheetLimits } from '../../ooxml/sheet/limits';
import { readSheets } from '../../ooxml/sheet/read';
import { named } from './faults';
import { recogniseFile, type OtherPackage } from './kind';
import { readByLibrary } from './library';

/**
 * Values of a workbook file; nothing of the file stays in memory. Detected by content, not by name.
 * Throws UserError with the file name and what to do when the file cannot be used.
 */
export function openWorkbook(bytes: Uint8Array, file: string, role: Role): Workbook {
  const found = recogniseFile(bytes, file);
  const sheets = named(file, () => (found.kind === 'xlsx' ? readSheets(found.entries) : readOther(found, file)));
  if (sheets.length === 0) throw new UserError({ code: 'noSheets' }, `${file}：工作簿里没有工作表。请选择部门决算报表的工作簿。`, { file });
  return { role, file, sheets };
}

/** sheetStubs: a formula without a stored result must not look like a blank cell. */
const options: ParsingOptions = { dense: true, sheetStubs: true, cellFormula: true, cellHTML: false, cellNF: true };

function readOther(found: OtherPackage, file: string): readonly Sheet[] {
  const parsed = readByLibrary(found, file, options);
  const from1904 = parsed.Workbook?.WBProps?.date1904 ?? false;
  return parsed.SheetNames.flatMap((name): Sheet[] => {
    const sheet = parsed.Sheets[name];
    const type = sheet?.['!type'] as string | undefined;
    if (type !== undefined && type !== 'sheet') return [];
    const rows = sheet?.['!data'];
    if (!rows) throw new PackageError({ kind: 'missingSheet', sheet: name });
    const block = new SheetBlock();
    rows.forEach((row, r) =>
      row?.forEach((cell, c) => {
        const value = scalarOf(cell, from1904);
        if (value === null) return;
        if (r >= sheetLimits.rows || c >= sheetLimits.columns)
          throw new PackageError({ kind: 'outsideSheet', part: name, place: `第 ${r + 1} 行第 ${c + 1} 列` });
        block.put(r, c, value);
      }),
    );
    const hidden = parsed.Workbook?.Sheets?.find((s) => s.name === name)?.Hidden ?? 0;
    return [{ name, visibility: (['visible', 'hidden', 'veryHidden'] as const)[hidden], ...block.rectangle(name) }];
  });
}

function scalarOf(cell: CellObject | undefined, from1904: boolean): Scalar {
  if (!cell) return null;
  switch (cell.t) {
    case 'n': {
      const value = (cell.v as number | undefined) ?? null;
      const isDate = value !== null && typeof cell.z === 'string' && isDateFormat(cell.z);
      return isDate ? (dayText(value, from1904) ?? value) : value;
    }
    case 'b':
      return (cell.v as boolean | undefined) ?? null;
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

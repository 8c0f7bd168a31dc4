import type { CellObject, WorkSheet } from '@e965/xlsx';
import { a1 } from '../../kernel/address';
import { PackageError } from '../../ooxml/fault';
import { sheetLimits } from '../../ooxml/sheet/limits';
import { escapeText } from '../../ooxml/xml-text';
import { biffText, eachCellStyle, recordType, recordView, substream } from './biff';
import type { OtherPackage, Package } from './kind';
import { readByLibrary } from './library';
import { newPackage, type NewSheet } from './new-package';
import { stylesOfXls } from './xls-styles';

/** What the copy of a file that is no .xlsx does not carry, for the message beside the result. */
export const lossesOf = (found: Package): string | undefined =>
  found.kind === 'xlsx'
    ? undefined
    : `原文件是${formatNames[found.format]}格式：副本另存为 .xlsx，保留数值、${found.format === 'xls' ? '格式、' : ''}合并单元格和列宽；公式保留为数值，批注、图片和图表不带入。`;

const formatNames = { xls: ' .xls ', xlsb: ' .xlsb ', ods: ' .ods ', xml2003: '“XML 表格 2003”' } as const;

/** Where the sheets of an .xlsx end. */
const last = { row: sheetLimits.rows - 1, column: sheetLimits.columns - 1 } as const;

/** Another format as .xlsx: values, merges, widths, of an .xls the looks too. Throws UserError when the file cannot be read. */
export function otherToXlsx(found: OtherPackage, file: string): Uint8Array {
  const book = readByLibrary(found, file, { dense: true, cellFormula: false, cellHTML: false, cellStyles: true });
  const old = found.format === 'xls' ? looksOf(found.bytes) : undefined;
  // A chart sheet has no cells.
  const names = book.SheetNames.filter((name) => (book.Sheets[name]?.['!type'] as string | undefined) !== 'chart');
  const budget = { cells: 0 };
  const sheets = names.map((name): NewSheet => {
    const sheet = book.Sheets[name] ?? ({} as WorkSheet);
    const hidden = book.Workbook?.Sheets?.find((one) => one.name === name)?.Hidden ?? 0;
    const inner = `<sheetFormatPr defaultRowHeight="15"/>${widths(sheet)}${cells(sheet, old, name, budget)}${merges(sheet)}`;
    return { name, hidden: ([undefined, 'hidden', 'veryHidden'] as const)[hidden], inner };
  });
  return newPackage(sheets, old?.styles);
}

/** The looks of the old file; undefined where its style records end too early: that must not cost the user the values. */
interface Looks {
  readonly view: DataView;
  readonly styles: string;
  readonly count: number;
  readonly starts: ReadonlyMap<string, number>;
}

function looksOf(stream: Uint8Array): Looks | undefined {
  try {
    const view = recordView(stream);
    const styles = stylesOfXls(view);
    const count = Number(/<cellXfs count="(\d+)"/.exec(styles)?.[1] ?? 0);
    return count > 0 ? { view, styles, count, starts: sheetStarts(view) } : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

type Row = Map<number, string>;

/** Every cell with its style; blank cells, which the library leaves out, too: they carry the borders of a form. */
function cells(sheet: WorkSheet, old: Looks | undefined, name: string, budget: { cells: number }): string {
  const rows = new Map<number, Row>();
  const rowOf = (r: number): Row => rows.get(r) ?? rows.set(r, new Map()).get(r)!;
  const start = old?.starts.get(name);
  const styleOf = new Map<number, number>();
  if (old && start !== undefined) {
    try {
      eachCellStyle(old.view, start, (row, column, style) => {
        if (row > last.row || column > last.column) return;
        if (++budget.cells > sheetLimits.cells) throw new PackageError({ kind: 'tooManyCells', limit: sheetLimits.cells });
        const s = style < old.count ? style : 0;
        styleOf.set(row * sheetLimits.columns + column, s);
        rowOf(row).set(column, `<c r="${a1(row, column)}" s="${s}"/>`);
      });
    } catch (error) {
      // A sheet whose records end too early keeps the looks read so far.
      if (!(error instanceof RangeError)) throw error;
    }
  }
  sheet['!data']?.forEach((row, r) =>
    row?.forEach((cell: CellObject | undefined, c) => {
      const text =
        cell && r <= last.row && c <= last.column
          ? cellXml(cell, `r="${a1(r, c)}" s="${styleOf.get(r * sheetLimits.columns + c) ?? 0}"`)
          : '';
      if (text) rowOf(r).set(c, text);
    }),
  );
  const heights = sheet['!rows'] ?? [];
  heights.forEach((row, r) => (row && r <= last.row ? rowOf(r) : undefined));
  const text = [...rows]
    .sort(([a], [b]) => a - b)
    .map(([r, row]) => {
      const { hpt, hidden } = heights[r] ?? {};
      const size = `${hpt !== undefined && hpt >= 0 && hpt <= 409 ? ` ht="${hpt}" customHeight="1"` : ''}${hidden ? ' hidden="1"' : ''}`;
      return `<row r="${r + 1}"${size}>${[...row]
        .sort(([a], [b]) => a - b)
        .map(([, cell]) => cell)
        .join('')}</row>`;
    });
  return `<sheetData>${text.join('')}</sheetData>`;
}

/** '' for a cell that shows nothing. */
function cellXml(cell: CellObject, place: string): string {
  switch (cell.t) {
    case 'n':
      return typeof cell.v === 'number' && Number.isFinite(cell.v) ? `<c ${place}><v>${cell.v}</v></c>` : '';
    case 'b':
      return `<c ${place} t="b"><v>${cell.v ? 1 : 0}</v></c>`;
    case 'e':
      return `<c ${place} t="e"><v>${escapeText(cell.w ?? '#VALUE!')}</v></c>`;
    case 's': {
      const words = String(cell.v ?? '');
      return words ? `<c ${place} t="inlineStr"><is><t xml:space="preserve">${escapeText(words)}</t></is></c>` : '';
    }
    default:
      return '';
  }
}

function widths(sheet: WorkSheet): string {
  const each = (sheet['!cols'] ?? []).slice(0, last.column + 1).flatMap((column, i) => {
    if (!column) return [];
    const width = column.width !== undefined && column.width >= 0 && column.width <= 255 ? ` width="${column.width}" customWidth="1"` : '';
    return [`<col min="${i + 1}" max="${i + 1}"${width}${column.hidden ? ' hidden="1"' : ''}/>`];
  });
  return each.length > 0 ? `<cols>${each.join('')}</cols>` : '';
}

function merges(sheet: WorkSheet): string {
  const refs = (sheet['!merges'] ?? []).flatMap(({ s, e }) => {
    const inside = s.r <= e.r && s.c <= e.c && e.r <= last.row && e.c <= last.column;
    return inside && (s.r < e.r || s.c < e.c) ? [`<mergeCell ref="${a1(s.r, s.c)}:${a1(e.r, e.c)}"/>`] : [];
  });
  return refs.length > 0 ? `<mergeCells count="${refs.length}">${refs.join('')}</mergeCells>` : '';
}

/** Where each sheet's records begin, by name. */
function sheetStarts(view: DataView): ReadonlyMap<string, number> {
  const starts = new Map<string, number>();
  for (const { type, at } of substream(view, 0)) {
    if (type === recordType.boundSheet) starts.set(biffText(view, at + 6, 1), view.getUint32(at, true));
  }
  return starts;
}

import { a1, parseA1 } from '../../src/kernel/address';
import type { CellRef, Scalar, Sheet, Workbook } from '../../src/kernel/workbook';
import type { KitWorkbook } from './build';

/** Finds a sheet by form id (`Z01`, `F03`) or by its name. */
export function sheetOf<S extends Sheet>(workbook: { readonly sheets: readonly S[] }, sheet: string): S {
  const found =
    workbook.sheets.find((s) => s.name === sheet || (s as { id?: string }).id === sheet) ??
    workbook.sheets.find((s) => s.name.startsWith(`${sheet} `));
  if (!found) throw new Error(`no sheet ${sheet}`);
  return found;
}

/** The same workbook with one cell changed. `sheet` is a form id or a sheet name; the cell may lie outside the used range. */
export function withCell<W extends Workbook>(workbook: W, sheet: string, address: string, value: Scalar): W {
  const target = sheetOf(workbook, sheet);
  const at = parseA1(address);
  const [row, column] = [at.row - target.top, at.column - target.left];
  if (row < 0 || column < 0) throw new Error(`${address} lies before the first cell of ${target.name}`);
  const width = Math.max(target.values[0]?.length ?? 0, column + 1);
  const height = Math.max(target.values.length, row + 1);
  const values = Array.from({ length: height }, (_, r) => Array.from({ length: width }, (_, c) => target.values[r]?.[c] ?? null));
  values[row]![column] = value;
  return { ...workbook, sheets: workbook.sheets.map((s) => (s === target ? { ...s, values } : s)) };
}

export function withoutSheet<W extends Workbook>(workbook: W, sheet: string): W {
  const target = sheetOf(workbook, sheet);
  return { ...workbook, sheets: workbook.sheets.filter((s) => s !== target) };
}

/** Value of a cell as the snapshot holds it. */
export function valueAt(workbook: Workbook, sheet: string, address: string): Scalar {
  const target = sheetOf(workbook, sheet);
  const { row, column } = parseA1(address);
  return target.values[row - target.top]?.[column - target.left] ?? null;
}

const squeeze = (value: Scalar): string => String(value ?? '').replace(/[\s\u3000]/g, '');
const bare = (label: string): string =>
  squeeze(label)
    .replace(/^([一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|（\d+）|\d+．|其中：)+/, '')
    .replace(/（(辆|个|人|台，套)）$/, '');

/**
 * The cell at a printed row and column. `row` is a 功能分类 code, a 行次 written `行84`, or a label (with or without its
 * ordinal); `column` is a 栏次 written `栏3`, a head, or a path `本年支出 > 基本支出 > 小计`.
 */
export function cellOf(workbook: KitWorkbook, tableId: string, row: string, column: string): CellRef {
  const sheet = sheetOf(workbook, tableId);
  const { values } = sheet;
  const data = Array.from({ length: sheet.data[1] - sheet.data[0] + 1 }, (_, i) => sheet.data[0] + i);
  const isLabel = (c: number): boolean => !sheet.amounts.includes(c);
  const matches = (value: Scalar): boolean => {
    if (row.startsWith('行')) return value === Number(row.slice(1));
    return typeof value === 'string' && (squeeze(value) === squeeze(row) || bare(value) === bare(row));
  };
  for (const r of data) {
    const labels = values[r]!.flatMap((value, c) => (isLabel(c) && matches(value) ? [c] : []));
    for (const label of labels) {
      const wanted = headed(sheet, column).find((c) => c > label);
      if (wanted !== undefined)
        return { book: { role: workbook.role, unit: '' }, sheet: sheet.name, a1: a1(r + sheet.top, wanted + sheet.left) };
    }
  }
  throw new Error(`${tableId} prints no ${row} · ${column}`);
}

/** Columns under these heads, from the left. */
function headed(sheet: KitWorkbook['sheets'][number], column: string): readonly number[] {
  const [from, to] = sheet.head;
  if (column.startsWith('栏')) return sheet.amounts.filter((c) => sheet.values[to]![c] === Number(column.slice(1)));
  const path = column.split('>').map(squeeze);
  return sheet.amounts.filter((c) => {
    const heads: string[] = [];
    for (let r = from; r < to; r++) {
      // A head of several columns stands in the first of them.
      const merged = sheet.merges.find((m) => m.top === r && m.left <= c && c <= m.right && m.right > m.left);
      const word = squeeze(sheet.values[r]![merged?.left ?? c]!);
      if (word !== '') heads.push(word);
    }
    return path.every((word, i) => heads[heads.length - path.length + i] === word);
  });
}

import { UNCALCULATED, type Scalar } from '../../kernel/workbook';
import { PackageError } from '../fault';
import { dayText } from '../../kernel/days';
import { sheetLimits } from './limits';
import { Tags } from './tags';
import { storedText, textInside, written } from './text';

/** What is found in a sheet, cell by cell; both from zero. */
type Found = (row: number, column: number, value: Scalar) => void;

/** What of the rest of the workbook the value of a cell depends on. */
export interface CellContext {
  readonly strings: readonly string[];
  /** By style, whether it shows a date; empty where none does. */
  readonly dates: readonly boolean[];
  readonly from1904: boolean;
}

/** Counts cells over all sheets of a workbook. */
export interface Budget {
  cells: number;
}

/**
 * Every cell of a worksheet part that shows something, as Excel reports it: stored results of formulas, UNCALCULATED where a
 * formula has none, error cells as their text, dates as 2024-12-31. Throws PackageError where the part is cut off, lists a
 * string that is not there, names a cell outside of a sheet, or takes the budget beyond the limit.
 */
export function eachCell(xml: string, part: string, context: CellContext, budget: Budget, found: Found): void {
  const tags = new Tags(xml, part);
  let row = -1;
  let column = -1;
  let inside = false;
  let root: string | undefined;
  let ended = false;
  while (tags.next()) {
    const { name } = tags;
    root ??= name;
    ended = name === root && (tags.closing || tags.empty);
    if (name === 'sheetData') {
      if (tags.closing || tags.empty) return;
      inside = true;
    } else if (!inside || tags.closing) continue;
    else if (name === 'row') {
      const r = tags.attribute('r');
      row = r === undefined ? row + 1 : Number(r) - 1;
      column = -1;
      if (!(row >= 0 && row < sheetLimits.rows)) throw far(part, `第 ${r ?? row + 1} 行`);
    } else if (name === 'c') {
      if (++budget.cells > sheetLimits.cells) throw new PackageError({ kind: 'tooManyCells', limit: sheetLimits.cells });
      const r = tags.attribute('r');
      if (r === undefined) column++;
      else [row, column] = place(r, part);
      if (column >= sheetLimits.columns) throw far(part, `第 ${column + 1} 列`);
      if (!tags.empty) {
        const value = cell(tags, tags.attribute('t'), context.dates.length > 0 ? tags.attribute('s') : undefined, context, part);
        if (value !== null) found(row, column, value);
      }
    }
  }
  if (inside) throw tags.malformed();
  // A sheet may be without cells, but its root ends.
  if (!ended) throw tags.malformed();
}

const far = (part: string, place: string): PackageError => new PackageError({ kind: 'outsideSheet', part, place });

function place(r: string, part: string): [row: number, column: number] {
  let column = 0;
  let at = 0;
  for (; at < r.length; at++) {
    const code = r.charCodeAt(at) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  const row = Number(r.slice(at));
  if (!(column >= 1 && column <= sheetLimits.columns && row >= 1 && row <= sheetLimits.rows)) throw far(part, r.slice(0, 30));
  return [row - 1, column - 1];
}

/** The value of the cell whose start tag has just been found; goes to its end. */
function cell(tags: Tags, type: string | undefined, style: string | undefined, context: CellContext, part: string): Scalar {
  let formula = false;
  let value: string | undefined;
  let inline: string | undefined;
  for (;;) {
    if (!tags.next()) throw tags.malformed();
    if (tags.closing) {
      if (tags.name === 'c') break;
    } else if (tags.name === 'f') formula = true;
    else if (tags.name === 'v') value = tags.empty ? '' : written(tags, 'v');
    else if (tags.name === 'is' && !tags.empty) inline = textInside(tags, 'is');
  }
  if (type === 'inlineStr') return inline || null;
  // The result "" of a formula shows nothing, and Excel itself reports it like a blank cell.
  if (type === 'str') return value || null;
  if (value === undefined || value === '') return formula ? UNCALCULATED : null;
  switch (type) {
    case 's': {
      const text = context.strings[Number(value)];
      if (text === undefined) throw new PackageError({ kind: 'damagedPart', part });
      return text || null;
    }
    case 'b':
      return value === '1' || value === 'true';
    case 'e':
      return value;
    case 'd':
      return value.slice(0, 10);
    default: {
      const found = number(value);
      const isDate = style !== undefined && typeof found === 'number' && context.dates[Number(style)];
      return isDate ? (dayText(found, context.from1904) ?? found) : found;
    }
  }
}

/** Digits that are no number stay what they are: a text in an amount cell is a finding, a blank would be a loss. */
function number(written: string): Scalar {
  const value = Number(written);
  return Number.isFinite(value) ? value : storedText(written);
}

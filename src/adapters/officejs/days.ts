import { dayText, isDateFormat } from '../../kernel/days';
import type { Scalar } from '../../kernel/workbook';
import type { Job } from './errors';
import { fetched, grouped, type Area, type CellBlock } from './cell-blocks';

/** The days of 1990 to 2049 as Excel counts them: a date that somebody typed, or that a paste has made of an amount, is one of these. */
const [FIRST, BEYOND] = [32_874, 54_789];
const mayBeDay = (value: Scalar | undefined): value is number => typeof value === 'number' && value >= FIRST && value < BEYOND;

/** What is left of a sum of fen in binary is far less. */
const REMNANT = 1e-4;

/**
 * How a number that may be a day compares to an amount: whole days and times of day beyond fen are asked about. A time in whole
 * minutes that is one in fen as well (6:00, 12:00) is asked about only with them: most amounts are in fen.
 */
function asksItself(value: number): boolean | undefined {
  const fen = Math.round(value * 100);
  if (Number.isInteger(value) || Math.abs(value * 100 - fen) > REMNANT) return true;
  return fen % 5 === 0 ? false : undefined;
}

/** Beyond so many on one sheet the formats of all its cells are asked for at once. */
const MANY = 60;

interface Filled extends CellBlock {
  readonly values: Scalar[][];
}

/**
 * Excel hands over a date as the number of its day, which would pass as an amount: numbers that are shown as a date are
 * made the text of that day, as in a file. Costs nothing where no number can be a day and is no usual amount.
 */
export async function showDays(sheets: readonly Filled[], job: Job): Promise<void> {
  const found = sheets.map((sheet) => ({ sheet, ...candidates(sheet) }));
  if (found.every(({ asking }) => asking.length === 0)) return;
  const asked = found.flatMap(({ sheet, asking, along }) => {
    const cells = [...asking, ...along];
    return cells.length > MANY ? [{ sheet: sheet.sheet, area: sheet.area }] : cells;
  });
  const valuesOf = new Map(sheets.map((sheet) => [sheet.sheet, sheet]));
  const dated: CellBlock[] = [];
  for (const group of grouped(asked))
    for (const [{ sheet, area }, formats] of await fetched(group, 'numberFormat', job))
      formats.forEach((line, r) =>
        line.forEach((format, c) => {
          const at = single(area.row + r, area.column + c);
          if (isDateFormat(String(format)) && mayBeDay(valueAt(valuesOf.get(sheet)!, at))) dated.push({ sheet, area: at });
        }),
      );
  if (dated.length === 0) return;
  const from1904 = await countsFrom1904(dated, valuesOf, job);
  for (const { sheet, area } of dated) {
    const { area: of, values } = valuesOf.get(sheet)!;
    const line = values[area.row - of.row]!;
    const column = area.column - of.column;
    line[column] = dayText(line[column] as number, from1904) ?? line[column]!;
  }
}

const single = (row: number, column: number): Area => ({ row, column, rows: 1, columns: 1 });
const valueAt = ({ area, values }: Filled, at: Area): Scalar | undefined => values[at.row - area.row]?.[at.column - area.column];

function candidates({ sheet, area, values }: Filled): { readonly asking: readonly CellBlock[]; readonly along: readonly CellBlock[] } {
  const asking: CellBlock[] = [];
  const along: CellBlock[] = [];
  values.forEach((line, r) =>
    line.forEach((value, c) => {
      const itself = mayBeDay(value) ? asksItself(value) : undefined;
      if (itself !== undefined) (itself ? asking : along).push({ sheet, area: single(area.row + r, area.column + c) });
    }),
  );
  return { asking, along };
}

/** Excel does not tell from which year a workbook counts; a cell that shows the year in full does. */
async function countsFrom1904(dated: readonly CellBlock[], sheets: ReadonlyMap<string, Filled>, job: Job): Promise<boolean> {
  for (const [{ sheet, area }, cells] of await fetched(dated.slice(0, MANY), 'text', job)) {
    const day = valueAt(sheets.get(sheet)!, area) as number;
    const printed = String(cells[0]![0]);
    const shows = (counts1904: boolean): boolean => printed.includes(dayText(day, counts1904)!.slice(0, 4));
    if (shows(false) !== shows(true)) return shows(true);
  }
  return false;
}

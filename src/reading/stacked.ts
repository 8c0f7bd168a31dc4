import type { Finding } from '../facts/outcome';
import type { CellRef, Scalar } from '../kernel/workbook';
import { nameOfForm } from './form-reader';
import { readFrame, type Frame } from './frame';
import { SheetGrid } from './grid';
import { problem } from './problems';
import type { SheetOf, Stacked } from './sheets';
import { bare, isBlank } from './words';

/** Fewer rows than these may be alike by chance. */
const FEWEST = 3;

/**
 * Does the sheet hold its form more than once? The heads stand there again, and below them for the most part the same rows;
 * heads that a long form repeats on every page are followed by other rows.
 */
export function stackedIn(grid: SheetGrid, frame: Frame): Stacked | undefined {
  const { headTop } = frame;
  if (headTop < 0) return undefined;
  const heads = words(grid, headTop);
  if (heads.length < 2) return undefined;
  const again: number[] = [];
  for (let row = headTop + 1; row < grid.height; row += 1) {
    const repeats = heads.every(({ column, word }) => typeof grid.value(row, column) === 'string' && grid.bare(row, column) === word);
    if (repeats && row > (again.at(-1) ?? headTop) + FEWEST) again.push(row);
  }
  const tops = again.map((row) => captionTop(grid, row, again.filter((other) => other < row).at(-1) ?? headTop, headTop));
  const first = labels(grid, headTop + 1, tops[0] ?? grid.height);
  const own = tops.filter((_, i) => {
    const rows = labels(grid, again[i]! + 1, tops[i + 1] ?? grid.height);
    const known = rows.filter((label) => first.includes(label)).length;
    return known >= FEWEST && known * 2 > rows.length;
  });
  if (own.length === 0) return undefined;
  const all = [0, ...own];
  const parts = all.map((top, i) => filled(grid, top, all[i + 1] ?? grid.height));
  return { tops: all, same: parts.every((part) => JSON.stringify(part) === JSON.stringify(parts[0])) };
}

const words = (grid: SheetGrid, row: number): readonly { readonly column: number; readonly word: string }[] =>
  (grid.sheet.values[row] ?? []).flatMap((value, column) =>
    typeof value === 'string' && bare(value) !== '' ? [{ column, word: bare(value) }] : [],
  );

/** The row at which the caption above repeated heads begins: as high as that of the first table, where nothing else stands there. */
function captionTop(grid: SheetGrid, heads: number, above: number, height: number): number {
  let top = heads;
  while (top > above + 1 && heads - top < height && !labelled(grid, top - 1)) top -= 1;
  return top;
}

/** Is this a row of the table above, with a number in it? */
const labelled = (grid: SheetGrid, row: number): boolean => (grid.sheet.values[row] ?? []).some((value) => typeof value === 'number');

/** What names the rows: the first words or digits of each. */
function labels(grid: SheetGrid, from: number, to: number): readonly string[] {
  const found: string[] = [];
  for (let row = from; row < to; row += 1) {
    const first = (grid.sheet.values[row] ?? []).find((value) => !isBlank(value));
    if (typeof first === 'string') found.push(bare(first));
  }
  return found;
}

function filled(grid: SheetGrid, from: number, to: number): readonly (readonly Scalar[])[] {
  const rows = grid.sheet.values.slice(from, to).map((row) => row.map((value) => (isBlank(value) ? null : value)));
  // Blank rows between and below belong to neither.
  return rows.filter((row) => row.some((value) => value !== null));
}

/** The first table of a sheet, without those below it. */
export const firstOf = (grid: SheetGrid, { tops }: Stacked): SheetGrid =>
  new SheetGrid({ ...grid.sheet, values: grid.sheet.values.slice(0, tops[1]) }, grid.book);

/** One finding for all sheets of a workbook that hold a form twice. */
export function stackedProblems(sheets: readonly (SheetOf & { readonly stacked: Stacked })[]): readonly Finding[] {
  return [true, false].flatMap((same) => {
    const [first, ...others] = sheets.filter(({ stacked }) => stacked.same === same);
    if (!first) return [];
    const more =
      others.length === 0
        ? ''
        : `；另有 ${others.length} 张工作表也是这样（${others.slice(0, 3).map(named).join('、')}${others.length > 3 ? '等' : ''}）`;
    const cells = [first, ...others].flatMap(places);
    const where = first.stacked.tops.map((top, i) => `第 ${first.grid.sheet.top + top + 1} 行起${same ? '' : unitAt(first, i)}`);
    const what = `工作表${named(first)}里有 ${where.length} 张${nameOfForm(first.layout!)}（${where.join('、')}）`;
    const then = same ? '，内容相同，已读取第一张' : '，内容不同，无法确定以哪一张为准，都没有读取';
    return [problem(same ? 'sameTwice' : 'twoTables', `${what}${then}${more}。`, cells)];
  });
}

const named = ({ grid }: SheetOf): string => `“${grid.sheet.name}”`;

const places = ({ grid, stacked }: SheetOf & { readonly stacked: Stacked }): readonly CellRef[] =>
  stacked.tops.map((top) => grid.at(top, 0));

/** 是“某局”的: whose the table at this place is, where it says so. */
function unitAt({ grid, stacked: { tops } }: SheetOf & { readonly stacked: Stacked }, i: number): string {
  const part = new SheetGrid({ ...grid.sheet, values: grid.sheet.values.slice(tops[i], tops[i + 1]) }, grid.book);
  const name = readFrame(part).unitName?.value;
  return name ? `是“${name}”的` : '';
}

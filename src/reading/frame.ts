import type { GridPlace } from './body';
import { captionOf, normalNumber, splitCaption } from './caption';
import type { SheetGrid } from './grid';
import { bare } from './words';

interface Found<T> {
  readonly value: T;
  readonly at: GridPlace;
}

/** What stands around the numbers of a form: title, number, unit, year, and where heads begin and end. */
export interface Frame {
  /** Bare texts above the heads that are none of the other things: one of them is the title. */
  readonly titles: readonly Found<string>[];
  /** Form number as the layouts write it: 财决01-1表, 公开04表. */
  readonly number?: Found<string>;
  readonly year?: Found<number>;
  /** 元 or 万元; any other money unit as printed. */
  readonly money?: Found<string>;
  readonly unitName?: Found<string>;
  /** First row of heads; −1 when there is none. */
  readonly headTop: number;
  /** Row of 栏次, if one is printed. */
  readonly lineRow?: number;
}

const headWord =
  /^(?:收入|支出|项目(?:\(.*\))?|指标(?:名称)?|(?:支出)?(?:功能|经济)?(?:分类)?科目(?:编码|代码|名称)(?:\(.*\))?|人员经费|公用经费|合计|(?:财政拨款)?三公经费|因公出国\(境\)费用?|(?:20\d\d年度?)?(?:年初|全年)?预算数)$/;
/** Frames are a few rows high; heads that begin further down are not a form of this kind. */
const reach = 40;

export function readFrame(grid: SheetGrid): Frame {
  const headTop = findHeadTop(grid);
  const titles: Found<string>[] = [];
  const found: { number?: Found<string>; year?: Found<number>; money?: Found<string>; unitName?: Found<string> } = {};
  const last = headTop < 0 ? Math.min(grid.height, 10) : headTop;
  for (let row = 0; row < last; row += 1) {
    for (let column = 0; column < grid.width; column += 1) {
      if (grid.value(row, column) === null) continue;
      const caption = splitCaption(grid.text(row, column));
      const at = { row, column };
      if (caption.year !== undefined) found.year ??= { value: caption.year, at };
      if (caption.number !== undefined) found.number ??= { value: normalNumber(caption.number), at };
      if (caption.money !== undefined) found.money ??= { value: caption.money, at };
      if (caption.unitName === '') found.unitName ??= nextName(grid, row, column);
      else if (caption.unitName !== undefined) found.unitName ??= { value: caption.unitName, at };
      if (caption.rest !== '') titles.push({ value: caption.rest, at });
    }
  }
  const lineRow = headTop < 0 ? undefined : findLineRow(grid, headTop);
  // A label alone hands its name to the cell beside it, which is then no title.
  const named = found.unitName?.at;
  const isName = ({ at }: Found<string>): boolean => at.row === named?.row && at.column === named.column;
  return { titles: titles.filter((title) => !isName(title)), ...found, headTop, ...(lineRow === undefined ? {} : { lineRow }) };
}

/** 编制单位： stands alone: the name is the next filled cell, unless that is the year or the money unit. */
function nextName(grid: SheetGrid, row: number, column: number): Found<string> | undefined {
  for (let next = column + 1; next < Math.min(grid.width, column + 6); next += 1) {
    if (grid.bare(row, next) === '') continue;
    const name = captionOf(grid.text(row, next));
    return name === '' ? undefined : { value: name, at: { row, column: next } };
  }
  return undefined;
}

function findHeadTop(grid: SheetGrid): number {
  for (let row = 0; row < Math.min(grid.height, reach); row += 1) {
    for (let column = 0; column < grid.width; column += 1) {
      const value = grid.value(row, column);
      if (typeof value === 'string' && headWord.test(bare(value))) return row;
    }
  }
  return -1;
}

function findLineRow(grid: SheetGrid, headTop: number): number | undefined {
  for (let row = headTop; row < Math.min(grid.height, headTop + 15); row += 1) {
    for (let column = 0; column < grid.width; column += 1) if (grid.bare(row, column) === '栏次') return row;
  }
  return undefined;
}

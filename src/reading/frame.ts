import type { CellRef } from '../kernel/workbook';
import type { Grid } from './grid';
import { bare } from './words';

interface Found<T> {
  readonly value: T;
  readonly at: CellRef;
}

/** What stands around the numbers of a form: title, number, unit, year, and where heads begin and end. */
export interface Frame {
  /** Bare texts above the heads that are none of the other things: one of them is the title. */
  readonly titles: readonly Found<string>[];
  /** Bare form number as printed: 财决01-1表, 公开04表. */
  readonly number?: Found<string>;
  readonly year?: Found<number>;
  /** 元 or 万元; any other money unit as printed. */
  readonly money?: Found<string>;
  readonly unitName?: Found<string>;
  /** First row of heads. */
  readonly headTop: number;
  /** Row of 栏次, if one is printed. */
  readonly lineRow?: number;
}

const headWord = /^(?:收入|支出|项目(?:\(.*\))?|指标(?:名称)?|(?:支出)?(?:功能|经济)?(?:分类)?科目(?:编码|代码|名称)(?:\(.*\))?|人员经费|公用经费|预算数|\d{0,4}年?度?预算数)$/;
const formNumber = /^\(?(财决(?:附)?\d{1,2}(?:[-_]\d)?表|公开\d{1,2}(?:[-_]\d)?表|CS\d{2}表?)\)?$/i;
const unitLabel = /^(?:编制单位|编制部门|填报单位|填报部门|单位名称|部门名称|公开单位|公开部门|部门|单位)[::](.*)$/;
const moneyLabel = /^(?:金额)?(?:计量)?单位[::]?\(?(?:人民币)?((?:十|百|千|万|十万|百万|千万|亿)?元)\)?$/;
const yearText = /(?:^|[^\d])(20\d{2})年(?:度|$)/;
/** Frames are a few rows high; heads that begin further down are not a form of this kind. */
const reach = 40;

/** Reads the frame. `headTop` is −1 when no head is found. */
export function readFrame(grid: Grid): Frame {
  const headTop = findHeadTop(grid);
  const titles: Found<string>[] = [];
  const found: { number?: Found<string>; year?: Found<number>; money?: Found<string>; unitName?: Found<string> } = {};
  const last = headTop < 0 ? Math.min(grid.height, 10) : headTop;
  for (let row = 0; row < last; row += 1) {
    for (let column = 0; column < grid.width; column += 1) {
      const text = grid.bare(row, column);
      if (text === '') continue;
      const at = grid.at(row, column);
      const year = yearText.exec(text);
      if (year && !found.year) found.year = { value: Number(year[1]), at };
      const number = formNumber.exec(text);
      const money = moneyLabel.exec(text);
      const unit = unitLabel.exec(text);
      if (number) found.number ??= { value: normalNumber(number[1]!), at };
      else if (money) found.money ??= { value: money[1]!, at };
      else if (unit) found.unitName ??= unitNameOf(grid, row, column, unit[1]!);
      else titles.push({ value: text, at });
    }
  }
  const lineRow = headTop < 0 ? undefined : findLineRow(grid, headTop);
  return { titles, ...found, headTop, ...(lineRow === undefined ? {} : { lineRow }) };
}

/** 财决1-1表 → 财决01-1表. */
export const normalNumber = (text: string): string =>
  text.toUpperCase().replace(/_/g, '-').replace(/^(财决附?|公开)(\d)(?!\d)/, '$10$2').replace(/^(CS\d{2})$/, '$1表');

function unitNameOf(grid: Grid, row: number, column: number, rest: string): Found<string> | undefined {
  const clean = (text: string): string => text.replace(/20\d{2}年度?$/, '');
  if (clean(rest)) return { value: clean(rest), at: grid.at(row, column) };
  // The label alone: the name stands in the next filled cell, unless that is the year or the money unit.
  for (let next = column + 1; next < Math.min(grid.width, column + 6); next += 1) {
    const text = grid.bare(row, next);
    if (text === '') continue;
    return yearText.test(text) || moneyLabel.test(text) || formNumber.test(text) ? undefined : { value: text, at: grid.at(row, next) };
  }
  return undefined;
}

function findHeadTop(grid: Grid): number {
  for (let row = 0; row < Math.min(grid.height, reach); row += 1) {
    for (let column = 0; column < grid.width; column += 1) {
      const value = grid.value(row, column);
      if (typeof value === 'string' && headWord.test(bare(value))) return row;
    }
  }
  return -1;
}

function findLineRow(grid: Grid, headTop: number): number | undefined {
  for (let row = headTop; row < Math.min(grid.height, headTop + 15); row += 1) {
    for (let column = 0; column < grid.width; column += 1) if (grid.bare(row, column) === '栏次') return row;
  }
  return undefined;
}

import type { KitSheet } from '../forms/grid';
import { columnsOf, mapCells, perSheet, reshape, rowsOf, type Variant } from './variant';

const left = (sheet: KitSheet): readonly number[] => sheet.amounts.slice(0, -1);

/** Keeps these of the number columns on the left; 栏次 counts on. */
function only(sheet: KitSheet, keep: readonly number[]): KitSheet {
  if (sheet.id !== 'F03' || left(sheet).length !== 3) return sheet;
  const gone = left(sheet).filter((_, i) => !keep.includes(i));
  const cut = reshape(
    sheet,
    rowsOf(sheet),
    columnsOf(sheet).filter((c) => !gone.includes(c)),
  );
  const number = new Map(cut.amounts.map((c, i) => [c, i + 1]));
  return mapCells(cut, (value, row, column) => (row === cut.head[1] && number.has(column) ? number.get(column)! : value));
}

const relabel =
  (words: readonly (readonly [string, string])[]) =>
  (sheet: KitSheet): KitSheet =>
    sheet.id !== 'F03'
      ? sheet
      : mapCells(sheet, (value) => (typeof value === 'string' ? words.reduce((text, [from, to]) => text.replace(from, to), value) : value));

/** 附03 of other years. */
export const operationVariants: readonly Variant[] = [
  perSheet('附03: 统计数 only', (sheet) => only(sheet, [2]), { loses: (key) => /^F03\..*\.(年初|全年)预算数$/.test(key) }),
  perSheet('附03: 全年预算数 and 统计数', (sheet) => only(sheet, [1, 2]), { loses: (key) => /^F03\..*\.年初预算数$/.test(key) }),
  perSheet('附03: 年初预算数 and 统计数', (sheet) => only(sheet, [0, 2]), { loses: (key) => /^F03\..*\.全年预算数$/.test(key) }),
  perSheet(
    '附03: other names of uses',
    relabel([
      ['副部（省）级及以上领导用车', '部级领导干部用车'],
      ['主要负责人用车', '主要领导干部用车'],
      ['离退休干部服务用车', '离退休干部用车'],
      ['参照公务员法管理事业单位', '参照公务员法管理的事业单位'],
    ]),
  ),
];

import type { Scalar } from '../../../src/kernel/workbook';
import type { KitSheet } from '../forms/grid';
import { columnsOf, mapCells, perSheet, reshape, rowsOf, type Random, type Variant } from './variant';

const isMatrix = (sheet: KitSheet): boolean => sheet.title.includes('明细表') && sheet.codes !== undefined;
const word = (value: Scalar | undefined): string => String(value ?? '').replace(/\s/g, '');

/** Columns whose lowest head is this word, inside the group of that name. */
function headed(sheet: KitSheet, group: string, item: string): number | undefined {
  let current = '';
  for (const column of sheet.amounts) {
    const heads = sheet.values.slice(sheet.head[0], sheet.head[1]).map((row) => word(row[column]));
    if (heads[0] !== '') current = heads[0]!;
    if (current === group && heads.filter((text) => text !== '').at(-1) === item) return column;
  }
  return undefined;
}

const empty = (sheet: KitSheet, column: number): boolean =>
  sheet.values.slice(sheet.data[0], sheet.data[1] + 1).every((row) => row[column] === null || row[column] === 0);

/** 金额单位 and the year stand above some column: that one stays. */
const captioned = (sheet: KitSheet, column: number): boolean => sheet.values.slice(0, sheet.head[0]).some((row) => row[column] !== null);

/** 栏次 counts on after a column came or went. */
function renumber(sheet: KitSheet): KitSheet {
  const line = sheet.head[1];
  if (!sheet.values[line]!.some((value) => word(value) === '栏次')) return sheet;
  const number = new Map(sheet.amounts.map((column, i) => [column, i + 1]));
  return mapCells(sheet, (value, row, column) => (row === line && number.has(column) ? number.get(column)! : value));
}

function without(sheet: KitSheet, columns: readonly (number | undefined)[]): KitSheet {
  const gone = columns.filter((c) => c !== undefined && empty(sheet, c) && !captioned(sheet, c));
  return gone.length === 0
    ? sheet
    : renumber(
        reshape(
          sheet,
          rowsOf(sheet),
          columnsOf(sheet).filter((c) => !gone.includes(c)),
        ),
      );
}

/** Puts an empty 款 column before another one. */
function inserted(sheet: KitSheet, before: number | undefined, name: string): KitSheet {
  if (before === undefined) return sheet;
  const columns = columnsOf(sheet).flatMap((c) => (c === before ? [-1, c] : [c]));
  const wide = reshape(sheet, rowsOf(sheet), columns);
  const row = wide.head[0] + 1;
  const put = mapCells(wide, (value, r, c) => (r === row && c === before ? name : value));
  return renumber({ ...put, amounts: [...put.amounts, before].sort((a, b) => a - b) });
}

const onMatrices =
  (change: (sheet: KitSheet, random: Random) => KitSheet) =>
  (sheet: KitSheet, random: Random): KitSheet =>
    isMatrix(sheet) ? change(sheet, random) : sheet;
const donations = (sheet: KitSheet): readonly [number | undefined, number | undefined] => [
  headed(sheet, '其他支出', '经常性赠与'),
  headed(sheet, '其他支出', '资本性赠与'),
];

export const columnVariants: readonly Variant[] = [
  perSheet(
    'columns: without 30311 (the form of 2019)',
    onMatrices((sheet) => without(sheet, [headed(sheet, '对个人和家庭的补助', '代缴社会保险费')])),
    { zeros: true },
  ),
  perSheet(
    'columns: 39906 赠与 instead of 39909 and 39910',
    onMatrices((sheet) => {
      const [regular, capital] = donations(sheet);
      if (regular === undefined || capital === undefined || !empty(sheet, regular) || !empty(sheet, capital)) return sheet;
      const first = headed(sheet, '其他支出', '国家赔偿费用支出');
      return inserted(without(sheet, [regular, capital]), first, '赠与');
    }),
    { zeros: true },
  ),
  perSheet(
    'columns: 39906 beside 39909 and 39910',
    onMatrices((sheet) => inserted(sheet, headed(sheet, '其他支出', '国家赔偿费用支出'), '赠与')),
    { zeros: true },
  ),
  perSheet(
    'columns: empty 款 left out',
    onMatrices((sheet, random) => {
      const small = sheet.amounts.filter(
        (c) => word(sheet.values[sheet.head[0] + 1]![c]) !== '小计' && word(sheet.values[sheet.head[0]]![c]) !== '合计',
      );
      return without(
        sheet,
        small.filter(() => random() < 0.3),
      );
    }),
    { zeros: true },
  ),
];

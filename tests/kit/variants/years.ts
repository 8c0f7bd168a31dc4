import type { KitSheet } from '../forms/grid';
import { columnsOf, mapCells, perSheet, reshape, rowsOf, type Variant } from './variant';

/** Words of earlier and later printings of the same rows and columns. */
const words: Readonly<Record<string, string>> = {
  '使用非财政拨款结余（含专用结余）': '使用非财政拨款结余',
  '    公用经费': '    日常公用经费',
  提取专用结余: '提取职工福利基金',
  转入非财政拨款结余: '转入事业基金',
};
const classes: readonly (readonly [string, string])[] = [
  ['文化旅游体育与传媒支出', '文化体育与传媒支出'],
  ['卫生健康支出', '医疗卫生与计划生育支出'],
  ['资源勘探工业信息等支出', '资源勘探信息等支出'],
  ['自然资源海洋气象等支出', '国土海洋气象等支出'],
];

const ofOtherYears = (sheet: KitSheet): KitSheet =>
  mapCells(sheet, (value, row) => {
    if (typeof value !== 'string' || row < sheet.head[0]) return value;
    return words[value] ?? classes.reduce((text, [now, before]) => text.replace(now, before), value);
  });

/** Project forms print 二级项目代码 and whatever else a province asks; only the name is certain. */
const fewerAttributes = (sheet: KitSheet): KitSheet => {
  if (sheet.codes === undefined) return sheet;
  const first = sheet.codes + 4;
  const attributes = columnsOf(sheet).filter((c) => c >= first && c < sheet.amounts[0]!);
  const gone = attributes.slice(1).filter((c) => sheet.values.slice(0, sheet.head[0]).every((row) => row[c] === null));
  return gone.length === 0
    ? sheet
    : reshape(
        sheet,
        rowsOf(sheet),
        columnsOf(sheet).filter((c) => !gone.includes(c)),
      );
};

const signed = (sheet: KitSheet): KitSheet => {
  const row = columnsOf(sheet).map((c) => (c === 0 ? '单位负责人：张某' : c === 3 ? '填表人：李某' : null));
  return { ...sheet, values: [...sheet.values, row] };
};

const gapAfterTotal = (sheet: KitSheet): KitSheet => {
  if (sheet.codes === undefined) return sheet;
  const at = sheet.data[0] + 1;
  return reshape(sheet, [...rowsOf(sheet).slice(0, at), -1, ...rowsOf(sheet).slice(at)], columnsOf(sheet));
};

export const yearVariants: readonly Variant[] = [
  perSheet('words: of other years', ofOtherYears),
  perSheet('columns: fewer attributes of projects', fewerAttributes),
  perSheet('rows: signatures below', signed),
  perSheet('rows: a blank row after 合计', gapAfterTotal),
];

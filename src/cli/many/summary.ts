import { countText } from '../../kernel/count-text';
import { basename } from 'node:path';
import { newPackage } from '../../adapters/file/new-package';
import { saveWorkbook } from '../../adapters/file/save';
import type { PictureCell, SheetPicture, StyleName } from '../../sheets/picture/picture';
import { stemOf } from '../files/names';
import type { Left } from '../../app/pair';
import type { UnitRow } from './rows';

const words: Record<UnitRow['status'], string> = { done: '已完成', kept: '已完成（沿用上次）', failed: '未能处理' };

/** 汇总.json: what the summary of several workbooks has, and for each unit how it went. */
export const manyJson = (rows: readonly UnitRow[], refused: readonly Left[], profile: string) => ({
  version: 1 as const,
  profile,
  units: rows.map(({ asks: _, ...row }) => row),
  refused: refused.map(({ path, why }) => ({ file: basename(path), message: why })),
});

/** 汇总.txt: what needs somebody first. */
export function manyText(rows: readonly UnitRow[], refused: readonly Left[]): string {
  const failed = rows.filter(({ status }) => status === 'failed');
  const wrong = rows.filter(({ errors }) => errors > 0).length;
  const done = rows.filter(({ status }) => status !== 'failed').sort((a, b) => b.errors - a.errors);
  return [
    `共 ${countText(rows.length)} 个单位：${wrong} 个有不平，${failed.length} 个未能处理；另有 ${refused.length} 个文件没有采用。`,
    '',
    ...done.map(
      (row) =>
        `${row.unit}  ${row.year}年度  不平 ${countText(row.errors)}  提示 ${countText(row.warnings)}  待补充 ${countText(row.missing)}${row.prior ? '' : '  没有上年工作簿'}  → ${row.folder}`,
    ),
    ...failed.map(({ unit, message }) => `${unit}  未能处理：${message}`),
    ...(refused.length > 0 ? ['', '没有采用的文件：', ...refused.map(({ path, why }) => ` · ${basename(path)}：${why}`)] : []),
    '',
  ].join('\n');
}

/** 汇总.xlsx: units with their state and links to their files, and which rule fails at how many units. */
export const manyXlsx = (rows: readonly UnitRow[], refused: readonly Left[]): Uint8Array =>
  saveWorkbook(
    newPackage([{ name: '各单位', inner: '<sheetData/>' }]),
    '汇总.xlsx',
    [unitsSheet(rows), rulesSheet(rows), asksSheet(rows), ...(refused.length > 0 ? [refusedSheet(refused)] : [])],
    [],
  );

export type SummaryValue = string | number | { readonly text: string; readonly target: string };

/** A sheet of a summary: a head and its rows. */
export function summaryTable(
  name: string,
  widths: readonly number[],
  head: readonly string[],
  body: readonly (readonly SummaryValue[])[],
): SheetPicture {
  const cell = (value: SummaryValue, row: number, column: number, style?: StyleName): PictureCell => {
    if (typeof value === 'object') {
      // A link by formula leads to a file beside this one wherever the folder is moved to.
      if (value.target.length > 250) return { row, column, value: value.target, style: 'tableWrap' };
      const quote = (text: string): string => text.replace(/"/g, '""');
      return { row, column, value: value.text, formula: `=HYPERLINK("${quote(value.target)}","${quote(value.text)}")`, style: 'tableLink' };
    }
    return { row, column, value, style: style ?? (typeof value === 'number' ? 'tableCount' : 'tableWrap') };
  };
  return {
    name,
    columns: widths.map((width) => ({ width })),
    rowHeights: new Map(),
    cells: [
      ...head.map((text, c) => cell(text, 0, c, 'tableHead')),
      ...body.flatMap((values, r) => values.map((value, c) => cell(value, r + 1, c))),
    ],
    merges: [],
    charts: [],
    freezeRows: 1,
  };
}

const unitsSheet = (rows: readonly UnitRow[]): SheetPicture =>
  summaryTable(
    '各单位',
    [36, 8, 20, 8, 8, 8, 10, 40, 12, 12],
    ['单位', '年度', '状态', '不平', '提示', '待补充', '未核对', '说明', '工作簿', 'Word'],
    rows.map((row) => {
      const file = (extension: string, text: string): SummaryValue =>
        row.status === 'failed' ? '' : { text, target: `${row.folder}/${stemOf(row.file)}-情况说明.${extension}` };
      const note = row.message ?? (row.prior === undefined ? '没有上年工作簿' : '');
      return [
        row.unit,
        row.year,
        words[row.status],
        row.errors,
        row.warnings,
        row.missing,
        row.counts?.blocked ?? 0,
        note,
        file('xlsx', '打开'),
        file('docx', '打开'),
      ];
    }),
  );

function rulesSheet(rows: readonly UnitRow[]): SheetPicture {
  const units = new Map<string, string[]>();
  for (const row of rows) for (const rule of Object.keys(row.rules)) units.set(rule, [...(units.get(rule) ?? []), row.unit]);
  const places = (rule: string): number => rows.reduce((sum, row) => sum + (row.rules[rule] ?? 0), 0);
  const body = [...units]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([rule, names]): SummaryValue[] => [rule, names.length, places(rule), names.join('、')]);
  return summaryTable('按规则', [16, 10, 10, 90], ['规则', '单位数', '处数', '单位'], body);
}

function asksSheet(rows: readonly UnitRow[]): SheetPicture {
  const body = rows.flatMap(({ unit, asks }) => asks.map((ask): SummaryValue[] => [unit, ask]));
  return summaryTable('待补充', [36, 90], ['单位', '待补充的内容'], body);
}

const refusedSheet = (refused: readonly Left[]): SheetPicture =>
  summaryTable(
    '未采用的文件',
    [40, 90],
    ['文件', '原因'],
    refused.map(({ path, why }): SummaryValue[] => [basename(path), why]),
  );

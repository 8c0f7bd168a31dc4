import { basename } from 'node:path';
import { newPackage } from '../../adapters/file/new-package';
import { saveWorkbook } from '../../adapters/file/save';
import type { Left } from '../../app/pair';
import { stemOf } from '../files/names';
import type { ProofRow } from './proof-job';
import { summaryTable, type SummaryValue } from './summary';

/** 校对汇总.json */
export const proofSummaryJson = (rows: readonly ProofRow[], left: readonly Left[]) => ({
  version: 1 as const,
  texts: rows,
  refused: left.map(({ path, why }) => ({ file: basename(path), message: why })),
});

/** 校对汇总.txt: the texts with most errors first. */
export function proofSummaryText(rows: readonly ProofRow[], left: readonly Left[]): string {
  const failed = rows.filter(({ status }) => status === 'failed');
  const done = rows.filter(({ status }) => status !== 'failed').sort((a, b) => b.errors - a.errors);
  return [
    `共 ${rows.length} 份说明：${done.filter(({ errors }) => errors > 0).length} 份有错误，${failed.length} 份未能校对；另有 ${left.length} 个文件没有采用。`,
    '',
    ...done.map(
      (row) =>
        `${row.file}  ${row.unit}  ${row.year}年度  错误 ${row.errors}  疑似 ${row.warnings}  建议 ${row.remarks}  已核对 ${row.figures - row.unchecked}/${row.figures} 个数${row.prior ? '' : '  没有上年工作簿'}  → ${row.folder}`,
    ),
    ...failed.map(({ message }) => `未能校对：${message!}`),
    ...(left.length > 0 ? ['', '没有采用的文件：', ...left.map(({ path, why }) => ` · ${basename(path)}：${why}`)] : []),
    '',
  ].join('\n');
}

/** 校对汇总.xlsx: texts with their counts and links to the commented copies. */
export function proofSummaryXlsx(rows: readonly ProofRow[], left: readonly Left[]): Uint8Array {
  const link = (row: ProofRow): SummaryValue => {
    if (row.status === 'failed') return '';
    const ending = /\.docx$/i.test(row.file) ? 'docx' : 'txt';
    return { text: '打开', target: `${row.folder}/${stemOf(row.file)}-校对.${ending}` };
  };
  const texts = summaryTable(
    '各说明',
    [36, 36, 8, 8, 8, 8, 10, 10, 40, 12],
    ['说明', '单位', '年度', '错误', '疑似', '建议', '数', '未核对', '说明情况', '校对稿'],
    rows.map((row) => [
      row.file,
      row.unit,
      row.year,
      row.errors,
      row.warnings,
      row.remarks,
      row.figures,
      row.unchecked,
      row.message ?? (row.prior === undefined ? '没有上年工作簿' : ''),
      link(row),
    ]),
  );
  const refused = summaryTable(
    '未采用的文件',
    [40, 90],
    ['文件', '原因'],
    left.map(({ path, why }) => [basename(path), why]),
  );
  return saveWorkbook(
    newPackage([{ name: '各说明', inner: '<sheetData/>' }]),
    '校对汇总.xlsx',
    left.length > 0 ? [texts, refused] : [texts],
    [],
  );
}

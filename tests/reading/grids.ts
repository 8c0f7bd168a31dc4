import { phraseText } from '../../src/facts/phrase';
import type { Key } from '../../src/layouts/keys';
import type { Reading } from '../../src/facts/fact-set';
import type { Role, Scalar, Sheet, Workbook } from '../../src/kernel/workbook';
import { readWorkbook, type ReadOptions, type WorkbookReading } from '../../src/reading/read';

export type Row = readonly Scalar[];
export const _ = null;

/** A sheet from rows of any length; `at` is where its first stored cell stands. */
export function sheet(name: string, rows: readonly Row[], at: { top?: number; left?: number } = {}): Sheet {
  const width = Math.max(...rows.map((row) => row.length));
  return {
    name,
    visibility: 'visible',
    top: at.top ?? 0,
    left: at.left ?? 0,
    values: rows.map((row) => Array.from({ length: width }, (__, i) => row[i] ?? null)),
  };
}

export const workbook = (sheets: readonly Sheet[], role: Role = '本年'): Workbook => ({ role, file: '样表.xlsx', sheets });
export const read = (sheets: readonly Sheet[], options: ReadOptions = {}): Promise<WorkbookReading> =>
  readWorkbook(workbook(sheets), undefined, options);

/** `1234.5 E7`, `blank E8` (none), `unknown E8` (blank, nobody knows), `zero E9` (no such row), `dash E9`, `text E9 约5万`, `absent`. */
export function show(reading: Reading): string {
  switch (reading.state) {
    case 'number':
      return `${reading.fact.noRow ? 'zero' : reading.fact.blank ? 'blank' : reading.fact.value.toString()} ${reading.fact.at.a1}`;
    case 'text':
      return `text ${reading.at.a1} ${reading.text}`;
    case 'absent':
      return 'absent';
    case 'blank':
      return `unknown ${reading.at.a1}`;
    default:
      return `${reading.state} ${reading.at.a1}`;
  }
}

/** Facts by key, as `show` prints them. Keys of open forms and of made-up layouts too, so any text. */
export const facts = (reading: WorkbookReading, ...keys: readonly string[]): Record<string, string> =>
  Object.fromEntries(keys.map((key) => [key, show(reading.facts.find(key as Key))]));

export const problems = (reading: WorkbookReading): readonly string[] =>
  reading.problems.map((p) => `${p.rule} ${p.cells.map((cell) => cell.a1).join(' ')} ${phraseText(p.message)}`);

export const caption = (title: string, number: string, width: number, unit = '元'): readonly Row[] => {
  const last = Array.from({ length: width }, () => null as Scalar);
  const row = (values: Readonly<Record<number, Scalar>>): Row => last.map((__, i) => values[i] ?? null);
  return [
    row({ 0: title }),
    row({ [width - 1]: number }),
    row({ 0: '编制单位：某局', [Math.floor(width / 2)]: '2024年度', [width - 1]: `金额单位：${unit}` }),
  ];
};

/** 财决04 with two 项 below one 类. */
export const z04Rows = (unit = '元'): Row[] => [
  ...caption('支出决算表', '财决04表', 10, unit),
  ['项目', _, _, _, '本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出'],
  ['支出功能分类科目编码', _, _, '科目名称'],
  [_],
  [_],
  ['类', '款', '项', '栏次', 1, 2, 3, 4, 5, 6],
  [_, _, _, '合计', 300.55, 100.5, 200.05],
  ['201', _, _, '一般公共服务支出', 300.55, 100.5, 200.05],
  ['20103', _, _, '  政府办公厅（室）及相关机构事务', 300.55, 100.5, 200.05],
  ['2010301', _, _, '    行政运行', 100.5, 100.5],
  ['2010302', _, _, '    一般行政管理事务', 200.05, _, 200.05, '—'],
];
export const z04 = (rows: readonly Row[] = z04Rows(), name = 'Z04 支出决算表(财决04表)'): Sheet => sheet(name, rows);

/** 财决01 with two 功能 rows and two 经济 groups; the foot of the expenditure side has its label left and its values right. */
export const z01Rows = (unit = '元'): Row[] => [
  ...caption('收入支出决算总表', '财决01表', 15, unit),
  ['收入', _, _, _, _, '支出'],
  [
    '项目',
    '行次',
    '年初预算数',
    '全年预算数',
    '决算数',
    '项目(按功能分类)',
    '行次',
    '年初预算数',
    '全年预算数',
    '决算数',
    '项目(按支出性质和经济分类)',
    '行次',
    '年初预算数',
    '全年预算数',
    '决算数',
  ],
  ['栏次', _, 1, 2, 3, '栏次', _, 4, 5, 6, '栏次', _, 7, 8, 9],
  ['一、一般公共预算财政拨款收入', 1, 90, 95, 96, '一、一般公共服务支出', 32, 90, 92, 93, '一、基本支出', 58, 60, 61, 62],
  ['八、其他收入', 8, _, 1, 1.25, '二十三、其他支出', 54, _, _, 4, '    人员经费', 59, 50, 51, 52],
  [_, 9, _, _, _, _, 55, _, _, _, '    公用经费', 60, 10, 10, 10],
  [_, 10, _, _, _, _, 56, _, _, _, '二、项目支出', 61, 30, 31, 35],
  [_, 11, _, _, _, _, 57, _, _, _, '经济分类支出合计', 68, '—', '—', 97],
  [_, 12, _, _, _, _, 58, _, _, _, '一、工资福利支出', 69, '—', '—', 90],
  [_, 13, _, _, _, _, 59, _, _, _, '十、其他支出', 78, '—', '—', 7],
  ['本年收入合计', 27, 90, 96, 97.25, '本年支出合计', _, _, _, _, _, 84, 90, 92, 97],
  ['使用非财政拨款结余（含专用结余）', 28, _, _, _, '结余分配', _, _, _, _, _, 85],
  ['年初结转和结余', 29, _, 2, 2, '年末结转和结余', _, _, _, _, _, 86, _, 6, 2.25],
  ['总计', 31, 90, 98, 99.25, '总计', _, _, _, _, _, 88, 90, 98, 99.25],
  ['注：本表反映单位本年度的总收支和年末结转结余情况。'],
];
export const z01 = (rows: readonly Row[] = z01Rows(), name = 'Z01 收入支出决算总表(财决01表)'): Sheet => sheet(name, rows);

/** A matrix with a part of the columns: 合计, 301, 302, 303 and 399 with their 款. */
export const matrixRows = (title = '支出决算明细表', number = '财决05表'): Row[] => [
  ...caption(title, number, 16),
  ['项目', _, _, _, '合计', '工资福利支出', _, _, '商品和服务支出', _, _, '对个人和家庭的补助', _, '其他支出', _, _],
  [
    '支出功能分类科目编码',
    _,
    _,
    '科目名称',
    _,
    '小计',
    '基本工资',
    '津贴补贴',
    '小计',
    '办公费',
    '因公出国（境）费用',
    '小计',
    '离休费',
    '小计',
    '国家赔偿费用支出',
    '其他支出',
  ],
  ['类', '款', '项', '栏次', 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  [_, _, _, '合计', 21, 3, 1, 2, 7, 3, 4, 5, 5, 6, 2, 4],
  ['2010301', _, _, '行政运行', 21, 3, 1, 2, 7, 3, 4, 5, 5, 6, 2, 4],
];
export const matrix = (rows: readonly Row[] = matrixRows(), name = 'Z05 支出决算明细表(财决05表)'): Sheet => sheet(name, rows);

/** Rows with a value put in place of another. */
export const put = (rows: readonly Row[], row: number, column: number, value: Scalar): Row[] =>
  rows.map((cells, r) =>
    r === row ? Array.from({ length: Math.max(cells.length, column + 1) }, (__, c) => (c === column ? value : (cells[c] ?? null))) : cells,
  );
/** A blank (or given) column put before column `at`. */
export const insertColumn = (rows: readonly Row[], at: number, value: (row: number) => Scalar = () => null): Row[] =>
  rows.map((cells, r) => (cells.length > at ? [...cells.slice(0, at), value(r), ...cells.slice(at)] : cells));

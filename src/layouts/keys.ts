import type { FunctionalClass } from './codes/functional';
import type { EconomicGroupCode } from './codes/economic';

/**
 * The names by which every other folder speaks of a cell: `table.row.column`. Rows and columns are the printed words,
 * shortened only where two rows of one form print the same words (总计 of income and of expenditure).
 * 功能分类 and 经济分类 rows and columns are named by their code, because names repeat and change with the year.
 */

/** 财决01 */
export const z01Rows = [
  '一般公共预算财政拨款收入',
  '政府性基金预算财政拨款收入',
  '国有资本经营预算财政拨款收入',
  '上级补助收入',
  '事业收入',
  '经营收入',
  '附属单位上缴收入',
  '其他收入',
  '本年收入合计',
  '使用非财政拨款结余',
  '年初结转和结余',
  '收入总计',
  '基本支出',
  '人员经费',
  '公用经费',
  '项目支出',
  '基本建设类项目',
  '上缴上级支出',
  '经营支出',
  '对附属单位补助支出',
  '经济分类支出合计',
  '本年支出合计',
  '结余分配',
  '年末结转和结余',
  '支出总计',
] as const;
export const z01Cols = ['年初预算数', '全年预算数', '决算数'] as const;
export type Z01Key = `Z01.${(typeof z01Rows)[number] | FunctionalClass | EconomicGroupCode}.${(typeof z01Cols)[number]}`;

/** 财决01-1. Income rows have the plain columns; expenditure rows have each column once per fund. */
export const z01_1IncomeRows = [
  '一般公共预算财政拨款',
  '政府性基金预算财政拨款',
  '国有资本经营预算财政拨款',
  '本年收入合计',
  '年初财政拨款结转和结余',
  '年初一般公共',
  '年初政府性基金',
  '年初国有资本',
  '收入总计',
] as const;
export const z01_1ExpenditureRows = [
  '基本支出',
  '人员经费',
  '公用经费',
  '项目支出',
  '基本建设类项目',
  '经济分类支出合计',
  '本年支出合计',
  '年末财政拨款结转和结余',
  '年末一般公共',
  '年末政府性基金',
  '年末国有资本',
  '支出总计',
] as const;
export const funds = ['小计', '一般公共', '政府性基金', '国有资本'] as const;
export type Fund = (typeof funds)[number];
export type Z01_1Col = `${(typeof z01Cols)[number]}·${Fund}`;
export type Z01_1Key =
  | `Z01_1.${(typeof z01_1IncomeRows)[number]}.${(typeof z01Cols)[number]}`
  | `Z01_1.${(typeof z01_1ExpenditureRows)[number] | FunctionalClass | EconomicGroupCode}.${Z01_1Col}`;

/** Rows of the column tables: 合计, or a 功能分类 code of 3, 5 or 7 digits; `2010302#1` is the first project row under that 项. */
export type CodeRow = '合计' | `${number}` | `${number}#${number}`;

/** 财决02 */
export const z02Cols = [
  '年初结转和结余·合计',
  '年初结转和结余·基本支出结转',
  '年初结转和结余·项目支出结转和结余',
  '年初结转和结余·经营结余',
  '本年收入',
  '本年支出',
  '使用非财政拨款结余',
  '结余分配·合计',
  '结余分配·交纳所得税',
  '结余分配·提取专用结余',
  '结余分配·转入非财政拨款结余',
  '结余分配·其他',
  '年末结转和结余·合计',
  '年末结转和结余·基本支出结转',
  '年末结转和结余·项目支出结转和结余',
  '年末结转和结余·经营结余',
] as const;

/** 财决03 */
export const z03Cols = [
  '本年收入合计',
  '财政拨款收入',
  '上级补助收入',
  '事业收入',
  '教育收费',
  '经营收入',
  '附属单位上缴收入',
  '其他收入',
] as const;

/** 财决04 */
export const z04Cols = ['本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出'] as const;

/** 财决05, 05-1, 05-2, 05-3, 08, 08-1, 08-2, 10, 10-1, 10-2, 12: 合计, each group by its code (小计), each 款 by its code. */
export const matrixTables = ['Z05', 'Z05_1', 'Z05_2', 'Z05_3', 'Z08', 'Z08_1', 'Z08_2', 'Z10', 'Z10_1', 'Z10_2', 'Z12'] as const;
export type MatrixTable = (typeof matrixTables)[number];
export type MatrixCol = '合计' | `${number}`;
/** Is a column a 款 of this group: one of the list (`30201`), or one that is printed though the list lacks it (`302#1`)? */
export const isItemColumn = (column: string, group: string): boolean =>
  column.startsWith(group) && /^(\d\d|#\d+)$/.test(column.slice(group.length));

/** 财决06 (geometry unverified) */
export const z06Cols = [
  '资金来源·合计',
  '资金来源·年初结转和结余',
  '资金来源·财政拨款结转和结余',
  '资金来源·本年收入',
  '资金来源·财政拨款收入',
  '资金来源·其他资金',
  '本年支出·合计',
  '本年支出·财政拨款',
  '使用非财政拨款结余',
  '结余分配',
  '年末结转和结余·合计',
  '年末结转和结余·财政拨款',
] as const;

/** 财决07; 财决09 and 财决11 print a part of the same columns. */
export const z07Cols = [
  '年初结转和结余·合计',
  '年初结转和结余·基本支出结转',
  '年初结转和结余·项目支出结转和结余',
  '本年收入·合计',
  '本年收入·基本支出',
  '本年收入·项目支出',
  '本年支出·合计',
  '本年支出·基本支出',
  '本年支出·人员经费',
  '本年支出·公用经费',
  '本年支出·项目支出',
  '年末结转和结余·合计',
  '年末结转和结余·基本支出结转',
  '年末结转和结余·项目支出结转和结余',
  '年末结转和结余·项目支出结转',
  '年末结转和结余·项目支出结余',
] as const;

/** 附03. Amounts are 元; 数, 量, 批次, 人次, 用车 and 设备 rows are counts. */
export const f03AmountRows = [
  '三公经费支出合计',
  '因公出国（境）费',
  '公务用车购置及运行维护费',
  '公务用车购置费',
  '公务用车运行维护费',
  '公务接待费',
  '国内接待费',
  '外事接待费',
  '国（境）外接待费',
  '机关运行经费',
  '行政单位',
  '参照公务员法管理事业单位',
  '政府采购支出合计',
  '政府采购货物支出',
  '政府采购工程支出',
  '政府采购服务支出',
  '授予中小企业合同金额',
  '授予小微企业合同金额',
] as const;
export const f03CountRows = [
  '因公出国（境）团组数',
  '因公出国（境）人次数',
  '公务用车购置数',
  '公务用车保有量',
  '国内公务接待批次',
  '外事接待批次',
  '国内公务接待人次',
  '外事接待人次',
  '国（境）外公务接待批次',
  '国（境）外公务接待人次',
  '车辆数合计',
  '副部（省）级及以上领导用车',
  '主要负责人用车',
  '机要通信用车',
  '应急保障用车',
  '执法执勤用车',
  '特种专业技术用车',
  '离退休干部用车',
  '其他用车',
  '单价100万元以上设备',
  '单价50万元以上通用设备',
  '单价100万元以上专用设备',
] as const;
/** The eight uses whose sum is 车辆数合计. */
export const f03VehicleUses = [
  '副部（省）级及以上领导用车',
  '主要负责人用车',
  '机要通信用车',
  '应急保障用车',
  '执法执勤用车',
  '特种专业技术用车',
  '离退休干部用车',
  '其他用车',
] as const;
export const f03Cols = ['年初预算数', '全年预算数', '统计数'] as const;
export type F03Key = `F03.${(typeof f03AmountRows)[number] | (typeof f03CountRows)[number]}.${(typeof f03Cols)[number]}`;

/** CS02 主要指标变动情况表 (annex of the 填报说明; geometry unverified) */
export const cs02Rows = [
  '因公出国（境）费',
  '公务用车购置及运行维护费',
  '公务用车购置费',
  '公务用车运行维护费',
  '公务接待费',
  '会议费',
  '培训费',
] as const;
export const cs02Cols = ['本年数', '上年数', '增减额', '增减率'] as const;

export type ColumnKey =
  | `Z02.${CodeRow}.${(typeof z02Cols)[number]}`
  | `Z03.${CodeRow}.${(typeof z03Cols)[number]}`
  | `Z04.${CodeRow}.${(typeof z04Cols)[number]}`
  | `Z06.${CodeRow}.${(typeof z06Cols)[number]}`
  | `${'Z07' | 'Z09' | 'Z11'}.${CodeRow}.${(typeof z07Cols)[number]}`
  | `${MatrixTable}.${CodeRow}.${MatrixCol}`;

/** Every key that a rule or a sentence may name. A misspelt row or column does not compile. */
export type Key = Z01Key | Z01_1Key | ColumnKey | F03Key | `CS02.${(typeof cs02Rows)[number]}.${(typeof cs02Cols)[number]}`;

/** Forms of the 财决 workbook in their printed order. */
export const tableIds = [
  'Z01',
  'Z01_1',
  'Z02',
  'Z03',
  'Z04',
  'Z05',
  'Z05_1',
  'Z05_2',
  'Z05_3',
  'Z06',
  'Z07',
  'Z08',
  'Z08_1',
  'Z08_2',
  'Z09',
  'Z10',
  'Z10_1',
  'Z10_2',
  'Z11',
  'Z12',
  'F01',
  'F02',
  'F03',
  'CS02',
] as const;
export type TableId = (typeof tableIds)[number];
/** 财决01表, 财决05-1表, 财决附03表, 公开04表, CS02: the number as an accountant says it. */
export const formName = (id: string): string => {
  if (id.startsWith('Z')) return `财决${id.slice(1).replace('_', '-')}表`;
  if (id.startsWith('F')) return `财决附${id.slice(1)}表`;
  return /^P\d\d/.test(id) ? `公开${id.slice(1, 3)}表` : id;
};

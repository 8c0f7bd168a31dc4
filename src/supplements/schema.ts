/** 四川 speaks of 全年预算数, 上海 of 年初预算数. */
export type BudgetColumn = '年初预算数' | '全年预算数';

export const unitKinds = ['行政单位', '参公事业单位', '事业单位'] as const;
export type UnitKind = (typeof unitKinds)[number];
export const documentKinds = ['部门', '单位'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Last year's figures that the text compares with, each with the cell it is read from in either year's workbook. */
export const keyFigures = {
  收支总计: 'Z01.收入总计.决算数',
  财政拨款收支总计: 'Z01_1.收入总计.决算数',
  一般公共预算支出: 'Z01_1.本年支出合计.决算数·一般公共',
  '三公.合计': 'F03.三公经费支出合计.统计数',
  '三公.出国': 'F03.因公出国（境）费.统计数',
  '三公.用车': 'F03.公务用车购置及运行维护费.统计数',
  '三公.接待': 'F03.公务接待费.统计数',
  政府性基金支出: 'Z01_1.本年支出合计.决算数·政府性基金',
  国有资本经营支出: 'Z01_1.本年支出合计.决算数·国有资本',
  机关运行经费: 'F03.机关运行经费.统计数',
} as const;
export type KeyFigure = keyof typeof keyFigures;

/** Sections whose change or budget gap may need a reason, in the order they are asked. */
export const reasonKeys = [
  'S01',
  'S04',
  'S05',
  'S05.budget',
  'S07',
  'S07.change',
  'S07.abroad',
  'S07.abroad.budget',
  'S07.vehicles',
  'S07.vehicles.budget',
  'S07.reception',
  'S07.reception.budget',
  'S08',
  'S09',
  'S10.agency',
] as const;
export type ReasonKey = (typeof reasonKeys)[number];

/** texts = a list, a line each; score = out of one hundred. */
export type FieldType = 'text' | 'amount' | 'count' | 'choice' | 'yesNo' | 'texts' | 'score';
/** row = a line of a table, counted from 1. */
export type Wildcard = 'code' | 'vehicle' | 'row';

export interface Field {
  /** Path in the JSON; the last part of some is `*`: one value per 科目编码 or 车型. */
  readonly path: readonly string[];
  readonly section: SectionId;
  readonly label: string;
  readonly hint: string;
  readonly type: FieldType;
  readonly options?: readonly string[];
  /** What the `*` of the path stands for. */
  readonly each?: Wildcard;
  /** Part of the 情况说明 that uses it. */
  readonly usedIn: string;
  /** When the report cannot do without it, in words. */
  readonly needed: string;
  /** An amount below zero is accepted. */
  readonly negative?: boolean;
}

export const sections = {
  unit: '一、单位信息',
  reasons: '二、变动和预决算差异的原因',
  prior: '三、上年决算数（本年新设立的单位不填）',
  budgets: '四、全年预算数（按项级科目）',
  items: '五、各项支出与预算差异的原因',
  official: '六、“三公”经费的具体内容',
  vehicles: '七、公务用车的车型',
  procurement: '八、政府采购',
  performance: '九、预算绩效管理',
  glossary: '十、名词解释补充',
  overview: '十一、单位概况（整本的第一部分）',
  units: '十二、纳入决算编制范围的单位',
  evaluation: '十三、绩效自评',
  tasks: '十四、年度主要任务',
  projects: '十五、项目清单（可把带表头的表直接粘贴到本节的空白行）',
  indicators: '十六、绩效指标（可把带表头的表直接粘贴到本节的空白行）',
} as const;
export type SectionId = keyof typeof sections;

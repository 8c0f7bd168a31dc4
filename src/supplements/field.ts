/** texts = a list, a line each; score = out of one hundred. */
export type FieldType = 'text' | 'amount' | 'count' | 'choice' | 'yesNo' | 'texts' | 'score';
/** What the `*` of a path stands for: a 7-digit 项, a 3-digit 类, a 车型, the name of a project, a line of a table (from 1). */
export type Wildcard = 'code' | 'class' | 'vehicle' | 'project' | 'row';

/** Parts of 补充信息, in their order; a number is given to those that are drawn. */
export const fieldSections = {
  unit: '单位信息',
  income: '收入的说明',
  reasons: '变动和预决算差异的原因',
  prior: '上年决算数（本年新设立的单位不填）',
  budgets: '全年预算数（按项级科目）',
  items: '各项支出与预算差异的原因',
  classes: '各类支出与预算差异的原因',
  uses: '各项支出的主要用途',
  official: '“三公”经费的具体内容',
  vehicles: '公务用车的车型',
  assets: '国有资产',
  procurement: '政府采购',
  performance: '预算绩效管理',
  results: '各项目的绩效自评得分和综述',
  notes: '其他需要说明的事项',
  glossary: '名词解释补充',
  settings: '口径设置（不填则按所选口径）',
  overview: '单位概况（整本的第一部分）',
  units: '纳入决算编制范围的单位',
  evaluation: '绩效自评',
  tasks: '年度主要任务',
  projects: '项目清单（可把带表头的表直接粘贴到本节的空白行）',
  indicators: '绩效指标（可把带表头的表直接粘贴到本节的空白行）',
} as const;
export type SectionId = keyof typeof fieldSections;

/** Parts of the whole document around the 情况说明, which ask for fields of their own, and what they are called. */
export const bookletSections: Readonly<Partial<Record<SectionId, string>>> = {
  overview: '第一部分 概况',
  units: '第一部分 概况',
  evaluation: '绩效自评',
  tasks: '绩效自评',
  projects: '绩效自评',
  indicators: '绩效自评',
};

/** One field a person can supply. Where a text uses it, the text itself says (narrative/asks). */
export interface Field {
  /** Path in the JSON; the last part of some is `*`: one value per 科目编码, 车型 or project. */
  readonly path: readonly string[];
  readonly section: SectionId;
  readonly label: string;
  readonly hint: string;
  readonly type: FieldType;
  readonly options?: readonly string[];
  /** What the `*` of the path stands for. */
  readonly each?: Wildcard;
  /** An amount below zero is accepted. */
  readonly negative?: boolean;
  /** Words in common use, offered to a person; they are filled in by nobody else. */
  readonly usual?: string;
}

export const field = (
  path: string,
  section: SectionId,
  type: FieldType,
  label: string,
  hint: string,
  more: Pick<Partial<Field>, 'options' | 'each' | 'negative' | 'usual'> = {},
): Field => ({ path: path.split('/'), section, type, label, hint, ...more });

import { documentKinds, keyFigures, reasonKeys, unitKinds } from './schema';
import type { KeyFigure, ReasonKey } from './schema';
import { bookletFields } from './booklet-fields';
import type { Field, FieldType, SectionId, Wildcard } from './field';

export { sections } from './field';
export type { Field, FieldType, SectionId, Wildcard } from './field';

/**
 * Every field a person can supply, described once. The JSON reader, the layout of 补充信息, the reader of that sheet and
 * the form in the pane are all driven by this list.
 */
/** 车型 of the provincial forms: the three of today and the five of 2022. */
export const vehicleTypes = ['轿车', '越野车', '载客汽车', '小型载客汽车', '大中型载客汽车', '其他车型'] as const;

const reasonLabels: Record<ReasonKey, readonly [label: string, usedIn: string]> = {
  S01: ['收、支总计变动的主要原因', '一、收入支出决算总体情况'],
  S04: ['财政拨款收、支总计变动的主要原因', '四、财政拨款收入支出决算总体情况'],
  S05: ['一般公共预算财政拨款支出变动的主要原因', '五、（一）一般公共预算财政拨款支出'],
  S07: ['“三公”经费决算与预算差异的主要原因', '七、（一）“三公”经费总体情况'],
  'S07.abroad': ['因公出国（境）支出变动的主要原因', '七、（二）1.因公出国（境）经费'],
  'S07.vehicles': ['公务用车购置及运行维护费变动的主要原因', '七、（二）2.公务用车购置及运行维护费'],
  'S07.reception': ['公务接待费变动的主要原因', '七、（二）3.公务接待费'],
  S08: ['政府性基金预算支出变动的主要原因', '八、政府性基金预算支出'],
  S09: ['国有资本经营预算支出变动的主要原因', '九、国有资本经营预算支出'],
  'S10.agency': ['机关运行经费变动的主要原因', '十、（一）机关运行经费'],
};

const priorLabels: Record<KeyFigure, string> = {
  收支总计: '收、支总计',
  财政拨款收支总计: '财政拨款收、支总计',
  一般公共预算支出: '一般公共预算财政拨款支出',
  '三公.合计': '“三公”经费支出合计',
  '三公.出国': '因公出国（境）费',
  '三公.用车': '公务用车购置及运行维护费',
  '三公.接待': '公务接待费',
  政府性基金支出: '政府性基金预算财政拨款支出',
  国有资本经营支出: '国有资本经营预算财政拨款支出',
  机关运行经费: '机关运行经费',
};

const reasons: readonly Field[] = reasonKeys.map((key) => ({
  path: ['reasons', key],
  section: 'reasons',
  label: reasonLabels[key][0],
  type: 'text',
  usedIn: reasonLabels[key][1],
  hint: '只写原因本身，如“人员减少，项目支出减少”，不写增减金额和句号',
  needed: '金额与上年或预算不同时',
}));

const priors: readonly Field[] = (Object.keys(keyFigures) as KeyFigure[]).map((key) => ({
  path: ['priorYear', key],
  section: 'prior',
  label: `上年${priorLabels[key]}（元）`,
  type: 'amount',
  usedIn: '与上年的比较',
  negative: true,
  hint: '上年决算数，元，到分',
  needed: '没有上年工作簿时',
}));

const one = (
  path: readonly string[],
  section: SectionId,
  type: FieldType,
  label: string,
  hint: string,
  usedIn: string,
  needed: string,
  more: Partial<Field> = {},
): Field => ({ path, section, type, label, hint, usedIn, needed, ...more });

export const fields: readonly Field[] = [
  one(['unitShortName'], 'unit', 'text', '单位简称', '正文中使用的名称，不填则用编制单位全称', '全文', '单位全称过长时'),
  one(['unitKind'], 'unit', 'choice', '单位性质', '决定机关运行经费等段落的写法', '十、（一）机关运行经费', '始终', { options: unitKinds }),
  one(['documentKind'], 'unit', 'choice', '公开口径', '部门汇总决算选“部门”，本级或单个单位选“单位”', '标题和绩效段落', '汇总决算时', {
    options: documentKinds,
  }),
  one(
    ['newUnit'],
    'unit',
    'yesNo',
    '本年新设立的单位',
    '选“是”后，说明写明无上年可比数据，不再要求上年决算数',
    '与上年的比较',
    '本年新设立时',
    { options: ['是', '否'] },
  ),
  ...reasons,
  ...priors,
  one(
    ['itemBudgets', '*'],
    'budgets',
    'amount',
    '预算数（元）',
    '按7位科目编码填写，元；各项合计应等于财决01-1表的预算数',
    '五、（三）具体情况',
    '各项有支出时',
    { each: 'code', negative: true },
  ),
  one(
    ['confirmFullBudget'],
    'budgets',
    'yesNo',
    '没有预算数的项按完成预算100%填列',
    '只有确认决算数等于预算数时才选“是”，说明中会注明由人工确认',
    '五、（三）具体情况',
    '没有项级预算数时',
    { options: ['是', '否'] },
  ),
  one(
    ['reasons', 'items', '*'],
    'items',
    'text',
    '决算数与预算数差异的主要原因',
    '只写原因本身',
    '五、（三）具体情况',
    '某项决算数不等于预算数时',
    { each: 'code' },
  ),
  one(
    ['reception', 'content'],
    'official',
    'text',
    '国内公务接待的具体内容',
    '如“商务考察洽谈、上级部门检查督查”；写明金额时各项之和应等于接待费',
    '七、（二）3.公务接待费',
    '有国内公务接待支出时',
  ),
  one(
    ['reception', 'foreign'],
    'official',
    'text',
    '外事接待的主要用途',
    '有外事接待支出时填写',
    '七、（二）3.公务接待费',
    '有外事接待支出时',
  ),
  one(
    ['abroad', 'content'],
    'official',
    'text',
    '因公出国（境）的团组、地点和成效',
    '团组名称、出访地点、取得成效',
    '七、（二）1.因公出国（境）经费',
    '有因公出国（境）支出时',
  ),
  one(
    ['vehicles', 'use'],
    'official',
    'text',
    '公务用车运行维护费的主要用途',
    '接在“主要用于”之后、“所需的”之前，如“机要文件交换、市内因公出行”',
    '七、（二）2.公务用车',
    '有公务用车运行维护费时',
  ),
  one(
    ['vehicles', 'bought', '*', 'count'],
    'vehicles',
    'count',
    '购置数量（辆）',
    '各车型之和应等于附03表的购置数',
    '七、（二）2.公务用车',
    '有公务用车购置时',
    { each: 'vehicle' },
  ),
  one(
    ['vehicles', 'bought', '*', 'amount'],
    'vehicles',
    'amount',
    '购置金额（元）',
    '各车型之和应等于附03表的购置费',
    '七、（二）2.公务用车',
    '有公务用车购置时',
    { each: 'vehicle' },
  ),
  one(
    ['vehicles', 'kept', '*'],
    'vehicles',
    'count',
    '年末保有量（辆）',
    '各车型之和应等于附03表的保有量',
    '七、（二）2.公务用车',
    '有公务用车时',
    { each: 'vehicle' },
  ),
  one(
    ['procurement', 'use'],
    'procurement',
    'text',
    '政府采购的主要用途',
    '接在“主要用于”之后，如“采购办公设备”',
    '十、（二）政府采购',
    '有政府采购支出时',
  ),
  one(['performance', 'projects'], 'performance', 'texts', '开展事前绩效评估的项目名称', '一行一个项目', '十、（四）预算绩效管理', '始终'),
  one(['performance', 'evaluated'], 'performance', 'count', '开展事前绩效评估的项目数', '个', '十、（四）预算绩效管理', '始终'),
  one(['performance', 'targets'], 'performance', 'count', '编制绩效目标的项目数', '个', '十、（四）预算绩效管理', '始终'),
  one(['performance', 'monitored'], 'performance', 'count', '开展绩效监控的项目数', '个', '十、（四）预算绩效管理', '始终'),
  one(['performance', 'selfEvaluated'], 'performance', 'count', '开展绩效自评的项目数', '个', '十、（四）预算绩效管理', '始终'),
  one(['performance', 'score'], 'performance', 'score', '绩效自评得分', '如 95；没有则留空', '十、（四）预算绩效管理', '有得分时'),
  one(['glossary', '*'], 'glossary', 'text', '科目的名词解释', '写“指”之后的内容', '名词解释', '支出科目没有现成解释时', { each: 'code' }),
  ...bookletFields,
];

export const keyOf = (field: Field): string => field.path.join('.');

/** The field a filled-in key belongs to: `itemBudgets.2010302` → the field of `itemBudgets.*`. */
export function fieldOf(key: string): Field | undefined {
  return fields.find((field) => keyOf(field) === key) ?? fields.find((field) => wildcardOf(field, key) !== undefined);
}

/** What the `*` of a field stands for in this key, or undefined when the key is not of this field. */
export function wildcardOf(field: Field, key: string): string | undefined {
  const [before, after] = keyOf(field).split('*');
  if (after === undefined || !key.startsWith(before!) || !key.endsWith(after)) return undefined;
  const value = key.slice(before!.length, key.length - after.length);
  return value !== '' && !value.includes('.') ? value : undefined;
}

/** `itemBudgets.*` and `2010302` → `itemBudgets.2010302`. */
export const keyFor = (field: Field, value: string): string => field.path.map((part) => (part === '*' ? value : part)).join('.');

/** Is this a 7-digit 项 code, or one of the 车型? */
export const accepts = (each: Wildcard, value: string): boolean =>
  each === 'row'
    ? /^[1-9]\d*$/.test(value)
    : each === 'code'
      ? /^2\d{6}$/.test(value)
      : (vehicleTypes as readonly string[]).includes(value);

import { bookletFields } from './booklet-fields';
import { field, type Field } from './field';
import { performanceFields } from './performance-fields';
import { documentKinds, keyFigures, unitKinds, type KeyFigure, type ReasonKey } from './schema';
import { settingFields } from './settings';

const reasonLabels: Record<ReasonKey, string> = {
  S01: '收、支总计变动的主要原因',
  S04: '财政拨款收、支总计变动的主要原因',
  S05: '一般公共预算财政拨款支出变动的主要原因',
  'S05.budget': '一般公共预算财政拨款支出决算与预算差异的主要原因',
  S07: '“三公”经费决算与预算差异的主要原因',
  'S07.change': '“三公”经费比上年变动的主要原因',
  'S07.abroad': '因公出国（境）支出变动的主要原因',
  'S07.abroad.budget': '因公出国（境）支出决算与预算差异的主要原因',
  'S07.vehicles': '公务用车购置及运行维护费变动的主要原因',
  'S07.vehicles.budget': '公务用车购置及运行维护费决算与预算差异的主要原因',
  'S07.reception': '公务接待费变动的主要原因',
  'S07.reception.budget': '公务接待费决算与预算差异的主要原因',
  S08: '政府性基金预算支出变动的主要原因',
  S09: '国有资本经营预算支出变动的主要原因',
  'S10.agency': '机关运行经费变动的主要原因',
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

const reasonHint = '只写原因本身，如“人员减少，项目支出减少”，不写增减金额和句号';
const reasons = (Object.keys(reasonLabels) as ReasonKey[]).map((key) =>
  field(`reasons/${key}`, 'reasons', 'text', reasonLabels[key], reasonHint),
);

const priors = (Object.keys(keyFigures) as KeyFigure[]).map((key) =>
  field(`priorYear/${key}`, 'prior', 'amount', `上年${priorLabels[key]}（元）`, '上年决算数，元，到分', { negative: true }),
);

const yesNo = { options: ['是', '否'] } as const;

const reserved: readonly Field[] = [
  ['reserved/中小企业', '面向中小企业预留的采购项目预算金额'],
  ['reserved/小微企业', '面向小微企业预留的采购项目预算金额'],
  ['awarded/中小企业', '预留项目中由中小企业中标或成交的采购金额'],
  ['awarded/小微企业', '预留项目中由小微企业中标或成交的采购金额'],
  ['awarded/其他项目', '其他采购项目中由中小企业中标或成交的采购金额'],
].map(([path, label]) => field(`procurement/${path}`, 'procurement', 'amount', `${label}（元）`, '元'));

/**
 * Every field a person can supply, described once. The JSON reader, the layout of 补充信息, the reader of that sheet and
 * the form in the pane are all driven by this list.
 */
export const fields: readonly Field[] = [
  field('unitShortName', 'unit', 'text', '单位简称', '正文中使用的名称，不填则用编制单位全称'),
  field('unitSelf', 'unit', 'text', '单位自称', '如“我局”“我办”；不填则写“本部门”或“本单位”'),
  field('unitKind', 'unit', 'choice', '单位性质', '决定机关运行经费等段落的写法', { options: unitKinds }),
  field('documentKind', 'unit', 'choice', '公开口径', '部门汇总决算选“部门”，本级或单个单位选“单位”', { options: documentKinds }),
  field('newUnit', 'unit', 'yesNo', '本年新设立的单位', '选“是”后，说明写明无上年可比数据，不再要求上年决算数', yesNo),
  field('income/other', 'income', 'text', '其他收入的主要内容', '接在“其他收入主要是”之后，如“银行存款利息收入”；没有可不填'),
  ...reasons,
  field('adjustment', 'reasons', 'text', '一般公共预算年中调整的主要原因', '接在“年中调整的主要原因是”之后；没有可不填'),
  ...priors,
  field('itemBudgets/*', 'budgets', 'amount', '预算数（元）', '按7位科目编码填写，元；各项合计应等于财决01-1表的预算数', {
    each: 'code',
  }),
  field(
    'confirmFullBudget',
    'budgets',
    'yesNo',
    '没有预算数的项按完成预算100%填列',
    '只有确认决算数等于预算数时才选“是”，说明中会注明由人工确认',
    yesNo,
  ),
  field('reasons/items/*', 'items', 'text', '决算数与预算数差异的主要原因', '只写原因本身', { each: 'code' }),
  field('reasons/classes/*', 'classes', 'text', '决算数与预算数差异的主要原因', '只写原因本身', { each: 'class' }),
  field('itemUses/*', 'uses', 'text', '主要用途', '接在“主要用于”之后', { each: 'code' }),
  field('reception/use', 'official', 'text', '国内公务接待费的开支范围', '实际发生的，如“交通费、住宿费、用餐费”', {
    usual: '交通费、住宿费、用餐费等',
  }),
  field(
    'reception/content',
    'official',
    'text',
    '国内公务接待的具体内容',
    '如“商务考察洽谈、上级部门检查督查”；写明金额时各项之和应等于接待费',
    { usual: '上级部门检查调研、兄弟单位学习交流等' },
  ),
  field('reception/foreign', 'official', 'text', '外事接待的主要用途', '有外事接待支出时填写'),
  field('abroad/content', 'official', 'text', '因公出国（境）的团组、地点和成效', '团组名称、出访地点、取得成效'),
  field(
    'vehicles/use',
    'official',
    'text',
    '公务用车运行维护费的主要用途',
    '接在“主要用于”之后、“所需的”之前，如“机要文件交换、市内因公出行”',
    { usual: '机要文件交换、市内因公出行、开展业务' },
  ),
  field('vehicles/boughtUse', 'official', 'text', '购置公务用车的主要用途', '接在“主要用于”之后，如“应急保障”'),
  field('vehicles/bought/*/count', 'vehicles', 'count', '购置数量（辆）', '各车型之和应等于附03表的购置数', { each: 'vehicle' }),
  field('vehicles/bought/*/amount', 'vehicles', 'amount', '购置金额（元）', '各车型之和应等于附03表的购置费', { each: 'vehicle' }),
  field('vehicles/kept/*', 'vehicles', 'count', '年末保有量（辆）', '各车型之和应等于附03表的保有量', { each: 'vehicle' }),
  field('vehicles/otherUse', 'assets', 'text', '其他用车的用途', '接在“其他用车主要用于”之后，如“下乡调研和一般公务活动”'),
  field('procurement/use', 'procurement', 'text', '政府采购的主要用途', '接在“主要用于”之后，如“采购办公设备”', {
    usual: '采购办公设备和办公用品',
  }),
  ...reserved,
  ...performanceFields,
  field('notes/other', 'notes', 'text', '其他需要说明的事项', '没有可写“无”'),
  field('glossary/*', 'glossary', 'text', '科目的名词解释', '写“指”之后的内容', { each: 'code' }),
  ...settingFields,
  ...bookletFields,
];

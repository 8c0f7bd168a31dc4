import { schemes } from '../layouts/evaluation/index';
import { nodesOf } from '../layouts/evaluation/scheme';
import type { Field } from './field';

/** Fields of the parts around the 情况说明: 概况 and 绩效自评. */
const one = (
  path: readonly string[],
  section: Field['section'],
  type: Field['type'],
  label: string,
  hint: string,
  more: Partial<Field> = {},
): Field => ({
  path,
  section,
  type,
  label,
  hint,
  ...more,
});

const nodes = [...new Map(schemes.flatMap((scheme) => nodesOf(scheme)).map((node) => [node.id, node])).values()];
const leaves = nodes.filter(({ children }) => !children);

const evaluation = (path: readonly string[], type: Field['type'], label: string, hint = '', more: Partial<Field> = {}): Field =>
  one(['selfEvaluation', ...path], 'evaluation', type, label, hint, more);

const scores = leaves.map(({ id, name, points, follows }) =>
  evaluation(['scores', id], 'score', `得分：${name}（${points}分）`, follows ? `不填时按${follows}算出` : ''),
);
const texts = leaves.flatMap(({ id, name, asks, paragraphs }): readonly Field[] =>
  paragraphs === undefined
    ? [evaluation(['texts', id], 'text', `文字：${name}`, asks)]
    : Array.from({ length: paragraphs }, (_, i) => evaluation(['texts', `${id}.${i + 1}`], 'text', `文字：${name}（${i + 1}）`, asks)),
);

const row = { each: 'row' } as const;
const cell = (path: readonly string[], section: Field['section'], type: Field['type'], label: string, options?: readonly string[]): Field =>
  one(path, section, type, label, '', options ? { ...row, options } : row);
const project = (name: string, type: Field['type'], label: string, options?: readonly string[]): Field =>
  cell(['selfEvaluation', 'projects', '*', name], 'projects', type, label, options);
const indicator = (name: string, type: Field['type'], label: string, options?: readonly string[]): Field =>
  cell(['selfEvaluation', 'indicators', '*', name], 'indicators', type, label, options);

export const bookletUnitKinds = ['行政单位', '参照公务员法管理的事业单位', '事业单位', '其他单位'] as const;
const operators = ['＝', '=', '≥', '≤', '>', '<', '定性'] as const;

export const bookletFields: readonly Field[] = [
  one(['overview', 'published'], 'overview', 'text', '公开时间', '如 2025年9月12日，印在封面'),
  one(['overview', 'duties'], 'overview', 'texts', '主要职责', '一行一条，编号由本工具加'),
  one(['overview', 'works'], 'overview', 'texts', '年度重点工作完成情况', '一行一段'),
  one(['overview', 'structure'], 'overview', 'texts', '机构设置', '一行一段；下属单位填在下一节'),
  cell(['overview', 'units', '*', 'name'], 'units', 'text', '单位名称'),
  cell(['overview', 'units', '*', 'kind'], 'units', 'choice', '单位性质', bookletUnitKinds),
  cell(['overview', 'units', '*', 'independent'], 'units', 'yesNo', '独立核算', ['是', '否']),
  evaluation(['scheme'], 'choice', '自评体系', '不填用当前体系', { options: schemes.map(({ id }) => id) }),
  ...(['行政', '工勤', '事业', '实有'] as const).map((kind) =>
    evaluation(
      ['staff', kind],
      'count',
      kind === '实有' ? '年末实有人数（人）' : `${kind}编制（名）`,
      kind === '实有' ? '财决附02表的年末人数' : '',
    ),
  ),
  evaluation(['generalExpense', 'budget', '1'], 'amount', '一般性支出上年预算（元）'),
  evaluation(['generalExpense', 'budget', '2'], 'amount', '一般性支出本年预算（元）'),
  evaluation(['generalExpense', 'outturn', '1'], 'amount', '一般性支出上年执行（元）'),
  evaluation(['generalExpense', 'outturn', '2'], 'amount', '一般性支出本年执行（元）'),
  evaluation(['department', 'goal'], 'text', '部门年度总体目标'),
  ...scores,
  ...texts,
  evaluation(['texts', 'emphasis'], 'text', '文字：重点领域绩效分析', '没有的写明不涉及'),
  evaluation(['texts', 'conclusion'], 'text', '文字：评价结论', '得分和等级由本工具写在后面'),
  evaluation(['texts', 'problems'], 'texts', '存在问题', '一行一条'),
  evaluation(['texts', 'advice'], 'texts', '改进建议', '一行一条'),
  cell(['selfEvaluation', 'department', 'tasks', '*', 'name'], 'tasks', 'text', '任务名称'),
  cell(['selfEvaluation', 'department', 'tasks', '*', 'content'], 'tasks', 'text', '主要内容'),
  project('name', 'text', '项目名称'),
  project('kind', 'choice', '项目类别', ['常年', '阶段', '一次性']),
  project('budget', 'amount', '预算数（元）'),
  project('paid', 'amount', '执行数（元）'),
  project('goal', 'text', '年度总体目标'),
  project('result', 'text', '目标完成情况'),
  project('plan', 'amount', '全年下达计划（元）'),
  project('fiscal', 'amount', '其中财政拨款（元）'),
  project('other', 'amount', '其中其他资金（元）'),
  project('paidOther', 'amount', '其他资金执行数（元）'),
  indicator('l3', 'text', '三级指标'),
  indicator('l1', 'text', '一级指标'),
  indicator('l2', 'text', '二级指标'),
  indicator('op', 'choice', '指标性质', operators),
  indicator('reason', 'text', '扣分原因'),
  indicator('project', 'text', '项目名称（空白＝部门整体）'),
  indicator('target', 'text', '指标值'),
  indicator('unit', 'text', '计量单位'),
  indicator('weight', 'score', '分值（权重）'),
  indicator('actual', 'text', '实际完成值'),
  indicator('score', 'score', '得分'),
];

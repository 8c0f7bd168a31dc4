import { field, type Field } from './field';

const own = (path: string, type: Field['type'], label: string, hint: string): Field =>
  field(`performance/${path}`, 'performance', type, label, hint);

const grades = ['优', '良', '合格', '不合格'] as const;
const counted = [
  ['evaluated', '开展事前绩效评估'],
  ['targets', '编制绩效目标'],
  ['monitored', '开展绩效监控'],
  ['selfEvaluated', '开展绩效自评'],
] as const;

/** 预算绩效管理: counts and scores of the projects, and the self-evaluation of the whole department. */
export const performanceFields: readonly Field[] = [
  own('projects', 'texts', '开展事前绩效评估的项目名称', '一行一个项目'),
  ...counted.map(([key, words]) => own(key, 'count', `${words}的项目数`, '个')),
  own('score', 'score', '项目绩效自评得分', '各项目的得分（平均分），如 95；不是部门整体的得分'),
  ...counted.slice(1).map(([key, words]) => own(`budgets/${key}`, 'amount', `${words}的项目涉及的预算金额（元）`, '元')),
  ...grades.map((grade) => own(`grades/${grade}`, 'count', `绩效评级为“${grade}”的项目数`, '个')),
  own('problems/found', 'count', '绩效自评中发现的问题数', '个'),
  own('problems/fixed', 'count', '已经完成整改的问题数', '个'),
  own('problems/fixing', 'count', '正在整改的问题数', '个'),
  own('rules', 'text', '建立的预算绩效管理制度', '制度名称，几项之间用顿号'),
  own('mechanism', 'text', '预算绩效管理工作机制', '接在“建立了”之后、“的预算绩效管理工作机制”之前，如“事前评估、事中监控、事后评价”'),
  own('department/report', 'text', '部门整体绩效自评报告的名称', '如“2024年度部门整体支出绩效自评报告”；没有则不填'),
  own('department/score', 'score', '部门整体绩效自评得分', '如 92.5'),
  own('department/summary', 'text', '部门整体绩效自评的综述', '完整的句子，原样写入'),
  own('attachment', 'text', '绩效自评表（报告）所在的位置', '接在“详见”之后，如“第四部分附件”'),
  field('performance/results/*/score', 'results', 'score', '得分', '如 95', { each: 'project' }),
  field('performance/results/*/summary', 'results', 'text', '自评综述', '完成情况、存在问题和改进措施，完整的句子', { each: 'project' }),
];

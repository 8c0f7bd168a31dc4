import { yuan, type Entry, type Unit, type UnitYear } from '../description';
import { resolve, total } from '../ledger';
import { cleanUnit, project, spend } from './clean';

/** What a district office has beside the clean unit: 事业运行, 抚恤, 残疾人就业保障金, 其他社会保障. */
const more = (grown: number): readonly Entry[] => [
  {
    source: '一般公共',
    code: '2010350',
    basic: spend({ '30101': 486200 + grown, '30107': 512300.5, '30112': 9800.2, '30201': 38000, '30211': 16200.75, '30228': 14800 }),
  },
  { source: '一般公共', code: '2080801', projects: [project('死亡抚恤金', { '30304': 186420 - grown })] },
  { source: '一般公共', code: '2081105', basic: spend({ '30112': 41200.35 + grown }) },
  {
    source: '一般公共',
    code: '2089999',
    basic: spend({ '30112': 22860 }),
    projects: [project('遗属生活补助', { '30305': 20400 + grown })],
  },
  { source: '一般公共', code: '2101102', basic: spend({ '30110': 46210.8 + grown }) },
];
const with2 = (year: UnitYear, grown: number): UnitYear => ({ ...year, entries: [...year.entries, ...more(grown)] });

/** The unit of the bundled samples. Its name is invented. */
export const sampleUnit: Unit = { ...cleanUnit, now: with2(cleanUnit.now, 13400.5), before: with2(cleanUnit.before!, 0) };

/** 全年预算数 per 项 of 一般公共 money in 元: what no form of the workbook prints. */
export function itemBudgets(unit: Unit): Readonly<Record<string, string>> {
  const lines = resolve(unit.now, unit.before && resolve(unit.before));
  const pairs = lines.flatMap((l) => (l.fund === '一般公共' ? [[l.code, total(Object.values(l.budget.full))] as const] : []));
  return Object.fromEntries(pairs.sort(([a], [b]) => a.localeCompare(b)).map(([code, fen]) => [code, (fen / 100).toFixed(2)]));
}

/** What the accountant of the sample supplied (the JSON of contract.md). */
export const sampleSupplement = (): Readonly<Record<string, unknown>> => ({
  unitKind: '行政单位',
  documentKind: '单位',
  reasons: {
    S01: '老旧街巷改造项目按进度拨款，项目收支减少',
    S04: '老旧街巷改造项目按进度拨款，项目收支减少',
    S05: '信息化运维和人员支出增加',
    S07: '从严控制公务用车运行和接待支出',
    'S07.change': '车辆运行和接待支出压减',
    'S07.vehicles': '加强车辆调度，减少长途用车，燃油和维修支出减少',
    'S07.vehicles.budget': '年末两辆公务用车集中停驶，油料和维修支出未用完',
    'S07.reception': '严格执行接待标准，接待批次和人次减少',
    'S07.reception.budget': '部分接待任务取消',
    S08: '老旧街巷改造项目进入收尾阶段',
    'S10.agency': '差旅费和其他交通费用支出增加',
    items: {
      '2010302': '政务服务保障经费年末有少量结转，按规定结转下年使用',
      '2130599': '驻村工作经费年末有少量结转，按规定结转下年使用',
    },
  },
  itemBudgets: itemBudgets(sampleUnit),
  reception: { use: '交通费、住宿费、用餐费等', content: '上级部门检查调研、兄弟单位学习交流等' },
  vehicles: { kept: { 轿车: 3, 越野车: 1 }, use: '政务服务督导、应急保障等' },
  procurement: { use: '采购办公设备和信息化运维服务' },
  performance: {
    projects: ['政务服务保障经费', '信息化运维经费', '老旧街巷改造'],
    evaluated: 3,
    targets: 5,
    monitored: 5,
    selfEvaluated: 5,
    score: '94.6',
  },
});

/** Three faults that offices really make: two digits swapped, an amount mistyped, a count forgotten. */
export const sampleFaults = {
  swapped: { table: 'Z08', row: '2010302', column: '商品和服务支出 > 差旅费', value: 223640.75 },
  mistyped: { table: 'Z01', row: '一般公共预算财政拨款收入', column: '决算数', more: yuan(20000) / 100 },
  forgotten: { table: 'F03', row: '国内公务接待批次', column: '统计数', value: null },
} as const;

import { minus, percent, sum, times } from '../../facts/arithmetic';
import type { Traced } from '../../facts/traced';
import type { Scheme } from '../../layouts/evaluation/scheme';
import { head, name, type AnnexCell } from '../../narrative/annexes/annex';
import type { Desk } from '../../narrative/desk';
import { digitsOf } from '../../narrative/figures';
import { isKnown, type AmountOrGap } from '../../narrative/input';
import type { IndicatorInput, ProjectInput, SelfEvaluation } from '../evaluation';
import type { FormPart } from './form';

const plain = { dropTrailingZeros: true, thousandsSeparator: false } as const;
const wait = (ask: string): AnnexCell => ({ text: `【待补充：${ask}】`, align: 'left', waiting: true });
const number = (value: Traced | undefined, ask: string, decimals = 2): AnnexCell =>
  value ? { text: digitsOf(value.value, decimals, plain), of: value, align: 'right' } : wait(ask);
const wan = (value: Traced | undefined, ask: string): AnnexCell =>
  value ? { text: digitsOf(value.value.div(10000), 2, plain), of: value, align: 'right' } : wait(ask);
const rate = (value: Traced | undefined): AnnexCell =>
  value ? { text: `${digitsOf(value.value, 2, plain)}%`, of: value, align: 'right' } : { text: '', align: 'right' };
const span = (cell: AnnexCell, columns: number, rows = 1): AnnexCell => ({ ...cell, columns, rows });
const centre = (text: string): AnnexCell => ({ text, align: 'center' });
const orWait = (text: string, ask: string): AnnexCell => (text === '' ? wait(ask) : name(text));
const known = (amount: AmountOrGap): Traced | undefined => (isKnown(amount) ? amount : undefined);

const unitName = (desk: Desk): string => desk.input.years.now.unitName.trim() || desk.supplements.unitShortName?.text || '';

/** 部门整体支出绩效目标完成情况自评表 */
export function departmentForm(desk: Desk, input: SelfEvaluation | undefined): FormPart {
  const total = known(desk.read('Z01_1.收入总计.年初预算数'));
  const scored = (input?.indicators ?? []).some(({ score }) => score !== undefined);
  const width = scored ? 10 : 9;
  const indicators = input?.indicators ?? [];
  const tasks = input?.department.tasks ?? [];
  return {
    kind: 'form',
    id: 'E.form',
    note: `（${desk.y.kind === 'words' ? desk.y.text : ''}年度） 单位：万元`,
    title: '部门整体支出绩效目标完成情况自评表',
    forms: [
      {
        title: '部门整体支出绩效目标完成情况自评表',
        widths: [1.2, 1.2, 1.3, 2.4, 0.9, 1.1, 0.9, 0.8, 1.2, ...(scored ? [0.8] : [])],
        head: [],
        body: [
          [head('部门名称'), span(orWait(unitName(desk), '部门名称'), width - 1)],
          [head('年度部门整体支出预算', 1, 2), head('资金总额', 3), head('财政拨款', 3), head('其他资金', width - 7)],
          [
            span(wan(total, '年初预算收入'), 3),
            span(wan(total, '年初预算收入'), 3),
            span(wan(total && minus(total, total), '其他资金'), width - 7),
          ],
          [head('年度总体目标'), span(orWait(input?.department.goal?.text ?? '', '年度总体目标'), width - 1)],
          [head('年度主要任务', 1, Math.max(1, tasks.length) + 1), head('任务名称', 3), head('主要内容', width - 4)],
          ...(tasks.length > 0
            ? tasks.map((task) => [span(name(task.name.text), 3), span(orWait(task.content?.text ?? '', '主要内容'), width - 4)])
            : [[span(wait('任务名称'), 3), span(wait('主要内容'), width - 4)]]),
        ],
      },
      {
        title: '年度绩效指标',
        widths: [1.2, 1.3, 2.4, 0.9, 1.1, 0.9, 0.8, 1.2, ...(scored ? [0.8] : [])],
        head: [
          [
            '一级指标',
            '二级指标',
            '三级指标',
            '绩效指标性质',
            '绩效指标值',
            '绩效度量单位',
            '权重',
            '实际完成指标值',
            ...(scored ? ['得分'] : []),
          ].map((text) => head(text)),
        ],
        body: [
          ...(indicators.length > 0
            ? indicators.map((one) => [
                name(one.l1),
                name(one.l2),
                orWait(one.name, '三级指标'),
                { ...orWait(one.op, '性质'), align: 'center' as const },
                { ...orWait(one.targetText, '指标值'), align: 'center' as const, ...(one.target ? { of: one.target } : {}) },
                centre(one.unit),
                number(one.weight, '权重'),
                { ...orWait(one.actualText, '实际完成值'), align: 'center' as const, ...(one.actual ? { of: one.actual } : {}) },
                ...(scored ? [number(one.score, '得分')] : []),
              ])
            : [[span(wait('绩效指标（填在补充信息的“绩效指标”一节）'), width - 1)]]),
        ],
      },
    ],
  };
}

interface Money {
  readonly label: string;
  readonly budget: Traced | undefined;
  readonly paid: Traced | undefined;
}

/** 财政拨款 and 其他资金 are printed where they are known; nothing is guessed of them. */
function moneyRows({ budget, paid, fiscal, other, paidOther }: ProjectInput): readonly Money[] {
  const restOf = (whole: Traced | undefined, part: Traced | undefined): Traced | undefined =>
    whole && part ? minus(whole, part) : undefined;
  const own = fiscal ?? restOf(budget, other);
  const rest = other ?? restOf(budget, fiscal);
  const otherPaid = paidOther ?? (rest?.value.isZero() ? rest : undefined);
  return [
    { label: '年度资金总额', budget, paid },
    ...(own || rest
      ? [
          { label: '其中：财政拨款', budget: own, paid: restOf(paid, otherPaid) },
          { label: '其他资金', budget: rest, paid: otherPaid },
        ]
      : []),
  ];
}

const targetText = ({ op, targetText: target, unit }: IndicatorInput): string => (op === '定性' ? target : `${op}${target}${unit}`);

/** 项目支出绩效自评表 of one project. 预算执行率得分 = 执行 ÷ 预算 × 10. */
export function projectForm(desk: Desk, scheme: Scheme, project: ProjectInput, n: number): FormPart {
  const { budget, paid, indicators } = project;
  const own = budget && paid && percent(paid, budget);
  // More than the budget earns no more than the full points; that is for a person to write.
  const rateScore = own && own.value.lte(100) ? times(own, String(scheme.ratePoints / 100), 'count') : undefined;
  const scores = indicators.map(({ score }) => score);
  const total =
    rateScore && scores.length > 0 && scores.every((score) => score !== undefined)
      ? sum(...(scores as readonly Traced[]), rateScore)
      : undefined;
  const money = moneyRows(project);
  const year = desk.y.kind === 'words' ? desk.y.text : '';
  return {
    kind: 'form',
    id: `E.form.${n}`,
    note: `（${year}年度） 单位：万元`,
    title: '项目支出绩效自评表',
    forms: [
      {
        title: '项目支出绩效自评表',
        widths: [1.2, 1.2, 1.3, 2.4, 1.4, 1.4, 1, 1, 1.8],
        head: [],
        body: [
          [head('项目名称'), span(name(project.name), 8)],
          [head('主管部门'), span(orWait(unitName(desk), '主管部门'), 3), head('实施单位'), span(orWait(unitName(desk), '实施单位'), 4)],
          [head('项目资金', 1, money.length + 1), head('', 3), head('全年预算数'), head('全年执行数'), head('预算执行率'), head('得分', 2)],
          ...money.map(({ label, budget: planned, paid: done }, i) => [
            span(name(label), 3),
            wan(planned, '预算数'),
            wan(done, '执行数'),
            rate(planned && done && percent(done, planned)),
            span(i === 0 ? number(rateScore, '预算执行率得分') : centre('—'), 2),
          ]),
          [head('年度总体目标', 1, 2), head('预期目标', 4), head('实际完成情况', 4)],
          [span(orWait(project.goal?.text ?? '', '预期目标'), 4), span(orWait(project.result?.text ?? '', '实际完成情况'), 4)],
        ],
      },
      {
        title: '绩效指标',
        widths: [1.2, 1.3, 2.4, 1.4, 1.4, 0.8, 0.8, 1.8],
        head: [['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '扣分原因'].map((text) => head(text))],
        body: [
          ...(indicators.length > 0
            ? indicators.map((one) => [
                name(one.l1),
                name(one.l2),
                orWait(one.name, '三级指标'),
                { ...orWait(targetText(one), '指标值'), align: 'center' as const, ...(one.target ? { of: one.target } : {}) },
                {
                  ...orWait(one.actualText === '' ? '' : `${one.actualText}${one.op === '定性' ? '' : one.unit}`, '实际完成值'),
                  align: 'center' as const,
                  ...(one.actual ? { of: one.actual } : {}),
                },
                number(one.weight, '分值'),
                number(one.score, '得分'),
                name(one.reason),
              ])
            : [[span(wait(`“${project.name}”的绩效指标`), 8)]]),
          [head('总分', 5), { ...centre('100'), align: 'right' as const }, number(total, '总分'), centre('')],
        ],
      },
    ],
  };
}

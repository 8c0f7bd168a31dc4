import { changeOf } from '../../change';
import type { Desk } from '../../desk';
import type { Inline } from '../../document';
import { isZero, type AmountOrGap } from '../../input';
import { withAmounts } from '../../lists';
import { blank, heading, isSupplied, joined, nothing, paragraph, printed, say, sentence, supplied, type Phrase } from '../../say';
import { section } from '../../section';
import { meetingsSentence } from '../s10-agency';
import { assetsAsks, carSentence, equipmentSentence } from '../s10-assets';
import { otherReads, type OtherFigures } from '../s10-reads';
import { given } from '../s07-parts';
import { shanghai } from './source';

const stages = [
  ['targets', '编报绩效目标'],
  ['monitored', '绩效跟踪评价'],
  ['selfEvaluated', '绩效自评'],
] as const;
const grades = ['优', '良', '合格', '不合格'] as const;
const problems = [
  ['found', '绩效自评中共发现问题'],
  ['fixed', '已经完成整改的'],
  ['fixing', '正在整改的'],
] as const;

/** 十: nothing of it stands in a form. */
export const s11Shanghai = section({
  name: 'S11-shanghai',
  id: 'S11',
  source: shanghai('十'),
  asks: Object.fromEntries(
    [
      ...['rules', 'mechanism', 'score', ...stages.flatMap(([key]) => [key, `budgets.${key}`])],
      ...[...grades.map((grade) => `grades.${grade}`), ...problems.map(([key]) => `problems.${key}`)],
    ].map((field) => [`performance.${field}`, 'S11.1']),
  ),
  write: (_given, desk) => {
    const { print, supplements } = desk;
    const text = (key: string, ask: string): Phrase => given(supplements.text(`performance.${key}`), ask, `performance.${key}`);
    const staged = stages.map(([key, words]) => {
      const count = print.count(desk.amount(`performance.${key}`, `${words}的项目数`));
      return say`${printed(words)}的${desk.y}年度项目${count}个，涉及预算金额${print.wan(desk.amount(`performance.budgets.${key}`, `${words}的项目涉及的预算金额`))}`;
    });
    const score = supplements.text('performance.score');
    return [
      paragraph('S11.1', [
        say`${desk.unit}${desk.y}年度预算绩效管理工作开展情况如下：${desk.self}建立了如下预算绩效管理制度：${text('rules', '制度名称')}，建立了${text('mechanism', '预算绩效管理工作机制的内容')}的预算绩效管理工作机制；全过程绩效管理实施情况：`,
        joined(staged, '；'),
        isSupplied(score) ? say`，平均得分${supplied(score)}分` : nothing,
        results(desk),
        say`。`,
      ]),
    ];
  },
});

/** （其中，绩效评级为“优”的项目…）: one blank while none of it is known. */
function results(desk: Desk): Phrase {
  const counts = [
    ...grades.map((grade) => [`performance.grades.${grade}`, `绩效评级为“${grade}”的项目`] as const),
    ...problems.map(([key, words]) => [`performance.problems.${key}`, words] as const),
  ];
  if (counts.every(([key]) => desk.supplements.number(key) === undefined))
    return say`（${blank('绩效评级为优、良、合格、不合格的项目数，发现和整改的问题数', 'performance.grades')}）`;
  const words = counts.map(([key, what]) => say`${printed(what)}${desk.print.count(desk.amount(key, `${what}个数`))}个`);
  return say`（其中，${joined(words.slice(0, grades.length), '；')}。${joined(words.slice(grades.length), '，')}）`;
}

const reservedKeys = ['reserved.中小企业', 'reserved.小微企业', 'awarded.中小企业', 'awarded.小微企业', 'awarded.其他项目'] as const;

export const s10Shanghai = section({
  name: 'S10-shanghai',
  id: 'S10',
  source: shanghai('十一'),
  reads: otherReads,
  tables: ['F03'],
  prior: ['机关运行经费'],
  asks: {
    'reasons.S10.agency': 'S10.1',
    ...assetsAsks('S10.3'),
    ...Object.fromEntries(reservedKeys.map((key) => [`procurement.${key}`, 'S10.2'])),
  },
  write: ({ figures, table, prior }, desk) => [
    heading('S10.1', 2, '（一）机关运行经费支出情况'),
    paragraph('S10.1.1', [...agency(desk, figures.agency, prior('机关运行经费')), meetingsSentence(desk, figures)]),
    heading('S10.2', 2, '（二）政府采购支出情况'),
    ...procurement(desk, figures).map((parts, i) => paragraph(`S10.2.${i + 1}`, parts)),
    heading('S10.3', 2, '（三）国有资产占有使用情况说明'),
    paragraph('S10.3.1', [carSentence(desk, figures, table('F03'), [desk.unit]), equipmentSentence(desk, figures)]),
  ],
});

function agency(desk: Desk, amount: AmountOrGap, before: AmountOrGap): readonly Phrase[] {
  const never = isZero(before) || changeOf(amount, before, desk.print).kind === 'none';
  const none = isZero(amount) && (never || desk.supplements.unitKind === '事业单位');
  if (none) return [sentence(say`${desk.unit}${desk.y}年度无机关运行经费支出`)];
  return [
    sentence(say`机关运行经费支出${desk.print.wan(amount)}`, desk.words.than('', amount, before)),
    sentence(desk.changeReason(amount, before, 'S10.agency', '主要原因是', '机关运行经费支出')),
  ];
}

function procurement(desk: Desk, figures: OtherFigures): readonly (readonly Phrase[])[] {
  const { print } = desk;
  const { purchases } = figures;
  const head = say`${desk.unit}${desk.y}年度政府采购金额（以合同签订为准）为${print.wan(purchases)}`;
  if (isZero(purchases)) return [[sentence(head)]];
  const list = withAmounts(
    [
      { name: '货物采购金额', amount: figures.goods },
      { name: '工程采购金额', amount: figures.works },
      { name: '服务采购金额', amount: figures.services },
    ],
    purchases,
    desk,
  );
  return [[list.length > 0 ? sentence(head, say`其中：${list}`) : sentence(head)], reserved(desk)];
}

/** What was set aside for small firms and what they won: in no form. */
function reserved(desk: Desk): readonly Phrase[] {
  const amount = (key: (typeof reservedKeys)[number], ask: string): Inline => desk.print.wan(desk.amount(`procurement.${key}`, ask));
  if (reservedKeys.every((key) => desk.supplements.number(`procurement.${key}`) === undefined))
    return [say`${desk.y}年度${desk.self}${blank('面向中小企业、小微企业预留的政府采购项目预算金额及采购金额', 'procurement.reserved')}。`];
  return [
    sentence(
      say`${desk.y}年度${desk.self}面向中小企业预留政府采购项目预算金额${amount('reserved.中小企业', '面向中小企业预留的金额')}`,
      say`面向小微企业预留政府采购项目预算金额${amount('reserved.小微企业', '面向小微企业预留的金额')}`,
    ),
    joined(
      [
        say`在面向中小企业预留的政府采购项目中，由中小企业供应商中标或成交的，采购金额${amount('awarded.中小企业', '预留项目中中小企业的采购金额')}`,
        say`在面向小微企业预留的政府采购项目中，由小微企业供应商中标或成交的，采购金额${amount('awarded.小微企业', '预留项目中小微企业的采购金额')}`,
        say`在其他政府采购项目中，由中小企业供应商中标或成交的，采购金额${amount('awarded.其他项目', '其他项目中中小企业的采购金额')}`,
      ],
      '；',
    ),
    say`。`,
  ];
}

import type { Fact } from '../../../facts/traced';
import { changeOf } from '../../change';
import type { Desk } from '../../desk';
import type { Inline } from '../../document';
import { isZero, type Amount } from '../../input';
import { listed } from '../../lists';
import { blank, heading, isSupplied, joined, nothing, paragraph, printed, say, sentence, supplied, type Phrase } from '../../say';
import { section } from '../../section';
import { carSentence, equipmentSentence, otherReads, type OtherFigures } from '../s10-other';
import { shanghai } from './source';

/** 十: the counts come from 补充信息; rules, mechanism and amounts are in no form and no field: the user writes them in. */
export const s11Shanghai = section({
  name: 'S11-shanghai',
  id: 'S11',
  source: shanghai('十'),
  write: (_given, desk) => {
    const given = desk.supplements.performance;
    const counted = (count: Fact | undefined, ask: string, key: string): Inline =>
      count ? desk.print.count(count) : blank(ask, `performance.${key}`);
    const amount = (what: string): Inline => blank(`${what}涉及的预算金额`, `text.S11.1.${what}`);
    const score = isSupplied(given?.score)
      ? say`，平均得分${supplied({ ...given.score, text: given.score.text.trim().replace(/分$/, '') })}分`
      : nothing;
    return [
      paragraph('S11.1', [
        say`${desk.unit}${desk.y}年度预算绩效管理工作开展情况如下：本${desk.kind}建立了如下预算绩效管理制度：${blank('制度名称', 'text.S11.1.制度')}，建立了${blank('预算绩效管理工作机制的内容', 'text.S11.1.机制')}的预算绩效管理工作机制；全过程绩效管理实施情况：`,
        say`编报绩效目标的${desk.y}年度项目${counted(given?.targets, '编报绩效目标的项目数', 'targets')}个，涉及预算金额${amount('编报绩效目标的项目')}；`,
        say`绩效跟踪评价的${desk.y}年度项目${counted(given?.monitored, '绩效跟踪评价的项目数', 'monitored')}个，涉及预算金额${amount('绩效跟踪评价的项目')}；`,
        say`绩效自评的${desk.y}年度项目${counted(given?.selfEvaluated, '绩效自评的项目数', 'selfEvaluated')}个，涉及预算金额${amount('绩效自评的项目')}${score}。`,
      ]),
    ];
  },
});

export const s10Shanghai = section({
  name: 'S10-shanghai',
  id: 'S10',
  source: shanghai('十一'),
  reads: otherReads,
  tables: ['F03'],
  prior: ['机关运行经费'],
  write: ({ figures, table, prior }, desk) => [
    heading('S10.1', 2, '（一）机关运行经费支出情况'),
    paragraph('S10.1.1', agency(desk, figures.agency, prior('机关运行经费'))),
    heading('S10.2', 2, '（二）政府采购支出情况'),
    ...procurement(desk, figures).map((parts, i) => paragraph(`S10.2.${i + 1}`, parts)),
    heading('S10.3', 2, '（三）国有资产占有使用情况说明'),
    paragraph('S10.3.1', [carSentence(desk, figures, table('F03'), [desk.unit]), equipmentSentence(desk, figures)]),
  ],
});

function agency(desk: Desk, amount: Amount, before: Amount): readonly Phrase[] {
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
  const kinds = listed(
    [
      { name: '货物采购金额', amount: figures.goods },
      { name: '工程采购金额', amount: figures.works },
      { name: '服务采购金额', amount: figures.services },
    ],
    purchases,
    desk.profile.zeroItems,
  );
  const list = joined(
    kinds.map(({ name, amount }) => say`${printed(name)}${print.wan(amount)}`),
    '、',
  );
  const reserved = blank('面向中小企业、小微企业预留的政府采购项目预算金额及采购金额', 'text.S10.2.2');
  return [[list.length > 0 ? sentence(head, say`其中：${list}`) : sentence(head)], [say`${desk.y}年度本${desk.kind}${reserved}。`]];
}

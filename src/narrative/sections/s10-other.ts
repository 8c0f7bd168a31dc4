import type { Table } from '../../facts/fact-set';
import { f03VehicleUses } from '../../layouts/f03';
import { changeOf } from '../change';
import type { Desk } from '../desk';
import type { Block } from '../document';
import { isSpent, isZero, type AmountOrGap } from '../input';
import { listed } from '../lists';
import { plainName } from '../names';
import { blank, heading, isSupplied, joined, nothing, paragraph, printed, say, sentence, supplied, type Phrase } from '../say';
import { section } from '../section';
import { given } from './s07-parts';

export const otherReads = () =>
  ({
    agency: 'F03.机关运行经费.统计数',
    purchases: 'F03.政府采购支出合计.统计数',
    goods: 'F03.政府采购货物支出.统计数',
    works: 'F03.政府采购工程支出.统计数',
    services: 'F03.政府采购服务支出.统计数',
    small: 'F03.授予中小企业合同金额.统计数',
    micro: 'F03.授予小微企业合同金额.统计数',
    cars: 'F03.车辆数合计.统计数',
    equipment: 'F03.单价100万元以上设备.统计数',
    equipment50: 'F03.单价50万元以上通用设备.统计数',
    equipment100: 'F03.单价100万元以上专用设备.统计数',
  }) as const;
export type OtherFigures = Readonly<Record<keyof ReturnType<typeof otherReads>, AmountOrGap>>;

export const s10Other = section({
  name: 'S10',
  id: 'S10',
  source: { by: 'official', doc: '四川省部门决算公开格式', clause: '第二部分 十' },
  reads: otherReads,
  tables: ['F03'],
  prior: ['机关运行经费'],
  asks: {
    'reasons.S10.agency': 'S10.1.1',
    unitKind: 'S10.1.1',
    'procurement.use': 'S10.2.1',
    ...Object.fromEntries(
      ['projects', 'evaluated', 'targets', 'monitored', 'selfEvaluated', 'score'].map((field) => [`performance.${field}`, 'S10.4.1']),
    ),
  },
  write: ({ figures, table, prior }, desk) => [
    heading('S10.1', 2, '（一）机关运行经费支出情况'),
    paragraph('S10.1.1', agency(desk, figures.agency, prior('机关运行经费'))),
    heading('S10.2', 2, '（二）政府采购支出情况'),
    paragraph('S10.2.1', procurement(desk, figures)),
    heading('S10.3', 2, '（三）国有资产占有使用情况'),
    paragraph('S10.3.1', assets(desk, figures, table('F03'))),
    heading('S10.4', 2, '（四）预算绩效管理情况'),
    performance(desk),
  ],
});

/** A 事业单位 has none; where the form prints an amount all the same, the amount is stated and the check complains. */
function agency(desk: Desk, amount: AmountOrGap, before: AmountOrGap): readonly Phrase[] {
  const { unitKind } = desk.supplements;
  if (unitKind === '事业单位' && (isZero(amount) || amount.kind === 'gap')) {
    return [sentence(say`${desk.unit}为事业单位`, say`按规定不涉及机关运行经费`)];
  }
  const never = isZero(before) || changeOf(amount, before, desk.print).kind === 'none';
  const ask = unitKind === undefined && isZero(amount) && never;
  return [
    say`${desk.y}年度，`,
    sentence(say`${desk.unit}机关运行经费支出${desk.print.wan(amount)}`, desk.words.than('', amount, before)),
    sentence(desk.changeReason(amount, before, 'S10.agency', desk.profile.phrases.reason, '机关运行经费支出')),
    ask ? [blank('单位类型（事业单位在此说明不涉及机关运行经费）', 'unitKind')] : nothing,
  ];
}

function procurement(desk: Desk, figures: OtherFigures): readonly Phrase[] {
  const { print } = desk;
  const { purchases, small, micro } = figures;
  const head = say`${desk.y}年度，${desk.unit}政府采购支出总额${print.wan(purchases)}`;
  if (isZero(purchases) && isZero(small)) return [sentence(head)];
  const kinds = listed(
    [
      { name: '政府采购货物支出', amount: figures.goods },
      { name: '政府采购工程支出', amount: figures.works },
      { name: '政府采购服务支出', amount: figures.services },
    ],
    purchases,
    desk.profile.zeroItems,
  );
  const list = joined(
    kinds.map(({ name, amount }) => say`${printed(name)}${print.wan(amount)}`),
    '、',
  );
  const total = '政府采购支出总额';
  return [
    list.length > 0 ? sentence(head, say`其中：${list}`) : sentence(head),
    !isSpent(purchases)
      ? nothing
      : sentence(say`主要用于${given(desk.supplements.procurementUse, '政府采购的主要用途', 'procurement.use')}`),
    sentence(
      say`授予中小企业合同金额${print.wan(small)}`,
      print.shareOf(small, purchases, total),
      !isSpent(small)
        ? nothing
        : joined([say`其中：授予小微企业合同金额${print.wan(micro)}`, print.shareOf(micro, purchases, total)], '，'),
    ),
  ];
}

/** Uses of vehicles by the names that the form of the year prints. */
export function vehicleUses(table: Table | undefined): readonly { readonly name: string; readonly amount: AmountOrGap }[] {
  return f03VehicleUses.flatMap((use) => {
    const row = table?.row(use);
    const reading = table?.at(use, '统计数');
    if (!row || reading?.state !== 'number') return [];
    return [{ name: plainName(row.name) || use, amount: reading.fact }];
  });
}

export function carSentence(desk: Desk, figures: OtherFigures, table: Table | undefined, owner: Phrase): Phrase {
  const uses = listed(vehicleUses(table), figures.cars, desk.profile.zeroItems);
  const list = joined(
    uses.map(({ name, amount }) => say`${printed(name)}${desk.print.count(amount)}辆`),
    '、',
  );
  return sentence(
    say`${desk.phrase(desk.profile.phrases.yearEnd)}`,
    say`${owner}共有车辆${desk.print.count(figures.cars)}辆`,
    list.length > 0 ? say`其中：${list}` : nothing,
  );
}

/** The form prints one row for equipment, or two until 2021. */
export function equipmentSentence(desk: Desk, figures: OtherFigures): Phrase {
  const { print } = desk;
  const older = figures.equipment.kind === 'gap' && figures.equipment50.kind !== 'gap' && figures.equipment100.kind !== 'gap';
  return older
    ? sentence(
        say`单价50万元以上通用设备${print.count(figures.equipment50)}台（套）`,
        say`单价100万元以上专用设备${print.count(figures.equipment100)}台（套）`,
      )
    : sentence(say`单价100万元（含）以上设备（不含车辆）${print.count(figures.equipment)}台（套）`);
}

const assets = (desk: Desk, figures: OtherFigures, table: Table | undefined): readonly Phrase[] => [
  carSentence(desk, figures, table, [desk.unit]),
  equipmentSentence(desk, figures),
];

function performance(desk: Desk): Block {
  const given = desk.supplements.performance;
  const counted = [given?.evaluated, given?.targets, given?.monitored, given?.selfEvaluated].some((count) => count !== undefined);
  const head = say`根据预算绩效管理要求，${desk.self}`;
  if (!given || !counted) {
    return paragraph('S10.4.1', [
      sentence(say`${head}${blank('预算绩效管理情况（开展事前绩效评估、编制绩效目标、绩效监控、绩效自评的项目数）', 'performance')}`),
    ]);
  }
  const { print } = desk;
  const names = joined(
    given.projects.filter(isSupplied).map((project) => [supplied(project)]),
    '、',
  );
  const named = given.projects.filter(isSupplied).length;
  const all = given.evaluated !== undefined && given.evaluated.value.eq(named);
  const projects =
    names.length > 0 ? say`${names}${printed(all ? '' : '等')}` : say`${blank('开展事前绩效评估的项目名称', 'performance.projects')}等`;
  const planning = joined(
    [
      given.evaluated ? say`组织对${projects}${print.count(given.evaluated)}个项目开展了预算事前绩效评估` : nothing,
      given.targets ? say`对${print.count(given.targets)}个项目编制了绩效目标` : nothing,
    ],
    '，',
  );
  const score = isSupplied(given.score)
    ? say`得分${supplied({ ...given.score, text: given.score.text.trim().replace(/分$/, '') })}分`
    : nothing;
  const stages = [
    planning.length > 0 ? say`在${desk.y}年度预算编制阶段，${planning}` : nothing,
    given.monitored ? say`预算执行过程中，选取${print.count(given.monitored)}个项目开展绩效监控` : nothing,
    given.selfEvaluated ? joined([say`组织对${print.count(given.selfEvaluated)}个项目开展绩效自评`, score], '，') : nothing,
  ];
  return paragraph('S10.4.1', [head, sentence(...stages)]);
}

import type { Fen, Operation, ThreePublicPart, Unit } from '../description';
import { total, type Line } from '../ledger';
import type { Heading } from './heading';
import { amount, Grid, putCaption, sheetName, type KitSheet } from './grid';
import type { Scalar } from '../../../src/kernel/workbook';

const codesOf: Readonly<Record<ThreePublicPart, readonly string[]>> = {
  abroad: ['30212'],
  purchase: ['30913', '31013'],
  running: ['30231'],
  reception: ['30217'],
};

/** What 一般公共 and 政府性基金 money paid for one part of the “三公”. */
export function threePublic(lines: readonly Line[], part: ThreePublicPart): Fen {
  const own = lines.filter((l) => l.fund === '一般公共' || l.fund === '政府性基金');
  const spendings = own.flatMap((l) => [l.basicSpending, ...l.projects.map((p) => p.spending)]);
  return total(spendings.flatMap((s) => codesOf[part].map((code) => s[code] ?? 0)));
}

const vehicleUses = [
  '副部（省）级及以上领导用车',
  '主要负责人用车',
  '机要通信用车',
  '应急保障用车',
  '执法执勤用车',
  '特种专业技术用车',
  '离退休干部服务用车',
  '其他用车',
];

/** 财决附03 as printed from 2022 on: three number columns on the left, one on the right. */
export function f03(heading: Heading, lines: readonly Line[], unit: Unit, o: Operation): KitSheet {
  const caption = { ...heading, id: 'F03' as const, title: '机构运行信息表', number: '财决附03表' };
  const grid = new Grid(8);
  putCaption(grid, caption);
  grid.putRow(3, 0, ['项  目', '行次', '年初预算数', '全年预算数', '统计数', '项  目', '行次', '统计数']);
  grid.putRow(4, 0, ['栏  次', null, 1, 2, 3, '栏  次', null, 4]);

  const actual = (part: ThreePublicPart): Fen => threePublic(lines, part);
  const three = (...parts: readonly ThreePublicPart[]): Scalar[] =>
    [
      total(parts.map((p) => o.budget?.[p]?.initial ?? actual(p))),
      total(parts.map((p) => o.budget?.[p]?.full ?? actual(p))),
      total(parts.map(actual)),
    ].map(amount);
  const only = (value: Scalar): Scalar[] => ['—', '—', value];
  const count = (n: number | undefined): Scalar => (n ? n : null);
  const outside = o.outside?.amount ?? 0;
  const left: readonly (readonly [string, Scalar[]])[] = [
    ['一、“三公”经费支出', ['—', '—', '—']],
    ['（一）支出合计', three('abroad', 'purchase', 'running', 'reception')],
    ['  1．因公出国（境）费', three('abroad')],
    ['  2．公务用车购置及运行维护费', three('purchase', 'running')],
    ['    （1）公务用车购置费', three('purchase')],
    ['    （2）公务用车运行维护费', three('running')],
    ['  3．公务接待费', three('reception')],
    ['    （1）国内接待费', only(amount(actual('reception') - outside))],
    ['        其中：外事接待费', only(amount(o.foreign?.amount ?? 0))],
    ['    （2）国（境）外接待费', only(amount(outside))],
    ['（二）相关统计数', ['—', '—', '—']],
    ['  1．因公出国（境）团组数（个）', only(count(o.groups))],
    ['  2．因公出国（境）人次数（人）', only(count(o.travellers))],
    ['  3．公务用车购置数（辆）', only(count(o.bought))],
    ['  4．公务用车保有量（辆）', only(count(o.kept))],
    ['  5．国内公务接待批次（个）', only(count(o.batches))],
    ['     其中：外事接待批次（个）', only(count(o.foreign?.batches))],
    ['  6．国内公务接待人次（人）', only(count(o.persons))],
    ['     其中：外事接待人次（人）', only(count(o.foreign?.persons))],
    ['  7．国（境）外公务接待批次（个）', only(count(o.outside?.batches))],
    ['  8．国（境）外公务接待人次（人）', only(count(o.outside?.persons))],
  ];

  const office = total(lines.map((l) => (l.fund === '一般公共' ? l.office : 0)));
  const running = (kind: Unit['kind']): Fen => (unit.kind === kind ? office : 0);
  const vehicles = o.vehicles ?? [];
  const { goods = 0, works = 0, services = 0, sme = 0, micro = 0 } = o.procurement ?? {};
  const right: readonly (readonly [string, Scalar])[] = [
    ['二、机关运行经费', amount(running('行政单位') + running('参公事业单位'))],
    ['（一）行政单位', amount(running('行政单位'))],
    ['（二）参照公务员法管理事业单位', amount(running('参公事业单位'))],
    ['三、国有资产占用情况', '—'],
    ['（一）车辆数合计（辆）', count(total(vehicles))],
    ...vehicleUses.map((use, i): [string, Scalar] => [`  ${i + 1}．${use}`, count(vehicles[i])]),
    ['（二）单价100万元（含）以上设备（不含车辆）', count(o.equipment)],
    ['四、政府采购支出信息', '—'],
    ['（一）政府采购支出合计', amount(goods + works + services)],
    ['  1．政府采购货物支出', amount(goods)],
    ['  2．政府采购工程支出', amount(works)],
    ['  3．政府采购服务支出', amount(services)],
    ['（二）政府采购授予中小企业合同金额', amount(sme)],
    ['    其中：授予小微企业合同金额', amount(micro)],
  ];
  left.forEach(([word, values], i) => grid.putRow(5 + i, 0, [word, i + 1, ...values]));
  right.forEach(([word, value], i) => grid.putRow(5 + i, 5, [word, 22 + i, value]));
  grid.put(27, 0, '注：1.“三公”经费支出为单位使用一般公共预算和政府性基金预算财政拨款开支的金额。');

  return {
    ...caption,
    name: sheetName('F03', caption.title, caption.number),
    visibility: 'visible',
    top: 0,
    left: 0,
    values: grid.rows,
    merges: grid.merges,
    head: [3, 4],
    data: [5, 25],
    amounts: [2, 3, 4, 7],
    counts: [
      ...left.flatMap((_, i) => (i >= 11 ? [{ row: 5 + i, column: 4 }] : [])),
      ...right.flatMap((_, i) => (i >= 4 && i <= 13 ? [{ row: 5 + i, column: 7 }] : [])),
    ],
    widths: [38, 6, 15, 15, 15, 42, 6, 15],
  };
}

import type { Fen } from '../description';
import { spendingTotal, total, type Line } from '../ledger';
import type { Heading } from './heading';
import { columnForm, type Path } from './columns';
import type { KitSheet } from './grid';
import { itemsOf, sum } from './totals';

/** What every public form has in common; its number differs between families. */
export interface PublicHeading extends Heading {
  readonly id: 'public';
  readonly money: '万元';
  readonly number: string;
}

const names = ['科目名称'];
const basic = (l: Line): Fen => l.personnel + l.office;

export function publicIncome(heading: PublicHeading, lines: readonly Line[]): KitSheet {
  const of =
    (...sources: readonly string[]) =>
    (l: Line): Fen =>
      sources.includes(l.source) ? l.income : 0;
  return columnForm({
    ...heading,
    title: '收入决算表',
    lead: names,
    columns: [['本年收入合计'], ['财政拨款收入'], ['上级补助收入'], ['事业收入'], ['经营收入'], ['附属单位上缴收入'], ['其他收入']],
    items: itemsOf(lines, (own) => [
      sum(own, (l) => l.income),
      sum(own, of('一般公共', '政府性基金', '国有资本')),
      sum(own, of('上级补助')),
      sum(own, of('事业', '教育收费')),
      sum(own, of('经营')),
      sum(own, of('附属上缴')),
      sum(own, of('其他')),
    ]),
    note: '注：本表反映单位本年度取得的各项收入情况。',
  });
}

export function publicExpenditure(heading: PublicHeading, lines: readonly Line[]): KitSheet {
  return columnForm({
    ...heading,
    title: '支出决算表',
    lead: names,
    columns: [['本年支出合计'], ['基本支出'], ['项目支出'], ['上缴上级支出'], ['经营支出'], ['对附属单位补助支出']],
    items: itemsOf(lines, (own) => [
      sum(own, (l) => l.spent),
      sum(own, basic),
      sum(own, (l) => l.project.spent),
      sum(own, (l) => l.toSuperior),
      sum(own, (l) => spendingTotal(l.operatingSpending)),
      sum(own, (l) => l.toSubordinate),
    ]),
    note: '注：本表反映单位本年度各项支出情况。',
  });
}

/** 合计, 基本支出, 项目支出 of one fund. */
export function publicSpending(heading: PublicHeading, lines: readonly Line[], title: string, fund: Line['fund']): KitSheet {
  const heads: readonly Path[] = [
    ['本年支出', '合计'],
    ['本年支出', '基本支出'],
    ['本年支出', '项目支出'],
  ];
  return columnForm({
    ...heading,
    title,
    lead: names,
    columns: heads,
    items: itemsOf(
      lines.filter((l) => l.fund === fund),
      (own) => [sum(own, (l) => l.spent), sum(own, basic), sum(own, (l) => l.project.spent)],
    ),
  });
}

export function publicFund(heading: PublicHeading, lines: readonly Line[], title: string, fund: Line['fund']): KitSheet {
  return columnForm({
    ...heading,
    title,
    lead: names,
    columns: [
      ['年初结转和结余'],
      ['本年收入'],
      ['本年支出', '小计'],
      ['本年支出', '基本支出'],
      ['本年支出', '项目支出'],
      ['年末结转和结余'],
    ],
    items: itemsOf(
      lines.filter((l) => l.fund === fund),
      (own) => [
        sum(own, (l) => l.opening),
        sum(own, (l) => l.income),
        sum(own, (l) => l.spent),
        sum(own, basic),
        sum(own, (l) => l.project.spent),
        sum(own, (l) => l.closing),
      ],
    ),
  });
}

/** One amount per 项. */
export function publicProjects(heading: PublicHeading, lines: readonly Line[]): KitSheet {
  return columnForm({
    ...heading,
    title: '一般公共预算财政拨款项目支出决算表',
    lead: names,
    columns: [['金额']],
    items: itemsOf(
      lines.filter((l) => l.fund === '一般公共'),
      (own) => [total(own.map((l) => l.project.spent))],
    ),
  });
}

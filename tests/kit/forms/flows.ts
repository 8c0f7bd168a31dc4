import { total, type Line } from '../ledger';
import { columnForm, type Path } from './columns';
import type { KitSheet } from './grid';
import { itemsOf, sum } from './totals';
import type { Heading } from './heading';
import type { FiscalSource } from '../description';

const name = ['科目名称'];

/** 财决02 */
export function z02(heading: Heading, lines: readonly Line[]): KitSheet {
  const balance = (word: string): Path[] => [
    [word, '合计'],
    [word, '基本支出结转'],
    [word, '项目支出结转和结余'],
    [word, '经营结余'],
  ];
  return columnForm({
    ...heading,
    id: 'Z02',
    title: '收入支出决算表',
    number: '财决02表',
    lead: name,
    columns: [
      ...balance('年初结转和结余'),
      ['本年收入'],
      ['本年支出'],
      ['使用非财政拨款结余'],
      ['结余分配', '合计'],
      ['结余分配', '交纳所得税'],
      ['结余分配', '提取专用结余'],
      ['结余分配', '转入非财政拨款结余'],
      ['结余分配', '其他'],
      ...balance('年末结转和结余'),
    ],
    items: itemsOf(lines, (own) => [
      sum(own, (l) => l.opening),
      sum(own, (l) => l.basic.opening),
      sum(own, (l) => l.project.opening),
      sum(own, (l) => l.operating.opening),
      sum(own, (l) => l.income),
      sum(own, (l) => l.spent),
      sum(own, (l) => l.usedSurplus),
      sum(own, (l) => l.distributed),
      sum(own, (l) => l.distribution.tax),
      sum(own, (l) => l.distribution.special),
      sum(own, (l) => l.distribution.surplus),
      sum(own, (l) => l.distribution.other),
      sum(own, (l) => l.closing),
      sum(own, (l) => l.basic.closing),
      sum(own, (l) => l.project.closing),
      sum(own, (l) => l.operating.closing),
    ]),
    note: '注：本表反映单位本年度收入、支出、结转和结余及结余分配等情况。',
  });
}

/** 财决03 */
export function z03(heading: Heading, lines: readonly Line[]): KitSheet {
  return columnForm({
    ...heading,
    id: 'Z03',
    title: '收入决算表',
    number: '财决03表',
    lead: name,
    columns: [
      ['本年收入合计'],
      ['财政拨款收入'],
      ['上级补助收入'],
      ['事业收入', '小计'],
      ['事业收入', '其中：教育收费'],
      ['经营收入'],
      ['附属单位上缴收入'],
      ['其他收入'],
    ],
    items: itemsOf(lines, (own) => {
      const of = (...sources: readonly string[]): number => sum(own, (l) => (sources.includes(l.source) ? l.income : 0));
      return [
        sum(own, (l) => l.income),
        of('一般公共', '政府性基金', '国有资本'),
        of('上级补助'),
        of('事业', '教育收费'),
        of('教育收费'),
        of('经营'),
        of('附属上缴'),
        of('其他'),
      ];
    }),
    note: '注：本表反映单位本年度取得的各项收入情况。',
  });
}

/** 财决04 */
export function z04(heading: Heading, lines: readonly Line[]): KitSheet {
  return columnForm({
    ...heading,
    id: 'Z04',
    title: '支出决算表',
    number: '财决04表',
    lead: name,
    columns: [['本年支出合计'], ['基本支出'], ['项目支出'], ['上缴上级支出'], ['经营支出'], ['对附属单位补助支出']],
    items: itemsOf(lines, (own) => [
      sum(own, (l) => l.spent),
      sum(own, (l) => l.personnel + l.office),
      sum(own, (l) => l.project.spent),
      sum(own, (l) => l.toSuperior),
      sum(own, (l) => total(Object.values(l.operatingSpending))),
      sum(own, (l) => l.toSubordinate),
    ]),
    note: '注：本表反映单位本年度各项支出情况。',
  });
}

/** 财决07 */
export function z07(heading: Heading, lines: readonly Line[]): KitSheet {
  const ended = (l: Line): number => total(l.projects.map((p) => (p.finished ? p.closing : 0)));
  return columnForm({
    ...heading,
    id: 'Z07',
    title: '一般公共预算财政拨款收入支出决算表',
    number: '财决07表',
    lead: name,
    columns: [
      ['年初结转和结余', '合计'],
      ['年初结转和结余', '基本支出结转'],
      ['年初结转和结余', '项目支出结转和结余'],
      ['本年收入', '合计'],
      ['本年收入', '基本支出'],
      ['本年收入', '项目支出'],
      ['本年支出', '合计'],
      ['本年支出', '基本支出', '小计'],
      ['本年支出', '基本支出', '人员经费'],
      ['本年支出', '基本支出', '公用经费'],
      ['本年支出', '项目支出'],
      ['年末结转和结余', '合计'],
      ['年末结转和结余', '基本支出结转'],
      ['年末结转和结余', '项目支出结转和结余', '小计'],
      ['年末结转和结余', '项目支出结转和结余', '项目支出结转'],
      ['年末结转和结余', '项目支出结转和结余', '项目支出结余'],
    ],
    items: itemsOf(
      lines.filter((l) => l.fund === '一般公共'),
      (own) => [
        sum(own, (l) => l.opening),
        sum(own, (l) => l.basic.opening),
        sum(own, (l) => l.project.opening),
        sum(own, (l) => l.income),
        sum(own, (l) => l.basic.income),
        sum(own, (l) => l.project.income),
        sum(own, (l) => l.spent),
        sum(own, (l) => l.personnel + l.office),
        sum(own, (l) => l.personnel),
        sum(own, (l) => l.office),
        sum(own, (l) => l.project.spent),
        sum(own, (l) => l.closing),
        sum(own, (l) => l.basic.closing),
        sum(own, (l) => l.project.closing),
        sum(own, (l) => l.project.closing - ended(l)),
        sum(own, ended),
      ],
    ),
    note: '注：本表反映单位本年度一般公共预算财政拨款收入、支出及结转和结余等情况。',
  });
}

/** 财决09 and 财决11 */
export function fundFlow(heading: Heading, lines: readonly Line[], id: 'Z09' | 'Z11', fund: FiscalSource): KitSheet {
  const fundName = fund === '政府性基金' ? '政府性基金预算' : '国有资本经营预算';
  return columnForm({
    ...heading,
    id,
    title: `${fundName}财政拨款收入支出决算表`,
    number: id === 'Z09' ? '财决09表' : '财决11表',
    lead: name,
    columns: [
      ['年初结转和结余'],
      ['本年收入'],
      ['本年支出', '合计'],
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
        sum(own, (l) => l.personnel + l.office),
        sum(own, (l) => l.project.spent),
        sum(own, (l) => l.closing),
      ],
    ),
    note: `注：本表反映单位本年度${fundName}财政拨款收入、支出及结转和结余情况。`,
  });
}

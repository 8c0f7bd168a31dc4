import type { Scalar } from '../../../src/kernel/workbook';
import { fiscalSources, type Fen, type MoneySource, type Operation, type ThreePublicPart } from '../description';
import { total, type Line } from '../ledger';
import { groups } from '../words/economic';
import { classNames } from '../words/functional';
import { ordinal } from '../words/nature';
import { amountIn, Grid, putCaption, type KitSheet } from './grid';
import { threePublic } from './operation';
import type { PublicHeading } from './public-flows';
import { sum } from './totals';

const wan = amountIn('万元');

interface Shape {
  readonly title: string;
  readonly head: readonly [number, number];
  readonly data: readonly [number, number];
  readonly amounts: readonly number[];
}

const sheetOf = (heading: PublicHeading, grid: Grid, shape: Shape): KitSheet => ({
  id: 'public',
  number: heading.number,
  name: heading.number,
  visibility: 'visible',
  top: 0,
  left: 0,
  values: grid.rows,
  merges: grid.merges,
  widths: Array.from({ length: grid.width }, () => 18),
  ...shape,
});

const start = (heading: PublicHeading, title: string, width: number): Grid => {
  const grid = new Grid(width);
  putCaption(grid, { ...heading, title });
  return grid;
};

const income: readonly (readonly [string, readonly MoneySource[]])[] = [
  ['一、一般公共预算财政拨款收入', ['一般公共']],
  ['二、政府性基金预算财政拨款收入', ['政府性基金']],
  ['三、国有资本经营预算财政拨款收入', ['国有资本']],
  ['四、上级补助收入', ['上级补助']],
  ['五、事业收入', ['事业', '教育收费']],
  ['六、经营收入', ['经营']],
  ['七、附属单位上缴收入', ['附属上缴']],
  ['八、其他收入', ['其他']],
];

/** 收入支出决算总表 as published: two blocks, 决算数 only. */
export function publicTotals(heading: PublicHeading, lines: readonly Line[]): KitSheet {
  const title = '收入支出决算总表';
  const grid = start(heading, title, 6);
  grid.put(3, 0, '收入');
  grid.merge(3, 0, 3, 2);
  grid.put(3, 3, '支出');
  grid.merge(3, 3, 3, 5);
  grid.putRow(4, 0, ['项目', '行次', '决算数', '项目', '行次', '决算数']);
  grid.putRow(5, 0, ['栏次', null, 1, '栏次', null, 2]);
  classNames.forEach(([code, word], i) => {
    const label = income[i]?.[0] ?? null;
    const sources: readonly MoneySource[] = income[i]?.[1] ?? [];
    const received = sum(lines, (l) => (sources.includes(l.source) ? l.income : 0));
    grid.putRow(6 + i, 0, [
      label,
      i + 1,
      wan(received),
      `${ordinal(i + 1)}、${word}`,
      i + 32,
      wan(sum(lines, (l) => (l.code.startsWith(code) ? l.spent : 0))),
    ]);
  });
  const bottom: readonly (readonly [string, Fen, string, Fen])[] = [
    ['本年收入合计', sum(lines, (l) => l.income), '本年支出合计', sum(lines, (l) => l.spent)],
    ['使用非财政拨款结余（含专用结余）', sum(lines, (l) => l.usedSurplus), '结余分配', sum(lines, (l) => l.distributed)],
    ['年初结转和结余', sum(lines, (l) => l.opening), '年末结转和结余', sum(lines, (l) => l.closing)],
    ['总计', sum(lines, (l) => l.income + l.usedSurplus + l.opening), '总计', sum(lines, (l) => l.spent + l.distributed + l.closing)],
  ];
  bottom.forEach(([left, a, right, b], i) => grid.putRow(32 + i, 0, [left, 27 + i, wan(a), right, 58 + i, wan(b)]));
  grid.put(36, 0, '注：本表反映单位本年度的总收支和年末结转结余情况。');
  return sheetOf(heading, grid, { title, head: [3, 5], data: [6, 35], amounts: [2, 5] });
}

/** 财政拨款收入支出决算总表 as published: expenditure once per fund. */
export function publicFiscalTotals(heading: PublicHeading, lines: readonly Line[]): KitSheet {
  const title = '财政拨款收入支出决算总表';
  const grid = start(heading, title, 9);
  const fiscal = lines.filter((l) => l.fund !== undefined);
  const words = ['一、一般公共预算财政拨款', '二、政府性基金预算财政拨款', '三、国有资本经营预算财政拨款'];
  grid.put(3, 0, '收入');
  grid.merge(3, 0, 3, 2);
  grid.put(3, 3, '支出');
  grid.merge(3, 3, 3, 8);
  grid.putRow(4, 0, [
    '项目',
    '行次',
    '决算数',
    '项目',
    '行次',
    '合计',
    '一般公共预算财政拨款',
    '政府性基金预算财政拨款',
    '国有资本经营预算财政拨款',
  ]);
  grid.putRow(5, 0, ['栏次', null, 1, '栏次', null, 2, 3, 4, 5]);
  const each = (measure: (l: Line) => Fen): Scalar[] =>
    [fiscal, ...fiscalSources.map((f) => fiscal.filter((l) => l.fund === f))].map((own) => wan(sum(own, measure)));
  const put = (row: number, label: string | null, amount: Fen, other: string, measure: (l: Line) => Fen): void =>
    grid.putRow(row, 0, [label, row - 5, wan(amount), other, row + 27, ...each(measure)]);
  classNames.forEach(([code, word], i) => {
    const fund = fiscalSources[i];
    put(
      6 + i,
      words[i] ?? null,
      sum(fiscal, (l) => (l.fund === fund ? l.income : 0)),
      `${ordinal(i + 1)}、${word}`,
      (l) => (l.code.startsWith(code) ? l.spent : 0),
    );
  });
  put(
    32,
    '本年收入合计',
    sum(fiscal, (l) => l.income),
    '本年支出合计',
    (l) => l.spent,
  );
  put(
    33,
    '年初财政拨款结转和结余',
    sum(fiscal, (l) => l.opening),
    '年末财政拨款结转和结余',
    (l) => l.closing,
  );
  fiscalSources.forEach((fund, i) => {
    const row = 34 + i;
    grid.putRow(row, 0, [words[i]!, row - 5, wan(sum(fiscal, (l) => (l.fund === fund ? l.opening : 0)))]);
  });
  put(
    37,
    '总计',
    sum(fiscal, (l) => l.income + l.opening),
    '总计',
    (l) => l.spent + l.closing,
  );
  return sheetOf(heading, grid, { title, head: [3, 5], data: [6, 37], amounts: [2, 5, 6, 7, 8] });
}

/** 基本支出 by 经济分类, printed downwards in three sets of columns. */
export function publicBasicList(heading: PublicHeading, lines: readonly Line[]): KitSheet {
  const title = '一般公共预算财政拨款基本支出决算表';
  const grid = start(heading, title, 9);
  const own = lines.filter((l) => l.fund === '一般公共');
  const spent = (code: string): Fen =>
    total(own.flatMap((l) => Object.entries(l.basicSpending).map(([item, fen]) => (item.startsWith(code) ? fen : 0))));
  grid.put(3, 0, '人员经费');
  grid.merge(3, 0, 3, 2);
  grid.put(3, 3, '公用经费');
  grid.merge(3, 3, 3, 8);
  for (const column of [0, 3, 6]) grid.putRow(4, column, ['科目编码', '科目名称', '决算数']);
  const sets = [['301', '303'], ['302'], ['307', '310', '312', '313', '399']];
  let last = 5;
  sets.forEach((codes, set) => {
    let row = 5;
    for (const group of groups.filter((g) => codes.includes(g.code))) {
      grid.putRow(row++, set * 3, [group.code, group.name, wan(spent(group.code))]);
      for (const [code, name] of group.items) grid.putRow(row++, set * 3, [code, `  ${name}`, wan(spent(code))]);
    }
    last = Math.max(last, row);
  });
  grid.putRow(last, 0, [
    '人员经费合计',
    null,
    wan(sum(own, (l) => l.personnel)),
    '公用经费合计',
    null,
    null,
    null,
    null,
    wan(sum(own, (l) => l.office)),
  ]);
  return sheetOf(heading, grid, { title, head: [3, 4], data: [5, last], amounts: [2, 5, 8] });
}

const parts: readonly (readonly ThreePublicPart[])[] = [
  ['abroad', 'purchase', 'running', 'reception'],
  ['abroad'],
  ['purchase', 'running'],
  ['purchase'],
  ['running'],
  ['reception'],
];

/** 财政拨款“三公”经费支出决算表: one line of numbers. */
export function publicThreePublic(heading: PublicHeading, lines: readonly Line[], operation: Operation): KitSheet {
  const title = '财政拨款“三公”经费支出决算表';
  const grid = start(heading, title, 12);
  (['预算数', '决算数'] as const).forEach((word, i) => {
    grid.put(3, i * 6, word);
    grid.merge(3, i * 6, 3, i * 6 + 5);
    grid.putRow(4, i * 6, ['合计', '因公出国（境）费', '公务用车购置及运行维护费', null, null, '公务接待费']);
    grid.merge(4, i * 6 + 2, 4, i * 6 + 4);
    grid.putRow(5, i * 6 + 2, ['小计', '公务用车购置费', '公务用车运行维护费']);
  });
  for (let c = 0; c < 12; c++) grid.put(6, c, c + 1);
  const actual = (part: ThreePublicPart): Fen => threePublic(lines, part);
  const planned = (part: ThreePublicPart): Fen => operation.budget?.[part]?.full ?? actual(part);
  grid.putRow(7, 0, [...parts.map((p) => wan(total(p.map(planned)))), ...parts.map((p) => wan(total(p.map(actual))))]);
  return sheetOf(heading, grid, { title, head: [3, 6], data: [7, 7], amounts: Array.from({ length: 12 }, (_, c) => c) });
}

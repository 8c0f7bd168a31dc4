import { spendingTotal, total, type Line } from '../ledger';
import type { MoneySource } from '../description';
import { classNames } from '../words/functional';
import { groups } from '../words/economic';
import { ordinal } from '../words/nature';
import type { Heading } from './heading';
import { addThree, closingOf, incomeOf, none, openingOf, partOf, spentOf, usedOf, type Three } from './budgets';
import { amount, Grid, putCaption, sheetName, type KitSheet } from './grid';
import type { Spending } from '../description';

/** 小计 of every economic group over everything that was spent by 经济分类. */
export function economicGroups(lines: readonly Line[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  const collect = (spending: Spending): void => {
    for (const [code, fen] of Object.entries(spending)) sums.set(code.slice(0, 3), (sums.get(code.slice(0, 3)) ?? 0) + fen);
  };
  for (const line of lines) {
    collect(line.basicSpending);
    collect(line.operatingSpending);
    line.projects.forEach((p) => collect(p.spending));
  }
  return sums;
}

/** 基本建设类项目: what projects spend under 309 and 311. */
const construction = (lines: readonly Line[]): number =>
  total(
    lines.flatMap((l) =>
      l.projects.flatMap((p) => Object.entries(p.spending).flatMap(([code, fen]) => (/^3(09|11)/.test(code) ? [fen] : []))),
    ),
  );

/** 基本建设 has no plan of its own in a description: it was planned as it was spent. */
export const constructionThree = (lines: readonly Line[]): Three => {
  const actual = construction(lines);
  const project = partOf(lines, 'project', (l) => l.project.spent);
  return [Math.min(actual, project[0]), Math.min(actual, project[1]), actual];
};

const incomes: readonly (readonly [word: string, sources: readonly MoneySource[]])[] = [
  ['一、一般公共预算财政拨款收入', ['一般公共']],
  ['二、政府性基金预算财政拨款收入', ['政府性基金']],
  ['三、国有资本经营预算财政拨款收入', ['国有资本']],
  ['四、上级补助收入', ['上级补助']],
  ['五、事业收入', ['事业', '教育收费']],
  ['六、经营收入', ['经营']],
  ['七、附属单位上缴收入', ['附属上缴']],
  ['八、其他收入', ['其他']],
];

/** 财决01: three blocks side by side, 26 rows, then the totals. */
export function z01(heading: Heading, lines: readonly Line[]): KitSheet {
  const caption = { ...heading, id: 'Z01' as const, title: '收入支出决算总表', number: '财决01表' };
  const grid = new Grid(15);
  putCaption(grid, caption);
  grid.put(3, 0, '收入');
  grid.merge(3, 0, 3, 4);
  grid.put(3, 5, '支出');
  grid.merge(3, 5, 3, 14);
  const three = ['年初预算数', '全年预算数', '决算数'];
  grid.putRow(4, 0, ['项目', '行次', ...three, '项目(按功能分类)', '行次', ...three, '项目(按支出性质和经济分类)', '行次', ...three]);
  grid.putRow(5, 0, ['栏次', null, 1, 2, 3, '栏次', null, 4, 5, 6, '栏次', null, 7, 8, 9]);

  const put = (row: number, column: number, word: string | null, line: number, amounts: Three): void => {
    grid.putRow(row, column, [word, line, ...amounts.map(amount)]);
  };
  const received = incomes.map(([, sources]) => incomeOf(lines.filter((l) => sources.includes(l.source))));
  for (let i = 0; i < 26; i++) put(6 + i, 0, incomes[i]?.[0] ?? null, 1 + i, received[i] ?? none);
  classNames.forEach(([code, word], i) =>
    put(6 + i, 5, `${ordinal(i + 1)}、${word}`, 32 + i, spentOf(lines.filter((l) => l.code.startsWith(code)))),
  );
  natureRows(lines).forEach(([word, amounts], i) => put(6 + i, 10, word, 58 + i, amounts));
  const spent = economicGroups(lines);
  const dashes = (row: number): void => grid.putRow(row, 12, ['—', '—']);
  put(16, 10, '经济分类支出合计', 68, [0, 0, total(spent.values())]);
  dashes(16);
  groups.forEach(({ code, name }, i) => {
    put(17 + i, 10, `${ordinal(i + 1)}、${name}`, 69 + i, [0, 0, spent.get(code) ?? 0]);
    dashes(17 + i);
  });
  for (const line of [66, 67, 79, 80, 81, 82, 83]) put(6 + line - 58, 10, null, line, none);

  const income = addThree(...received);
  const closing = closingOf(lines);
  const distributed: Three = [0, 0, total(lines.map((l) => l.distributed))];
  // 年末 of a plan is 31 − 84 (official formula), so what is planned for 结余分配 stays inside it.
  const all = addThree(income, usedOf(lines), openingOf(lines));
  const bottom = (row: number, left: string | null, amounts: Three, right: string | null, other: Three): void => {
    put(row, 0, left, row - 5, amounts);
    grid.put(row, 5, right);
    grid.merge(row, 5, row, 10);
    grid.putRow(row, 11, [row + 52, ...other.map(amount)]);
  };
  bottom(32, '本年收入合计', income, '本年支出合计', spentOf(lines));
  bottom(33, '使用非财政拨款结余（含专用结余）', usedOf(lines), '结余分配', distributed);
  bottom(34, '年初结转和结余', openingOf(lines), '年末结转和结余', closing);
  bottom(35, null, none, null, none);
  bottom(36, '总计', all, '总计', addThree(spentOf(lines), distributed, closing));
  grid.put(37, 0, '注：本表反映单位本年度的总收支和年末结转结余情况。');

  return {
    ...caption,
    name: sheetName('Z01', caption.title, caption.number),
    visibility: 'visible',
    top: 0,
    left: 0,
    values: grid.rows,
    merges: grid.merges,
    head: [3, 5],
    data: [6, 36],
    amounts: [2, 3, 4, 7, 8, 9, 12, 13, 14],
    widths: [34, 6, 15, 15, 15, 32, 6, 15, 15, 15, 30, 6, 15, 15, 15],
  };
}

/** 行58–65: by kind of expenditure. */
function natureRows(lines: readonly Line[]): readonly (readonly [string, Three])[] {
  const personnel = partOf(lines, 'personnel', (l) => l.personnel);
  const office = partOf(lines, 'office', (l) => l.office);
  return [
    ['一、基本支出', addThree(personnel, office)],
    ['    人员经费', personnel],
    ['    公用经费', office],
    ['二、项目支出', partOf(lines, 'project', (l) => l.project.spent)],
    ['    其中：基本建设类项目', constructionThree(lines)],
    ['三、上缴上级支出', partOf(lines, 'toSuperior', (l) => l.toSuperior)],
    ['四、经营支出', partOf(lines, 'operating', (l) => spendingTotal(l.operatingSpending))],
    ['五、对附属单位补助支出', partOf(lines, 'toSubordinate', (l) => l.toSubordinate)],
  ];
}

import { fiscalSources, type FiscalSource } from '../description';
import type { Line } from '../ledger';
import { classNames } from '../words/functional';
import { groups } from '../words/economic';
import { ordinal } from '../words/nature';
import type { Heading } from './heading';
import { addThree, closingOf, incomeOf, none, openingOf, partOf, spentOf, type Three } from './budgets';
import { amount, Grid, putCaption, sheetName, type KitSheet } from './grid';
import { constructionThree, economicGroups } from './z01';

const full = { 一般公共: '一般公共预算财政拨款', 政府性基金: '政府性基金预算财政拨款', 国有资本: '国有资本经营预算财政拨款' } as const;
const funds = ['小计', ...Object.values(full)];
/** First column of each block of four: 年初预算数, 全年预算数, 决算数. */
const functionalBlocks = [7, 11, 15] as const;
const natureBlocks = [21, 25, 29] as const;

/** 财决01-1: income on the left, expenditure once per fund. */
export function z01_1(heading: Heading, lines: readonly Line[]): KitSheet {
  const caption = { ...heading, id: 'Z01_1' as const, title: '财政拨款收入支出决算总表', number: '财决01-1表' };
  const grid = new Grid(33);
  putCaption(grid, caption);
  putHeads(grid);

  const fiscal = lines.filter((l) => l.fund !== undefined);
  const of = (fund: FiscalSource): readonly Line[] => fiscal.filter((l) => l.fund === fund);
  const left = (row: number, word: string | null, amounts: Three): void => grid.putRow(row, 0, [word, row - 6, ...amounts.map(amount)]);
  /** `measure` is asked for each fund; 小计 is the sum of the three. */
  const right = (row: number, blocks: readonly number[], measure: (lines: readonly Line[]) => Three): void => {
    const each = fiscalSources.map((fund) => measure(of(fund)));
    const whole = addThree(...each);
    blocks.forEach((column, i) => grid.putRow(row, column, [whole[i]!, ...each.map((three) => three[i]!)].map(amount)));
  };

  for (let i = 0; i < 26; i++) {
    const fund = fiscalSources[i];
    left(7 + i, fund ? `${ordinal(i + 1)}、${full[fund]}` : null, fund ? incomeOf(of(fund)) : none);
    grid.put(7 + i, 20, 59 + i);
  }
  classNames.forEach(([code, word], i) => {
    grid.putRow(7 + i, 5, [`${ordinal(i + 1)}、${word}`, 33 + i]);
    right(7 + i, functionalBlocks, (own) => spentOf(own.filter((l) => l.code.startsWith(code))));
  });
  const personnel = (own: readonly Line[]): Three => partOf(own, 'personnel', (l) => l.personnel);
  const office = (own: readonly Line[]): Three => partOf(own, 'office', (l) => l.office);
  const natures: readonly (readonly [string, (own: readonly Line[]) => Three])[] = [
    ['一、基本支出', (own) => addThree(personnel(own), office(own))],
    ['    人员经费', personnel],
    ['    公用经费', office],
    ['二、项目支出', (own) => partOf(own, 'project', (l) => l.project.spent)],
    ['    其中：基本建设类项目', constructionThree],
  ];
  natures.forEach(([word, measure], i) => {
    grid.put(7 + i, 19, word);
    right(7 + i, natureBlocks, measure);
  });
  const economic = (row: number, word: string, measure: (own: readonly Line[]) => number): void => {
    grid.put(row, 19, word);
    right(row, natureBlocks, (own) => [0, 0, measure(own)]);
    grid.putRow(row, 21, new Array<string>(8).fill('—'));
  };
  economic(17, '经济分类支出合计', (own) => spentOf(own)[2]);
  groups.forEach(({ code, name }, i) => economic(18 + i, `${ordinal(i + 1)}、${name}`, (own) => economicGroups(own).get(code) ?? 0));

  const bottom = (row: number, word: string, amounts: Three, other: string, measure: (own: readonly Line[]) => Three): void => {
    left(row, word, amounts);
    grid.put(row, 5, other);
    grid.merge(row, 5, row, 19);
    grid.put(row, 20, row + 52);
    right(row, natureBlocks, measure);
  };
  bottom(33, '本年收入合计', incomeOf(fiscal), '本年支出合计', spentOf);
  bottom(34, '年初财政拨款结转和结余', openingOf(fiscal), '年末财政拨款结转和结余', closingOf);
  fiscalSources.forEach((fund, i) => {
    const word = `${ordinal(i + 1)}、${full[fund]}`;
    bottom(35 + i, word, openingOf(of(fund)), word, (own) => closingOf(own.filter((l) => l.fund === fund)));
  });
  bottom(38, '总计', addThree(incomeOf(fiscal), openingOf(fiscal)), '总计', (own) => addThree(spentOf(own), closingOf(own)));
  grid.put(
    39,
    0,
    '注：本表反映单位本年度一般公共预算财政拨款、政府性基金预算财政拨款和国有资本经营预算财政拨款的总收支和年末结转结余情况。',
  );

  return {
    ...caption,
    name: sheetName('Z01_1', caption.title, caption.number),
    visibility: 'visible',
    top: 0,
    left: 0,
    values: grid.rows,
    merges: grid.merges,
    head: [3, 6],
    data: [7, 38],
    amounts: [
      2,
      3,
      4,
      ...functionalBlocks.flatMap((c) => [c, c + 1, c + 2, c + 3]),
      ...natureBlocks.flatMap((c) => [c, c + 1, c + 2, c + 3]),
    ],
    widths: [30, 6, 15, 15, 15, 32, 6, ...new Array<number>(12).fill(15), 30, 6, ...new Array<number>(12).fill(15)],
  };
}

function putHeads(grid: Grid): void {
  grid.put(3, 0, '收入');
  grid.merge(3, 0, 3, 4);
  grid.put(3, 5, '支出');
  grid.merge(3, 5, 3, 32);
  const three = ['年初预算数', '全年预算数', '决算数'];
  grid.putRow(4, 0, ['项目', '行次', ...three, '项目(按功能分类)', '行次']);
  for (let c = 0; c < 7; c++) grid.merge(4, c, 5, c);
  grid.putRow(4, 19, ['项目(按支出性质和经济分类)', '行次']);
  grid.merge(4, 19, 5, 19);
  grid.merge(4, 20, 5, 20);
  [functionalBlocks, natureBlocks].forEach((blocks) =>
    blocks.forEach((column, i) => {
      grid.put(4, column, three[i]!);
      grid.merge(4, column, 4, column + 3);
      grid.putRow(5, column, funds);
    }),
  );
  grid.putRow(6, 0, ['栏次', null, 1, 2, 3, '栏次']);
  grid.put(6, 19, '栏次');
  for (let i = 0; i < 12; i++) {
    grid.put(6, 7 + i, 4 + i);
    grid.put(6, 21 + i, 16 + i);
  }
}

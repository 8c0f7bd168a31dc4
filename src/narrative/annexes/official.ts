import type { Table } from '../../facts/fact-set';
import type { ColumnName, RowName } from '../../layouts/keys';
import type { BudgetColumn } from '../../supplements/schema';
import { plainName } from '../names';
import { amount, head, name, sumCell, type Annex, type AnnexCell } from './annex';

const rows = [
  '三公经费支出合计',
  '因公出国（境）费',
  '公务用车购置及运行维护费',
  '公务用车购置费',
  '公务用车运行维护费',
  '公务接待费',
] as const;
type OfficialRow = (typeof rows)[number];

/** 财政拨款“三公”经费支出决算表: one row, the budget of the profile beside the expenditure. */
export const officialForm = (table: Table, budget: BudgetColumn): Annex => ({
  title: '财政拨款“三公”经费支出决算表',
  widths: [...rows, ...rows].map(() => 1),
  head: [
    [head(budget, 6), head('决算数', 6)],
    [0, 1].flatMap(() => [
      head('合计', 1, 2),
      head('因公出国（境）费', 1, 2),
      head('公务用车购置及运行维护费', 3),
      head('公务接待费', 1, 2),
    ]),
    [0, 1].flatMap(() => [head('小计'), head('公务用车购置费'), head('公务用车运行维护费')]),
  ],
  body: [([budget, '统计数'] as const).flatMap((column) => rows.map((row) => amount(table.at(row, column), '0.00')))],
});

/** 附03 writes a fee and its parts under each other; further in, further to the right. */
const listed: readonly (readonly [row: RowName, depth: number, kind: 'amount' | 'count'])[] = [
  ['三公经费支出合计', 0, 'amount'],
  ['因公出国（境）费', 1, 'amount'],
  ['公务用车购置及运行维护费', 1, 'amount'],
  ['公务用车购置费', 2, 'amount'],
  ['公务用车运行维护费', 2, 'amount'],
  ['公务接待费', 1, 'amount'],
  ['国内接待费', 2, 'amount'],
  ['外事接待费', 3, 'amount'],
  ['国（境）外接待费', 2, 'amount'],
  ['因公出国（境）团组数', 1, 'count'],
  ['因公出国（境）人次数', 1, 'count'],
  ['公务用车购置数', 1, 'count'],
  ['公务用车保有量', 1, 'count'],
  ['国内公务接待批次', 1, 'count'],
  ['外事接待批次', 2, 'count'],
  ['国内公务接待人次', 1, 'count'],
  ['外事接待人次', 2, 'count'],
  ['机关运行经费', 0, 'amount'],
  ['行政单位', 1, 'amount'],
  ['参照公务员法管理事业单位', 1, 'amount'],
];

const indented = (words: string, depth: number): AnnexCell => name('\u3000'.repeat(depth) + words, depth === 0);

/** Whole numbers as they stand: they are no money. */
function counted(table: Table, row: RowName): AnnexCell {
  const reading = table.at(row, '统计数');
  if (reading.state !== 'number') return amount(reading);
  return { text: reading.fact.value.toFixed(0), of: reading.fact, align: 'right' };
}

/** 财政拨款“三公”经费、行政参公单位机关运行经费情况表: the rows of 附03 under each other, budget beside expenditure. */
export const officialList = (table: Table, budget: BudgetColumn): Annex => ({
  title: '财政拨款“三公”经费、行政参公单位机关运行经费情况表',
  widths: [4, 1.5, 1.5],
  head: [[head('项目'), head(budget), head('决算统计数')]],
  body: listed
    .filter(([row]) => table.row(row) !== undefined)
    .map(([row, depth, kind]) => {
      const words = indented(row === '三公经费支出合计' ? '“三公”经费支出合计' : plainName(table.row(row)!.name) || row, depth);
      return kind === 'count'
        ? [words, amount(undefined), counted(table, row)]
        : [words, amount(table.at(row, budget), '0.00'), amount(table.at(row, '统计数'), '0.00')];
    }),
});

/** The 款 of 财决08 that are 三公: a fee bought under 基本建设 counts as well. */
const economic: Readonly<Record<Exclude<OfficialRow, '三公经费支出合计'>, readonly ColumnName[]>> = {
  '因公出国（境）费': ['30212'],
  公务用车购置及运行维护费: ['30913', '31013', '30231'],
  公务用车购置费: ['30913', '31013'],
  公务用车运行维护费: ['30231'],
  公务接待费: ['30217'],
};
const depths: Readonly<Record<OfficialRow, number>> = {
  三公经费支出合计: 0,
  '因公出国（境）费': 1,
  公务用车购置及运行维护费: 1,
  公务用车购置费: 2,
  公务用车运行维护费: 2,
  公务接待费: 1,
};

/** 一般公共预算财政拨款“三公”经费情况表: what 财决08 holds of it; that form knows no budget. */
export function generalOfficialList(table: Table): Annex {
  const all: readonly ColumnName[] = ['30212', '30913', '31013', '30231', '30217'];
  return {
    title: '一般公共预算财政拨款“三公”经费情况表',
    widths: [4, 1.5],
    head: [[head('项目'), head('决算统计数')]],
    body: rows.map((row) => {
      const columns = row === '三公经费支出合计' ? all : economic[row];
      const words = indented(row === '三公经费支出合计' ? '“三公”经费支出合计' : row, depths[row]);
      return [
        words,
        sumCell(
          columns.map((column) => table.at('合计', column)),
          '0.00',
        ),
      ];
    }),
  };
}

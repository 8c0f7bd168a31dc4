import type { Table } from '../../facts/fact-set';
import type { BudgetColumn } from '../../supplements/schema';
import { amount, head, type Annex } from './annex';

const rows = [
  '三公经费支出合计',
  '因公出国（境）费',
  '公务用车购置及运行维护费',
  '公务用车购置费',
  '公务用车运行维护费',
  '公务接待费',
] as const;

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

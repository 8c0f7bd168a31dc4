import type { Measure } from './measure';
import { measures } from './measures';
import type { Topic } from './topics';

/** Whole that 占…% means where the words do not say it. */
export const wholeOf: Readonly<Partial<Record<Topic, Measure>>> = {
  income: measures.income,
  spending: measures.spending,
  'budget.structure': measures.budget,
  budget: measures.budget,
  official: measures.official,
  'official.overall': measures.official,
  'official.parts': measures.official,
  basic: measures.basic,
  procurement: measures.purchases,
};

/** Behind 总体情况 one whole is 占 of incomes, another of expenditures (重庆); a text box may stand in the other section. */
export const overallOf = (part: Measure | undefined): Measure | undefined =>
  part && (/收入$/.test(part.name) ? measures.income : /支出$/.test(part.name) ? measures.spending : undefined);

/** The totals that 收入 and 支出 alone may stand for, and what else they might be. */
export const shortTotals: Readonly<Partial<Record<Topic, Readonly<Record<'收入' | '支出', readonly [Measure, Measure]>>>>> = {
  total: { 收入: [measures.totalIncome, measures.income], 支出: [measures.totalSpending, measures.spending] },
  fiscal: { 收入: [measures.fiscal, measures.fiscalIncome], 支出: [measures.fiscalSpending, measures.fiscalYearSpending] },
};

/** ，支出…万元 behind an income: the expenditure of the same fund. */
export const spentOf: Readonly<Partial<Record<Topic, Measure>>> = { fund: measures.fund, capital: measures.capital };

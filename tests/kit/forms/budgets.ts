import type { BudgetSplit, Fen } from '../description';
import { total, type Line } from '../ledger';
import { sum } from './totals';

/** The three amount columns of 财决01 and 01-1. */
export type Three = readonly [initial: Fen, full: Fen, actual: Fen];
export const none: Three = [0, 0, 0];
export const addThree = (...all: readonly Three[]): Three => [
  total(all.map((t) => t[0])),
  total(all.map((t) => t[1])),
  total(all.map((t) => t[2])),
];

const planned = (b: Required<BudgetSplit>): Fen => total(Object.values(b));

/** Income that the plan of an entry needs beyond what it starts with. */
export const incomeOf = (lines: readonly Line[]): Three => [
  sum(lines, (l) => planned(l.budget.initial)),
  sum(lines, (l) => Math.max(0, planned(l.budget.full) - l.opening - l.usedSurplus)),
  sum(lines, (l) => l.income),
];
export const spentOf = (lines: readonly Line[]): Three => [
  sum(lines, (l) => planned(l.budget.initial)),
  sum(lines, (l) => planned(l.budget.full)),
  sum(lines, (l) => l.spent),
];
export const openingOf = (lines: readonly Line[]): Three => [0, sum(lines, (l) => l.opening), sum(lines, (l) => l.opening)];
export const usedOf = (lines: readonly Line[]): Three => [0, sum(lines, (l) => l.usedSurplus), sum(lines, (l) => l.usedSurplus)];
/** What income, opening balance and used surplus leave after the spending: 年末 of a plan is always worked out this way. */
export const closingOf = (lines: readonly Line[]): Three => {
  const [income, spent, opening, used] = [incomeOf(lines), spentOf(lines), openingOf(lines), usedOf(lines)];
  return [income[0] + opening[0] + used[0] - spent[0], income[1] + opening[1] + used[1] - spent[1], sum(lines, (l) => l.closing)];
};

export const partOf = (lines: readonly Line[], part: keyof BudgetSplit, actual: (line: Line) => Fen): Three => [
  sum(lines, (l) => l.budget.initial[part]),
  sum(lines, (l) => l.budget.full[part]),
  sum(lines, actual),
];

import type { CellRef } from '../../kernel/workbook';
import type { Years } from '../../facts/fact-set';
import { abs, minus } from '../../facts/arithmetic';
import { decimalString } from '../../facts/money';
import { exactly, printed, say, type Phrase } from '../../facts/phrase';
import { cellsOf, type Traced } from '../../facts/traced';
import type { BudgetColumn } from '../../supplements/schema';
import type { Supplements } from '../../supplements/supplements';
import type { SpecialOutcome } from '../rule';

/** What a special rule is given. */
export interface SpecialInput {
  readonly years: Years;
  readonly supplements: Supplements;
  /** Which budget the profile's 完成预算 means, and so what the supplied 项 budgets are. */
  readonly budget: BudgetColumn;
}

export const passed = (place: string): SpecialOutcome => ({ kind: 'passed', place });
export const blocked = (place: string, reason: string): SpecialOutcome => ({ kind: 'blocked', place, reason });
export const notApplicable = (place: string, reason: string): SpecialOutcome => ({ kind: 'notApplicable', place, reason });

/** A failed comparison of two traced numbers. */
export function differs(place: string, message: Phrase, left: Traced, right: Traced, names: readonly [string, string]): SpecialOutcome {
  const cells = [...cellsOf(left), ...cellsOf(right)];
  return {
    kind: 'failed',
    place,
    message,
    cells,
    left: { text: names[0], value: decimalString(left.value), cells: cellsOf(left) },
    right: { text: names[1], value: decimalString(right.value), cells: cellsOf(right) },
    difference: decimalString(left.value.minus(right.value)),
    values: [left.value.toString(), right.value.toString()],
  };
}

/** 比 … 少 100.00 元: by how much `left` is beside `right`. */
export const apart = (left: Traced, right: Traced): Phrase =>
  say`${printed(left.value.lt(right.value) ? '少' : '多')} ${exactly(abs(minus(left, right)))}`;

/** A fault that is about words, not amounts. */
export const wrong = (place: string, message: string, cells: readonly CellRef[], ...values: readonly string[]): SpecialOutcome => ({
  kind: 'failed',
  place,
  message: [printed(message)],
  cells,
  values,
});

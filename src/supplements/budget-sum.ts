import { minus, sum } from '../facts/arithmetic';
import type { FactSet } from '../facts/fact-set';
import type { Derived } from '../facts/traced';
import type { BudgetColumn } from './schema';
import type { Supplements } from './supplements';

/** What the supplied budgets per 项 come to, and how that compares with the form that prints the whole. */
interface BudgetSum {
  readonly total: Derived;
  /** The form's total − ours; undefined where the form prints none. */
  readonly gap?: Derived;
  readonly equal: boolean;
}

/** undefined until every 项 has its budget: the sum of a part would be taken for the whole. */
export function budgetSum(
  now: FactSet,
  supplements: Supplements,
  codes: readonly string[],
  column: BudgetColumn = '全年预算数',
): BudgetSum | undefined {
  const budgets = codes.flatMap((code) => supplements.itemBudget(code) ?? []);
  if (codes.length === 0 || budgets.length < codes.length) return undefined;
  const total = sum(...budgets);
  const form = now.find(`Z01_1.本年支出合计.${column}·一般公共`);
  if (form.state !== 'number') return { total, equal: false };
  const gap = minus(form.fact, total);
  return { total, gap, equal: gap.value.isZero() };
}

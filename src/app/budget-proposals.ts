import { agrees, isKnown, type AmountOrGap } from '../narrative/input';
import { classBudget, itemFunds, items, itemTable, spentIn } from '../narrative/items';
import type { Traced } from '../facts/traced';
import type { Profile } from '../narrative/profile';
import type { Checked } from './check';

/** Budgets per 项 that a person may take over with one click. In 元, traced to the cells that speak for them. */
interface BudgetProposals {
  /** Its 类 has no other 项: the budget of the 类 in 财决01-1 is that of the 项. */
  readonly single: readonly ProposedBudget[];
  /** Every 类 has spent its whole budget: then each 项 has, unless money was moved between them. Empty where one 类 differs. */
  readonly asSpent: readonly ProposedBudget[];
}
export interface ProposedBudget {
  readonly code: string;
  readonly amount: Traced;
}

/** What the forms say about the budgets of 项 that nobody has filled in. A proposal, never a figure of the text by itself. */
export function proposedBudgets(
  { years, supplements }: Pick<Checked, 'years' | 'supplements'>,
  { budget: column }: Profile,
): BudgetProposals {
  const input = { years, supplements };
  const single: ProposedBudget[] = [];
  const asSpent: ProposedBudget[] = [];
  let allSpent = true;
  for (const fund of Object.values(itemFunds)) {
    const table = itemTable(fund, (id) => years.now.tables.get(id));
    if (!table) continue;
    const classes = new Map<string, { code: string; spent: AmountOrGap }[]>();
    for (const { code, spent } of items(input, fund, table, column))
      classes.set(code.slice(0, 3), [...(classes.get(code.slice(0, 3)) ?? []), { code, spent }]);
    for (const [code, own] of classes) {
      const whole = classBudget(input, fund, code, column);
      const open = own.filter((item) => supplements.itemBudget(item.code) === undefined);
      if (!isKnown(whole)) {
        allSpent &&= open.length === 0;
        continue;
      }
      // A 类 without a budget leaves nothing for its 项; the text says so without being asked.
      if (whole.value.isZero()) continue;
      if (own.length === 1 && open[0]) single.push({ code: open[0].code, amount: whole });
      const spent = spentIn(fund, table, code);
      if (isKnown(spent) && agrees(spent, whole)) {
        for (const item of open) if (isKnown(item.spent)) asSpent.push({ code: item.code, amount: item.spent });
      } else if (open.length > 0) allSpent = false;
    }
  }
  return { single, asSpent: allSpent ? asSpent : [] };
}

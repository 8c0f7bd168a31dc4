import { sum } from '../facts/arithmetic';
import type { Table } from '../facts/fact-set';
import type { Traced } from '../facts/traced';
import { formName } from '../layouts/keys';
import { amountOf, gap, isGap, isKnown, isZero, readAmount, type Amount, type ReportInput } from './input';
import { itemCodes } from './names';
import type { BudgetColumn } from './profile';

/** One 项 of 五（三） with what is known of its budget. */
export interface BudgetItem {
  readonly code: string;
  readonly spent: Amount;
  readonly budget: ItemBudget;
}
export type ItemBudget =
  | { readonly kind: 'known'; readonly amount: Traced }
  /** 按100%填列, confirmed by a person. `amount` is the expenditure itself. */
  | { readonly kind: 'confirmed'; readonly amount: Traced }
  | { readonly kind: 'missing'; readonly ask: string; readonly key: string };

export const itemColumn = { Z08: '合计', Z07: '本年支出·合计' } as const;
export type ItemForm = keyof typeof itemColumn;

/** 财决08表; 财决07表 when 08 is missing or lists no 项. */
export function itemTable(table: (id: ItemForm) => Table | undefined): Table | undefined {
  const z08 = table('Z08');
  return z08 && itemCodes(z08).length > 0 ? z08 : (table('Z07') ?? z08);
}

export const itemSpent = (table: Table, code: string): Amount => {
  const column = itemColumn[table.id as ItemForm];
  return amountOf(table.at(code, column), `${table.id}.${code}.${column}`);
};

/** 项 that have expenditure (or whose expenditure cannot be read), in code order. */
export function items(input: ReportInput, table: Table, column: BudgetColumn): readonly BudgetItem[] {
  const spent = itemCodes(table)
    .map((code) => ({ code, spent: itemSpent(table, code) }))
    .filter((item) => !isZero(item.spent));
  const classes = [...new Set(spent.map((item) => item.code.slice(0, 3)))];
  const verdicts = new Map(classes.map((code) => [code, judgeClass(input, code, spent, column)]));
  return spent.map((item) => ({ ...item, budget: budgetOf(input, item.code, item.spent, verdicts.get(item.code.slice(0, 3))!, column) }));
}

/** Do the item budgets of a 类 make up the budget of that 类 in 财决01-1? Only then may a percentage be printed. */
type Verdict =
  { readonly kind: 'agrees' } | { readonly kind: 'zero'; readonly budget: Traced } | { readonly kind: 'differs'; readonly why: string };

/** Σ of the item budgets of a 类: supplied ones, and for 按100%填列 the expenditure of the others. Undefined while one is missing. */
function classSum(
  input: ReportInput,
  code: string,
  spent: readonly { readonly code: string; readonly spent: Amount }[],
): Traced | undefined {
  const { supplements } = input;
  const terms: Traced[] = [];
  for (const item of supplements.itemBudgetCodes) {
    const budget = item.startsWith(code) ? supplements.itemBudget(item) : undefined;
    if (budget) terms.push(budget);
  }
  for (const item of spent) {
    if (!item.code.startsWith(code) || supplements.itemBudget(item.code)) continue;
    if (!supplements.confirmFullBudget || isGap(item.spent)) return undefined;
    terms.push(item.spent);
  }
  return sum(...terms);
}

export const classBudget = (input: ReportInput, code: string, column: BudgetColumn): Amount =>
  readAmount(input.years.now, `Z01_1.${code}.${column}·一般公共`);

function judgeClass(
  input: ReportInput,
  code: string,
  spent: readonly { readonly code: string; readonly spent: Amount }[],
  column: BudgetColumn,
): Verdict {
  const budget = classBudget(input, code, column);
  const form = formName('Z01_1');
  if (isGap(budget)) return { kind: 'differs', why: `${form}没有可比的本类${column}` };
  const supplied = input.supplements.itemBudgetCodes.some((item) => item.startsWith(code));
  if (budget.value.isZero() && !supplied) return { kind: 'zero', budget };
  const total = classSum(input, code, spent);
  if (!total) return { kind: 'differs', why: '本类各项尚未填全' };
  return total.value.eq(budget.value) ? { kind: 'agrees' } : { kind: 'differs', why: `本类各项合计与${form}该类${column}不一致，请核对` };
}

function budgetOf(input: ReportInput, code: string, spent: Amount, verdict: Verdict, column: BudgetColumn): ItemBudget {
  const key = `itemBudgets.${code}`;
  // A 类 whose budget is zero leaves nothing for its 项.
  if (verdict.kind === 'zero') return { kind: 'known', amount: verdict.budget };
  const given = input.supplements.itemBudget(code);
  if (verdict.kind === 'differs')
    return { kind: 'missing', ask: given || input.supplements.confirmFullBudget ? `${column}，${verdict.why}` : column, key };
  if (given) return { kind: 'known', amount: given };
  return isKnown(spent) ? { kind: 'confirmed', amount: spent } : { kind: 'missing', ask: column, key };
}

/** The budget as an amount for the sentences. */
export const budgetAmount = (code: string, budget: ItemBudget): Amount =>
  budget.kind === 'missing' ? gap(`${code}${budget.ask}`, budget.key) : budget.amount;

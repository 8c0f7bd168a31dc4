import { sum } from '../facts/arithmetic';
import type { Table } from '../facts/fact-set';
import type { Traced } from '../facts/traced';
import type { FunctionalClass } from '../layouts/codes/functional';
import { codeRow, formName } from '../layouts/keys';
import type { Fund } from '../layouts/z01_1';
import { agrees, amountOf, isGap, isKnown, isZero, amountFrom, type AmountOrGap, type ReportInput } from './input';
import { itemCodes } from './names';
import type { BudgetColumn } from '../supplements/schema';

/** A fund whose 项 are described one by one: where they stand, best form first. */
export interface ItemFund {
  readonly fund: Exclude<Fund, '小计'>;
  readonly forms: readonly { readonly id: 'Z07' | 'Z08' | 'Z09' | 'Z10' | 'Z11' | 'Z12'; readonly column: '合计' | '本年支出·合计' }[];
}
export const itemFunds = {
  一般公共: {
    fund: '一般公共',
    forms: [
      { id: 'Z08', column: '合计' },
      { id: 'Z07', column: '本年支出·合计' },
    ],
  },
  政府性基金: {
    fund: '政府性基金',
    forms: [
      { id: 'Z10', column: '合计' },
      { id: 'Z09', column: '本年支出·合计' },
    ],
  },
  国有资本: {
    fund: '国有资本',
    forms: [
      { id: 'Z12', column: '合计' },
      { id: 'Z11', column: '本年支出·合计' },
    ],
  },
} as const satisfies Readonly<Record<string, ItemFund>>;

/** One 项 with what is known of its budget. */
export interface BudgetItem {
  readonly code: string;
  readonly spent: AmountOrGap;
  readonly budget: ItemBudget;
}
export type ItemBudget =
  | { readonly kind: 'known'; readonly amount: Traced }
  /** 按100%填列, confirmed by a person. `amount` is the expenditure itself. */
  | { readonly kind: 'confirmed'; readonly amount: Traced }
  | { readonly kind: 'missing'; readonly why?: string; readonly key: string };

type Tables = (id: string) => Table | undefined;

/** The form that lists the 项: 财决08表, or 07 when 08 is missing or lists none. */
export function itemTable(fund: ItemFund, table: Tables): Table | undefined {
  const found = fund.forms.map(({ id }) => table(id)).filter((form) => form !== undefined);
  return found.find((form) => itemCodes(form).length > 0) ?? found[0];
}

/** Expenditure of a 类, 款 or 项 in a form of the fund. */
export function spentIn(fund: ItemFund, table: Table, code: string): AmountOrGap {
  const column = fund.forms.find(({ id }) => id === table.id)!.column;
  return amountOf(table.at(codeRow(code), column), `${table.id}.${code}.${column}`);
}

const known = new WeakMap<ReportInput['years'], WeakMap<ReportInput['supplements'], Map<string, readonly BudgetItem[]>>>();

/**
 * 项 that have expenditure (or whose expenditure cannot be read) or a budget of which nothing was spent, in code order, each
 * once. The text, its questions and its proposals all go through them, thousands in a large unit: worked out once.
 */
export function items(input: ReportInput, fund: ItemFund, table: Table, column: BudgetColumn): readonly BudgetItem[] {
  const { years, supplements } = input;
  let mine = known.get(years);
  if (!mine) known.set(years, (mine = new WeakMap()));
  let lists = mine.get(supplements);
  if (!lists) mine.set(supplements, (lists = new Map()));
  const key = `${fund.fund} ${table.id} ${column}`;
  let list = lists.get(key);
  if (!list) lists.set(key, (list = readItems(input, fund, table, column)));
  return list;
}

function readItems(input: ReportInput, fund: ItemFund, table: Table, column: BudgetColumn): readonly BudgetItem[] {
  const used = itemCodes(table)
    .map((code) => ({ code, spent: spentIn(fund, table, code) }))
    .filter((item) => !isZero(item.spent));
  const listed: ReadonlySet<string> = new Set(used.map(({ code }) => code));
  const codes = suppliedCodes(input, fund, listed);
  const idle = codes
    .filter((code) => input.supplements.itemBudget(code)?.value.isZero() === false)
    .map((code) => ({ code, spent: spentIn(fund, table, code) }))
    .filter((item) => isZero(item.spent));
  const spent = [...used, ...idle].sort((a, b) => (a.code < b.code ? -1 : 1));
  const mine = byClass(spent, ({ code }) => code);
  const supplied = byClass(codes, (code) => code);
  const verdicts = new Map([...mine].map(([code, own]) => [code, judgeClass(input, fund, code, own, supplied.get(code) ?? [], column)]));
  return spent.map((item) => ({ ...item, budget: budgetOf(input, item.code, item.spent, verdicts.get(item.code.slice(0, 3))!) }));
}

/** 类 whose 项 stand under a sub-total: one 项 alone says the same, unless its budget is known for the 类 only. */
export const groupedClasses = (all: readonly BudgetItem[]): readonly string[] =>
  [...byClass(all, ({ code }) => code)].filter(([, own]) => own.length > 1 || own[0]!.budget.kind === 'missing').map(([code]) => code);

function byClass<T>(entries: readonly T[], codeOf: (entry: T) => string): ReadonlyMap<string, readonly T[]> {
  const classes = new Map<string, T[]>();
  for (const entry of entries) {
    const code = codeOf(entry).slice(0, 3);
    const own = classes.get(code);
    if (own) own.push(entry);
    else classes.set(code, [entry]);
  }
  return classes;
}

/** Do the item budgets of a 类 make up the budget of that 类 in 财决01-1? Only then may a percentage be printed. */
type Verdict =
  { readonly kind: 'agrees' } | { readonly kind: 'zero'; readonly budget: Traced } | { readonly kind: 'differs'; readonly why: string };
type Spent = readonly { readonly code: string; readonly spent: AmountOrGap }[];

/** Supplied item budgets of this fund. A code that only another fund's form lists is left to that fund. */
function suppliedCodes(input: ReportInput, fund: ItemFund, spent: ReadonlySet<string>): readonly string[] {
  const { now } = input.years;
  const listedBy = (one: ItemFund, item: string): boolean => one.forms.some(({ id }) => now.tables.get(id)?.row(item) !== undefined);
  const others = Object.values(itemFunds).filter((other) => other.fund !== fund.fund);
  return input.supplements.itemBudgetCodes.filter((item) => {
    if (spent.has(item)) return true;
    if (others.some((other) => listedBy(other, item))) return false;
    return fund.fund === '一般公共' || listedBy(fund, item);
  });
}

/** Σ of the item budgets of a 类: supplied ones, and for 按100%填列 the expenditure of the others. Undefined while one is missing. */
function classSum(input: ReportInput, supplied: readonly string[], own: Spent): Traced | undefined {
  const { supplements } = input;
  const given = new Set(supplied);
  const terms: Traced[] = supplied.flatMap((item) => supplements.itemBudget(item) ?? []);
  for (const item of own) {
    if (given.has(item.code)) continue;
    if (!supplements.confirmFullBudget || isGap(item.spent)) return undefined;
    terms.push(item.spent);
  }
  return sum(...terms);
}

export const classBudget = (input: ReportInput, fund: ItemFund, code: string, column: BudgetColumn): AmountOrGap =>
  amountFrom(input.years.now, `Z01_1.${code as FunctionalClass}.${column}·${fund.fund}`);

function judgeClass(
  input: ReportInput,
  fund: ItemFund,
  code: string,
  own: Spent,
  supplied: readonly string[],
  column: BudgetColumn,
): Verdict {
  const budget = classBudget(input, fund, code, column);
  const form = formName('Z01_1');
  if (isGap(budget)) return { kind: 'differs', why: `${form}没有可比的本类${column}` };
  if (budget.value.isZero() && supplied.length === 0) return { kind: 'zero', budget };
  const total = classSum(input, supplied, own);
  if (!total) return { kind: 'differs', why: '本类各项尚未填全' };
  return agrees(total, budget) ? { kind: 'agrees' } : { kind: 'differs', why: `本类各项合计与${form}该类${column}不一致，请核对` };
}

function budgetOf(input: ReportInput, code: string, spent: AmountOrGap, verdict: Verdict): ItemBudget {
  const key = `itemBudgets.${code}`;
  // A 类 whose budget is zero leaves nothing for its 项.
  if (verdict.kind === 'zero') return { kind: 'known', amount: verdict.budget };
  const given = input.supplements.itemBudget(code);
  if (verdict.kind === 'differs')
    return { kind: 'missing', ...(given || input.supplements.confirmFullBudget ? { why: verdict.why } : {}), key };
  if (given) return { kind: 'known', amount: given };
  return isKnown(spent) ? { kind: 'confirmed', amount: spent } : { kind: 'missing', key };
}

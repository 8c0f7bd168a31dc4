import type { FunctionalClass } from '../../layouts/codes/functional';
import type { Table } from '../../facts/fact-set';
import type { Desk } from '../desk';
import type { Inline, Paragraph } from '../document';
import { gap, type AmountOrGap } from '../input';
import { classBudget, spentIn, type BudgetItem, type ItemFund } from '../items';
import { functionalName, nameOrBlank } from '../names';
import { paragraph, printed, say, sentence, type Phrase } from '../say';

/** {类}（类）{款}（款）{项}（项） */
export function fullName(desk: Desk, table: Table, code: string): Phrase {
  const level = (length: number): Inline => nameOrBlank(desk.input.years.now, code.slice(0, length), table.id);
  return say`${level(3)}（类）${level(5)}（款）${level(7)}（项）`;
}

export const itemName = (desk: Desk, code: string): string => {
  const name = functionalName(desk.input.years.now, code);
  return name === undefined ? code : `${name}（${code}）`;
};

/** The budget of a 项; a missing one is a gap that says what to fill in and, where something was filled in, what is wrong. */
export function budgetAmount(desk: Desk, item: BudgetItem): AmountOrGap {
  if (item.budget.kind !== 'missing') return item.budget.amount;
  const what = `${itemName(desk, item.code)}${desk.profile.budget}`;
  return gap(item.budget.why === undefined ? what : `${what}（${item.budget.why}）`, item.budget.key);
}

function itemSentence(desk: Desk, item: BudgetItem): Phrase {
  const budget = budgetAmount(desk, item);
  return sentence(
    say`支出决算为${desk.print.wan(item.spent)}`,
    desk.completion(item.spent, budget),
    desk.gapReason(item.spent, budget, desk.supplements.itemReason(item.code), `reasons.items.${item.code}`, itemName(desk, item.code)),
  );
}

export const notesOf = (item: BudgetItem): readonly string[] => (item.budget.kind === 'confirmed' ? ['人工确认：按100%填列'] : []);

const itemLine = (desk: Desk, table: Table, item: BudgetItem, number: string): Paragraph =>
  paragraph(`S05.3.${item.code}`, [[printed(number)], fullName(desk, table, item.code), say`：`, itemSentence(desk, item)], notesOf(item));

/** One numbered line per 项. */
export const flatLines = (desk: Desk, table: Table, items: readonly BudgetItem[]): readonly Paragraph[] =>
  items.map((item, i) => itemLine(desk, table, item, `${i + 1}.`));

/** A line per 类 with its sub-total, the 项 under it. */
export function groupedLines(desk: Desk, fund: ItemFund, table: Table, items: readonly BudgetItem[]): readonly Paragraph[] {
  const classes = [...new Set(items.map((item) => item.code.slice(0, 3)))];
  return classes.flatMap((code, i) => {
    // A form that prints only 项 has no row for the 类; 财决01-1 always has one.
    const spent = table.row(code) ? spentIn(fund, table, code) : desk.read(`Z01_1.${code as FunctionalClass}.决算数·${fund.fund}`);
    const head = sentence(
      say`支出决算为${desk.print.wan(spent)}`,
      desk.completion(spent, classBudget(desk.input, fund, code, desk.profile.budget)),
    );
    return [
      paragraph(`S05.3.${code}`, [[printed(`${i + 1}.`)], say`${nameOrBlank(desk.input.years.now, code, table.id)}（类）：`, head]),
      ...items.filter((item) => item.code.startsWith(code)).map((item, j) => itemLine(desk, table, item, `（${j + 1}）`)),
    ];
  });
}

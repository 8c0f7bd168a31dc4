import { inSlices, type Slices } from '../../kernel/slices';
import type { FunctionalClass } from '../../layouts/codes/functional';
import type { Table } from '../../facts/fact-set';
import type { Desk } from '../desk';
import type { Inline, Paragraph } from '../document';
import { gap, isZero, type AmountOrGap } from '../input';
import { classBudget, groupedClasses, items, spentIn, type BudgetItem, type ItemFund } from '../items';
import { functionalName, nameOrBlank } from '../names';
import type { Supplied } from '../../supplements/supplements';
import { needsReason } from '../change';
import { isSupplied, paragraph, printed, say, sentence, type Phrase } from '../say';

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

function itemSentence(desk: Desk, item: BudgetItem, shown: Inline): Phrase {
  const budget = budgetAmount(desk, item);
  return sentence(
    say`支出决算为${shown}`,
    desk.completion(item.spent, budget),
    desk.gapReason(item.spent, budget, desk.supplements.itemReason(item.code), `reasons.items.${item.code}`, itemName(desk, item.code)),
  );
}

export const notesOf = (item: BudgetItem): readonly string[] => (item.budget.kind === 'confirmed' ? ['人工确认：按100%填列'] : []);

const itemLine = (desk: Desk, table: Table, item: BudgetItem, shown: Inline, number: string): Paragraph =>
  paragraph(
    `S05.3.${item.code}`,
    [[printed(number)], fullName(desk, table, item.code), say`：`, itemSentence(desk, item, shown)],
    notesOf(item),
  );

const spentOf = (items: readonly BudgetItem[]): readonly AmountOrGap[] => items.map(({ spent }) => spent);

/** One numbered line per 项. */
export function* flatLines(desk: Desk, table: Table, items: readonly BudgetItem[], whole: AmountOrGap): Slices<readonly Paragraph[]> {
  const shown = desk.parts(spentOf(items), whole);
  yield;
  return yield* inSlices(items, (item, i) => itemLine(desk, table, item, shown[i]!, `${i + 1}.`));
}

/** The reason of a 类: its own, or that of its only 项 that differs from its budget. */
function classReason(desk: Desk, code: string, own: readonly BudgetItem[]): Supplied | undefined {
  const given = desk.supplements.classReason(code);
  if (isSupplied(given)) return given;
  const apart = own.filter((item) => needsReason(desk.fulfilment(item.spent, budgetAmount(desk, item)).kind));
  return apart.length === 1 && own.every(({ budget }) => budget.kind !== 'missing')
    ? desk.supplements.itemReason(apart[0]!.code)
    : undefined;
}

/** A line per 类 with its sub-total and its reason, the 项 under it; a 类 of one 项 is that 项. */
export function* groupedLines(
  desk: Desk,
  fund: ItemFund,
  table: Table,
  items: readonly BudgetItem[],
  whole: AmountOrGap,
): Slices<readonly Paragraph[]> {
  const grouped = groupedClasses(items);
  const classes = [...new Set(items.map((item) => item.code.slice(0, 3)))];
  const ofClass = (code: string): readonly BudgetItem[] => items.filter((item) => item.code.startsWith(code));
  const spent = classes.map((code) => {
    if (!grouped.includes(code)) return ofClass(code)[0]!.spent;
    // A form that prints only 项 has no row for the 类; 财决01-1 always has one.
    return table.row(code) ? spentIn(fund, table, code) : desk.read(`Z01_1.${code as FunctionalClass}.决算数·${fund.fund}`);
  });
  const shown = desk.parts(spent, whole);
  const lines: Paragraph[] = [];
  for (const [i, code] of classes.entries()) {
    yield;
    const name = nameOrBlank(desk.input.years.now, code, table.id);
    const budget = classBudget(desk.input, fund, code, desk.profile.budget);
    const of = functionalName(desk.input.years.now, code) ?? code;
    const own = ofClass(code);
    if (!grouped.includes(code)) {
      lines.push(...own.map((item) => itemLine(desk, table, item, shown[i]!, `${i + 1}.`)));
      continue;
    }
    const head = sentence(
      say`支出决算为${shown[i]!}`,
      desk.completion(spent[i]!, budget),
      desk.gapReason(spent[i]!, budget, classReason(desk, code, own), `reasons.classes.${code}`, of),
    );
    const parts = desk.parts(spentOf(own), spent[i]!, shown[i]);
    lines.push(paragraph(`S05.3.${code}`, [[printed(`${i + 1}.`)], say`${name}（类）：`, head]));
    for (const line of yield* inSlices(own, (item, j) => itemLine(desk, table, item, parts[j]!, `（${j + 1}）`))) lines.push(line);
  }
  return lines;
}

/** 项 of a fund with their expenditure alone: 八 and 九. */
export function fundLines(desk: Desk, fund: ItemFund, table: Table, whole: AmountOrGap, id: string): readonly Paragraph[] {
  const found = items(desk.input, fund, table, desk.profile.budget).filter(({ spent }) => !isZero(spent));
  const shown = desk.parts(spentOf(found), whole);
  return found.map(({ code }, i) =>
    paragraph(`${id}.${code}`, [[printed(`${i + 1}.`)], fullName(desk, table, code), say`：`, sentence(say`支出决算为${shown[i]!}`)]),
  );
}

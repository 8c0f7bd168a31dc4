import type { Table } from '../../facts/fact-set';
import { amountOf, type Amount } from '../input';
import { itemColumn, type BudgetItem, type ItemForm } from '../items';
import { functionalName, nameOrBlank } from '../names';
import { blank, paragraph, printed, say, sentence, type Phrase } from '../say';
import type { Desk } from '../desk';
import type { Paragraph } from '../document';

/** {类}（类）{款}（款）{项}（项） */
export function fullName(desk: Desk, table: Table, code: string): Phrase {
  const facts = desk.input.years.now;
  const level = (length: number): ReturnType<typeof nameOrBlank> => nameOrBlank(facts, code.slice(0, length), table.id);
  return say`${level(3)}（类）${level(5)}（款）${level(7)}（项）`;
}

function itemSentence(desk: Desk, item: BudgetItem): Phrase {
  const { supplements, print } = desk;
  const spent = say`支出决算为${print.wan(item.spent)}`;
  if (item.budget.kind === 'missing') {
    return sentence(spent, say`${printed(desk.profile.phrases.completes)}${blank(`${item.code}${item.budget.ask}`, item.budget.key)}`);
  }
  const budget = item.budget.amount;
  const name = functionalName(desk.input.years.now, item.code) ?? item.code;
  return sentence(
    spent,
    desk.completion(item.spent, budget),
    desk.gapReason(item.spent, budget, supplements.itemReason(item.code), `reasons.items.${item.code}`, name),
  );
}

const notesOf = (item: BudgetItem): readonly string[] => (item.budget.kind === 'confirmed' ? ['人工确认：按100%填列'] : []);

/** One numbered line per 项. */
export const flatLines = (desk: Desk, table: Table, items: readonly BudgetItem[]): readonly Paragraph[] =>
  items.map((item, i) =>
    paragraph(
      `S05.3.${item.code}`,
      [[printed(`${i + 1}.`)], fullName(desk, table, item.code), say`：`, itemSentence(desk, item)],
      notesOf(item),
    ),
  );

/** A line per 类 with its sub-total, the 项 under it. */
export function groupedLines(
  desk: Desk,
  table: Table,
  items: readonly BudgetItem[],
  classBudget: (code: string) => Amount,
): readonly Paragraph[] {
  const column = itemColumn[table.id as ItemForm];
  const classes = [...new Set(items.map((item) => item.code.slice(0, 3)))];
  return classes.flatMap((code, i) => {
    const mine = items.filter((item) => item.code.startsWith(code));
    // A form without 类 rows still prints the 类 in 财决01-1.
    const spent = table.row(code)
      ? amountOf(table.at(code, column), `${table.id}.${code}.${column}`)
      : desk.read(`Z01_1.${code}.决算数·一般公共`);
    const head = sentence(say`支出决算为${desk.print.wan(spent)}`, desk.completion(spent, classBudget(code)));
    return [
      paragraph(`S05.3.${code}`, [[printed(`${i + 1}.`)], say`${nameOrBlank(desk.input.years.now, code, table.id)}（类）：`, head]),
      ...mine.map((item, j) =>
        paragraph(
          `S05.3.${item.code}`,
          [[printed(`（${j + 1}）`)], fullName(desk, table, item.code), say`：`, itemSentence(desk, item)],
          notesOf(item),
        ),
      ),
    ];
  });
}

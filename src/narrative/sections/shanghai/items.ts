import type { Table } from '../../../facts/fact-set';
import type { Traced } from '../../../facts/traced';
import { codeRow, formName } from '../../../layouts/keys';
import type { Desk } from '../../desk';
import type { Inline, Paragraph } from '../../document';
import type { AmountOrGap } from '../../input';
import { itemTable, items, type BudgetItem, type ItemFund } from '../../items';
import { economicWords } from '../../names';
import { blank, isSupplied, joined, paragraph, printed, say, sentence, stating, supplied, type Phrase } from '../../say';
import { budgetAmount, fullName, itemName, notesOf } from '../item-lines';

const MOST = 3;

/** 主要用于: the largest economic 款 of the 项, where its form prints them; otherwise a person says it. */
function use(desk: Desk, table: Table, code: string): Phrase {
  const spent = table.columns
    .filter((column) => /^\d{5}$/.test(column))
    .flatMap((column): readonly { readonly name: string; readonly fact: Traced }[] => {
      const reading = table.at(codeRow(code), column);
      return reading.state === 'number' && reading.fact.value.gt(0) ? [{ name: economicWords(table, column), fact: reading.fact }] : [];
    })
    .sort((a, b) => b.fact.value.comparedTo(a.fact.value));
  const written = desk.supplements.text(`itemUses.${code}`);
  if (isSupplied(written)) return [supplied(written)];
  if (spent.length === 0) return [blank(`${itemName(desk, code)}的主要用途`, `itemUses.${code}`)];
  const names = joined(
    spent.slice(0, MOST).map(({ name, fact }) => [stating(name, fact)]),
    '、',
  );
  return say`${names}${printed(spent.length > MOST ? '等' : '')}`;
}

function line(desk: Desk, table: Table, item: BudgetItem, shown: Inline, number: string, id: string): Paragraph {
  const budget = budgetAmount(desk, item);
  return paragraph(
    id,
    [
      [printed(number)],
      say`${fullName(desk, table, item.code)}。主要用于：${use(desk, table, item.code)}。`,
      sentence(say`年初预算为${desk.print.wan(budget)}`, say`支出决算为${shown}`),
      sentence(
        desk.gapReason(item.spent, budget, desk.supplements.itemReason(item.code), `reasons.items.${item.code}`, itemName(desk, item.code)),
      ),
    ],
    notesOf(item),
  );
}

/** What lines of 项 ask for. */
export const itemAsks = (at: string): Readonly<Record<string, string>> => ({
  'itemBudgets.*': at,
  confirmFullBudget: at,
  'reasons.items.*': at,
  'itemUses.*': at,
});

/** One line per 项 of a fund: use, budget at the beginning of the year, expenditure, reason of the gap. */
export function itemLines(
  desk: Desk,
  fund: ItemFund,
  table: (id: string) => Table | undefined,
  id: string,
  whole: AmountOrGap,
): readonly Paragraph[] {
  const form = itemTable(fund, table);
  const best = fund.forms[0]!.id;
  if (!form) return [paragraph(`${id}.list`, [sentence([blank(`${formName(best)}各项支出（未读到该表）`, `form.${best}`)])])];
  const found = items(desk.input, fund, form, desk.profile.budget);
  const shown = desk.parts(
    found.map(({ spent }) => spent),
    whole,
  );
  return found.map((item, i) => line(desk, form, item, shown[i]!, `${i + 1}、`, `${id}.${item.code}`));
}

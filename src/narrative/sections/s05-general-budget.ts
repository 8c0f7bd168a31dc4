import type { Slices } from '../../kernel/slices';
import { functionalClassCodes } from '../../layouts/codes/functional';
import { formName } from '../../layouts/keys';
import { itemFunds, items, itemTable } from '../items';
import { agrees, amountOf, firstKnown, isKnown, isSpent, isZero, type AmountOrGap } from '../input';
import { withShares, type ListItem } from '../lists';
import { functionalName } from '../names';
import { blank, chart, heading, isSupplied, nothing, paragraph, say, sentence, supplied, type Phrase } from '../say';
import { section } from '../section';
import type { Desk } from '../desk';
import type { Table } from '../../facts/fact-set';
import type { Block } from '../document';
import { flatLines, groupedLines } from './item-lines';

/** Expenditure of the general budget by 类, as 财决01-1 prints it; the slices of C06. */
export function classItems(desk: Pick<Desk, 'input'>, table: Table | undefined): readonly (ListItem & { readonly code: string })[] {
  if (!table) return [];
  return (
    functionalClassCodes
      .filter((code) => table.row(code) !== undefined)
      .map((code) => ({
        code,
        name: functionalName(desk.input.years.now, code)!,
        amount: amountOf(table.at(code, '决算数·一般公共'), `Z01_1.${code}.决算数·一般公共`),
      }))
      // A unit is concerned with its own 类 only, whatever a profile does with the zeros of other lists.
      .filter(({ amount }) => !isZero(amount))
  );
}

export const s05GeneralBudget = section({
  name: 'S05',
  id: 'S05',
  source: { by: 'official', doc: '四川省部门决算公开格式', clause: '第二部分 五' },
  charts: ['C05', 'C06'],
  reads: (budget) => ({
    spent01: 'Z01_1.本年支出合计.决算数·一般公共',
    spent07: 'Z07.合计.本年支出·合计',
    budget: `Z01_1.本年支出合计.${budget}·一般公共`,
    first: 'Z01_1.本年支出合计.年初预算数·一般公共',
    all04: 'Z04.合计.本年支出合计',
    all01: 'Z01.本年支出合计.决算数',
  }),
  tables: ['Z01_1', 'Z08', 'Z07'],
  prior: ['一般公共预算支出'],
  asks: ({ itemStyle, adjustment: adjusts, budget }) => ({
    'reasons.S05': 'S05.1',
    'itemBudgets.*': 'S05.3',
    confirmFullBudget: 'S05.3',
    'reasons.items.*': 'S05.3',
    ...(adjusts && budget === '全年预算数' ? { adjustment: 'S05.3' } : {}),
    ...(itemStyle === 'grouped' ? { 'reasons.classes.*': 'S05.3' } : {}),
  }),
  *write({ figures, table, prior }, desk) {
    const spent = firstKnown(figures.spent01, figures.spent07);
    const all = firstKnown(figures.all04, figures.all01);
    return [
      ...overall(desk, spent, all, prior('一般公共预算支出')),
      ...structure(desk, spent, table('Z01_1')),
      ...(yield* details(
        desk,
        spent,
        figures,
        itemTable(itemFunds.一般公共, (id) => table(id as 'Z08' | 'Z07')),
      )),
    ];
  },
});

function overall(desk: Desk, spent: AmountOrGap, all: AmountOrGap, prior: AmountOrGap): readonly Block[] {
  const { print, words, profile } = desk;
  const subject = '一般公共预算财政拨款支出';
  return [
    heading('S05.1', 2, '（一）一般公共预算财政拨款支出决算总体情况'),
    paragraph('S05.1.1', [
      words.compared(
        [say`${desk.y}年度一般公共预算财政拨款支出${print.wan(spent)}`, print.shareOf(spent, all, '本年支出合计')],
        subject,
        spent,
        prior,
      ),
      sentence(desk.changeReason(spent, prior, 'S05', profile.phrases.changeReason, subject)),
    ]),
    chart('C05'),
  ];
}

function structure(desk: Desk, spent: AmountOrGap, table: Table | undefined): readonly Block[] {
  const list = withShares(classItems(desk, table), spent, desk);
  const head = say`${desk.y}年度一般公共预算财政拨款支出${desk.print.wan(spent)}`;
  const uses = table ? list : [blank(`${formName('Z01_1')}按功能分类的支出（未读到该表）`, 'form.Z01_1')];
  return [
    heading('S05.2', 2, '（二）一般公共预算财政拨款支出决算结构情况'),
    paragraph('S05.2.1', [
      uses.length > 0 ? sentence(head, say`主要用于以下方面：${uses}`) : sentence(head, say`没有按功能分类列示的支出`),
    ]),
    chart('C06'),
  ];
}

/** The budget of the beginning of the year and what the year made of it, where both are printed and differ. */
function adjustment(desk: Desk, first: AmountOrGap, budget: AmountOrGap): Phrase {
  if (!desk.profile.adjustment || desk.profile.budget !== '全年预算数' || !isSpent(first) || !isKnown(budget) || !isKnown(first))
    return nothing;
  if (agrees(first, budget)) return nothing;
  const why = desk.supplements.text('adjustment');
  return sentence(
    say`年初预算数为${desk.print.wan(first)}`,
    say`年中调整后全年预算数为${desk.print.wan(budget)}`,
    isSupplied(why) ? say`年中调整的主要原因是${supplied(why)}` : nothing,
  );
}

function* details(
  desk: Desk,
  spent: AmountOrGap,
  { budget, first }: { readonly budget: AmountOrGap; readonly first: AmountOrGap },
  table: Table | undefined,
): Slices<readonly Block[]> {
  const found = table ? items(desk.input, itemFunds.一般公共, table, desk.profile.budget) : [];
  yield;
  const head = [say`${desk.y}年度一般公共预算财政拨款支出决算数为${desk.print.wan(spent)}`, desk.completion(spent, budget)] as const;
  const lines =
    table === undefined
      ? [paragraph('S05.3.1', [sentence([blank(`${formName('Z08')}各项支出（未读到该表）`, 'form.Z08')])])]
      : desk.profile.itemStyle === 'grouped'
        ? yield* groupedLines(desk, itemFunds.一般公共, table, found, spent)
        : yield* flatLines(desk, table, found, spent);
  return [
    heading('S05.3', 2, '（三）一般公共预算财政拨款支出决算具体情况'),
    paragraph('S05.3.0', [sentence(...head), adjustment(desk, first, budget), lines.length > 0 ? say`其中：` : nothing]),
    ...lines,
  ];
}

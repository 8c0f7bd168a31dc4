import { firstKnown } from '../../input';
import { itemFunds } from '../../items';
import { withShares } from '../../lists';
import { blank, heading, nothing, paragraph, printed, say, sentence, type Phrase } from '../../say';
import { section } from '../../section';
import type { Desk } from '../../desk';
import type { AmountOrGap } from '../../input';
import { needsReason } from '../../change';
import { basicAmounts, basicPart, basicReads } from '../s06-basic';
import { classItems } from '../s05-general-budget';
import { itemAsks, itemLines } from './items';
import { shanghai } from './source';

const subject = '一般公共预算财政拨款支出';

export const s05Shanghai = section({
  name: 'S05-shanghai',
  id: 'S05',
  source: shanghai('五'),
  reads: (budget) => ({
    spent01: 'Z01_1.本年支出合计.决算数·一般公共',
    spent07: 'Z07.合计.本年支出·合计',
    budget: `Z01_1.本年支出合计.${budget}·一般公共`,
    all04: 'Z04.合计.本年支出合计',
    all01: 'Z01.本年支出合计.决算数',
  }),
  tables: ['Z01_1', 'Z08', 'Z07'],
  prior: ['一般公共预算支出'],
  asks: { 'reasons.S05': 'S05.1', 'reasons.S05.budget': 'S05.3', ...itemAsks('S05.3') },
  write: ({ figures, table, prior }, desk) => {
    const { print, words, profile } = desk;
    const spent = firstKnown(figures.spent01, figures.spent07);
    const all = firstKnown(figures.all04, figures.all01);
    const before = prior('一般公共预算支出');
    const list = withShares(classItems(desk, table('Z01_1')), spent, desk, '（类）');
    const uses = table('Z01_1') ? list : [blank('财决01-1表按功能分类的支出（未读到该表）', 'form.Z01_1')];
    const head = say`一般公共预算财政拨款支出${print.wan(spent)}`;
    const lines = itemLines(desk, itemFunds.一般公共, (id) => table(id as 'Z08' | 'Z07'), 'S05.3', spent);
    return [
      heading('S05.1', 2, '（一）一般公共预算财政拨款支出决算总体情况'),
      paragraph('S05.1.1', [
        words.compared([head, print.shareOf(spent, all, '本年支出合计')], subject, spent, before),
        sentence(desk.changeReason(spent, before, 'S05', profile.phrases.changeReason, subject)),
      ]),
      heading('S05.2', 2, '（二）一般公共预算财政拨款支出决算结构情况'),
      paragraph('S05.2.1', [
        uses.length > 0 ? sentence(head, say`主要用于以下方面：${uses}`) : sentence(head, say`没有按功能分类列示的支出`),
      ]),
      heading('S05.3', 2, '（三）一般公共预算财政拨款支出决算具体情况'),
      paragraph('S05.3.0', [
        sentence(
          say`一般公共预算财政拨款支出年初预算为${print.wan(figures.budget)}`,
          say`支出决算为${print.wan(spent)}`,
          fulfilled(desk, spent, figures.budget),
        ),
        sentence(totalReason(desk, spent, figures.budget)),
        lines.length > 0 ? say`其中：` : nothing,
      ]),
      ...lines,
    ];
  },
});

/** 完成年初预算的98%; a missing budget is a blank already, beside it. */
export const fulfilled = (desk: Desk, spent: AmountOrGap, budget: AmountOrGap): Phrase =>
  desk.fulfilment(spent, budget).kind === 'unknown' ? nothing : desk.completion(spent, budget);

function totalReason(desk: Desk, spent: AmountOrGap, budget: AmountOrGap): Phrase {
  const { kind } = desk.fulfilment(spent, budget);
  return needsReason(kind) || kind === 'level' || kind === 'nearly'
    ? desk.gapReason(spent, budget, desk.reason('S05.budget'), 'reasons.S05.budget', subject)
    : nothing;
}

export const s06Shanghai = section({
  name: 'S06-shanghai',
  id: 'S06',
  source: shanghai('六'),
  reads: basicReads,
  tables: ['Z08_1'],
  write: ({ figures, table }, desk) => {
    const { total, ...amounts } = basicAmounts(figures);
    const shown = desk.parts([amounts.staff, amounts.running], total);
    const staff = basicPart(desk, '人员经费', amounts.staff, table('Z08_1'), shown[0]!, '');
    const running = basicPart(desk, '公用经费', amounts.running, table('Z08_1'), shown[1]!, '');
    const parts = [staff, running].filter((part) => part.length > 0);
    const list = parts.flatMap((part, i) => (i === 0 ? part : [printed('；'), ...part]));
    const head = sentence(say`一般公共预算财政拨款基本支出${desk.print.wan(total)}`);
    return [paragraph('S06.1', [head, list.length > 0 ? sentence(say`其中：${list}`) : nothing])];
  },
});

import { sum } from '../../../facts/arithmetic';
import { firstKnown, isGap, isKnown, type AmountOrGap } from '../../input';
import { withShares, type ListItem } from '../../lists';
import { paragraph, say, sentence } from '../../say';
import { section } from '../../section';
import { incomeReads } from '../s02-income';
import { expenditureParts, otherIncomeParts } from '../../../layouts/parts';
import { expenditureReads } from '../s03-expenditure';
import { shanghai } from './source';

/** 财政拨款收入 is the sum of its three kinds; a missing kind leaves the sum missing. */
const fiscal = (...parts: readonly AmountOrGap[]): AmountOrGap => parts.find(isGap) ?? sum(...parts.filter(isKnown));

export const s02Shanghai = section({
  name: 'S02-shanghai',
  id: 'S02',
  source: shanghai('二'),
  reads: incomeReads,
  write: ({ figures }, desk) => {
    const items: readonly ListItem[] = [
      {
        name: '财政拨款收入',
        amount: fiscal(figures.一般公共预算财政拨款收入, figures.政府性基金预算财政拨款收入, figures.国有资本经营预算财政拨款收入),
      },
      ...otherIncomeParts.map((row) => ({ name: row, amount: figures[row] })),
    ];
    const list = withShares(items, figures.total, desk);
    const head = say`本年收入合计${desk.print.wan(figures.total)}`;
    return [paragraph('S02.1', [list.length > 0 ? sentence(head, say`其中：${list}`) : sentence(head)])];
  },
});

export const s03Shanghai = section({
  name: 'S03-shanghai',
  id: 'S03',
  source: shanghai('三'),
  reads: expenditureReads,
  write: ({ figures }, desk) => {
    const total = firstKnown(figures.total, figures.total01);
    const items = expenditureParts.map((part) => ({ name: part, amount: firstKnown(figures[part], figures[`${part}01`]) }));
    const list = withShares(items, total, desk);
    const head = say`本年支出合计${desk.print.wan(total)}`;
    return [paragraph('S03.1', [list.length > 0 ? sentence(head, say`其中：${list}`) : sentence(head)])];
  },
});

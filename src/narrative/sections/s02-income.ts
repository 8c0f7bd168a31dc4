import { withShares, type ListItem } from '../lists';
import { isSpent } from '../input';
import { chart, isSupplied, nothing, paragraph, say, sentence, supplied, type Phrase } from '../say';
import { section } from '../section';
import type { Key } from '../../layouts/keys';
import { incomeParts } from '../../layouts/parts';

type IncomePart = (typeof incomeParts)[number];
export const incomeReads = (): Readonly<Record<IncomePart | 'total', Key>> => ({
  ...(Object.fromEntries(incomeParts.map((row) => [row, `Z01.${row}.决算数`])) as Record<IncomePart, Key>),
  total: 'Z01.本年收入合计.决算数',
});

export const s02Income = section({
  name: 'S02',
  id: 'S02',
  source: { by: 'official', doc: '四川省部门决算公开格式', clause: '第二部分 二' },
  charts: ['C02'],
  reads: incomeReads,
  asks: { 'income.other': 'S02.1' },
  write: ({ figures }, desk) => {
    const items: readonly ListItem[] = incomeParts.map((row) => ({ name: row, amount: figures[row] }));
    const list = withShares(items, figures.total, desk);
    const head: Phrase = say`${desk.y}年度本年收入合计${desk.print.wan(figures.total)}`;
    const other = desk.supplements.text('income.other');
    const content = isSpent(figures.其他收入) && isSupplied(other) ? sentence(say`其他收入主要是${supplied(other)}`) : nothing;
    return [paragraph('S02.1', [list.length > 0 ? sentence(head, say`其中：${list}`) : sentence(head), content]), chart('C02')];
  },
});

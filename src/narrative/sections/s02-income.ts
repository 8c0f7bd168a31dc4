import { withShares, type ListItem } from '../lists';
import { isSpent } from '../input';
import { chart, isSupplied, nothing, paragraph, say, sentence, supplied, type Phrase } from '../say';
import { section } from '../section';
import type { Key } from '../../layouts/keys';

/** Income by source, as 财决01 prints it; also the slices of C02. */
const incomeRows = [
  '一般公共预算财政拨款收入',
  '政府性基金预算财政拨款收入',
  '国有资本经营预算财政拨款收入',
  '上级补助收入',
  '事业收入',
  '经营收入',
  '附属单位上缴收入',
  '其他收入',
] as const;
type IncomeRow = (typeof incomeRows)[number];
export const incomeReads = (): Readonly<Record<IncomeRow | 'total', Key>> => ({
  ...(Object.fromEntries(incomeRows.map((row) => [row, `Z01.${row}.决算数`])) as Record<IncomeRow, Key>),
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
    const items: readonly ListItem[] = incomeRows.map((row) => ({ name: row, amount: figures[row] }));
    const list = withShares(items, figures.total, desk);
    const head: Phrase = say`${desk.y}年度本年收入合计${desk.print.wan(figures.total)}`;
    const other = desk.supplements.text('income.other');
    const content = isSpent(figures.其他收入) && isSupplied(other) ? sentence(say`其他收入主要是${supplied(other)}`) : nothing;
    return [paragraph('S02.1', [list.length > 0 ? sentence(head, say`其中：${list}`) : sentence(head), content]), chart('C02')];
  },
});

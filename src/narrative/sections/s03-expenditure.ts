import { firstKnown } from '../input';
import { withShares, type ListItem } from '../lists';
import { chart, paragraph, say, sentence } from '../say';
import { section } from '../section';
import type { Key } from '../../layouts/keys';
import { expenditureParts } from '../../layouts/parts';

type Part = (typeof expenditureParts)[number];
/** 财决04 is the source; 财决01 states the same figures and stands in when 04 is not in the workbook. */
export const expenditureReads = (): Readonly<Record<Part | 'total' | `${Part}01` | 'total01', Key>> => ({
  ...(Object.fromEntries(
    expenditureParts.flatMap((part) => [
      [part, `Z04.合计.${part}`],
      [`${part}01`, `Z01.${part}.决算数`],
    ]),
  ) as Record<Part | `${Part}01`, Key>),
  total: 'Z04.合计.本年支出合计',
  total01: 'Z01.本年支出合计.决算数',
});

export const s03Expenditure = section({
  name: 'S03',
  id: 'S03',
  source: { by: 'official', doc: '四川省部门决算公开格式', clause: '第二部分 三' },
  charts: ['C03'],
  reads: expenditureReads,
  write: ({ figures }, desk) => {
    const total = firstKnown(figures.total, figures.total01);
    const items: readonly ListItem[] = expenditureParts.map((part) => ({
      name: part,
      amount: firstKnown(figures[part], figures[`${part}01`]),
    }));
    const list = withShares(items, total, desk);
    const head = say`${desk.y}年度本年支出合计${desk.print.wan(total)}`;
    return [paragraph('S03.1', [list.length > 0 ? sentence(head, say`其中：${list}`) : sentence(head)]), chart('C03')];
  },
});

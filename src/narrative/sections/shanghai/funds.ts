import type { Key } from '../../../layouts/keys';
import { firstKnown, isZero } from '../../input';
import { itemFunds, type ItemFund } from '../../items';
import { paragraph, printed, say, sentence } from '../../say';
import { section, type Section } from '../../section';
import { itemAsks, itemLines } from './items';
import { shanghai } from './source';

/** 八 and 九: income, expenditure and one line per 项; one sentence for a unit without any. */
function fundSection(of: {
  readonly id: 'S08' | 'S09';
  readonly clause: string;
  readonly name: string;
  readonly fund: ItemFund;
  readonly income: Key;
  readonly spent: Key;
  readonly spentForm: Key;
}): Section {
  return section({
    name: `${of.id}-shanghai`,
    id: of.id,
    source: shanghai(of.clause),
    reads: () => ({ income: of.income, spent01: of.spent, spentForm: of.spentForm }),
    tables: ['Z09', 'Z10', 'Z11', 'Z12'],
    asks: itemAsks(''),
    write: ({ figures, table }, desk) => {
      const spent = firstKnown(figures.spent01, figures.spentForm);
      const name = printed(of.name);
      if (isZero(figures.income) && isZero(spent)) {
        return [paragraph(`${of.id}.1`, [sentence(say`${desk.unit}${desk.y}年度无${name}财政拨款收入和支出`)])];
      }
      const head = [say`${name}财政拨款收入${desk.print.wan(figures.income)}`, say`支出${desk.print.wan(spent)}`];
      const lines = isZero(spent) ? [] : itemLines(desk, of.fund, (id) => table(id as 'Z09'), of.id, spent);
      return lines.length > 0
        ? [paragraph(`${of.id}.1`, [sentence(...head, say`支出具体情况如下：`).slice(0, -1)]), ...lines]
        : [paragraph(`${of.id}.1`, [sentence(...head)])];
    },
  });
}

export const s08Shanghai = fundSection({
  id: 'S08',
  clause: '八',
  name: '政府性基金预算',
  fund: itemFunds.政府性基金,
  income: 'Z01_1.政府性基金预算财政拨款.决算数',
  spent: 'Z01_1.本年支出合计.决算数·政府性基金',
  spentForm: 'Z09.合计.本年支出·合计',
});
export const s09Shanghai = fundSection({
  id: 'S09',
  clause: '九',
  name: '国有资本经营预算',
  fund: itemFunds.国有资本,
  income: 'Z01_1.国有资本经营预算财政拨款.决算数',
  spent: 'Z01_1.本年支出合计.决算数·国有资本',
  spentForm: 'Z11.合计.本年支出·合计',
});

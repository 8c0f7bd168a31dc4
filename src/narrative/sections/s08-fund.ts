import type { Key } from '../../layouts/keys';
import type { KeyFigure, ReasonKey } from '../../supplements/schema';
import { firstKnown, isSpent } from '../input';
import { itemFunds, itemTable, type ItemFund } from '../items';
import { nothing, paragraph, printed, say, sentence } from '../say';
import { section, type Section } from '../section';
import { fundLines } from './item-lines';

/** 八 and 九: the same sentences for two funds. */
export function fundSection(of: {
  readonly id: ReasonKey & ('S08' | 'S09');
  readonly clause: string;
  readonly name: string;
  readonly spent: Key;
  readonly spentForm: Key;
  readonly figure: KeyFigure;
  readonly fund: ItemFund;
}): Section {
  return section({
    name: of.id,
    id: of.id,
    source: { by: 'official', doc: '四川省部门决算公开格式', clause: of.clause },
    reads: () => ({ spent01: of.spent, spentForm: of.spentForm, all04: 'Z04.合计.本年支出合计', all01: 'Z01.本年支出合计.决算数' }),
    tables: ['Z09', 'Z10', 'Z11', 'Z12'],
    prior: [of.figure],
    asks: { [`reasons.${of.id}`]: `${of.id}.1` },
    write: ({ figures, prior, table }, desk) => {
      const spent = firstKnown(figures.spent01, figures.spentForm);
      const before = prior(of.figure);
      const subject = `${of.name}财政拨款支出`;
      const form = itemTable(of.fund, (id) => table(id as 'Z09'));
      const lines = desk.profile.fundItems && form && isSpent(spent) ? fundLines(desk, of.fund, form, spent, of.id) : [];
      return [
        paragraph(`${of.id}.1`, [
          desk.words.compared(
            [
              say`${desk.y}年度${printed(subject)}${desk.print.wan(spent)}`,
              desk.print.shareOf(spent, firstKnown(figures.all04, figures.all01), '本年支出合计'),
            ],
            subject,
            spent,
            before,
          ),
          sentence(desk.changeReason(spent, before, of.id, desk.profile.phrases.changeReason, subject)),
          lines.length > 0 ? say`支出具体情况如下：` : nothing,
        ]),
        ...lines,
      ];
    },
  });
}

export const s08Fund = fundSection({
  id: 'S08',
  clause: '第二部分 八',
  name: '政府性基金预算',
  spent: 'Z01_1.本年支出合计.决算数·政府性基金',
  spentForm: 'Z09.合计.本年支出·合计',
  figure: '政府性基金支出',
  fund: itemFunds.政府性基金,
});

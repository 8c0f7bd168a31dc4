import type { Desk } from '../desk';
import type { Paragraph } from '../document';
import { isSpent, isZero } from '../input';
import { withAmounts } from '../lists';
import { joined, nothing, paragraph, say, sentence, type Phrase } from '../say';
import type { OtherFigures } from './s10-reads';
import { given } from './s07-parts';

export const procurementAsks = (at: string): Readonly<Record<string, string>> => ({ 'procurement.use': at });

export const procurementParagraphs = (desk: Desk, figures: OtherFigures): readonly Paragraph[] => [
  paragraph('S10.2.1', procurement(desk, figures)),
];

function procurement(desk: Desk, figures: OtherFigures): readonly Phrase[] {
  const { print } = desk;
  const { purchases, small, micro } = figures;
  const head = say`${desk.y}年度，${desk.unit}政府采购支出总额${print.wan(purchases)}`;
  if (desk.profile.zeroItems === 'omit' && isZero(purchases) && isZero(small) && isZero(micro)) return [sentence(head)];
  const list = withAmounts(
    [
      { name: '政府采购货物支出', amount: figures.goods },
      { name: '政府采购工程支出', amount: figures.works },
      { name: '政府采购服务支出', amount: figures.services },
    ],
    purchases,
    desk,
  );
  const total = '政府采购支出总额';
  return [
    list.length > 0 ? sentence(head, say`其中：${list}`) : sentence(head),
    !isSpent(purchases)
      ? nothing
      : sentence(say`主要用于${given(desk.supplements.procurementUse, '政府采购的主要用途', 'procurement.use')}`),
    sentence(
      say`授予中小企业合同金额${print.wan(small)}`,
      print.shareOf(small, purchases, total),
      joined([say`其中：授予小微企业合同金额${print.wan(micro)}`, print.shareOf(micro, purchases, total)], '，'),
    ),
  ];
}

import { sum } from '../../facts/arithmetic';
import type { Fact } from '../../facts/traced';
import type { Desk } from '../desk';
import type { Block, Inline } from '../document';
import { agrees, isKnown, isSpent, isZero, type AmountOrGap } from '../input';
import { blank, joined, nothing, paragraph, printed, say, sentence, type Phrase } from '../say';
import { given, partReasons } from './s07-parts';
import type { OfficialFigures } from './official-reads';

/** 2.公务用车购置及运行维护费: the split by type is in no form and comes from 补充信息; it must make up the form's total. */
export function vehicleParagraphs(desk: Desk, figures: OfficialFigures, before: AmountOrGap, shown: Inline): readonly Block[] {
  const { print, profile } = desk;
  const { vehicles: spent, vehiclesBudget, purchase, bought, running, kept } = figures;
  const [forPurchase, forRunning] = desk.parts([purchase, running], spent, shown) as [Inline, Inline];
  return [
    paragraph('S07.2.2', [
      say`2.`,
      sentence(say`公务用车购置及运行维护费支出${shown}`, desk.completion(spent, vehiclesBudget)),
      sentence(desk.words.than('公务用车购置及运行维护费支出决算', spent, before)),
      partReasons(desk, spent, before, vehiclesBudget, 'S07.vehicles', '公务用车购置及运行维护费支出'),
    ]),
    paragraph('S07.2.2.1', [
      say`其中：`,
      sentence(say`公务用车购置支出${forPurchase}`),
      sentence(
        joined(
          [
            say`全年按规定更新购置公务用车${print.count(bought)}辆`,
            among(boughtTypes(desk, bought, purchase, forPurchase)),
            boughtUse(desk, bought),
          ],
          '，',
        ),
      ),
      sentence(
        say`${desk.phrase(profile.phrases.yearEnd)}`,
        say`${desk.holder}共有公务用车${print.count(kept)}辆`,
        among(keptTypes(desk, kept)),
      ),
    ]),
    paragraph('S07.2.2.2', [
      sentence(
        say`公务用车运行维护费支出${forRunning}`,
        !isSpent(running)
          ? nothing
          : say`主要用于${given(desk.supplements.vehicleUse, '公务用车的用途', 'vehicles.use')}所需的公务用车燃料费、维修费、过路过桥费、保险费等支出`,
      ),
    ]),
  ];
}

/** What the vehicles were bought for; nothing was bought, nothing is asked. */
const boughtUse = (desk: Desk, bought: AmountOrGap): Phrase =>
  isSpent(bought)
    ? say`主要用于${given(desk.supplements.text('vehicles.boughtUse'), '购置公务用车的主要用途', 'vehicles.boughtUse')}`
    : nothing;

const among = (list: Phrase): Phrase => (list.length > 0 ? say`其中：${list}` : nothing);

/** In the order of the profile's types; types it does not know come last. */
const inOrder = <T extends { readonly type: string }>(desk: Desk, entries: readonly T[]): readonly T[] => {
  const rank = (type: string): number =>
    desk.profile.carTypes.includes(type) ? desk.profile.carTypes.indexOf(type) : desk.profile.carTypes.length;
  return [...entries].sort((a, b) => rank(a.type) - rank(b.type));
};

const differs = (parts: readonly Fact[], whole: AmountOrGap): boolean => !isKnown(whole) || !agrees(sum(...parts), whole);

/** Where zeros are listed, a total of none is none of each type. */
const noneOfEach = (desk: Desk, total: AmountOrGap, of: (type: Inline) => Phrase, mark: '、' | '，'): Phrase =>
  desk.profile.zeroItems === 'list' && isZero(total)
    ? joined(
        desk.profile.carTypes.map((type) => of(printed(type))),
        mark,
      )
    : nothing;

function keptTypes(desk: Desk, kept: AmountOrGap): Phrase {
  const entries = inOrder(desk, desk.supplements.vehiclesKept);
  if (!isSpent(kept) && entries.every((entry) => entry.count.value.isZero()))
    return noneOfEach(desk, kept, (type) => say`${type}${desk.print.count(kept)}辆`, '、');
  if (entries.length === 0) return [blank(`公务用车保有量按车型（${desk.profile.carTypes.join('、')}）分列的数量`, 'vehicles.kept')];
  const list = joined(
    entries.filter((entry) => !entry.count.value.isZero()).map((entry) => say`${printed(entry.type)}${desk.print.count(entry.count)}辆`),
    '、',
  );
  const wrong = differs(
    entries.map((entry) => entry.count),
    kept,
  );
  return wrong ? say`${list}${blank('车型数量之和与财决附03表的公务用车保有量不一致，请核对', 'vehicles.kept')}` : list;
}

export function boughtTypes(desk: Desk, bought: AmountOrGap, purchase: AmountOrGap, whole?: Inline): Phrase {
  const entries = inOrder(desk, desk.supplements.vehiclesBought);
  const none = entries.every((entry) => entry.count.value.isZero() && entry.amount.value.isZero());
  if (!isSpent(bought) && !isSpent(purchase) && none)
    return noneOfEach(desk, bought, (type) => say`${type}${desk.print.count(bought)}辆、金额${desk.print.wan(purchase)}`, '，');
  if (entries.length === 0) return [blank('更新购置的公务用车按车型分列的数量和金额', 'vehicles.bought')];
  const some = entries.filter((entry) => !entry.count.value.isZero() || !entry.amount.value.isZero());
  const amounts = desk.parts(
    some.map(({ amount }) => amount),
    purchase,
    whole,
  );
  const list = joined(
    some.map((entry, i) => say`${printed(entry.type)}${desk.print.count(entry.count)}辆、金额${amounts[i]!}`),
    '，',
  );
  const wrong =
    differs(
      entries.map((entry) => entry.count),
      bought,
    ) ||
    differs(
      entries.map((entry) => entry.amount),
      purchase,
    );
  return wrong ? say`${list}${blank('车型数量、金额之和与财决附03表的公务用车购置数、购置费不一致，请核对', 'vehicles.bought')}` : list;
}

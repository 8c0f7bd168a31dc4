import { agrees, isKnown, isSpent, type AmountOrGap } from '../input';
import { withAmounts, type ListItem } from '../lists';
import type { Desk } from '../desk';
import { joined, nothing, printed, say, sentence, type Phrase } from '../say';
import type { ReasonKey } from '../../supplements/schema';

/** Sentences of 一 and 四: income and expenditure agree, or both are stated. */
export function totalsSentences(
  desk: Desk,
  of: {
    readonly income: AmountOrGap;
    readonly expenditure: AmountOrGap;
    readonly prior: AmountOrGap;
    readonly prefix: string;
    readonly key: ReasonKey;
    /** What the two totals are made of, the income or expenditure of the year first. */
    readonly made: readonly [income: readonly ListItem[], expenditure: readonly ListItem[]];
  },
): readonly Phrase[] {
  const { phrases } = desk.profile;
  const { income, expenditure, prior, prefix, key } = of;
  const subject = prefix + phrases.total;
  const agree = isKnown(income) && isKnown(expenditure) && agrees(income, expenditure);
  const whole = agree || !isKnown(expenditure);
  const stated = whole
    ? say`${desk.y}年度${printed(subject)}${printed(phrases.totalIs)}${desk.print.wan(income)}`
    : say`${desk.y}年度${printed(prefix)}收入总计${desk.print.wan(income)}，${printed(prefix)}支出总计${desk.print.wan(expenditure)}`;
  return [
    ...(whole
      ? [desk.words.compared([stated], subject, income, prior, phrases.each)]
      : [sentence(stated), desk.words.compared([], `${prefix}收入总计`, income, prior)]),
    sentence(desk.changeReason(income, prior, key, phrases.changeReason, subject)),
    carried(desk, of),
    key === 'S01' ? desk.foundedThisYear : nothing,
  ];
}

/** 收入总计中，本年收入…、年初结转和结余…；支出总计中，…: only where a total is more than the year's own. */
function carried(
  desk: Desk,
  { income, expenditure, prefix, made }: Pick<Parameters<typeof totalsSentences>[1], 'income' | 'expenditure' | 'prefix' | 'made'>,
): Phrase {
  const [received, spent] = made;
  if (!desk.profile.carryOver || ![...received.slice(1), ...spent.slice(1)].some(({ amount }) => isSpent(amount))) return nothing;
  const parts = [
    ['收入总计', withAmounts(received, income, desk)],
    ['支出总计', withAmounts(spent, expenditure, desk)],
  ] as const;
  return sentence(
    joined(
      parts.filter(([, list]) => list.length > 0).map(([name, list]) => say`${printed(prefix + name)}中，${list}`),
      '；',
    ),
  );
}

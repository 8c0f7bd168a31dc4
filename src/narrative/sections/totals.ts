import { agrees, isKnown, type AmountOrGap } from '../input';
import type { Desk } from '../desk';
import { nothing, printed, say, sentence, type Phrase } from '../say';
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
    key === 'S01' ? desk.foundedThisYear : nothing,
  ];
}

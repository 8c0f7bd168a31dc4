import { changeOf } from '../change';
import type { Desk } from '../desk';
import type { Paragraph } from '../document';
import { isZero, type AmountOrGap } from '../input';
import { blank, nothing, paragraph, say, sentence, type Phrase } from '../say';
import type { OtherFigures } from './s10-reads';

export const agencyAsks = (at: string): Readonly<Record<string, string>> => ({ 'reasons.S10.agency': at, unitKind: at });

export const agencyParagraphs = (desk: Desk, figures: OtherFigures, before: AmountOrGap): readonly Paragraph[] => [
  paragraph('S10.1.1', [...agency(desk, figures.agency, before), meetingsSentence(desk, figures)]),
];

/** A 事业单位 has none; where the form prints an amount all the same, the amount is stated and the check complains. */
function agency(desk: Desk, amount: AmountOrGap, before: AmountOrGap): readonly Phrase[] {
  const { unitKind } = desk.supplements;
  if (unitKind === '事业单位' && (isZero(amount) || amount.kind === 'gap')) {
    return [sentence(say`${desk.unit}为事业单位`, say`按规定不涉及机关运行经费`)];
  }
  const never = isZero(before) || changeOf(amount, before, desk.print).kind === 'none';
  const ask = unitKind === undefined && isZero(amount) && never;
  return [
    say`${desk.y}年度，`,
    sentence(say`${desk.unit}机关运行经费支出${desk.print.wan(amount)}`, desk.words.than('', amount, before)),
    sentence(desk.changeReason(amount, before, 'S10.agency', desk.profile.phrases.reason, '机关运行经费支出')),
    ask ? [blank('单位类型（事业单位在此说明不涉及机关运行经费）', 'unitKind')] : nothing,
  ];
}

/** Where the province or the unit prints them. */
export const meetingsSentence = (desk: Desk, figures: OtherFigures): Phrase =>
  desk.profile.meetings
    ? sentence(
        say`${desk.y}年度一般公共预算财政拨款会议费支出${desk.print.wan(figures.meetings)}`,
        say`培训费支出${desk.print.wan(figures.training)}`,
      )
    : nothing;

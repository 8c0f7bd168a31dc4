import type { Supplied } from '../../supplements/supplements';
import { needsReason } from '../change';
import type { Desk } from '../desk';
import type { AmountOrGap } from '../input';
import { blank, isSupplied, nothing, sentence, supplied, type Phrase } from '../say';

/** The three parts of 三公 have a reason against last year and one against the budget. */
type PartKey = 'S07.abroad' | 'S07.vehicles' | 'S07.reception';

/** 主要原因是… for the change; 决算数小于预算数的主要原因是… for the gap to the budget. */
export function partReasons(desk: Desk, now: AmountOrGap, before: AmountOrGap, budget: AmountOrGap, key: PartKey, of: string): Phrase {
  const gap = needsReason(desk.fulfilment(now, budget).kind)
    ? sentence(desk.gapReason(now, budget, desk.reason(`${key}.budget`), `reasons.${key}.budget`, of))
    : nothing;
  return [...sentence(desk.changeReason(now, before, key, desk.profile.phrases.reason, of)), ...gap];
}

/** A text a person supplies, or a blank that asks for it. */
export const given = (text: Supplied | undefined, ask: string, key: string): Phrase => [
  isSupplied(text) ? supplied(text) : blank(ask, key),
];

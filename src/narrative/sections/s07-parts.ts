import type { ReasonKey } from '../../supplements/schema';
import type { Supplied } from '../../supplements/supplements';
import { changeOf, needsReason } from '../change';
import type { Desk } from '../desk';
import type { Amount } from '../input';
import { blank, isSupplied, sentence, supplied, type Phrase } from '../say';

/** 主要原因是… for the change, or, where there is no change, for the gap to the budget. */
export function partReason(desk: Desk, now: Amount, before: Amount, budget: Amount, key: ReasonKey, of: string): Phrase {
  const { kind } = changeOf(now, before, desk.print);
  if ((kind === 'level' || kind === 'none') && needsReason(desk.fulfilment(now, budget).kind)) {
    return sentence(desk.gapReason(now, budget, desk.supplements.reason(key), `reasons.${key}`, of));
  }
  return sentence(desk.changeReason(now, before, key, desk.profile.phrases.reason, of));
}

/** A text a person supplies, or a blank that asks for it. */
export const given = (text: Supplied | undefined, ask: string, key: string): Phrase => [
  isSupplied(text) ? supplied(text) : blank(ask, key),
];

import { sum } from '../facts/arithmetic';
import type { AmountOrGap } from './input';
import { agrees, isGap, isKnown, isZero } from './input';
import type { Desk } from './desk';
import { joined, printed, say, type Phrase } from './say';

export interface ListItem {
  readonly name: string;
  readonly amount: AmountOrGap;
}

/**
 * The items of a list that are named: without an amount they are left out (or listed, by profile). An item that the
 * form does not print is left out too when the printed items make up the whole; otherwise it is a visible blank.
 * Where nothing at all is known there is no list: the blank of the whole says it.
 */
export function listed(items: readonly ListItem[], total: AmountOrGap, zeroItems: 'omit' | 'list'): readonly ListItem[] {
  const known = items.map((item) => item.amount).filter(isKnown);
  if (known.length === 0) return [];
  const complete = isKnown(total) && agrees(sum(...known), total);
  return items.filter(({ amount }) => (isGap(amount) ? !complete : zeroItems === 'list' || !isZero(amount)));
}

/** 一般公共预算财政拨款收入669.03万元，占91.62%；其他收入0.03万元，占比不足0.01% */
export function withShares(items: readonly ListItem[], total: AmountOrGap, desk: Desk, suffix = ''): Phrase {
  return joined(
    listed(items, total, desk.profile.zeroItems).map(({ name, amount }) =>
      joined([say`${printed(name + suffix)}${desk.print.wan(amount)}`, desk.print.share(amount, total)], '，'),
    ),
    '；',
  );
}

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
  const named = listed(items, total, desk.profile.zeroItems);
  const amounts = desk.parts(
    named.map(({ amount }) => amount),
    total,
  );
  return joined(
    named.map(({ name, amount }, i) => joined([say`${printed(name + suffix)}${amounts[i]!}`, desk.print.share(amount, total)], '，')),
    '；',
  );
}

/** 政府采购货物支出4.5万元、政府采购服务支出1万元: the items that are named, without shares. */
export function withAmounts(items: readonly ListItem[], total: AmountOrGap, desk: Desk): Phrase {
  const named = listed(items, total, desk.profile.zeroItems);
  const amounts = desk.parts(
    named.map(({ amount }) => amount),
    total,
  );
  return joined(
    named.map(({ name }, i) => say`${printed(name)}${amounts[i]!}`),
    '、',
  );
}

import Decimal from 'decimal.js';
import { percent as ratio } from '../facts/arithmetic';
import type { Traced } from '../facts/traced';
import type { Inline } from './document';
import { isGap, type AmountOrGap } from './input';
import type { Profile } from './profile';
import { blank, nothing, printed, say, type Phrase } from './say';

const WAN = new Decimal(10000);

/** How figures of one profile are printed. All of them take traced values; a gap becomes a visible blank. */
export interface Printer {
  /** 元 → 730.39万元. Not zero but printed as 0 → 不足0.01万元. */
  wan(amount: AmountOrGap): Inline;
  /** 13 */
  count(amount: AmountOrGap): Inline;
  /** 62.2%, of a value that is a percentage already. */
  percent(value: Traced): Inline;
  /** 占62.2% / 占比不足0.01%; nothing for a zero amount, a zero or negative base, or where one of them is missing. */
  share(amount: AmountOrGap, base: AmountOrGap): Phrase;
  /** 占本年支出合计的62.2%, with `of` = 本年支出合计. */
  shareOf(amount: AmountOrGap, base: AmountOrGap, of: string): Phrase;
  /** Does a value of `元` print as 0 in 万元? */
  printsZero(value: Decimal): boolean;
}

/** A decimal in digits by the profile's conventions; never `-0`. */
export function digitsOf(value: Decimal, decimals: number, profile: Pick<Profile, 'dropTrailingZeros' | 'thousandsSeparator'>): string {
  const rounded = value.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);
  let text = (rounded.isZero() ? new Decimal(0) : rounded).toFixed(decimals);
  if (profile.dropTrailingZeros && text.includes('.')) text = text.replace(/\.?0+$/, '');
  if (!profile.thousandsSeparator) return text;
  const [whole, fraction] = text.split('.') as [string, string | undefined];
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** 0.01 at two decimals: the smallest amount that is printed. */
const smallest = (decimals: number): string => (decimals === 0 ? '1' : `0.${'0'.repeat(decimals - 1)}1`);

export function printer(profile: Profile): Printer {
  const { wan: wanDecimals, percent: percentDecimals } = profile.decimals;
  const toZero = (value: Decimal, decimals: number): boolean => value.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP).isZero();

  const wan = (amount: AmountOrGap): Inline => {
    if (isGap(amount)) return blank(amount.ask, amount.key);
    const value = amount.value.div(WAN);
    const tiny = value.gt(0) && toZero(value, wanDecimals);
    const text = tiny ? `不足${smallest(wanDecimals)}万元` : `${digitsOf(value, wanDecimals, profile)}万元`;
    return { kind: 'figure', text, of: amount, shown: { as: 'wan', decimals: wanDecimals } };
  };

  const count = (amount: AmountOrGap): Inline =>
    isGap(amount)
      ? blank(amount.ask, amount.key)
      : { kind: 'figure', text: digitsOf(amount.value, 0, profile), of: amount, shown: { as: 'count', decimals: 0 } };

  const percent = (value: Traced): Inline => {
    const tiny = value.value.gt(0) && toZero(value.value, percentDecimals);
    const text = tiny ? `不足${smallest(percentDecimals)}%` : `${digitsOf(value.value, percentDecimals, profile)}%`;
    return { kind: 'figure', text, of: value, shown: { as: 'percent', decimals: percentDecimals } };
  };

  const shareValue = (amount: AmountOrGap, base: AmountOrGap): Traced | undefined => {
    if (isGap(amount) || isGap(base) || amount.value.isZero() || base.value.lte(0)) return undefined;
    const value = ratio(amount, base);
    // A small negative amount would print as “占0%”: it is left out.
    return value && value.value.lt(0) && toZero(value.value, percentDecimals) ? undefined : value;
  };

  return {
    wan,
    count,
    percent,
    share(amount, base) {
      const value = shareValue(amount, base);
      if (!value) return nothing;
      return toZero(value.value, percentDecimals) ? say`占比${percent(value)}` : say`占${percent(value)}`;
    },
    shareOf(amount, base, of) {
      const value = shareValue(amount, base);
      if (!value) return nothing;
      const what = printed(of);
      return toZero(value.value, percentDecimals) ? say`占${what}的比重${percent(value)}` : say`占${what}的${percent(value)}`;
    },
    printsZero: (value) => toZero(value.div(WAN), wanDecimals),
  };
}

import { minus, percent } from '../../facts/arithmetic';
import { yuan } from '../../facts/money';
import type { ReportInput } from '../input';
import type { Profile } from '../profile';
import { isSupplied } from '../say';
import { drivers, type Driver } from './drivers';
import type { ReasonNeed } from './needs';
import type { Remark } from './remarks';
import type { Comparison } from './watched';

/** A change beyond this many per cent wants a cause with an amount. */
const LARGE = 10;
const MOVERS = 2;

/** More than ten per cent, or from nothing. */
export function isLarge({ now, base }: Pick<Comparison, 'now' | 'base'>): boolean {
  const share = percent(minus(now, base), base);
  return share ? share.value.abs().gt(LARGE) : !now.value.isZero();
}

/** The two largest movers behind a change, as a person may take them over: 项目支出减少659.40万元、年初结转和结余增加3.00万元. */
export function movers(input: ReportInput, profile: Profile, key: string): string {
  const words = ({ name, difference: { value } }: Driver): string =>
    `${name}${value.isNegative() ? '减少' : '增加'}${yuan(value.abs().div(10000))}万元`;
  return drivers(input, profile, key)
    .filter(({ now, by }) => now.unit === '元' && by !== '预算')
    .slice(0, MOVERS)
    .map(words)
    .join('、');
}

/** Reasons of large changes that name no amount: good enough to print, not to convince. */
export const advice = (input: ReportInput, profile: Profile, needs: readonly ReasonNeed[]): readonly Remark[] =>
  needs.flatMap((need): readonly Remark[] => {
    if (need.against !== '上年' || !isSupplied(need.given) || !isLarge(need) || /\d(万|元|亿)|\d万元/.test(need.given.text)) return [];
    const moved = movers(input, profile, need.key);
    if (moved === '') return [];
    return [{ key: need.key, at: need.given.at, message: `变动超过${LARGE}%，建议写明主要因素和金额，如：${moved}。` }];
  });

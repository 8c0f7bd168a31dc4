import { minus, percent } from '../../facts/arithmetic';
import { decimalString } from '../../facts/money';
import type { Derived } from '../../facts/traced';
import type { ReportInput } from '../input';
import type { Profile } from '../profile';
import { drivers } from './drivers';
import { explained } from './needs';

/** What a reason has to explain, in words beside the field: the change or gap itself, and what drives it, largest first. */
export interface ToExplain {
  readonly text: string;
  /** now − base with its trace. */
  readonly difference: Derived;
  /** `words` say it in a reason, without the amount: a number in a supplied text could not be traced. */
  readonly drivers: readonly { readonly name: string; readonly text: string; readonly words: string }[];
}

const most = 4;

const inWan = ({ value }: Derived): string => decimalString(value.abs().div(10000));

/** 比上年减少 106.89万元（8.93%） / 决算小于预算 3.50万元（1.20%）; undefined where it is not known what is to explain. */
export function toExplain(key: string, input: ReportInput, profile: Profile): ToExplain | undefined {
  const found = explained(input, profile, key);
  if (!found) return undefined;
  const { now, base, against } = found;
  const by = minus(now, base);
  const less = by.value.isNegative();
  const moved = (down: boolean): string => (against === '上年' ? (down ? '减少' : '增加') : down ? '少于预算' : '多于预算');
  const words = against === '上年' ? `比上年${less ? '减少' : '增加'}` : `决算${less ? '小于' : '大于'}预算`;
  const share = base.value.isNegative() ? undefined : percent(by, base);
  return {
    text: `${words} ${inWan(by)}万元${share ? `（${decimalString(share.value.abs())}%）` : ''}`,
    difference: by,
    drivers: drivers(input, profile, key)
      .filter(({ now: driver }) => driver.unit === '元')
      .slice(0, most)
      .map(({ name, difference }) => ({
        name,
        words: `${name}${moved(difference.value.isNegative())}`,
        text: `${difference.value.isNegative() ? '−' : '+'}${inWan(difference)}万元`,
      })),
  };
}

/** Order of asking: the largest change first, what is not known to explain anything last. */
export function largestFirst(a: ToExplain | undefined, b: ToExplain | undefined): number {
  if (!a || !b) return Number(!a) - Number(!b);
  return b.difference.value.abs().comparedTo(a.difference.value.abs());
}

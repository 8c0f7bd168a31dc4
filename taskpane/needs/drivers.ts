import { minus, percent } from '../../src/facts/arithmetic';
import type { ReportInput } from '../../src/narrative/input';
import type { Profile } from '../../src/narrative/profile';
import { drivers } from '../../src/narrative/reasons/drivers';
import { explained } from '../../src/narrative/reasons/needs';

/** What a reason has to explain, in the words of the pane: the change or gap itself, and what drives it, largest first. */
export interface ToExplain {
  readonly text: string;
  /** Size in 元 as a decimal string, to ask for the largest first. */
  readonly size: string;
  /** `words` say it in a reason, without the amount: a number in a supplied text could not be traced. */
  readonly drivers: readonly { readonly name: string; readonly text: string; readonly words: string }[];
}

const most = 4;

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
    text: `${words} ${by.value.abs().div(10000).toFixed(2)}万元${share ? `（${share.value.abs().toFixed(2)}%）` : ''}`,
    size: by.value.abs().toFixed(2),
    drivers: drivers(input, profile, key)
      .filter(({ now: driver }) => driver.unit === '元')
      .slice(0, most)
      .map(({ name, difference: { value } }) => ({
        name,
        words: `${name}${moved(value.isNegative())}`,
        text: `${value.isNegative() ? '−' : '+'}${value.abs().div(10000).toFixed(2)}万元`,
      })),
  };
}

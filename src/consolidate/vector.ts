import Decimal from 'decimal.js';

/** Amounts by place; a place that is not in it is zero. */
export type Vector = ReadonlyMap<string, Decimal>;

const ZERO = new Decimal(0);
/** What is given away to rounding at each place: nothing, where both sides are exact. */
export type Slack = (key: string) => Decimal;

/** a + b·times, zeros left out. */
export function plus(a: Vector, b: Vector, times = 1): Vector {
  const out = new Map(a);
  for (const [key, value] of b) {
    const added = (out.get(key) ?? ZERO).plus(times === 1 ? value : value.times(times));
    if (added.isZero()) out.delete(key);
    else out.set(key, added);
  }
  return out;
}

export const scaled = (a: Vector, by: Decimal.Value): Vector => new Map([...a].map(([key, value]) => [key, value.times(by)]));

/** Without what is within the rounding. */
export const beyondSlack = (a: Vector, slack: Slack): Vector => new Map([...a].filter(([key, value]) => value.abs().gt(slack(key))));

/** How many places of `a` stay different when `b` is taken off. */
export function leftAfter(a: Vector, b: Vector, slack: Slack): number {
  let left = a.size;
  for (const [key, value] of b) {
    const there = a.get(key);
    const open = (there ?? ZERO).minus(value).abs().gt(slack(key));
    if (there === undefined && open) left += 1;
    else if (there !== undefined && !open) left -= 1;
  }
  return left;
}

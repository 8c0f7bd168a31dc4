import Decimal from 'decimal.js';

/**
 * How a printed figure stands to the exact one. right = rounding gives it; near = rounding gives it at its own digits, but
 * the text prints more elsewhere; cut = only cutting digits off gives it; last = off by one in the last digit.
 */
export type Reach = 'right' | 'cut' | 'last' | 'wrong';

const HALF = new Decimal('0.5');
const ZERO = new Decimal(0);

/** Can rounding to the printed digit give the printed number? `slack` is what the exact value itself may be off by. */
export const rounds = (printed: Decimal, step: Decimal, exact: Decimal, slack: Decimal = ZERO): boolean =>
  printed.minus(exact).abs().lte(step.times(HALF).plus(slack));

/** Can cutting off all further digits? */
function truncates(printed: Decimal, step: Decimal, exact: Decimal): boolean {
  const rest = exact.abs().minus(printed.abs());
  return rest.gte(0) && rest.lt(step) && (printed.isZero() || exact.isZero() || printed.isNegative() === exact.isNegative());
}

export function reachOf(printed: Decimal, step: Decimal, exact: Decimal, slack: Decimal = ZERO): Reach {
  if (rounds(printed, step, exact, slack)) return 'right';
  if (truncates(printed, step, exact)) return 'cut';
  return printed.minus(exact).abs().lte(step.times('1.5').plus(slack)) ? 'last' : 'wrong';
}

/** All values that a printed number may have been rounded from. */
export interface Range {
  readonly low: Decimal;
  readonly high: Decimal;
}
export const rangeOf = (printed: Decimal, step: Decimal): Range => ({
  low: printed.minus(step.times(HALF)),
  high: printed.plus(step.times(HALF)),
});

export const rangePlus = (a: Range, b: Range): Range => ({ low: a.low.plus(b.low), high: a.high.plus(b.high) });
export const rangeMinus = (a: Range, b: Range): Range => ({ low: a.low.minus(b.high), high: a.high.minus(b.low) });
export const meets = (a: Range, b: Range): boolean => a.low.lte(b.high) && b.low.lte(a.high);
export const widened = (a: Range, by: Decimal): Range => ({ low: a.low.minus(by), high: a.high.plus(by) });
export const middle = (a: Range): Decimal => a.low.plus(a.high).div(2);

/** a ÷ b × 100 for amounts that are not negative; undefined where b may be zero. */
export function ratio(a: Range, b: Range): Range | undefined {
  if (b.low.lte(0)) return undefined;
  const ends = [a.low.div(b.low), a.low.div(b.high), a.high.div(b.low), a.high.div(b.high)].map((end) => end.times(100));
  return { low: Decimal.min(...ends), high: Decimal.max(...ends) };
}

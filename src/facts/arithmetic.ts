import Decimal from 'decimal.js';
import type { Derived, Op, Traced, Unit } from './traced';

// 40 digits: sums of amounts are exact; only ratios are ever rounded, and those far behind the printed digit.
Decimal.set({ precision: 40, rounding: Decimal.ROUND_HALF_UP });

const ZERO = new Decimal(0);
const HUNDRED = new Decimal(100);

const derived = (op: Op, value: Decimal, half: Decimal, unit: Unit, from: readonly Traced[]): Derived => ({
  kind: 'derived',
  op,
  value,
  half,
  unit,
  from,
});

const unitOf = (terms: readonly Traced[]): Unit => terms[0]?.unit ?? '元';
const halves = (terms: readonly Traced[]): Decimal => terms.reduce((sum, t) => sum.plus(t.half), ZERO);

/** Σ terms. The sum of nothing is 0 元. */
export const sum = (...terms: readonly Traced[]): Derived =>
  derived(
    'sum',
    terms.reduce((total, t) => total.plus(t.value), ZERO),
    halves(terms),
    unitOf(terms),
    terms,
  );

/** a − b. */
export const minus = (a: Traced, b: Traced): Derived => derived('minus', a.value.minus(b.value), a.half.plus(b.half), a.unit, [a, b]);

/** −a. */
export const negate = (a: Traced): Derived => derived('negate', a.value.neg(), a.half, a.unit, [a]);

/** |a|, keeping a's trace. */
export const abs = (a: Traced): Derived => derived('abs', a.value.abs(), a.half, a.unit, [a]);

/** a ÷ b × 100, or undefined when b is zero: there is no percentage on a base of nothing. */
export function percent(a: Traced, b: Traced): Derived | undefined {
  return b.value.isZero() ? undefined : derived('percent', a.value.div(b.value).times(HUNDRED), ZERO, '%', [a, b]);
}

/** (a − b) ÷ b × 100, or undefined when b is zero. */
export function growth(a: Traced, b: Traced): Derived | undefined {
  return b.value.isZero() ? undefined : derived('growth', a.value.minus(b.value).div(b.value).times(HUNDRED), ZERO, '%', [a, b]);
}

/** a × by: points that follow from a rate, 0.04 × 97.03% of four points. `by` is exact, as written. */
export const times = (a: Traced, by: string, unit: Unit = a.unit): Derived => {
  const factor = new Decimal(by);
  return { ...derived('times', a.value.times(factor), a.half.times(factor.abs()), unit, [a]), by: factor };
};

import Decimal from 'decimal.js';

/** A hundredth of a fen in 元, or one fen in 万元: nothing that a form prints is smaller. */
const SMALLEST = 6;

/**
 * The one way in: Excel keeps 15 significant digits, and formulas leave noise behind the fen (54600.84999999963, 1.8e-12);
 * both are no part of an amount. A true third decimal stays. Throws on NaN and infinities.
 */
export function fromCellNumber(n: number): Decimal {
  if (!Number.isFinite(n)) throw new Error(`not a finite cell number: ${n}`);
  return Number.isInteger(n) ? new Decimal(n) : new Decimal(n.toPrecision(15)).toDecimalPlaces(SMALLEST, Decimal.ROUND_HALF_UP);
}

/** Amount for a finding: two decimals, thousands separators, a real minus sign kept as `-`. `1,234.50`. */
export function yuan(value: Decimal, decimals = 2): string {
  const [whole, fraction] = value.toFixed(decimals, Decimal.ROUND_HALF_UP).split('.') as [string, string | undefined];
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** Decimals of an amount as it is printed: two, or all where it has more than fen and is no quotient. */
export const decimalsOf = (value: Decimal): number => {
  const places = value.decimalPlaces();
  return places > 2 && places <= SMALLEST ? places : 2;
};

/** The one way out to a machine: a plain decimal string with two decimals, `-100.00`. */
export const decimalString = (value: Decimal, decimals = 2): string => value.toFixed(decimals, Decimal.ROUND_HALF_UP);

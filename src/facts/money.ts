import Decimal from 'decimal.js';

/** The one way in: Excel keeps 15 significant digits, the rest is binary noise. Throws on NaN and infinities. */
export function fromCellNumber(n: number): Decimal {
  if (!Number.isFinite(n)) throw new Error(`not a finite cell number: ${n}`);
  return new Decimal(Number.isInteger(n) ? n : n.toPrecision(15));
}

/** Amount for a finding: two decimals, thousands separators, a real minus sign kept as `-`. `1,234.50`. */
export function yuan(value: Decimal, decimals = 2): string {
  const [whole, fraction] = value.toFixed(decimals, Decimal.ROUND_HALF_UP).split('.') as [string, string | undefined];
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** The one way out to a machine: a plain decimal string with two decimals, `-100.00`. */
export const decimalString = (value: Decimal, decimals = 2): string => value.toFixed(decimals, Decimal.ROUND_HALF_UP);

import Decimal from 'decimal.js';

const half = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/[\s\u3000\u00a0]/g, '');

/**
 * A number as a person types it: `1,234.50`, full-width digits, spaces around. Thousands separators must stand in their
 * places; anything else (a unit word, two points, a dash alone) is no number and gives undefined.
 */
export function amountOf(text: string): Decimal | undefined {
  const plain = half(text);
  const grouped = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain);
  const digits = grouped ? plain.replace(/,/g, '') : plain;
  return /^[+-]?\d+(\.\d+)?$/.test(digits) ? new Decimal(digits) : undefined;
}

/** A plain decimal string as JSON carries it: `-1234.50`. Nothing else is taken. */
export const plainDecimal = (text: string): Decimal | undefined => (/^-?\d+(\.\d+)?$/.test(text) ? new Decimal(text) : undefined);

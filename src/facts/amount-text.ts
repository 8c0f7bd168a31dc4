import Decimal from 'decimal.js';

const digits = /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d*)?$|^\.\d+$/;

/**
 * A number as a form prints it, in any width: thousands separators in their places, a minus sign of any kind, ￥,
 * accounting brackets for a negative. Anything else – `1,2345`, `约5万`, `(-5)` – gives undefined.
 */
export function printedNumber(text: string): Decimal | undefined {
  const plain = text.normalize('NFKC').trim();
  const bracketed = /^\(([^]*)\)$/.exec(plain);
  const [, sign, number] = /^([+\-‐‑–−])?\s*[¥¥]?\s*([^]*)$/.exec(bracketed ? bracketed[1]! : plain)!;
  if (!digits.test(number!) || (bracketed && sign)) return undefined;
  const value = new Decimal(number!.replace(/,/g, '').replace(/\.$/, ''));
  return bracketed || (sign && sign !== '+') ? value.negated() : value;
}

/**
 * A number as a person types it: the same digits with a plain sign, blanks passed over. What looks like a slip of the
 * hand (no digit before or behind the point, brackets, ￥, a unit word) is no number and gives undefined.
 */
export function typedAmount(text: string): Decimal | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  return /^[+-]?\d[\d,]*(\.\d+)?$/.test(plain) ? printedNumber(plain) : undefined;
}

/** A plain decimal string as JSON carries it: `-1234.50`. Nothing else is taken. */
export const plainDecimal = (text: string): Decimal | undefined => (/^-?\d+(\.\d+)?$/.test(text) ? new Decimal(text) : undefined);

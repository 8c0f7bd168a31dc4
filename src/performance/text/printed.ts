import Decimal from 'decimal.js';
import type { Span } from './blocks';
import type { Line } from './lines';

/** A number as it is printed. Amounts are in 元, rates in %, everything else as it stands. */
export interface Printed {
  readonly value: Decimal;
  /** Half of the last printed digit: what is printed may stand for anything within. */
  readonly half: Decimal;
  /** With its unit: 430.66万元 */
  readonly text: string;
  readonly span: Span;
}

/** A number in a pattern. Thousands may be separated. */
export const N = '(-?\\d+(?:,\\d{3})*(?:\\.\\d+)?)';

const scales: Readonly<Record<string, number>> = { 元: 1, 万元: 1e4, 亿元: 1e8 };

/** The number `digits` that stands at `from` of the line, with the unit word behind it. */
export function printedAt(line: Line, from: number, digits: string, unit = ''): Printed {
  const scale = new Decimal(scales[unit] ?? 1);
  const plain = digits.replace(/,/g, '');
  // 万元 are printed with two decimals and final zeros dropped: 2万元 stands for 2.00, never for 1.6.
  const decimals = Math.max(/\.(\d+)$/.exec(plain)?.[1]!.length ?? 0, unit in scales ? 2 : 0);
  return {
    value: new Decimal(plain).times(scale),
    half: new Decimal(10).pow(-decimals).div(2).times(scale),
    text: `${digits}${unit}`,
    span: line.span(from, from + digits.length + unit.length),
  };
}

/** Every match of a pattern with groups `n` (a number) and, directly behind it, `u` (its unit). */
export function numbersIn(line: Line, pattern: RegExp): readonly { readonly printed: Printed; readonly match: RegExpMatchArray }[] {
  return [...line.text.matchAll(new RegExp(pattern.source, 'g'))].map((match) => {
    const { n, u = '' } = match.groups!;
    return { match, printed: printedAt(line, match.index + match[0].lastIndexOf(n! + u), n!, u) };
  });
}

/** Can both stand for one figure? Each stands for anything within half of its last digit. */
export const same = (a: Printed, b: Pick<Printed, 'value' | 'half'>): boolean => a.value.minus(b.value).abs().lte(a.half.plus(b.half));

const zero = new Decimal(0);
/** Σ; what is printed of a sum may miss by the halves of its parts. */
export const total = (parts: readonly Pick<Printed, 'value' | 'half'>[]): Pick<Printed, 'value' | 'half'> => ({
  value: parts.reduce((sum, part) => sum.plus(part.value), zero),
  half: parts.reduce((sum, part) => sum.plus(part.half), zero),
});
/** Scores are exact: 11.73 is not 12, whatever their digits. */
export const sumOf = (parts: readonly Printed[]): Decimal => total(parts).value;

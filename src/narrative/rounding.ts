import Decimal from 'decimal.js';
import { sum } from '../facts/arithmetic';
import type { Traced } from '../facts/traced';
import type { Inline } from './document';
import { digitsOf, type Printer } from './figures';
import { agrees, isGap, isKnown, type AmountOrGap } from './input';
import type { Profile } from './profile';

type Figure = Extract<Inline, { kind: 'figure' }>;
const isFigure = (inline: Inline): inline is Figure => inline.kind === 'figure';

/** The number that a reader sees, in 万元; what is printed as 不足0.01 adds nothing that could be seen. */
const seen = ({ text }: Figure): Decimal => (text.startsWith('不足') ? new Decimal(0) : new Decimal(text.replace(/,|万元$/g, '')));

/**
 * The parts of a whole as they are printed. Each is rounded once; together they may miss the printed whole by a digit or
 * two, which reviewers send back. By profile the largest parts give way by one digit each – the trace keeps the true
 * value – or the parts are marked, and the document says once that there is a 尾差. `shown` is the whole as it is
 * printed already, where it was itself a part that gave way.
 */
export function printParts(
  print: Printer,
  profile: Profile,
  amounts: readonly AmountOrGap[],
  whole: AmountOrGap,
  shown?: Inline,
): readonly Inline[] {
  const printed = amounts.map((amount) => print.wan(amount));
  const total = shown ?? print.wan(whole);
  const known: readonly Traced[] = amounts.filter(isKnown);
  if (isGap(whole) || known.length < amounts.length || !isFigure(total) || !agrees(sum(...known), whole)) return printed;
  const figures = printed.filter(isFigure);
  const missing = seen(total).minus(figures.reduce((all, figure) => all.plus(seen(figure)), new Decimal(0)));
  if (missing.isZero()) return printed;
  if (profile.rounding === 'note') return printed.map((inline, i) => (i === 0 && isFigure(inline) ? { ...inline, tail: true } : inline));
  return balanced(figures, missing, profile);
}

/** One digit each, the largest first. A part never gives way to nothing, nor from nothing. */
function balanced(figures: readonly Figure[], missing: Decimal, profile: Profile): readonly Inline[] {
  const digit = new Decimal(10).pow(-profile.decimals.wan);
  const steps = missing.div(digit).abs();
  const byName = [...figures.keys()]
    .filter((i) => seen(figures[i]!).abs().gt(digit.times(2)))
    .sort((a, b) => seen(figures[b]!).abs().comparedTo(seen(figures[a]!).abs()))
    .filter((_, rank) => steps.gt(rank));
  if (steps.gt(byName.length)) return figures.map((figure, i) => (i === 0 ? { ...figure, tail: true } : figure));
  return figures.map((figure, i) => {
    if (!byName.includes(i)) return figure;
    const value = seen(figure).plus(missing.isNegative() ? digit.negated() : digit);
    return { ...figure, text: `${digitsOf(value, profile.decimals.wan, profile)}万元`, adjusted: figure.text };
  });
}

/** Does a printed text say anywhere that its parts miss their whole? */
export const hasTail = (inlines: readonly Inline[]): boolean => inlines.some((inline) => inline.kind === 'figure' && inline.tail === true);

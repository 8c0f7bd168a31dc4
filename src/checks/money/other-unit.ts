import Decimal from 'decimal.js';
import { holds } from '../exact';
import { signedParts, type Failure } from '../failure';
import type { YearBook } from './signs';

export const TIMES = new Decimal(10000);
/** Half of the last digit of 万元 with two decimals. */
export const LOST = new Decimal(50);

export const otherUnit = ({ unit }: YearBook): string => (unit === '元' ? '万元' : '元');

/** What turns the amounts of a book into those of its other unit. */
const factorOf = ({ unit }: YearBook): Decimal => (unit === '元' ? TIMES : new Decimal(1).div(TIMES));

/** Does the formula hold once all amounts of the book are in the other unit? Amounts in 万元 have lost their last digits. */
export function holdsIn(book: YearBook, { rule, verdict }: Failure): boolean {
  const factor = factorOf(book);
  let [difference, slack] = [verdict.difference, factor.gt(1) ? new Decimal(0) : verdict.half.times(factor)];
  for (const { fact, times } of signedParts(verdict)) {
    if (fact.unit !== '元' || fact.at.book.role !== book.year) continue;
    difference = difference.plus(fact.value.times(factor.minus(1)).times(times));
    if (factor.gt(1) && !fact.value.isZero()) slack = slack.plus(LOST.times(Math.abs(times)));
  }
  return holds(rule.claim.is, difference, slack);
}

export const isOfBothYears = ({ verdict }: Failure): boolean => new Set(signedParts(verdict).map(({ fact }) => fact.at.book.role)).size > 1;

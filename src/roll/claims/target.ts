import { abs, growth, minus, percent } from '../../facts/arithmetic';
import type { Traced } from '../../facts/traced';
import { rounds } from '../../proof/checks/reach';
import type { Values } from '../../proof/checks/values';
import type { TextClaim } from '../../proof/links/claim';

/** The figures of last year's and of this year's workbook, by measure. */
export interface TwoYears {
  readonly last: Values;
  readonly now: Values;
}

/** Is the claim about the year before the one that the document reports? */
const isEarlier = (claim: TextClaim, { last }: TwoYears): boolean => {
  const { year } = last.input.years.now;
  return claim.year !== undefined && year !== undefined && claim.year === year - 1;
};

/** This year's figure of what the claim is about, a year on. */
export const outturnOf = (claim: TextClaim, years: TwoYears): Traced | undefined =>
  isEarlier(claim, years) ? years.now.before(claim.measure) : years.now.now(claim.measure);

/** This year's budget: of the column whose figure last year's text printed. */
export function budgetOf(claim: TextClaim, { last, now }: TwoYears): Traced | undefined {
  const budgets = now.budgetsOf(claim);
  if (budgets.length < 2 || claim.budget !== undefined) return budgets[0];
  const before = last.budgetsOf(claim);
  const outturn = last.now(claim.measure);
  const meant = before.findIndex((budget) => {
    if (claim.kind === 'budget') return rounds(claim.value!, claim.step!, budget.value);
    const rate = claim.kind === 'completion' && outturn ? percent(outturn, budget) : undefined;
    if (rate) return rounds(claim.value!, claim.step!, rate.value);
    const gap = outturn && minus(outturn, budget).value;
    return gap && (claim.relation === 'equal' ? gap.isZero() : claim.relation === 'less' ? gap.lt(0) : gap.gt(0));
  });
  return budgets[Math.max(0, meant)];
}

/** What a claim of change is about a year on: now − before, with its sign, and the growth where there is one. */
export interface Movement {
  readonly now: Traced;
  readonly before: Traced;
  readonly difference: Traced;
  /** Absolute growth in %; absent where the base is zero or negative. */
  readonly rate?: Traced;
}

export function movementOf({ measure }: TextClaim, { now }: TwoYears): Movement | undefined {
  const [a, b] = [now.now(measure), now.before(measure)];
  if (!a || !b) return undefined;
  const rate = b.value.gt(0) ? growth(a, b) : undefined;
  return { now: a, before: b, difference: minus(a, b), ...(rate ? { rate: abs(rate) } : {}) };
}

/** The traced number that this year's text prints in the place of a claim; undefined where the cells do not give it. */
export function targetOf(claim: TextClaim, years: TwoYears): Traced | undefined {
  switch (claim.kind) {
    case 'amount':
    case 'count':
      return outturnOf(claim, years);
    case 'budget':
      return budgetOf(claim, years);
    case 'share': {
      const [part, whole] = [outturnOf(claim, years), claim.base && outturnOf({ ...claim, measure: claim.base }, years)];
      return part && whole && whole.value.gt(0) ? percent(part, whole) : undefined;
    }
    case 'completion': {
      const [actual, budget] = [outturnOf(claim, years), budgetOf(claim, years)];
      return actual && budget && budget.value.gt(0) ? percent(actual, budget) : undefined;
    }
    case 'change': {
      const moved = movementOf(claim, years);
      return moved && abs(moved.difference);
    }
    case 'rate':
      return movementOf(claim, years)?.rate;
    case 'level':
    case 'relation':
      return undefined;
  }
}

import type { TextClaim } from '../links/claim';
import type { Equation } from './equation';

/**
 * One culprit per cause: of the figures that violated equations share, the one that reasonLead most of them and stands in
 * the fewest that hold. `settled` figures are proved by cells and cannot be to blame.
 */
export function blame(equations: readonly Equation[], settled: (claim: TextClaim) => boolean): ReadonlyMap<TextClaim, readonly Equation[]> {
  let open = equations.filter(({ holds }) => !holds);
  // A direction that fits says nothing of the amounts.
  const holding = equations.filter(({ holds, rule }) => holds && rule !== 'P-DIRECTION');
  const inHolding = (claim: TextClaim): number => holding.filter(({ claims }) => claims.includes(claim)).length;
  const found = new Map<TextClaim, readonly Equation[]>();
  while (open.length > 0) {
    const candidates = [...new Set(open.flatMap(({ claims, culprit }) => [culprit, ...claims]))].filter((claim) => !settled(claim));
    if (candidates.length === 0) break;
    const weight = (claim: TextClaim): number => {
      const violated = open.filter(({ claims }) => claims.includes(claim)).length;
      const first = open.some(({ culprit }) => culprit === claim) ? 1.5 : 0;
      return violated * 2 + first - inHolding(claim);
    };
    const worst = candidates.reduce((best, claim) => (weight(claim) > weight(best) ? claim : best), candidates[0]!);
    found.set(
      worst,
      open.filter(({ claims }) => claims.includes(worst)),
    );
    open = open.filter(({ claims }) => !claims.includes(worst));
  }
  return found;
}

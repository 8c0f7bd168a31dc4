import type { Rule } from '../rules/rule';
import type { Compared, Part } from './exact';
import { rulePlaceName, type RulePlace } from './resolve';

/** A formula that does not hold at a place. */
export interface Failure {
  readonly rule: Rule;
  readonly place: RulePlace;
  readonly verdict: Compared;
}

/** A name for a formula at a place; the id of its finding. */
export const failureKey = (rule: Rule, place: RulePlace): string => `${rule.id}@${rulePlaceName(place)}`;

/** Cells of both sides, as often as they count in left − right. */
export const signedParts = ({ left, right }: Compared): readonly Part[] => [
  ...left.parts,
  ...right.parts.map(({ fact, times }) => ({ fact, times: -times })),
];

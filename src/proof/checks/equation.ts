import type { Severity } from '../../facts/outcome';
import type { TextClaim } from '../links/claim';
import type { ProofRuleId } from './rulebook';

/** Something that figures of one text must fulfil among themselves. */
export interface Equation {
  readonly rule: ProofRuleId;
  readonly claims: readonly TextClaim[];
  readonly holds: boolean;
  /** The figure that is blamed when nothing else speaks for another one. */
  readonly culprit: TextClaim;
  readonly expected?: string;
  /** Ends with 。 */
  readonly message: string;
  readonly severity?: Severity;
}

import type { ReportInput } from '../input';
import type { Profile } from '../profile';
import { advice } from './advice';
import { impossibleClaims } from './claims';
import type { Asks } from './watched';
import { contradictions, type Remark } from './remarks';

/** Everything worth saying beside a supplied field, one remark a field: what cannot be right before what could be better. */
export function remarksByField(input: ReportInput, profile: Profile, asks: Asks): ReadonlyMap<string, Remark> {
  const found = new Map<string, Remark>();
  for (const remark of [...contradictions(input, profile, asks), ...impossibleClaims(input), ...advice(input, profile, asks)])
    if (!found.has(remark.key)) found.set(remark.key, remark);
  return found;
}

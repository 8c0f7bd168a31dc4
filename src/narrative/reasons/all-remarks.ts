import type { ReportInput } from '../input';
import type { Profile } from '../profile';
import { advice } from './advice';
import { impossibleClaims } from './claims';
import { neededReasons } from './needs';
import type { Asks } from './watched';
import { contradictions, type Remark } from './remarks';

/** Everything worth saying beside a supplied field, one remark a field: what cannot be right before what could be better. */
export function remarksByField(input: ReportInput, profile: Profile, asks: Asks): ReadonlyMap<string, Remark> {
  const found = new Map<string, Remark>();
  // Thousands of 项 are gone through for them: once.
  const needs = neededReasons(input, profile, asks);
  for (const remark of [...contradictions(input, profile, asks, needs), ...impossibleClaims(input), ...advice(input, profile, needs)])
    if (!found.has(remark.key)) found.set(remark.key, remark);
  return found;
}

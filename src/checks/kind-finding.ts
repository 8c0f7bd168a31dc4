import type { Finding, Severity } from '../facts/outcome';
import type { Phrase } from '../facts/phrase';
import type { Source } from '../kernel/source';
import type { CellRef } from '../kernel/workbook';
import { distinct } from './findings';
import { fingerprint } from './fingerprint';

/** What can be wrong with a whole row, form or workbook; for the findings and for RULES.md. */
export interface FaultKind {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly source: Source;
  readonly hint: string;
}

/** One such fault. `values`: what it rests on; setting it aside holds while they stay. */
export function kindFinding(
  kind: FaultKind,
  place: string,
  message: Phrase,
  cells: readonly CellRef[],
  values: readonly string[],
): Finding {
  return {
    id: `${kind.id}@${place}`,
    rule: kind.id,
    kind: 'rule',
    severity: kind.severity,
    title: kind.title,
    message,
    hint: kind.hint,
    source: kind.source,
    cells: distinct(cells),
    group: '',
    fingerprint: fingerprint([place, ...values]),
  };
}

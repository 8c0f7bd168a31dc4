import type { Finding } from '../../facts/outcome';
import type { Phrase } from '../../facts/phrase';
import type { CellRef } from '../../kernel/workbook';
import { distinct } from '../findings';
import { fingerprint } from '../fingerprint';
import type { RowKind } from './kinds';

/** What is wrong with a whole row, form or workbook. `values`: what it rests on; setting it aside holds while they stay. */
export function kindFinding(kind: RowKind, place: string, message: Phrase, cells: readonly CellRef[], values: readonly string[]): Finding {
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

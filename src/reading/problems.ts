import type { Finding } from '../facts/outcome';
import { printed, type Phrase } from '../facts/phrase';
import { placeKey, type CellRef } from '../kernel/workbook';
import { problemKinds, type ProblemKind, type ProblemName } from './problem-kinds';

/**
 * One problem as a finding. The first cell is where to look; `values` make up the fingerprint, `what` tells problems of one
 * cell apart. A message that speaks of amounts is a phrase; one of words and names is a text.
 */
export function problem(
  name: ProblemName,
  message: string | Phrase,
  cells: readonly CellRef[],
  values: readonly string[] = [],
  what = '',
): Finding {
  const kind: ProblemKind = problemKinds[name];
  const first = cells[0];
  const place = `${first ? placeKey(first) : name}${what && `|${what}`}`;
  return {
    id: `${kind.id}@${place}`,
    rule: kind.id,
    kind: 'reading',
    severity: kind.severity,
    title: kind.title,
    message: typeof message === 'string' ? [printed(message)] : message,
    hint: kind.hint,
    source: kind.source,
    cells,
    group: `${kind.id}@${place}`,
    fingerprint: [kind.id, place, ...values].join('\u0001'),
  };
}

import type { Finding } from '../facts/outcome';
import { placeKey, type CellRef } from '../kernel/workbook';
import { problemKinds, type ProblemKind, type ProblemName } from './problem-kinds';

/** One problem as a finding. The first cell is where to look; `values` make up the fingerprint, `what` tells problems of one cell apart. */
export function problem(name: ProblemName, message: string, cells: readonly CellRef[], values: readonly string[] = [], what = ''): Finding {
  const kind: ProblemKind = problemKinds[name];
  const first = cells[0];
  const place = `${first ? placeKey(first) : message}${what && `|${what}`}`;
  return {
    id: `${kind.id}@${place}`,
    rule: kind.id,
    severity: kind.severity,
    title: kind.title,
    message,
    hint: kind.hint,
    source: kind.source,
    cells,
    group: `${kind.id}@${place}`,
    fingerprint: [kind.id, place, ...values].join('\u0001'),
  };
}

import type { Fen } from '../description';
import type { Line } from '../ledger';
import { total } from '../ledger';

/** Lines of one 项 together, by code. */
export function byCode(lines: readonly Line[]): ReadonlyMap<string, readonly Line[]> {
  const map = new Map<string, Line[]>();
  for (const line of lines) {
    const found = map.get(line.code);
    if (found) found.push(line);
    else map.set(line.code, [line]);
  }
  return map;
}

export const sum = (lines: readonly Line[], pick: (line: Line) => Fen): Fen => total(lines.map(pick));

/** One item per 项 with the amounts worked out from its lines. */
export const itemsOf = (
  lines: readonly Line[],
  values: (lines: readonly Line[]) => readonly Fen[],
): { code: string; values: readonly Fen[] }[] => [...byCode(lines)].map(([code, own]) => ({ code, values: values(own) }));

import { useCallback, useEffect, useRef } from 'react';
import type { Readiness } from '../../src/app/readiness';
import type { CellRef } from '../../src/kernel/workbook';

/** One thing to do, in the order in which it is done: a cell to put right, a form to supply, a blank to fill. */
export type Stop =
  | { readonly id: string; readonly kind: 'cause'; readonly group: string; readonly cell?: CellRef }
  | { readonly id: string; readonly kind: 'form' }
  | { readonly id: string; readonly kind: 'blank'; readonly key: string };

export const stopsOf = ({ causes, forms, blanks }: Readiness): readonly Stop[] => [
  ...causes.map(({ id, cells }): Stop => ({ id: `cause ${id}`, kind: 'cause', group: id, cell: cells[0] })),
  ...forms.map(({ table }): Stop => ({ id: `form ${table.id}`, kind: 'form' })),
  ...blanks.map(({ key }): Stop => ({ id: `blank ${key}`, kind: 'blank', key })),
];

/** The stop behind the last one, from the beginning after the end; where the last one is done, the one that took its place. */
export function nextStop(stops: readonly Stop[], last: { readonly id: string; readonly index: number } | undefined): number {
  if (stops.length === 0) return -1;
  if (!last) return 0;
  const at = stops.findIndex(({ id }) => id === last.id);
  return (at < 0 ? last.index : at + 1) % stops.length;
}

/** The way to the stop behind a blank, as things are now; to nowhere, where it is the only one. */
export function following(readiness: Readiness, key: string, go: (stop: Stop) => void): () => void {
  const stops = stopsOf(readiness);
  const at = stops.findIndex((stop) => stop.kind === 'blank' && (stop.key === key || key.startsWith(`${stop.key}.`)));
  // Figures of last year are one thing to do, but filled in one after the other.
  const fields = readiness.blanks.find((blank) => blank.fields.includes(key))?.fields;
  const own = fields?.[fields.indexOf(key) + 1];
  if (own !== undefined) return () => go({ id: `blank ${own}`, kind: 'blank', key: own });
  const stop = at < 0 ? undefined : stops[(at + 1) % stops.length];
  return () => (stop && stop !== stops[at] ? go(stop) : undefined);
}

/** Walks from one open thing to the next: F8, or the function that is returned. */
export function useWalk(readiness: Readiness, go: (stop: Stop) => void): (kind?: Stop['kind']) => void {
  const last = useRef<{ readonly id: string; readonly index: number }>();
  const walk = useCallback(
    (kind?: Stop['kind']): void => {
      const stops = stopsOf(readiness);
      const first = kind === undefined ? -1 : stops.findIndex((stop) => stop.kind === kind);
      const index = first < 0 ? nextStop(stops, last.current) : first;
      const stop = stops[index];
      if (!stop) return;
      last.current = { id: stop.id, index };
      go(stop);
    },
    [readiness, go],
  );
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.key !== 'F8' || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      walk();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [walk]);
  return walk;
}

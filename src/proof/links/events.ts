import type { PlacedItem } from './claim';
import * as say from './phrases';
import { tokensOf, type NumberToken, type YearToken } from './tokens';

/** What a reader meets in a paragraph, by its place in the plain text. */
export type Event =
  | { readonly at: number; readonly end: number; readonly kind: 'number'; readonly token: NumberToken }
  | { readonly at: number; readonly end: number; readonly kind: 'year'; readonly token: YearToken }
  | { readonly at: number; readonly end: number; readonly kind: 'item'; readonly item: PlacedItem }
  | { readonly at: number; readonly end: number; readonly kind: 'level' | 'blank' | 'reason' }
  | { readonly at: number; readonly end: number; readonly kind: 'relation'; readonly relation: 'less' | 'more' | 'equal' | 'none' };

const rank = ({ kind }: Event): number => ['reason', 'item', 'blank', 'year', 'level', 'relation', 'number'].indexOf(kind);

/** Numbers, years, items, blanks and words of relation from `from` on, in order; what a person reasons is left out. */
export function eventsIn(text: string, from: number, items: readonly PlacedItem[]): readonly Event[] {
  const explained = reasonsIn(text, from);
  const at = (kind: 'level' | 'blank', words: RegExp): readonly Event[] =>
    [...text.matchAll(words)].map((found) => ({ at: found.index, end: found.index + found[0].length, kind }));
  const events: Event[] = [
    ...tokensOf(text, from).map((token): Event =>
      token.kind === 'number'
        ? { at: token.start, end: token.end, kind: 'number', token }
        : { at: token.start, end: token.end, kind: 'year', token },
    ),
    ...at('blank', /【[^】]*】/g),
    ...at('level', say.levelWords),
    // What goes on behind a reason is about the subject in front of it.
    ...explained.map(([, end]): Event => ({ at: end, end, kind: 'reason' })),
    ...items.map((item): Event => ({ at: item.start, end: item.end, kind: 'item', item })),
    ...say.relationWords.flatMap(([relation, words]) =>
      [...text.matchAll(words)].map((found): Event => ({
        at: found.index,
        end: found.index + found[0].length,
        kind: 'relation',
        relation,
      })),
    ),
  ];
  return events
    .filter((event) => event.kind === 'reason' || (event.at >= from && !explained.some(([a, b]) => event.at >= a && event.at < b)))
    .filter((event) => !/（(?:注|图)：?\d?$/.test(text.slice(0, event.at)))
    .sort((a, b) => a.at - b.at || rank(a) - rank(b));
}

/** Stretches in which a person reasons: from 主要原因是 to the end of the sentence, or to where the comparison goes on. */
function reasonsIn(text: string, from: number): readonly (readonly [number, number])[] {
  return [...text.matchAll(say.reasonLead)]
    .filter(({ index }) => index >= from)
    .map((found) => {
      const start = found.index + found[0].length;
      const stop = text.slice(start).search(say.reasonEnd);
      return [start, stop < 0 ? text.length : start + stop] as const;
    });
}

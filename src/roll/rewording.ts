import { diffArrays } from 'diff';
import type { CellRef } from '../kernel/workbook';
import type { RolledChange } from './model';

/** A blank, a figure with its unit, a year, or a run of Latin letters is one word; any other character stands for itself. */
const word = /【[^】]*】|\d[\d,]*(?:\.\d+)?(?:万元|亿元|元|%|人次|批次|辆|个|台|次|人|年度|年)?|[A-Za-z]+|[^]/gu;
const wordsOf = (text: string): readonly string[] => text.match(word) ?? [];

/** Where a stretch of this year's text rests on cells. */
export interface RestingSpan {
  readonly start: number;
  readonly end: number;
  readonly cells: readonly CellRef[];
}

/** Fewer equal characters than this between two changes do not part them: a reader sees one change. */
const together = 2;

/** The changes that make `now` of `last`: whole figures and years, as few and as small as they read well. */
export function rewording(last: string, now: string, rests: readonly RestingSpan[] = []): readonly RolledChange[] {
  const pieces: { start: number; end: number; at: number; to: string }[] = [];
  let [a, b] = [0, 0];
  for (const { value, added, removed } of diffArrays([...wordsOf(last)], [...wordsOf(now)])) {
    const text = value.join('');
    if (removed || added) {
      const before = pieces[pieces.length - 1];
      const gap = before && a - before.end;
      const piece = before && gap! <= together && isThin(last.slice(before.end, a)) ? before : { start: a, end: a, at: b, to: '' };
      if (piece !== before) pieces.push(piece);
      else {
        piece.to += last.slice(piece.end, a);
        piece.end = a;
      }
      if (removed) piece.end = a + text.length;
      if (added) piece.to += text;
    }
    if (!added) a += text.length;
    if (!removed) b += text.length;
  }
  return pieces.map(({ start, end, at, to }) => ({
    start,
    end,
    from: last.slice(start, end),
    to,
    cells: cellsIn(rests, at, at + to.length),
  }));
}

/** Punctuation keeps two changes apart; a stray equal character between them does not. */
const isThin = (text: string): boolean => !/[，。；：、]/.test(text);

function cellsIn(rests: readonly RestingSpan[], start: number, end: number): readonly CellRef[] {
  const found = new Map<string, CellRef>();
  for (const span of rests) {
    if (span.start >= end || span.end <= start) continue;
    for (const cell of span.cells) found.set(`${cell.book.role}|${cell.sheet}|${cell.a1}`, cell);
  }
  return [...found.values()];
}

/** Last year's text with the changes in it. */
export function changed(last: string, changes: readonly RolledChange[]): string {
  let text = '';
  let at = 0;
  for (const { start, end, to } of [...changes].sort((x, y) => x.start - y.start || x.end - y.end)) {
    text += last.slice(at, start) + to;
    at = end;
  }
  return text + last.slice(at);
}

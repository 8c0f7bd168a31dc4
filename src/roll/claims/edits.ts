import type { CellRef } from '../../kernel/workbook';
import { cellsOf, type Traced } from '../../facts/traced';
import type { RolledChange } from '../model';

interface LineEdit {
  readonly start: number;
  readonly end: number;
  readonly to: string;
  readonly cells: readonly CellRef[];
}

export const edit = (start: number, end: number, to: string, ...from: readonly Traced[]): LineEdit => ({
  start,
  end,
  to,
  cells: from.flatMap(cellsOf),
});

/** The edits of one paragraph. What was taken first holds: a stretch that is struck out is not edited again. */
export class Edits {
  private readonly taken: LineEdit[] = [];

  /** False where the stretch is taken already. */
  add(one: LineEdit): boolean {
    const free = this.isFree(one.start, one.end);
    if (free) this.taken.push(one);
    return free;
  }

  isFree(start: number, end: number): boolean {
    return !this.taken.some((other) => start < other.end && other.start < end && !(start === end && other.start === other.end));
  }

  /** In order, without those that change nothing. */
  changes(text: string): readonly RolledChange[] {
    return this.taken
      .map(({ start, end, to, cells }) => ({ start, end, from: text.slice(start, end), to, cells }))
      .filter(({ from, to }) => from !== to)
      .sort((a, b) => a.start - b.start || a.end - b.end);
  }
}

import type { Sheet } from '../kernel/workbook';
import type { Layout } from '../layouts/layout';
import type { Frame } from './frame';
import type { SheetGrid } from './grid';
import type { Recognition } from './recognise';

/** Tables of one form that stand below each other in one sheet. */
export interface Stacked {
  /** Rows of the grid at which they begin, the first included. */
  readonly tops: readonly number[];
  readonly same: boolean;
}

/** A sheet and what it was recognised as. */
export interface SheetOf {
  readonly grid: SheetGrid;
  readonly frame: Frame;
  readonly layout?: Layout;
  readonly near?: Layout;
  readonly doubt?: Recognition['doubt'];
  /** The form stands in the sheet more than once; where the tables are the same, `grid` holds the first alone. */
  readonly stacked?: Stacked;
}

const isNothing = (value: unknown): boolean => value === null || value === undefined || value === '';

/** The same values in the same cells. */
export function sameCells(a: Sheet, b: Sheet): boolean {
  const height = Math.max(a.top + a.values.length, b.top + b.values.length);
  for (let row = 0; row < height; row += 1) {
    const left = a.values[row - a.top] ?? [];
    const right = b.values[row - b.top] ?? [];
    const width = Math.max(a.left + left.length, b.left + right.length);
    for (let column = 0; column < width; column += 1) {
      const x = left[column - a.left];
      const y = right[column - b.left];
      if (x !== y && !(isNothing(x) && isNothing(y))) return false;
    }
  }
  return true;
}

import type { Sheet } from '../kernel/workbook';
import type { Layout } from '../layouts/layout';
import { readForm, type ReadForm } from './form-reader';
import type { Frame } from './frame';
import type { SheetGrid } from './grid';

interface Known {
  readonly grid: SheetGrid;
  readonly frame: Frame;
  readonly layout: Layout;
  readonly read: ReadForm;
}

const known = new WeakMap<Sheet, Known>();

/** A form on its sheet, read once per snapshot and book: after an edit the other forms stay the very objects they were. */
export function readFormOnce(grid: SheetGrid, frame: Frame, layout: Layout): ReadForm {
  const before = known.get(grid.sheet);
  if (before && before.layout === layout && before.frame === frame && sameBook(before.grid, grid)) return before.read;
  const read = readForm(grid, frame, layout);
  known.set(grid.sheet, { grid, frame, layout, read });
  return read;
}

const sameBook = ({ book: a }: SheetGrid, { book: b }: SheetGrid): boolean => a.role === b.role && a.unit === b.unit && a.year === b.year;

import { isOwnSheet } from '../kernel/own-sheets';
import type { Book, Sheet, Workbook } from '../kernel/workbook';
import { layouts as allLayouts } from '../layouts/index';
import type { Layout } from '../layouts/layout';
import { readFrame } from './frame';
import { SheetGrid } from './grid';
import { recognise } from './recognise';
import type { SheetOf } from './sheets';
import { firstOf, stackedIn } from './stacked';
import { readBook } from './whole';

/** What a sheet is does not depend on the workbook: a snapshot of a sheet is looked at once. */
const seen = new WeakMap<Sheet, SheetOf>();

/** Which form a sheet is, and its frame. The grid belongs to no book yet. */
export function look(sheet: Sheet, layouts: readonly Layout[] = allLayouts): SheetOf {
  const known = layouts === allLayouts ? seen.get(sheet) : undefined;
  if (known) return known;
  const grid = new SheetGrid(sheet, { role: '本年', unit: '' });
  const frame = readFrame(grid);
  const recognised = recognise(grid, frame, layouts);
  const stacked = recognised.layout && stackedIn(grid, frame);
  const own = stacked?.same ? firstOf(grid, stacked) : grid;
  const found: SheetOf = { grid: own, frame, ...recognised, ...(stacked ? { stacked } : {}) };
  if (layouts === allLayouts) seen.set(sheet, found);
  return found;
}

/** Sheets that may be forms. */
export const sheetsToRead = (workbook: Workbook): readonly Sheet[] =>
  workbook.sheets.filter((sheet) => !isOwnSheet(sheet.name) && sheet.values.length > 0);

/** Whose workbook it is and of which year, without reading any amount; undefined where no sheet is a form. */
export function bookOf(workbook: Workbook): Book | undefined {
  const forms = sheetsToRead(workbook).flatMap((sheet) => {
    const { layout, frame } = look(sheet);
    return layout ? [frame] : [];
  });
  return forms.length === 0 ? undefined : readBook(workbook.role, forms);
}

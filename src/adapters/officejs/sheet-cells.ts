import type { PictureCell, SheetPicture } from '../../sheets/picture/picture';
import { UNFINISHED } from '../../sheets/ours';
import type { Box } from '../../sheets/cells/areas';
import { numberFormat } from '../../sheets/cells/cell-format';

const extents = new WeakMap<SheetPicture, Box>();

/** The rectangle from A1 that holds everything of the picture. */
function extent(picture: SheetPicture): Box {
  let box = extents.get(picture);
  if (!box) extents.set(picture, (box = measured(picture)));
  return box;
}

function measured(picture: SheetPicture): Box {
  let [rows, columns] = [1, Math.max(1, picture.columns.length)];
  const grow = (row: number, column: number): void => {
    rows = Math.max(rows, row + 1);
    columns = Math.max(columns, column + 1);
  };
  for (const { row, column } of picture.cells) grow(row, column);
  for (const merge of picture.merges) grow(merge.row + merge.rows - 1, merge.column + merge.columns - 1);
  return { row: 0, column: 0, rows, columns };
}

/** What is written into a cell: the formula, the number, or the text – which a text cell takes as it is. */
export const contentOf = ({ formula, value }: PictureCell): string | number => formula ?? value ?? '';

/** Puts words and numbers over what stood there, in one go, and takes away what lies beyond. */
export function drawCells(sheet: Excel.Worksheet, picture: SheetPicture, used: Box | undefined): void {
  const box = extent(picture);
  const first = sheet.getRange('A1');
  const all = sheet.getRangeByIndexes(0, 0, box.rows, box.columns);
  // What belongs there stands behind the note: where nothing more can be written, the next run still finds it.
  first.values = [[UNFINISHED + String(firstContent(picture))]];
  if (used) clean(sheet, box, used);

  const formats = grid(box, 'General');
  const contents = grid<string | number | null>(box, '');
  for (const cell of picture.cells) {
    formats[cell.row]![cell.column] = numberFormat(cell);
    contents[cell.row]![cell.column] = contentOf(cell);
  }
  formats[0]![0] = 'General';
  contents[0]![0] = null;
  all.numberFormat = formats;
  all.formulas = contents as (string | number)[][];
  if (used) clearBeyond(sheet, box, used);
  for (const { row, column, rows, columns } of picture.merges) {
    if (rows * columns > 1) sheet.getRangeByIndexes(row, column, rows, columns).merge();
  }
}

const grid = <Content>({ rows, columns }: Box, content: Content): Content[][] =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => content));

/** Looks, links, conditions and lists of an earlier run go; words stay until the new ones lie over them. */
function clean(sheet: Excel.Worksheet, box: Box, used: Box): void {
  const bottom = used.row + used.rows;
  const right = used.column + used.columns;
  const both = sheet.getRangeByIndexes(0, 0, Math.max(box.rows, bottom), Math.max(box.columns, right));
  both.unmerge();
  both.clear(Excel.ClearApplyTo.removeHyperlinks);
  both.clear(Excel.ClearApplyTo.formats);
  both.conditionalFormats.clearAll();
  both.dataValidation.clear();
  both.format.useStandardHeight = true;
}

/** Only once the new words stand: what a person has written far down on the old sheet may stand further up on the new one. */
function clearBeyond(sheet: Excel.Worksheet, box: Box, used: Box): void {
  const bottom = used.row + used.rows;
  const right = used.column + used.columns;
  if (bottom > box.rows) sheet.getRangeByIndexes(box.rows, 0, bottom - box.rows, Math.max(box.columns, right)).clear();
  if (right > box.columns) sheet.getRangeByIndexes(0, box.columns, Math.max(box.rows, bottom), right - box.columns).clear();
}

const firstCell = ({ cells }: SheetPicture): PictureCell | undefined => cells.find(({ row, column }) => row === 0 && column === 0);
const firstContent = (picture: SheetPicture): string | number => {
  const cell = firstCell(picture);
  return cell ? contentOf(cell) : '';
};

/** The very last words: the first cell gets what belongs there. */
export function finish(sheet: Excel.Worksheet, picture: SheetPicture): void {
  const cell = firstCell(picture);
  const first = sheet.getRange('A1');
  first.numberFormat = [[cell ? numberFormat(cell) : 'General']];
  first.formulas = [[firstContent(picture)]];
}

/** Roughly how many bytes the picture takes on the way to Excel. */
export function payloadOf(picture: SheetPicture): number {
  const { rows, columns } = extent(picture);
  const words = picture.cells.reduce((sum, cell) => sum + 3 * String(contentOf(cell)).length + (cell.link ? 120 : 0), 0);
  return rows * columns * 16 + words + picture.cells.length * 8;
}

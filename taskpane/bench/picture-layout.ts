import type { PictureCell, SheetPicture } from '../../src/sheets/picture/picture';
import { bandAt } from './measure';

/** Pixels of a point. */
export const points = 4 / 3;
const defaultRow = 15;
const columnWidth = (characters: number): number => characters * 7.2 + 5;

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where everything on a sheet of ours lies, in px from its top left corner. */
export interface PictureLayout {
  readonly width: number;
  readonly height: number;
  boxOf(row: number, column: number, rows: number, columns: number): Box;
  /** Of a cell, or of the cells it is merged with. */
  cellBox(row: number, column: number): Box;
  /** The cells of rows that lie, if only partly, between two heights. */
  between(top: number, bottom: number): readonly PictureCell[];
}

/** Worked out once per picture; what it says of single cells is worked out where they are drawn. */
export function layoutOf(picture: SheetPicture): PictureLayout {
  let lastRow = 0;
  let lastColumn = 0;
  const byRow = new Map<number, PictureCell[]>();
  for (const cell of picture.cells) {
    const { row, column, value } = cell;
    lastRow = Math.max(lastRow, row);
    // Columns at the right in which nothing stands only make the rest smaller.
    if (value !== undefined && value !== '' && !picture.columns[column]?.hidden) lastColumn = Math.max(lastColumn, column);
    const same = byRow.get(row);
    if (same) same.push(cell);
    else byRow.set(row, [cell]);
  }
  const merges = new Map<string, SheetPicture['merges'][number]>();
  // The first row of a merged area draws it: where areas are tall it may lie further up than what is looked at.
  let tallest = 1;
  for (const merge of picture.merges) {
    merges.set(`${merge.row},${merge.column}`, merge);
    tallest = Math.max(tallest, merge.rows);
    lastColumn = Math.max(lastColumn, merge.column + merge.columns - 1);
  }
  for (const { box } of picture.charts) {
    lastRow = Math.max(lastRow, box.row + box.rows);
    lastColumn = Math.max(lastColumn, box.column + box.columns - 1);
  }

  const xs = [0];
  for (let column = 0; column <= lastColumn; column++) {
    const spec = picture.columns[column];
    xs.push(xs[column]! + (spec?.hidden ? 0 : columnWidth(spec?.width ?? 9)));
  }
  const ys = [0];
  for (let row = 0; row <= lastRow; row++) ys.push(ys[row]! + (picture.rowHeights.get(row) ?? defaultRow) * points);
  const x = (column: number): number => xs[Math.min(column, xs.length - 1)]!;
  const y = (row: number): number => ys[Math.min(row, ys.length - 1)]!;
  const boxOf = (row: number, column: number, rows: number, columns: number): Box => ({
    left: x(column),
    top: y(row),
    width: x(column + columns) - x(column),
    height: y(row + rows) - y(row),
  });

  return {
    width: x(lastColumn + 1),
    height: y(lastRow + 1),
    boxOf,
    cellBox: (row, column) => {
      const merge = merges.get(`${row},${column}`);
      return boxOf(row, column, merge?.rows ?? 1, merge?.columns ?? 1);
    },
    between: (top, bottom) => {
      const cells: PictureCell[] = [];
      for (let row = Math.max(0, bandAt(ys, top) - tallest + 1); row <= lastRow && ys[row]! <= bottom; row++)
        cells.push(...(byRow.get(row) ?? []));
      return cells;
    },
  };
}

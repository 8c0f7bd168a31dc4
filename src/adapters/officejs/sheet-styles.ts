import { looks } from '../../sheets/picture/looks';
import type { SheetPicture, StyleLook, StyleName } from '../../sheets/picture/picture';
import { addressesOf, boxAddress, boxesOf, joinedAreas, listUnder, type Box, type Position } from '../../sheets/cells/areas';

const GRID = '#8C8C8C';
/** Points of one character of column width and of the padding of a cell; row heights are computed with the same. */
const CHARACTER = 5.25;
const PADDING = 3.75;
/** Excel refuses a taller row, in points. */
const HIGHEST_ROW = 409;
const MOST_COLUMNS = 16_384;

const alignments = { left: 'Left', center: 'Center', right: 'Right' } as const;
const verticals = { top: 'Top', center: 'Center' } as const;

/** All cells that carry a style: those of the picture, and every cell of a merged area whose first cell has one. */
function styledCells(picture: SheetPicture): ReadonlyMap<StyleName, readonly Position[]> {
  const styles = new Map<number, { readonly at: Position; readonly style: StyleName }>();
  const put = (row: number, column: number, style: StyleName): void =>
    void styles.set(row * MOST_COLUMNS + column, { at: { row, column }, style });
  for (const { row, column, style } of picture.cells) put(row, column, style);
  for (const merge of picture.merges) {
    const style = styles.get(merge.row * MOST_COLUMNS + merge.column)?.style;
    if (!style) continue;
    for (let row = merge.row; row < merge.row + merge.rows; row++) {
      for (let column = merge.column; column < merge.column + merge.columns; column++) put(row, column, style);
    }
  }
  const groups = new Map<StyleName, Position[]>();
  for (const { at, style } of styles.values()) listUnder(groups, style).push(at);
  return groups;
}

/** Gives every cell the look of its style; one set of orders for each style, however many cells carry it. */
export function drawStyles(sheet: Excel.Worksheet, picture: SheetPicture): void {
  for (const [style, cells] of styledCells(picture)) {
    const boxes = boxesOf(cells);
    const draw = (some: readonly Box[], how: (format: Excel.RangeFormat) => void): void => {
      for (const address of joinedAreas(some.map(boxAddress))) how(sheet.getRanges(address).format);
    };
    draw(boxes, (format) => drawLook(format, looks[style]));
    if (looks[style].border !== 'thin') continue;
    // Excel has no lines inside a range of one row, or of one column.
    draw(
      boxes.filter(({ rows }) => rows > 1),
      (format) => drawBorder(format, 'InsideHorizontal'),
    );
    draw(
      boxes.filter(({ columns }) => columns > 1),
      (format) => drawBorder(format, 'InsideVertical'),
    );
  }
}

function drawLook(format: Excel.RangeFormat, look: StyleLook): void {
  const { font } = format;
  font.name = look.font;
  font.size = look.size;
  font.bold = look.bold ?? false;
  font.italic = look.italic ?? false;
  font.underline = look.underline ? 'Single' : 'None';
  font.color = `#${look.color ?? '000000'}`;
  if (look.fill) format.fill.color = `#${look.fill}`;
  if (look.align) format.horizontalAlignment = alignments[look.align];
  format.verticalAlignment = verticals[look.vertical ?? 'center'];
  format.wrapText = look.wrap ?? false;
  if (look.indent) format.indentLevel = look.indent;
  for (const edge of look.border === 'thin' ? edges : look.border === 'bottom' ? bottom : []) drawBorder(format, edge);
}
const bottom = ['EdgeBottom'] as const;
const edges = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;

function drawBorder(format: Excel.RangeFormat, edge: (typeof edges)[number] | 'InsideHorizontal' | 'InsideVertical'): void {
  const border = format.borders.getItem(edge);
  border.style = 'Continuous';
  border.color = GRID;
}

/** Widths, heights, and what is hidden. `height` is the number of rows drawn. */
export function drawSizes(sheet: Excel.Worksheet, picture: SheetPicture): void {
  picture.columns.forEach(({ width, hidden }, column) => {
    const range = sheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn();
    range.format.columnWidth = width * CHARACTER + PADDING;
    range.columnHidden = hidden ?? false;
  });
  const heights = new Map<number, number[]>();
  for (const [row, points] of picture.rowHeights) {
    const height = Math.min(HIGHEST_ROW, points);
    listUnder(heights, height).push(row);
  }
  for (const [height, rows] of heights) {
    for (const address of addressesOf(rows.map((row) => ({ row, column: 0 })))) sheet.getRanges(address).format.rowHeight = height;
  }
}

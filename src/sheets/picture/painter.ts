import { columnName } from '../../kernel/address';
import { looks } from './looks';
import type { PictureCell, SheetPicture, StyleName } from './picture';
import { heightOf } from './text-size';

type More = Pick<PictureCell, 'formula' | 'link'>;

/** Collects the cells of a picture row by row. It decides no words and no figures. */
export class Painter {
  readonly cells: PictureCell[] = [];
  readonly merges: { row: number; column: number; rows: number; columns: number }[] = [];
  readonly rowHeights = new Map<number, number>();
  row = 0;

  constructor(readonly columns: SheetPicture['columns']) {}

  put(column: number, value: string | number | undefined, style: StyleName, more: More = {}): void {
    this.cells.push({ row: this.row, column, ...(value === undefined ? {} : { value }), style, ...more });
  }

  /** One row of cells from `column` on, and on to the next row. `undefined` values still carry the style. */
  line(values: readonly (string | number | undefined)[], style: StyleName | readonly StyleName[], column = 0): void {
    values.forEach((value, i) => this.put(column + i, value, typeof style === 'string' ? style : (style[i] ?? 'tableText')));
    this.fit();
    this.row += 1;
  }

  /** One text over several columns. */
  wide(value: string, style: StyleName, from: number, to: number, more: More = {}): void {
    this.put(from, value, style, more);
    for (let column = from + 1; column <= to; column += 1) this.put(column, undefined, style);
    if (to > from) this.merges.push({ row: this.row, column: from, rows: 1, columns: to - from + 1 });
    this.raise(heightOf(value, this.widthOf(from, to), looks[style].size));
  }

  widthOf(from: number, to: number): number {
    return this.columns.slice(from, to + 1).reduce((sum, { width }) => sum + width, 0);
  }

  /** Makes the present row at least so high. */
  raise(points: number): void {
    this.rowHeights.set(this.row, Math.min(409, Math.max(points, this.rowHeights.get(this.row) ?? 0)));
  }

  /** Cells of the present row; rows are painted from top to bottom, so they are the last ones. */
  get present(): readonly PictureCell[] {
    let first = this.cells.length;
    while (first > 0 && this.cells[first - 1]!.row >= this.row) first -= 1;
    return this.cells.slice(first).filter(({ row }) => row === this.row);
  }

  /** Makes the present row high enough for every wrapped cell in it, merged ones too: Excel fits no merged cell itself. */
  fit(least = 16): void {
    this.raise(least);
    const lastOf = new Map<number, number>();
    for (let i = this.merges.length - 1; i >= 0 && this.merges[i]!.row >= this.row; i -= 1) {
      const { column, rows, columns } = this.merges[i]!;
      lastOf.set(column, rows === 1 ? column + columns - 1 : -1);
    }
    for (const { column, value, style } of this.present) {
      const last = lastOf.get(column) ?? column;
      if (typeof value !== 'string' || !looks[style].wrap || last < column) continue;
      this.raise(heightOf(value, this.widthOf(column, last) || 9, looks[style].size));
    }
  }

  /** Gives the cells of the present row that hold nothing this style, so that its borders are whole. */
  fill(style: StyleName, from: number, to: number): void {
    const there = new Set(this.present.map(({ column }) => column));
    for (let column = from; column <= to; column += 1) if (!there.has(column)) this.put(column, undefined, style);
  }

  next(rows = 1): void {
    this.row += rows;
  }

  /** All that was painted, as a sheet of this name. */
  picture(name: string, more: Partial<SheetPicture>): SheetPicture {
    const { columns, rowHeights, cells, merges } = this;
    return { name, columns, rowHeights, cells, merges, charts: [], ...more };
  }

  /** `A1:H20`, from the first cell to the last row painted. */
  area(lastColumn: number): string {
    return `A1:${columnName(lastColumn)}${Math.max(1, this.row)}`;
  }
}

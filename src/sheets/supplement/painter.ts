import { a1 } from '../../kernel/address';
import type { Scalar } from '../../kernel/workbook';
import type { Field } from '../../supplements/fields';
import { vehicleTypes } from '../../supplements/fields';
import { grid, marker, OWN_COLUMNS } from '../../supplements/sheet-grid';
import type { Entry } from '../../supplements/supplements';
import { Painter } from '../picture/painter';
import type { SheetPicture, StyleName } from '../picture/picture';
import { looks } from '../picture/looks';
import { cellMessage } from '../cells/cell-message';
import { heightOf } from '../picture/text-size';

/** A 标识 (hidden) · B 事项 · C–E 填写 · F 说明 · G 状态 */
export const supplementColumns: SheetPicture['columns'] = [
  { width: 12, hidden: true },
  { width: 36 },
  { width: 20 },
  { width: 18 },
  { width: 18 },
  { width: 58 },
  { width: 8 },
  // Tables that are pasted reach further.
  ...Array.from({ length: 5 }, () => ({ width: 14 })),
];
const STATUS = { live: '待补', bad: '有误', none: '' } as const;

/** Draws the rows of 补充信息. */
export class SupplementPainter {
  private readonly painter = new Painter(supplementColumns);
  readonly prompts: { range: string; title: string; message: string }[] = [];
  readonly lists: { range: string; options: readonly string[] }[] = [];

  get cells(): Painter['cells'] {
    return this.painter.cells;
  }
  get merges(): Painter['merges'] {
    return this.painter.merges;
  }
  get rowHeights(): Painter['rowHeights'] {
    return this.painter.rowHeights;
  }
  get lastRow(): number {
    return this.painter.row;
  }
  get row(): number {
    return this.painter.row;
  }

  key(key: string): void {
    this.painter.put(grid.key, key, 'muted');
  }

  text(column: number, value: string, style: StyleName): void {
    this.painter.put(column, value, style);
  }

  value(column: number, value: Scalar | undefined, style: StyleName): void {
    this.painter.put(column, typeof value === 'boolean' ? (value ? '是' : '否') : (value ?? undefined), style);
  }

  /** What a supplied value looks like in its cell. */
  shown(value: Entry['value'] | undefined): string | number | undefined {
    if (value === undefined || typeof value === 'string') return value;
    return typeof value === 'boolean' ? (value ? '是' : '否') : value.toNumber();
  }

  /** A cell to fill, from `column` to `to`. */
  input(column: number, value: Scalar | undefined, field: Pick<Field, 'type' | 'options'>, to = column): void {
    const style: StyleName = field.type === 'amount' ? 'inputNumber' : field.type === 'count' ? 'inputCount' : 'input';
    this.value(column, value, style);
    for (let c = column + 1; c <= to; c += 1) this.painter.put(c, undefined, style);
    if (to > column) this.painter.merges.push({ row: this.row, column, rows: 1, columns: to - column + 1 });
    if (typeof value === 'string') this.painter.raise(heightOf(value, this.painter.widthOf(column, to), looks[style].size));
    const place = a1(this.row, column);
    if (field.options) this.lists.push({ range: place, options: field.options });
  }

  /** A cell in which a new 科目编码 or 车型 can be typed. */
  newName(each: Field['each']): void {
    this.input(grid.label, undefined, each === 'vehicle' ? { type: 'choice', options: vehicleTypes } : { type: 'text' });
  }

  /** What to write here, shown when the cell is selected. */
  say(column: number, title: string, message: string): void {
    if (message !== '') this.prompts.push({ range: a1(this.row, column), ...cellMessage(title, message) });
  }

  merge(from: number, to: number): void {
    this.painter.merges.push({ row: this.row, column: from, rows: 1, columns: to - from + 1 });
  }

  /** 待补 until the cells in those columns are filled; it changes as the person types. */
  status(kind: keyof typeof STATUS, columns: readonly number[] = [grid.value]): void {
    if (kind !== 'live') return this.painter.put(grid.status, STATUS[kind], 'statusText');
    const isFilled = (column: number): boolean =>
      this.painter.present.some((c) => c.column === column && c.value !== undefined && c.value !== '');
    const empty = columns.map((column) => `TRIM(${a1(this.row, column)})=""`);
    const open = empty.length > 1 ? `OR(${empty.join(',')})` : empty[0]!;
    const value = columns.every(isFilled) ? '已填' : STATUS.live;
    this.painter.put(grid.status, value, 'statusText', { formula: `=IF(${open},"待补","已填")` });
  }

  /** Ends the row; `beside` are cells of the person's own behind ours. */
  end(beside: readonly Scalar[] = []): void {
    beside.forEach((value, i) => value !== null && this.value(OWN_COLUMNS + i, value, 'plain'));
    this.painter.fit(20);
    this.painter.next();
  }

  title(text: string, note: string): void {
    this.key(marker.note);
    this.painter.wide(text, 'title', grid.label, grid.status);
    this.painter.raise(40);
    this.painter.next();
    this.key(marker.note);
    this.painter.wide(note, 'plain', grid.label, grid.status);
    this.painter.raise(22);
    this.painter.next();
  }

  section(id: string, heading: string, beside?: readonly Scalar[]): void {
    this.key(`${marker.section}${id}`);
    this.painter.wide(heading, 'heading2', grid.label, grid.status);
    this.painter.raise(30);
    this.end(beside);
  }

  head(labels: readonly string[]): void {
    this.key(marker.head);
    labels.forEach((label, i) => this.painter.put(grid.label + i, label, 'tableHead'));
  }

  formula(column: number, value: number, formula: string, style: StyleName): void {
    this.painter.put(column, value, style, { formula });
  }
}

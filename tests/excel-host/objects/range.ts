import { UNCALCULATED, type Scalar } from '../../../src/kernel/workbook';
import { MAX_COLUMNS, MAX_ROWS, cut, localAddress, overlap, parseArea, sheetPrefix, type Rect } from '../addresses';
import { enter } from '../entry';
import { OfficeError, invalidArgument, itemNotFound } from '../errors';
import type { SheetModel } from '../model';
import { refuseUnknownSheets } from '../references';
import { show } from '../show';
import { HostObject, type World } from './base';
import { ConditionalFormats } from './conditional-formats';
import { RangeFormat, applyFormat } from './range-format';
import { DataValidation } from './validation';

/** More cells than this in one get come back as null (documented for every platform). */
const MOST_CELLS = 5_000_000;

export class RangeObject extends HostObject {
  readonly type = 'Range';
  constructor(
    private readonly world: World,
    private readonly model: SheetModel,
    readonly area: Rect,
  ) {
    super();
    if (area.row + area.rows > MAX_ROWS || area.column + area.columns > MAX_COLUMNS) throw invalidArgument('range outside the sheet');
  }
  get sheet(): SheetModel {
    if (this.model.deleted) throw new OfficeError('InvalidReference', 'This reference is not valid for the current operation.');
    return this.model;
  }
  local = (): string => localAddress(this.area);
  get Address(): string {
    return sheetPrefix(this.sheet.name) + this.local();
  }
  get Worksheet(): HostObject {
    return this.world.sheet(this.sheet);
  }
  get RowIndex(): number {
    return this.area.row;
  }
  get ColumnIndex(): number {
    return this.area.column;
  }
  get RowCount(): number {
    return this.area.rows;
  }
  get ColumnCount(): number {
    return this.area.columns;
  }
  get CellCount(): number {
    const count = this.area.rows * this.area.columns;
    return count > 2 ** 31 - 1 ? -1 : count;
  }
  get Values(): Scalar[][] | null {
    return this.grid((row, column) => this.sheet.at(row, column)?.value ?? '');
  }
  set Values(written: unknown) {
    this.write(written);
  }
  get Formulas(): Scalar[][] | null {
    return this.grid((row, column) => {
      const cell = this.sheet.at(row, column);
      return cell?.formula ?? cell?.value ?? '';
    });
  }
  set Formulas(written: unknown) {
    this.write(written);
  }
  get Text(): Scalar[][] | null {
    return this.grid((row, column) =>
      show(this.sheet.at(row, column)?.value ?? '', this.sheet.format(row, column), this.world.book.from1904),
    );
  }
  get ValueTypes(): Scalar[][] | null {
    return this.grid((row, column) => {
      const value = this.sheet.at(row, column)?.value;
      if (value === undefined) return 'Empty';
      if (typeof value === 'number') return 'Double';
      if (typeof value === 'boolean') return 'Boolean';
      return /^#(REF|DIV\/0|N\/A|NAME\?|NULL|NUM|VALUE|SPILL|CALC)!?$/.test(value) ? 'Error' : 'String';
    });
  }
  get NumberFormat(): Scalar[][] | null {
    return this.grid((row, column) => this.sheet.format(row, column));
  }
  set NumberFormat(written: unknown) {
    this.sheet.guard([this.area], 'allowFormatCells');
    if (!Array.isArray(written)) this.sheet.setFormats([this.area], String(written));
    else this.each(written, (row, column, format) => format !== null && this.sheet.setFormat(row, column, String(format)));
  }
  get Format(): HostObject {
    return new RangeFormat(this.sheet, [this.area]);
  }
  get ConditionalFormats(): HostObject {
    return new ConditionalFormats(this.world, this.sheet, [this.area]);
  }
  get DataValidation(): HostObject {
    return new DataValidation(this.world, this.sheet, [this.area]);
  }
  get Hyperlink(): unknown {
    return this.sheet.links.get(this.area.row * MAX_COLUMNS + this.area.column) ?? null;
  }
  set Hyperlink(link: unknown) {
    this.sheet.guard([this.area], 'allowInsertHyperlinks');
    for (let row = this.area.row; row < this.area.row + this.area.rows; row++) {
      for (let column = this.area.column; column < this.area.column + this.area.columns; column++)
        this.link(row, column, link as Record<string, unknown>);
    }
  }
  GetCell(row: number, column: number): HostObject {
    return new RangeObject(this.world, this.sheet, { row: this.area.row + row, column: this.area.column + column, rows: 1, columns: 1 });
  }
  GetEntireColumn(): HostObject {
    return new RangeObject(this.world, this.sheet, { ...this.area, row: 0, rows: MAX_ROWS });
  }
  get ColumnHidden(): unknown {
    return this.sheet.lookOf(this.area, 'columnHidden') ?? false;
  }
  set ColumnHidden(hidden: unknown) {
    this.sheet.guard([this.area], 'allowFormatColumns');
    this.sheet.look([this.area], 'columnHidden', hidden);
  }
  GetRow(row: number): HostObject {
    return new RangeObject(this.world, this.sheet, { ...this.area, row: this.area.row + row, rows: 1 });
  }
  GetBoundingRect(other: RangeObject): HostObject {
    const [row, column] = [Math.min(this.area.row, other.area.row), Math.min(this.area.column, other.area.column)];
    const bottom = Math.max(this.area.row + this.area.rows, other.area.row + other.area.rows);
    const right = Math.max(this.area.column + this.area.columns, other.area.column + other.area.columns);
    return new RangeObject(this.world, this.sheet, { row, column, rows: bottom - row, columns: right - column });
  }
  /** The client cuts arrays of more than 1,500 cells into bands of rows and asks first whether the whole would fit. */
  _ValidateArraySize(rows: number, columns: number): void {
    if (rows !== this.area.rows || columns !== this.area.columns) throw invalidArgument(`${rows}×${columns} values`);
  }
  GetUsedRange(valuesOnly?: boolean | null): HostObject {
    const found = this.GetUsedRangeOrNullObject(valuesOnly);
    if (!found) throw itemNotFound('used range');
    return found;
  }
  GetUsedRangeOrNullObject(valuesOnly?: boolean | null): HostObject | null {
    const area = this.sheet.used(valuesOnly === true, this.area);
    return area ? new RangeObject(this.world, this.sheet, area) : null;
  }
  /** Of the many kinds only cells with a validation, be it only a message; a protected sheet refuses. */
  GetSpecialCellsOrNullObject(kind: string): HostObject | null {
    if (kind !== 'DataValidations') throw invalidArgument(`[fake] special cells ${kind}`);
    this.sheet.guard([this.area], 'never');
    const areas = this.sheet.validations.flatMap((one) => one.areas.flatMap((area) => cut(area, this.area) ?? []));
    return areas.length > 0 ? this.world.areas(this.sheet, areas) : null;
  }
  Select(): void {
    this.world.needWindow();
    if (this.sheet.visibility !== 'Visible') throw new OfficeError('InvalidOperation', 'A range of a hidden sheet cannot be selected.');
    this.world.book.active = this.world.book.sheets.indexOf(this.sheet);
    this.world.selected(this.sheet, this.area);
  }
  Merge(across?: boolean | null): void {
    if (across) throw invalidArgument('[fake] merge across');
    this.sheet.guard([this.area], 'never');
    if (this.sheet.merges.some((other) => overlap(other, this.area))) throw new OfficeError('MergedRangeConflict', 'Merged cells overlap.');
    this.sheet.merges.push(this.area);
    // Only the first cell keeps what it holds.
    for (let row = this.area.row; row < this.area.row + this.area.rows; row++) {
      for (let column = this.area.column; column < this.area.column + this.area.columns; column++) {
        if (row !== this.area.row || column !== this.area.column) this.sheet.put(row, column, undefined);
      }
    }
  }
  Unmerge(): void {
    this.sheet.guard([this.area], 'never');
    this.sheet.merges = this.sheet.merges.filter((other) => !overlap(other, this.area));
  }
  Clear(what?: string | null): void {
    clear(this.sheet, [this.area], what ?? 'All');
    this.world.changed(this.sheet, this.area);
  }
  SetCellProperties(cells: unknown): void {
    this.sheet.guard([this.area], 'allowFormatCells');
    this.each(cells, (row, column, given) => {
      const { hyperlink, format, ...rest } = (given ?? {}) as Record<string, unknown>;
      if (Object.keys(rest).length) throw invalidArgument(`[fake] cell property ${Object.keys(rest).join()}`);
      if (hyperlink) this.link(row, column, hyperlink as Record<string, unknown>);
      if (format) applyFormat(this.sheet, [{ row, column, rows: 1, columns: 1 }], format as Record<string, unknown>);
    });
  }

  private link(row: number, column: number, link: Record<string, unknown>): void {
    const reference = link.documentReference ?? link.address;
    if (typeof reference !== 'string' || reference === '') throw invalidArgument('hyperlink');
    const { textToDisplay, ...kept } = link;
    this.sheet.links.set(row * MAX_COLUMNS + column, kept);
    // Without words of its own the link shows where it leads.
    this.sheet.put(row, column, { value: typeof textToDisplay === 'string' ? textToDisplay : reference });
    // Excel gives the cell its Hyperlink look.
    this.sheet.look([{ row, column, rows: 1, columns: 1 }], 'font.underline', 'Single');
    this.sheet.look([{ row, column, rows: 1, columns: 1 }], 'font.color', '#0563C1');
  }

  private grid(of: (row: number, column: number) => Scalar): Scalar[][] | null {
    const { row, column, rows, columns } = this.area;
    if (rows * columns > MOST_CELLS || rows === MAX_ROWS || columns === MAX_COLUMNS) return null;
    return Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (_, c) => of(row + r, column + c)));
  }

  private each(written: unknown, put: (row: number, column: number, value: unknown) => void): void {
    const { row, column, rows, columns } = this.area;
    if (!Array.isArray(written)) {
      if (rows === MAX_ROWS || columns === MAX_COLUMNS) throw invalidArgument('values of an unbounded range');
      for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) put(row + r, column + c, written);
      return;
    }
    const lines = written as unknown[][];
    if (lines.length !== rows || lines.some((line) => !Array.isArray(line) || line.length !== columns)) {
      throw invalidArgument(`${lines.length}×${lines[0]?.length} values for ${rows}×${columns} cells`);
    }
    lines.forEach((line, r) => line.forEach((value, c) => put(row + r, column + c, value)));
  }

  /** All or nothing: a value that Excel refuses leaves the whole range as it was. */
  private write(written: unknown): void {
    this.sheet.guard([this.area]);
    const entries: (() => void)[] = [];
    this.each(written, (row, column, value) => {
      const merge = this.sheet.mergeAt(row, column);
      if (value === null || (merge && (merge.row !== row || merge.column !== column))) return;
      const { value: entered, formula, format } = enter(value, this.sheet.format(row, column));
      if (formula !== undefined) refuseUnknownSheets(this.world.book, formula);
      entries.push(() => {
        const cached =
          formula === undefined ? entered : (this.world.calculate?.(formula, { sheet: this.sheet.name, row, column }) ?? UNCALCULATED);
        this.sheet.put(row, column, { value: cached, formula });
        if (format && this.sheet.format(row, column) === 'General') this.sheet.setFormat(row, column, format);
      });
    });
    for (const put of entries) put();
    this.world.changed(this.sheet, this.area);
  }
}

/** Range.clear and RangeAreas.clear. */
export function clear(sheet: SheetModel, areas: readonly Rect[], what: string): void {
  if (!['All', 'Contents', 'Formats', 'Hyperlinks', 'RemoveHyperlinks'].includes(what)) throw invalidArgument(`clear ${what}`);
  sheet.guard(areas, what === 'Contents' ? undefined : 'never');
  const covered = (key: number): boolean =>
    areas.some((area) => overlap(area, { row: Math.floor(key / MAX_COLUMNS), column: key % MAX_COLUMNS, rows: 1, columns: 1 }));
  if (what === 'All' || what === 'Contents') for (const key of [...sheet.cells.keys()]) if (covered(key)) sheet.cells.delete(key);
  if (what !== 'Contents' && what !== 'Formats') for (const key of [...sheet.links.keys()]) if (covered(key)) sheet.links.delete(key);
  if (what === 'All' || what === 'Formats') {
    sheet.clearLooks(areas, ['columnWidth', 'rowHeight', 'columnHidden']);
    // Conditions are formats as well. Excel may also unmerge here; nobody should rely on it.
    sheet.trimConditions(areas);
  }
}

/** Range given by an address or an object. */
export const areaOf = (given: unknown): Rect => (given instanceof RangeObject ? given.area : parseArea(String(given)));

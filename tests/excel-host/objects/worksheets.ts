import { parseArea, splitSheet, wholeSheet, MAX_ADDRESS } from '../addresses';
import { OfficeError, accessDenied, invalidArgument, itemNotFound } from '../errors';
import type { SheetModel } from '../model';
import { HostObject, type World } from './base';
import { Charts } from './charts';
import { pageLayout } from './page-layout';
import { SheetProtection } from './protection';
import { RangeAreas } from './range-areas';
import { RangeObject } from './range';

export class Worksheets extends HostObject {
  readonly type = 'WorksheetCollection';
  constructor(private readonly world: World) {
    super();
  }
  override items = (): readonly HostObject[] => this.world.book.sheets.map((sheet) => new WorksheetObject(this.world, sheet));
  GetItem(key: string): HostObject {
    const found = this.world.book.find(key);
    if (!found) throw itemNotFound(`sheet ${key}`);
    return new WorksheetObject(this.world, found);
  }
  GetItemOrNullObject(key: string): HostObject | null {
    const found = this.world.book.find(key);
    return found ? new WorksheetObject(this.world, found) : null;
  }
  GetActiveWorksheet(): HostObject {
    return new WorksheetObject(this.world, this.world.book.sheets[this.world.book.active]!);
  }
  GetCount(visibleOnly?: boolean | null): number {
    return this.world.book.sheets.filter((sheet) => !visibleOnly || sheet.visibility === 'Visible').length;
  }
  Add(name?: string | null): HostObject {
    this.world.needWindow();
    if (this.world.book.structureProtected) throw accessDenied('the structure of the workbook is protected');
    return new WorksheetObject(this.world, this.world.book.add(name ?? undefined));
  }
  _RegisterDataChangedEvent(): void {}
  _UnregisterDataChangedEvent(): void {}
  _RegisterSelectionChangedEvent(): void {}
  _UnregisterSelectionChangedEvent(): void {}
}

export class WorksheetObject extends HostObject {
  readonly type = 'Worksheet';
  constructor(
    private readonly world: World,
    readonly model: SheetModel,
  ) {
    super();
  }
  override key = (): string => this.model.id;
  private get sheet(): SheetModel {
    if (this.model.deleted) throw new OfficeError('InvalidReference', 'This reference is not valid for the current operation.');
    return this.model;
  }
  get Id(): string {
    return this.sheet.id;
  }
  get Name(): string {
    return this.sheet.name;
  }
  get Position(): number {
    return this.world.book.sheets.indexOf(this.sheet);
  }
  get Visibility(): string {
    return this.sheet.visibility;
  }
  set Visibility(value: string) {
    if (value !== 'Visible' && value !== 'Hidden' && value !== 'VeryHidden') throw invalidArgument(`visibility ${value}`);
    if (value !== 'Visible' && this.isLastVisible()) throw new OfficeError('InvalidOperation', 'The last visible sheet cannot be hidden.');
    this.sheet.visibility = value;
  }
  get TabColor(): unknown {
    return this.sheet.settings.tabColor;
  }
  set TabColor(value: unknown) {
    if (typeof value !== 'string' || !/^(#[0-9A-F]{6})?$/i.test(value)) throw invalidArgument(`tab colour ${String(value)}`);
    this.sheet.settings.tabColor = value.toUpperCase();
  }
  get ShowGridlines(): unknown {
    return this.sheet.settings.showGridlines;
  }
  /** The client of mid-2022 writes `showGridlines` under this name. */
  get Gridlines(): unknown {
    return this.sheet.settings.showGridlines;
  }
  set Gridlines(value: unknown) {
    this.world.needWindow();
    this.sheet.settings.showGridlines = value;
  }
  get StandardWidth(): number {
    return 8.38;
  }
  get StandardHeight(): number {
    return 13.5;
  }
  get Protection(): HostObject {
    return new SheetProtection(this.sheet);
  }
  get Charts(): HostObject {
    return new Charts(this.world, this.sheet);
  }
  get PageLayout(): HostObject {
    return pageLayout(this.sheet);
  }
  get FreezePanes(): HostObject {
    return new FreezePanes(this.world, this.sheet);
  }
  GetRange(address?: string | null): HostObject {
    if (address === null || address === undefined || address === '') return new RangeObject(this.world, this.sheet, wholeSheet);
    const { sheet, local } = splitSheet(address);
    if (sheet && this.world.book.find(sheet) !== this.sheet) throw invalidArgument(`address ${address}`);
    return new RangeObject(this.world, this.sheet, parseArea(local));
  }
  GetRangeByIndexes(row: number, column: number, rows: number, columns: number): HostObject {
    if (row < 0 || column < 0 || rows < 1 || columns < 1) throw invalidArgument('range by indexes');
    return new RangeObject(this.world, this.sheet, { row, column, rows, columns });
  }
  GetCell(row: number, column: number): HostObject {
    return this.GetRangeByIndexes(row, column, 1, 1);
  }
  GetRanges(address?: string | null): HostObject {
    if (!address) return new RangeAreas(this.world, this.sheet, [wholeSheet]);
    if (address.length > MAX_ADDRESS) throw invalidArgument(`an address of ${address.length} characters`);
    return new RangeAreas(
      this.world,
      this.sheet,
      address.split(',').map((part) => parseArea(splitSheet(part).local)),
    );
  }
  GetUsedRange(valuesOnly?: boolean | null): HostObject {
    return this.GetUsedRangeOrNullObject(valuesOnly) ?? new RangeObject(this.world, this.sheet, parseArea('A1'));
  }
  GetUsedRangeOrNullObject(valuesOnly?: boolean | null): HostObject | null {
    const area = this.sheet.used(valuesOnly === true);
    return area ? new RangeObject(this.world, this.sheet, area) : null;
  }
  Activate(): void {
    this.world.needWindow();
    if (this.sheet.visibility !== 'Visible') throw new OfficeError('InvalidOperation', 'A hidden sheet cannot be activated.');
    this.world.book.active = this.world.book.sheets.indexOf(this.sheet);
  }
  Delete(): void {
    if (this.world.book.structureProtected) throw accessDenied('the structure of the workbook is protected');
    if (this.sheet.visibility === 'VeryHidden' || this.isLastVisible())
      throw new OfficeError('InvalidOperation', 'This sheet cannot be deleted.');
    this.world.book.sheets.splice(this.world.book.sheets.indexOf(this.sheet), 1);
    this.model.deleted = true;
  }
  private isLastVisible(): boolean {
    return this.sheet.visibility === 'Visible' && this.world.book.sheets.filter((sheet) => sheet.visibility === 'Visible').length === 1;
  }
}

class FreezePanes extends HostObject {
  readonly type = 'WorksheetFreezePanes';
  constructor(
    private readonly world: World,
    private readonly sheet: SheetModel,
  ) {
    super();
  }
  FreezeRows(count?: number | null): void {
    this.world.needWindow();
    if (!count || count < 1) throw invalidArgument('rows to freeze');
    this.sheet.frozenRows = count;
  }
  Unfreeze(): void {
    this.world.needWindow();
    this.sheet.frozenRows = 0;
  }
}

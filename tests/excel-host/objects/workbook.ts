import { itemNotFound } from '../errors';
import { wholeSheet } from '../addresses';
import { Bag, HostObject, recordStore, type World } from './base';
import { RangeObject } from './range';
import { Settings, NamedItems } from './settings';
import { Worksheets } from './worksheets';

/** Root of everything: `context.workbook`. */
export class WorkbookObject extends HostObject {
  readonly type = 'Workbook';
  constructor(private readonly world: World) {
    super();
  }
  get Worksheets(): HostObject {
    return new Worksheets(this.world);
  }
  get Application(): HostObject {
    return new ApplicationObject();
  }
  get Settings(): HostObject {
    return new Settings(this.world);
  }
  get Names(): HostObject {
    return new NamedItems(this.world);
  }
  get Name(): string {
    return this.world.book.file;
  }
  get Protection(): HostObject {
    const { book } = this.world;
    return new Bag('WorkbookProtection', { get: () => book.structureProtected, set: () => undefined }, ['Protected']);
  }
  get Properties(): HostObject {
    return new Bag('DocumentProperties', recordStore(this.properties), ['Title', 'Subject', 'Author', 'Comments', 'Keywords']);
  }
  private readonly properties: Record<string, unknown> = {};
  GetActiveCell(): HostObject {
    const { sheet, area } = this.selection();
    return new RangeObject(this.world, sheet, { ...area, rows: 1, columns: 1 });
  }
  GetSelectedRange(): HostObject {
    const { sheet, area } = this.selection();
    return new RangeObject(this.world, sheet, area);
  }
  private selection(): NonNullable<World['book']['selection']> {
    const { book } = this.world;
    const sheet = book.sheets[book.active];
    if (!sheet) throw itemNotFound('active sheet');
    return book.selection?.sheet === sheet ? book.selection : { sheet, area: { ...wholeSheet, rows: 1, columns: 1 } };
  }
}

class ApplicationObject extends HostObject {
  readonly type = 'Application';
  get CalculationMode(): string {
    return 'Automatic';
  }
  Calculate(_kind: string): void {}
  SuspendApiCalculationUntilNextSync(): void {}
  SuspendScreenUpdatingUntilNextSync(): void {}
}

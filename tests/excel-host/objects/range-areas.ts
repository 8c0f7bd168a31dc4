import { MAX_ADDRESS, localAddress, sheetPrefix, type Rect } from '../addresses';
import type { SheetModel } from '../model';
import { HostObject, type World } from './base';
import { ConditionalFormats } from './conditional-formats';
import { RangeFormat } from './range-format';
import { RangeObject, clear } from './range';
import { DataValidation } from './validation';

/** Several rectangles of one sheet, treated as one. */
export class RangeAreas extends HostObject {
  readonly type = 'RangeAreas';
  constructor(
    private readonly world: World,
    private readonly sheet: SheetModel,
    private readonly rects: readonly Rect[],
  ) {
    super();
  }
  get Address(): string {
    const prefix = sheetPrefix(this.sheet.name);
    return this.rects
      .map((area) => prefix + localAddress(area))
      .join(',')
      .slice(0, MAX_ADDRESS);
  }
  get AreaCount(): number {
    return this.rects.length;
  }
  get CellCount(): number {
    return this.rects.reduce((sum, area) => sum + area.rows * area.columns, 0);
  }
  get Areas(): HostObject {
    return new RangeList(this.rects.map((area) => new RangeObject(this.world, this.sheet, area)));
  }
  get Format(): HostObject {
    return new RangeFormat(this.sheet, this.rects);
  }
  get ConditionalFormats(): HostObject {
    return new ConditionalFormats(this.world, this.sheet, this.rects);
  }
  get DataValidation(): HostObject {
    return new DataValidation(this.world, this.sheet, this.rects);
  }
  Clear(what?: string | null): void {
    clear(this.sheet, this.rects, what ?? 'All');
    for (const area of this.rects) this.world.changed(this.sheet, area);
  }
}

class RangeList extends HostObject {
  readonly type = 'RangeCollection';
  constructor(private readonly ranges: readonly HostObject[]) {
    super();
  }
  override items = (): readonly HostObject[] => this.ranges;
  GetItemAt(index: number): HostObject {
    return this.ranges[index]!;
  }
}

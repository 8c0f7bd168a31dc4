import { invalidArgument } from '../errors';
import type { Rect } from '../addresses';
import type { SheetModel } from '../model';
import { Bag, HostObject } from './base';

const colour = /^#[0-9A-F]{6}$/i;
const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideVertical', 'InsideHorizontal', 'DiagonalDown', 'DiagonalUp'];
const allowed: Readonly<Record<string, readonly unknown[]>> = {
  horizontalAlignment: ['General', 'Left', 'Center', 'Right', 'Fill', 'Justify', 'CenterAcrossSelection', 'Distributed'],
  verticalAlignment: ['Top', 'Center', 'Bottom', 'Justify', 'Distributed'],
  'font.underline': ['None', 'Single', 'Double', 'SingleAccountant', 'DoubleAccountant'],
};

/** Sets one look, refusing what Excel refuses. */
function setLook(sheet: SheetModel, areas: readonly Rect[], property: string, value: unknown): void {
  const permission = property === 'columnWidth' ? 'allowFormatColumns' : property === 'rowHeight' ? 'allowFormatRows' : 'allowFormatCells';
  sheet.guard(areas, permission);
  if (property.endsWith('olor') && !(typeof value === 'string' && colour.test(value)))
    throw invalidArgument(`${property} ${String(value)}`);
  if (allowed[property] && !allowed[property].includes(value)) throw invalidArgument(`${property} ${String(value)}`);
  if (property === 'rowHeight' && !(typeof value === 'number' && value >= 0 && value <= 409.5))
    throw invalidArgument(`row height ${String(value)}`);
  if (property === 'columnWidth' && !(typeof value === 'number' && value >= 0 && value <= 1400))
    throw invalidArgument(`column width ${String(value)}`);
  sheet.look(areas, property, typeof value === 'string' && colour.test(value) ? value.toUpperCase() : value);
}

const store = (sheet: SheetModel, areas: readonly Rect[], prefix: string): ConstructorParameters<typeof Bag>[1] => ({
  get: (property) => sheet.lookOf(areas[0]!, prefix + property),
  set: (property, value) => setLook(sheet, areas, prefix + property, value),
});

export class RangeFormat extends Bag {
  constructor(
    private readonly sheet: SheetModel,
    private readonly areas: readonly Rect[],
  ) {
    super('RangeFormat', store(sheet, areas, ''), [
      'HorizontalAlignment',
      'VerticalAlignment',
      'WrapText',
      'IndentLevel',
      'ColumnWidth',
      'RowHeight',
    ]);
  }
  get Font(): HostObject {
    return new Bag('RangeFont', store(this.sheet, this.areas, 'font.'), ['Name', 'Size', 'Bold', 'Italic', 'Underline', 'Color']);
  }
  get Fill(): HostObject {
    return new RangeFill(this.sheet, this.areas);
  }
  get Protection(): HostObject {
    return new Bag('FormatProtection', store(this.sheet, this.areas, 'protection.'), ['Locked', 'FormulaHidden']);
  }
  get Borders(): HostObject {
    return new Borders(this.sheet, this.areas);
  }
  get UseStandardHeight(): unknown {
    return this.sheet.lookOf(this.areas[0]!, 'rowHeight') === 13.5;
  }
  set UseStandardHeight(value: unknown) {
    if (value === true) this.sheet.look(this.areas, 'rowHeight', undefined);
  }
  get UseStandardWidth(): unknown {
    return this.sheet.lookOf(this.areas[0]!, 'columnWidth') === 54;
  }
  set UseStandardWidth(value: unknown) {
    if (value === true) this.sheet.look(this.areas, 'columnWidth', undefined);
  }
  AutofitRows(): void {
    this.sheet.look(this.areas, 'rowHeight', undefined);
  }
  AutofitColumns(): void {
    this.sheet.look(this.areas, 'columnWidth', undefined);
  }
}

class RangeFill extends Bag {
  constructor(
    private readonly sheet: SheetModel,
    private readonly areas: readonly Rect[],
  ) {
    super('RangeFill', store(sheet, areas, 'fill.'), ['Color']);
  }
  Clear(): void {
    this.sheet.guard(this.areas, 'allowFormatCells');
    this.sheet.look(this.areas, 'fill.color', undefined);
  }
}

class Borders extends HostObject {
  readonly type = 'RangeBorderCollection';
  constructor(
    private readonly sheet: SheetModel,
    private readonly areas: readonly Rect[],
  ) {
    super();
  }
  GetItem(edge: string): HostObject {
    if (!EDGES.includes(edge)) throw invalidArgument(`border ${edge}`);
    // A range of one row has no lines between rows.
    const none =
      (edge === 'InsideHorizontal' && this.areas.some(({ rows }) => rows === 1)) ||
      (edge === 'InsideVertical' && this.areas.some(({ columns }) => columns === 1));
    if (none) throw invalidArgument(`border ${edge} where there is no inside`);
    return new Bag('RangeBorder', store(this.sheet, this.areas, `borders.${edge}.`), ['Style', 'Color', 'Weight']);
  }
}

/** `{ font: { bold: true }, fill: { color } }` of setCellProperties. */
export function applyFormat(sheet: SheetModel, areas: readonly Rect[], format: Record<string, unknown>, prefix = ''): void {
  for (const [name, value] of Object.entries(format)) {
    if (value !== null && typeof value === 'object') applyFormat(sheet, areas, value as Record<string, unknown>, `${prefix}${name}.`);
    else setLook(sheet, areas, prefix + name, value);
  }
}

import { OfficeError, invalidArgument, itemNotFound } from '../errors';
import { overlap, type Rect } from '../addresses';
import type { Condition, SheetModel } from '../model';
import { Bag, HostObject, recordStore, type World } from './base';

export class ConditionalFormats extends HostObject {
  readonly type = 'ConditionalFormatCollection';
  constructor(
    private readonly world: World,
    private readonly sheet: SheetModel,
    private readonly areas: readonly Rect[],
  ) {
    super();
  }
  private here = (): readonly Condition[] =>
    this.sheet.conditions.filter((one) => one.areas.some((other) => this.areas.some((area) => overlap(area, other))));
  override items = (): readonly HostObject[] => this.here().map((one) => new ConditionalFormat(this.sheet, one));
  GetCount(): number {
    return this.here().length;
  }
  GetItem(id: string): HostObject {
    const found = this.here().find((one) => one.id === id);
    if (!found) throw itemNotFound(`conditional format ${id}`);
    return new ConditionalFormat(this.sheet, found);
  }
  GetItemAt(index: number): HostObject {
    const found = this.here()[index];
    if (!found) throw itemNotFound(`conditional format ${index}`);
    return new ConditionalFormat(this.sheet, found);
  }
  Add(type: string): HostObject {
    this.sheet.guard(this.areas, 'never');
    if (type !== 'Custom') throw invalidArgument(`[fake] conditional format ${type}`);
    const made: Condition = { id: `{${this.world.book.nextId('CF-')}}`, type, areas: this.areas, formula: '', stopIfTrue: false, look: {} };
    // The newest has the highest priority.
    this.sheet.conditions.unshift(made);
    return new ConditionalFormat(this.sheet, made);
  }
  ClearAll(): void {
    this.sheet.guard(this.areas, 'never');
    const gone = new Set(this.here());
    this.sheet.conditions = this.sheet.conditions.filter((one) => !gone.has(one));
  }
}

class ConditionalFormat extends HostObject {
  readonly type = 'ConditionalFormat';
  constructor(
    private readonly sheet: SheetModel,
    private readonly condition: Condition,
  ) {
    super();
  }
  override key = (): string => this.condition.id;
  private get alive(): Condition {
    if (!this.sheet.conditions.includes(this.condition))
      throw new OfficeError('InvalidReference', 'This reference is not valid for the current operation.');
    return this.condition;
  }
  get Id(): string {
    return this.condition.id;
  }
  get Type(): string {
    return this.condition.type;
  }
  get Priority(): number {
    return this.sheet.conditions.indexOf(this.alive);
  }
  get StopIfTrue(): boolean {
    return this.alive.stopIfTrue;
  }
  set StopIfTrue(value: boolean) {
    this.alive.stopIfTrue = value;
  }
  get Custom(): HostObject {
    if (this.condition.type !== 'Custom') throw itemNotFound('custom conditional format');
    return this.custom();
  }
  get CustomOrNullObject(): HostObject | null {
    return this.condition.type === 'Custom' ? this.custom() : null;
  }
  Delete(): void {
    this.sheet.guard(this.alive.areas, 'never');
    this.sheet.conditions.splice(this.sheet.conditions.indexOf(this.condition), 1);
  }
  private custom(): HostObject {
    const { look } = this.condition;
    const format = (): HostObject =>
      new Bag('ConditionalRangeFormat', recordStore(look), ['NumberFormat'], {
        Fill: () => new Bag('ConditionalRangeFill', recordStore(look, 'fill.'), ['Color']),
        Font: () => new Bag('ConditionalRangeFont', recordStore(look, 'font.'), ['Color', 'Bold', 'Italic']),
      });
    return new Bag('CustomConditionalFormat', recordStore(look), [], { Format: format, Rule: () => new Rule(this.alive) });
  }
}

class Rule extends HostObject {
  readonly type = 'ConditionalFormatRule';
  constructor(private readonly condition: Condition) {
    super();
  }
  get Formula(): string {
    if (this.condition.unreadable)
      throw new OfficeError('GeneralException', 'There was an internal error while processing the request.', 500);
    return this.condition.formula;
  }
  set Formula(formula: string) {
    if (!/^=./.test(formula)) throw invalidArgument(`formula ${formula}`);
    this.condition.formula = formula;
  }
}

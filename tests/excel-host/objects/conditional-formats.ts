import { OfficeError, invalidArgument, itemNotFound } from '../errors';
import { overlap, type Rect } from '../addresses';
import type { Condition, SheetModel } from '../model';
import { refuseUnknownSheets } from '../references';
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
  private here = (): readonly Condition[] => {
    if (this.sheet.stuckConditions) throw itemNotFound('conditional formats after Ctrl+Z of a deletion');
    return this.sheet.conditions.filter((one) => one.areas.some((other) => this.areas.some((area) => overlap(area, other))));
  };
  override items = (): readonly HostObject[] => this.here().map((one) => new ConditionalFormat(this.world, this.sheet, one, this.areas));
  GetCount(): number {
    return this.here().length;
  }
  GetItem(id: string): HostObject {
    const found = this.here().find((one) => one.id === id);
    if (!found) throw itemNotFound(`conditional format ${id}`);
    return new ConditionalFormat(this.world, this.sheet, found, this.areas);
  }
  GetItemAt(index: number): HostObject {
    const found = this.here()[index];
    if (!found) throw itemNotFound(`conditional format ${index}`);
    return new ConditionalFormat(this.world, this.sheet, found, this.areas);
  }
  Add(type: string): HostObject {
    this.sheet.guard(this.areas, 'never');
    if (type !== 'Custom') throw invalidArgument(`[fake] conditional format ${type}`);
    const made: Condition = { id: `{${this.world.book.nextId('CF-')}}`, type, areas: this.areas, formula: '', stopIfTrue: false, look: {} };
    // The newest has the highest priority.
    this.sheet.conditions.unshift(made);
    return new ConditionalFormat(this.world, this.sheet, made, this.areas);
  }
  ClearAll(): void {
    this.sheet.guard(this.areas, 'never');
    // A condition that reaches farther keeps what lies outside.
    this.sheet.trimConditions(this.areas);
  }
}

class ConditionalFormat extends HostObject {
  readonly type = 'ConditionalFormat';
  constructor(
    private readonly world: World,
    private readonly sheet: SheetModel,
    private readonly condition: Condition,
    /** The cells through which it was found. */
    private readonly through: readonly Rect[],
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
  /** The range it lies over; a null object where there are several. */
  GetRangeOrNullObject(): HostObject | null {
    const [area, ...others] = this.alive.areas;
    return area && others.length === 0 ? this.world.range(this.sheet, area) : null;
  }
  Delete(): void {
    this.sheet.guard(this.alive.areas, 'never');
    if (this.crossing()) throw new OfficeError('GeneralException', 'Two rules of the dialog lie on one cell (office-js 5222).', 500);
    this.sheet.conditions.splice(this.sheet.conditions.indexOf(this.condition), 1);
  }
  /** Two rules made by hand lie on one cell of the range through which this one was found. */
  private crossing(): boolean {
    const hand = this.sheet.conditions.filter(({ byUser }) => byUser).map(({ areas }) => areas);
    const inside = (a: Rect, b: Rect): boolean => overlap(a, b) && this.through.some((area) => overlap(area, a) && overlap(area, b));
    return hand.some((areas, i) => hand.slice(i + 1).some((others) => areas.some((a) => others.some((b) => inside(a, b)))));
  }
  private custom(): HostObject {
    const { look } = this.condition;
    const format = (): HostObject =>
      new Bag('ConditionalRangeFormat', recordStore(look), ['NumberFormat'], {
        Fill: () => new Bag('ConditionalRangeFill', recordStore(look, 'fill.'), ['Color']),
        Font: () => new Bag('ConditionalRangeFont', recordStore(look, 'font.'), ['Color', 'Bold', 'Italic']),
      });
    return new Bag('CustomConditionalFormat', recordStore(look), [], { Format: format, Rule: () => new Rule(this.world, this.alive) });
  }
}

class Rule extends HostObject {
  readonly type = 'ConditionalFormatRule';
  constructor(
    private readonly world: World,
    private readonly condition: Condition,
  ) {
    super();
  }
  get Formula(): string {
    if (this.condition.unreadable)
      throw new OfficeError('GeneralException', 'There was an internal error while processing the request.', 500);
    return this.condition.formula;
  }
  set Formula(formula: string) {
    if (!/^=./.test(formula)) throw invalidArgument(`formula ${formula}`);
    refuseUnknownSheets(this.world.book, formula);
    this.condition.formula = formula;
  }
}

import { OfficeError, invalidArgument } from '../errors';
import { overlap, type Rect } from '../addresses';
import type { SheetModel, Validation } from '../model';
import { HostObject } from './base';

export class DataValidation extends HostObject {
  readonly type = 'DataValidation';
  constructor(
    private readonly sheet: SheetModel,
    private readonly areas: readonly Rect[],
  ) {
    super();
  }
  private here(): Validation | undefined {
    return this.sheet.validations.find((one) => this.areas.every((area) => one.areas.some((other) => overlap(area, other))));
  }
  get Rule(): unknown {
    return this.here()?.rule ?? {};
  }
  set Rule(rule: unknown) {
    this.sheet.guard(this.areas, 'never');
    const list = (rule as { list?: { source?: unknown } } | null)?.list;
    if (!list) throw invalidArgument('[fake] only lists are known');
    if (typeof list.source !== 'string' || list.source === '') throw invalidArgument('source of a list');
    if (!list.source.startsWith('=') && list.source.length > 255) throw invalidArgument('a list of more than 255 characters');
    this.Clear();
    this.sheet.validations.push({ areas: this.areas, rule: rule as Record<string, unknown>, look: {} });
  }
  get Type(): string {
    return this.here() ? 'List' : 'None';
  }
  get IgnoreBlanks(): unknown {
    return this.here()?.look.ignoreBlanks ?? true;
  }
  set IgnoreBlanks(value: unknown) {
    this.change('ignoreBlanks', value);
  }
  get ErrorAlert(): unknown {
    return this.here()?.look.errorAlert ?? {};
  }
  set ErrorAlert(value: unknown) {
    this.change('errorAlert', value);
  }
  get Prompt(): unknown {
    return this.here()?.look.prompt ?? {};
  }
  set Prompt(value: unknown) {
    this.change('prompt', value);
  }
  private change(name: string, value: unknown): void {
    const found = this.here();
    if (!found) throw new OfficeError('InvalidOperation', 'There is no validation here yet.');
    found.look[name] = value;
  }
  Clear(): void {
    this.sheet.guard(this.areas, 'never');
    this.sheet.validations = this.sheet.validations.filter(
      (one) => !one.areas.every((other) => this.areas.some((area) => overlap(area, other))),
    );
  }
}

import { invalidArgument } from '../errors';
import { allWithout, contains, overlap, type Rect } from '../addresses';
import type { SheetModel, Validation } from '../model';
import { refuseUnknownSheets } from '../references';
import { HostObject, type World } from './base';

const LONGEST_TITLE = 32;
const LONGEST_MESSAGE = 255;

/** What may be entered into cells, and the message that shows when one is selected. A message needs no rule. */
export class DataValidation extends HostObject {
  readonly type = 'DataValidation';
  constructor(
    private readonly world: World,
    private readonly sheet: SheetModel,
    private readonly areas: readonly Rect[],
  ) {
    super();
  }
  private here = (): readonly Validation[] =>
    this.sheet.validations.filter((one) => one.areas.some((other) => this.areas.some((area) => overlap(area, other))));
  /** The one validation of all these cells; `mixed` where they differ, undefined where they have none. */
  private only(): Validation | 'mixed' | undefined {
    const [first, ...others] = this.here();
    if (!first) return undefined;
    const whole = others.length === 0 && this.areas.every((area) => first.areas.some((other) => contains(other, area)));
    return whole ? first : 'mixed';
  }
  private read(name: string, none: unknown): unknown {
    const found = this.only();
    return found === 'mixed' ? null : (found?.look[name] ?? none);
  }
  get Rule(): unknown {
    const found = this.only();
    return found === 'mixed' ? null : (found?.rule ?? {});
  }
  set Rule(rule: unknown) {
    this.sheet.guard(this.areas, 'never');
    const list = (rule as { list?: { source?: unknown } } | null)?.list;
    if (!list) throw invalidArgument('[fake] only lists are known');
    if (typeof list.source !== 'string' || list.source === '') throw invalidArgument('source of a list');
    if (!list.source.startsWith('=') && list.source.length > 255) throw invalidArgument('a list of more than 255 characters');
    if (list.source.startsWith('=')) refuseUnknownSheets(this.world.book, list.source);
    const found = this.only();
    const look = found === undefined || found === 'mixed' ? {} : found.look;
    this.Clear();
    this.sheet.validations.push({ areas: this.areas, rule: rule as Record<string, unknown>, look: { ...look } });
  }
  get Type(): string {
    const found = this.only();
    if (found === 'mixed') return this.here().length > 1 ? 'Inconsistent' : 'MixedCriteria';
    return found && Object.keys(found.rule).length > 0 ? 'List' : 'None';
  }
  get IgnoreBlanks(): unknown {
    return this.read('ignoreBlanks', true);
  }
  set IgnoreBlanks(value: unknown) {
    this.change('ignoreBlanks', value);
  }
  get ErrorAlert(): unknown {
    return this.read('errorAlert', { message: '', showAlert: true, style: 'Stop', title: '' });
  }
  set ErrorAlert(value: unknown) {
    this.change('errorAlert', value);
  }
  get Prompt(): unknown {
    return this.read('prompt', { message: '', showPrompt: true, title: '' });
  }
  set Prompt(value: unknown) {
    const { title = '', message = '' } = value as { title?: string; message?: string };
    if (title.length > LONGEST_TITLE) throw invalidArgument(`title of ${title.length} characters`);
    if (message.length > LONGEST_MESSAGE) throw invalidArgument(`message of ${message.length} characters`);
    this.change('prompt', value);
  }
  /** Cells that share a validation with others leave it with a copy of their own. */
  private change(name: string, value: unknown): void {
    this.sheet.guard(this.areas, 'never');
    const before = this.here().map(({ rule, look, areas }) => ({
      rule,
      look,
      areas: areas.filter((area) => this.areas.some((mine) => contains(area, mine))).length > 0 ? this.areas : areas,
    }));
    this.Clear();
    const [one] = before;
    this.sheet.validations.push({ areas: this.areas, rule: one?.rule ?? {}, look: { ...one?.look, [name]: value } });
  }
  Clear(): void {
    this.sheet.guard(this.areas, 'never');
    const touched = new Set(this.here());
    if (touched.size === 0) return;
    this.sheet.validations = this.sheet.validations
      .map((one) => (touched.has(one) ? { ...one, areas: allWithout(one.areas, this.areas) } : one))
      .filter(({ areas }) => areas.length > 0);
  }
}

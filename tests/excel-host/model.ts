import type { Scalar, Workbook } from '../../src/kernel/workbook';
import type { Rect } from './addresses';
import { allWithout, contains, overlap, parseArea, within } from './addresses';
import { OfficeError, accessDenied, invalidArgument } from './errors';

/** A cell that holds something. A blank cell has no entry; a cached result stands in `value`. */
interface Cell {
  value: string | number | boolean;
  formula?: string;
}

/** One condition with its look, over one or several areas. */
export interface Condition {
  readonly id: string;
  readonly type: string;
  areas: readonly Rect[];
  formula: string;
  stopIfTrue: boolean;
  readonly look: Record<string, unknown>;
  /** Some builds of Excel cannot read a rule that the user has duplicated (office-js 6827, 6835). */
  readonly unreadable?: boolean;
  /** Made in the dialog of Excel, not by an add-in. */
  readonly byUser?: boolean;
}

export interface Series {
  name: string;
  values?: { readonly sheet: string; readonly area: Rect };
  categories?: { readonly sheet: string; readonly area: Rect };
  readonly look: Record<string, unknown>;
}

export interface Chart {
  readonly id: string;
  name: string;
  type: string;
  box?: Rect;
  readonly series: Series[];
  readonly look: Record<string, unknown>;
}

/** What may be entered and what is said about it. A message alone has an empty rule. */
export interface Validation {
  readonly areas: readonly Rect[];
  readonly rule: Record<string, unknown>;
  readonly look: Record<string, unknown>;
}

/** A look laid over areas: the latest that covers a cell counts. `value` undefined = back to the default. */
interface Layer {
  readonly areas: readonly Rect[];
  readonly property: string;
  readonly value: unknown;
}

const KEY = 16_384;
const defaults: Record<string, unknown> = {
  'font.name': '宋体',
  'font.size': 11,
  'font.bold': false,
  'font.italic': false,
  'font.underline': 'None',
  'font.color': '#000000',
  'fill.color': '#FFFFFF',
  horizontalAlignment: 'General',
  verticalAlignment: 'Center',
  wrapText: false,
  indentLevel: 0,
  'protection.locked': true,
  numberFormat: 'General',
  columnWidth: 54,
  rowHeight: 13.5,
};

export class SheetModel {
  readonly cells = new Map<number, Cell>();
  readonly links = new Map<number, Record<string, unknown>>();
  private layers: Layer[] = [];
  /** Number formats set cell by cell; a layer would be too slow for thousands of them. */
  private readonly formats = new Map<number, string>();
  merges: Rect[] = [];
  conditions: Condition[] = [];
  charts: Chart[] = [];
  validations: Validation[] = [];
  visibility: 'Visible' | 'Hidden' | 'VeryHidden' = 'Visible';
  /** `stuck`: some builds refuse to take a protection without password off again (office-js 6784). */
  protection: { on: boolean; password?: string; options: Record<string, unknown>; stuck?: boolean } = { on: false, options: {} };
  /** After Ctrl+Z of a deletion nothing can be read of the conditions until the file is opened again (office-js 6396). */
  stuckConditions = false;
  frozenRows = 0;
  readonly settings: Record<string, unknown> = { showGridlines: true, tabColor: '' };
  readonly page: Record<string, unknown> = {};
  /** The tab 页面布局 of the ribbon is in front. */
  layoutTab = false;
  deleted = false;

  constructor(
    readonly id: string,
    public name: string,
  ) {}

  at = (row: number, column: number): Cell | undefined => this.cells.get(row * KEY + column);

  /** Puts a cell without asking anybody: for seeding and for a user's typing. */
  put(row: number, column: number, cell: Cell | undefined): void {
    if (!cell || (cell.value === '' && cell.formula === undefined)) this.cells.delete(row * KEY + column);
    else this.cells.set(row * KEY + column, cell);
  }

  /** `put('B2', 12.5)`, `put('B3', 3, '=1+2')`: what a test lays out by hand. */
  set(address: string, value: Scalar, formula?: string): this {
    const { row, column } = parseArea(address);
    this.put(row, column, value === null && formula === undefined ? undefined : { value: value ?? '', formula });
    return this;
  }

  get(address: string): Cell | undefined {
    const { row, column } = parseArea(address);
    return this.at(row, column);
  }

  /** Smallest rectangle around the cells that hold something (and, without `valuesOnly`, that carry a look). */
  used(valuesOnly: boolean, inside?: Rect): Rect | undefined {
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    const grow = (area: Rect): void => {
      top = Math.min(top, area.row);
      left = Math.min(left, area.column);
      bottom = Math.max(bottom, area.row + area.rows - 1);
      right = Math.max(right, area.column + area.columns - 1);
    };
    for (const key of this.cells.keys()) {
      const [row, column] = [Math.floor(key / KEY), key % KEY];
      if (!inside || within(row, column, inside)) grow({ row, column, rows: 1, columns: 1 });
    }
    if (!valuesOnly) {
      for (const key of this.formats.keys()) {
        const cell = { row: Math.floor(key / KEY), column: key % KEY, rows: 1, columns: 1 };
        if (!inside || contains(inside, cell)) grow(cell);
      }
      for (const { areas, value } of this.layers) {
        if (value !== undefined)
          for (const area of areas) if (area.rows < 1e6 && area.columns < KEY && (!inside || contains(inside, area))) grow(area);
      }
    }
    return bottom < 0 ? undefined : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  look(areas: readonly Rect[], property: string, value: unknown): void {
    // A newer layer over the same areas hides the older one for good.
    this.layers = this.layers.filter(
      (layer) => layer.property !== property || !layer.areas.every((old) => areas.some((area) => contains(area, old))),
    );
    this.layers.push({ areas, property, value });
  }

  /** One format for whole areas. */
  setFormats(areas: readonly Rect[], format: string): void {
    this.dropFormats(areas);
    this.look(areas, 'numberFormat', format);
  }

  private dropFormats(areas: readonly Rect[]): void {
    for (const key of this.formats.keys())
      if (areas.some((area) => within(Math.floor(key / KEY), key % KEY, area))) this.formats.delete(key);
  }

  clearLooks(areas: readonly Rect[], but: readonly string[] = []): void {
    for (const key of this.formats.keys())
      if (areas.some((area) => within(Math.floor(key / KEY), key % KEY, area))) this.formats.delete(key);
    for (const property of new Set(this.layers.map((layer) => layer.property)))
      if (!but.includes(property)) this.look(areas, property, undefined);
  }

  lookAt(row: number, column: number, property: string): unknown {
    for (let i = this.layers.length - 1; i >= 0; i--) {
      const layer = this.layers[i]!;
      if (layer.property === property && layer.areas.some((area) => within(row, column, area))) return layer.value ?? defaults[property];
    }
    return defaults[property];
  }

  format = (row: number, column: number): string =>
    this.formats.get(row * KEY + column) ?? String(this.lookAt(row, column, 'numberFormat'));

  setFormat(row: number, column: number, format: string): void {
    this.formats.set(row * KEY + column, format);
  }

  /** The look of an area: null where its cells differ, as Excel says it. Looks at the corners and at what holds something. */
  lookOf(area: Rect, property: string): unknown {
    const first = this.lookAt(area.row, area.column, property);
    const layers = this.layers.filter((layer) => layer.property === property).flatMap((layer) => layer.areas);
    const mixed = layers.some(
      (other) => overlap(other, area) && !contains(other, area) && this.lookAt(other.row, other.column, property) !== first,
    );
    return mixed ? null : first;
  }

  /** Conditions lose these areas; one that has none left goes. */
  trimConditions(areas: readonly Rect[]): void {
    for (const one of this.conditions) one.areas = allWithout(one.areas, areas);
    this.conditions = this.conditions.filter((one) => one.areas.length > 0);
  }

  mergeAt = (row: number, column: number): Rect | undefined => this.merges.find((area) => within(row, column, area));

  /** Excel refuses to change a locked cell of a protected sheet. */
  guard(areas: readonly Rect[], permission?: string): void {
    if (!this.protection.on || (permission && this.protection.options[permission] === true)) return;
    const locked = permission || areas.some((area) => this.lookOf(area, 'protection.locked') !== false);
    if (locked) throw accessDenied(`sheet ${this.name} is protected`);
  }
}

export class BookModel {
  readonly sheets: SheetModel[] = [];
  readonly settings = new Map<string, unknown>();
  readonly names = new Map<string, string>();
  active = 0;
  selection: { sheet: SheetModel; area: Rect } | undefined;
  structureProtected = false;
  /** Days count from 1904, as Excel for Mac once had it. */
  from1904 = false;
  private serial = 0;

  constructor(public file: string) {}

  nextId = (prefix: string): string => `${prefix}${++this.serial}`;

  sheet(name: string): SheetModel {
    const found = this.find(name);
    if (!found) throw new Error(`the test book has no sheet ${name}`);
    return found;
  }

  /** By name, in any case, or by id. */
  find = (key: string): SheetModel | undefined =>
    this.sheets.find((sheet) => sheet.id === key || sheet.name.toLowerCase() === key.toLowerCase());

  add(name: string | undefined): SheetModel {
    const free = (): string => {
      for (let n = this.sheets.length + 1; ; n++) if (!this.find(`Sheet${n}`)) return `Sheet${n}`;
    };
    const wanted = name ?? free();
    if (wanted === '' || wanted.length > 31 || /[\\/?*[\]:]|^'|'$/.test(wanted) || /^history$/i.test(wanted))
      throw invalidArgument(`sheet name ${wanted}`);
    if (this.find(wanted)) throw new OfficeError('ItemAlreadyExists', `The resource being created already exists. [${wanted}]`, 409);
    const sheet = new SheetModel(`{${this.nextId('0000-SHEET-')}}`, wanted);
    this.sheets.push(sheet);
    return sheet;
  }

  /** The book of a snapshot: text stays text, numbers stay numbers. */
  static from(seed: Workbook): BookModel {
    const book = new BookModel(seed.file);
    for (const sheet of seed.sheets) {
      const made = book.add(sheet.name);
      made.visibility = ({ visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' } as const)[sheet.visibility];
      sheet.values.forEach((line, r) => line.forEach((value, c) => value !== null && made.put(sheet.top + r, sheet.left + c, { value })));
    }
    book.active = Math.max(
      0,
      book.sheets.findIndex((sheet) => sheet.visibility === 'Visible'),
    );
    return book;
  }

  /** What stands in the book now, as a snapshot. */
  snapshot(): Workbook {
    const sheets = this.sheets.map((sheet) => {
      const area = sheet.used(true);
      const visibility = ({ Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' } as const)[sheet.visibility];
      const values: Scalar[][] = [];
      for (let r = 0; area && r < area.rows; r++) {
        values.push(
          Array.from({ length: area.columns }, (_, c) => sheet.at(area.row + r, area.column + c)?.value ?? null).map((v) =>
            v === '' ? null : v,
          ),
        );
      }
      return { name: sheet.name, visibility, top: area?.row ?? 0, left: area?.column ?? 0, values };
    });
    return { role: '本年', file: this.file, sheets };
  }
}

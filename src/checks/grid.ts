import type { ColumnName, RowName } from '../layouts/keys';
import { splitKey, type FactSet, type Table } from '../facts/fact-set';
import type { Fact } from '../facts/traced';

/**
 * The one place where amounts are looked at as binary numbers. A cell enters only as a whole number of fen that stands for
 * exactly its decimal value; sums of such integers below 2^53 are exact, so "equal" is proven. All else is NaN and goes to Decimal.
 */
export interface FenGrid {
  readonly table: Table;
  readonly role: '本年' | '上年';
  /** Rows are 科目 that are printed only where they occur; otherwise a fixed form. */
  readonly byCode: boolean;
  readonly width: number;
  readonly rows: ReadonlyMap<string, number>;
  readonly columns: ReadonlyMap<string, number>;
  /** Row by row; NaN = look closer. Counts are in hundredths too. */
  readonly fen: Float64Array;
  /** 1 where something is printed, be it a zero; 0 for a blank. */
  readonly written: Uint8Array;
  /** Does any amount stand below zero? */
  readonly negative: boolean;
  /** Largest amount; a sum of n cells is exact while n × max ≤ 2^53. */
  readonly max: number;
  /** Index of the nearest printed row above in the 科目 tree, or -1. */
  readonly parent: Int32Array;
  readonly children: readonly (readonly number[])[];
  /** Lengths of the codes of which the form lists all rows that occur: an absent one is zero. */
  readonly lists: ReadonlySet<number>;
  /** For a 类 or 款 that has no row of its own: the highest printed rows below it. */
  readonly below: ReadonlyMap<string, readonly number[]>;
  /** First number of this grid's cells in the numbering of all cells. */
  readonly base: number;
}

const PROJECT_TABLES = new Set(['Z05_2', 'Z08_2', 'Z10_2', 'Z06']);
const isByCode = (id: string): boolean => /^Z(0[2-9]|1[0-2])/.test(id);
const EXACT = 2 ** 53;
/** Cells looked at between two pauses. */
const LARGE = 60000;

/** Whole fen of a cell number times its scale, or NaN when that is not exactly its decimal value. */
function fenOf(n: number, scale: number): number {
  const factor = 100 * scale;
  const fen = Math.trunc(n * factor + (n < 0 ? -0.5 : 0.5));
  // The nearest double of fen/factor is n, and 15 digits suffice to say so: n is this decimal and no other.
  return fen / factor === n && Math.abs(fen) < 1e15 ? fen : NaN;
}

/** All grids of one check; made when first asked for. */
export class Grids {
  private readonly made = { 本年: new Map<string, FenGrid | undefined>(), 上年: new Map<string, FenGrid | undefined>() };
  private next = 0;
  private latest: FenGrid | undefined;

  constructor(private readonly years: { readonly now: FactSet; readonly before?: FactSet }) {}

  /** For a workbook of which only these forms of this year have changed: their cells are looked at again, the rest is kept. */
  after(years: { readonly now: FactSet; readonly before?: FactSet }, changed: ReadonlySet<string>): Grids {
    const next = new Grids(years);
    next.next = this.next;
    // Whether any form lists 项 bears on how every form is read.
    if (next.printsItems('本年') !== this.printsItems('本年')) return next;
    for (const [id, grid] of this.made.本年) if (grid && !changed.has(id)) next.made.本年.set(id, grid);
    if (years.before === this.years.before) for (const [id, grid] of this.made.上年) if (grid) next.made.上年.set(id, grid);
    return next;
  }

  find(id: string, role: '本年' | '上年' = '本年'): FenGrid | undefined {
    const made = this.made[role];
    const known = made.get(id);
    if (known !== undefined || made.has(id)) return known;
    const table = (role === '本年' ? this.years.now : this.years.before)?.tables.get(id);
    if (!table) made.set(id, undefined);
    else for (const steps = this.make(table, role); !steps.next().done;);
    return made.get(id);
  }

  /** Makes the grids of all forms of the year, with pauses: whether a refund excuses a part must not hang on which were asked for. */
  *prepare(): Generator<void, void> {
    for (const table of this.years.now.tables.values()) {
      if (!this.made.本年.has(table.id)) yield* this.make(table, '本年');
    }
  }

  private *make(table: Table, role: '本年' | '上年'): Generator<void, void> {
    const grid = yield* makeGrid(table, role, this.next, this.printsItems(role));
    this.next += grid.fen.length;
    this.made[role].set(table.id, grid);
  }

  /** Does any form of the workbook list 项? Then a form that lists 款 does too, and one 款 without its 项 lacks them. */
  private printsItems(role: '本年' | '上年'): boolean {
    const tables = (role === '本年' ? this.years.now : this.years.before)?.tables ?? new Map<string, Table>();
    return [...tables.values()].some((table) => isByCode(table.id) && table.rows.some((row) => /^\d{7}$/.test(row.key)));
  }

  hasBook(role: '本年' | '上年'): boolean {
    return role === '本年' || this.years.before !== undefined;
  }

  all(): readonly FenGrid[] {
    return [...this.made.本年.values(), ...this.made.上年.values()].filter((grid) => grid !== undefined);
  }

  /** The form a fact was read from. */
  gridOf(fact: Fact): FenGrid | undefined {
    const { role } = fact.at.book;
    return role === '补充' ? undefined : this.find(splitKey(fact.key).table, role);
  }

  /** Number of the cell a fact was read from; undefined for a row that is not printed and for what a person supplied. */
  idOf(fact: Fact): number | undefined {
    if (fact.noRow || fact.at.book.role === '补充') return undefined;
    const { table, row, column } = splitKey(fact.key.replace(/@上年$/, ''));
    const grid = this.find(table, fact.at.book.role);
    const r = grid?.rows.get(row);
    const c = grid?.columns.get(column);
    return grid === undefined || r === undefined || c === undefined ? undefined : grid.base + r * grid.width + c;
  }

  /** The fact of a numbered cell; undefined for a text or a dash. */
  factAt(id: number): Fact | undefined {
    const { grid, row, column } = this.cell(id);
    const reading = grid.table.at(grid.table.rows[row]!.key, grid.table.columns[column]!);
    return reading.state === 'number' ? reading.fact : undefined;
  }

  /** The grid and place of a numbered cell. */
  cell(id: number): { readonly grid: FenGrid; readonly row: number; readonly column: number } {
    const holds = (g: FenGrid | undefined): boolean => g !== undefined && id >= g.base && id < g.base + g.fen.length;
    // Cells are asked for form by form: mostly it is the same form again.
    if (!holds(this.latest)) this.latest = this.all().find(holds);
    const grid = this.latest!;
    return { grid, row: Math.trunc((id - grid.base) / grid.width), column: (id - grid.base) % grid.width };
  }
}

function* makeGrid(table: Table, role: '本年' | '上年', base: number, itemsElsewhere: boolean): Generator<void, FenGrid> {
  const width = table.columns.length;
  const fen = new Float64Array(table.rows.length * width);
  const written = new Uint8Array(fen.length).fill(1);
  yield* fill(table, fen, written);
  yield;
  let max = 0;
  let negative = false;
  for (const value of fen) {
    if (Math.abs(value) > max) max = Math.abs(value);
    negative ||= value < 0;
  }
  const rows = new Map(table.rows.map((row, index) => [row.key, index] as const));
  const byCode = isByCode(table.id);
  const { parent, children } = byCode
    ? treeOf(table, rows)
    : { parent: new Int32Array(table.rows.length).fill(-1), children: table.rows.map(() => []) };
  const below = byCode ? belowOf(table, rows) : new Map<string, number[]>();
  const columns = new Map(table.columns.map((key, index) => [key, index] as const));
  const lists = byCode ? listedBy(table, itemsElsewhere) : new Set<number>();
  return { table, role, byCode, width, rows, columns, fen, written, max, negative, parent, children, lists, below, base };
}

function* fill(table: Table, fen: Float64Array, written: Uint8Array): Generator<void, void> {
  const put = (at: number, value: number | null | undefined, scale: number): void => {
    if (value === null) written[at] = 0;
    else fen[at] = value === undefined ? NaN : fenOf(value, scale);
  };
  const width = table.columns.length;
  const scales = table.rows.map((row) => (table.unit === '万元' && table.unitOf(row.key) === '元' ? 10000 : 1));
  const each = (r: number, value: (column: number) => number | null | undefined): void => {
    for (let c = 0; c < width; c++) put(r * width + c, value(c), scales[r]!);
  };
  const step = Math.max(1, Math.trunc(LARGE / Math.max(1, width)));
  for (let from = 0; table.eachPlainRow?.(each, from, from + step); from += step) {
    if (from + step >= table.rows.length) return;
    yield;
  }
  table.rows.forEach((row, r) => {
    for (let c = 0; c < width; c++) {
      const column = table.columns[c]!;
      if (table.plain) put(r * width + c, table.plain(row, column), scales[r]!);
      else put(r * width + c, plainOf(table, row.key, column), 1);
    }
  });
}

function plainOf(table: Table, row: RowName, column: ColumnName): number | null | undefined {
  const reading = table.at(row, column);
  if (reading.state !== 'number') return undefined;
  return reading.fact.blank ? null : Number(reading.fact.value.toString());
}

/** Each row hangs below the longest printed code that begins its own; a project row below its 项. */
function treeOf(table: Table, rows: ReadonlyMap<string, number>): { parent: Int32Array; children: number[][] } {
  const parent = new Int32Array(table.rows.length).fill(-1);
  const children: number[][] = table.rows.map(() => []);
  const top = rows.get('合计');
  table.rows.forEach((row, index) => {
    if (row.key === '合计') return;
    const code = row.key.split('#')[0]!;
    const above = [
      ...(PROJECT_TABLES.has(table.id) ? [code] : []),
      ...(code.length > 5 ? [code.slice(0, 5)] : []),
      ...(code.length > 3 ? [code.slice(0, 3)] : []),
    ];
    const found = above.map((key) => rows.get(key)).find((at) => at !== undefined && at !== index) ?? top;
    if (found === undefined) return;
    parent[index] = found;
    children[found]!.push(index);
  });
  return { parent, children };
}

/** Levels of which a form prints all rows that occur: those it prints at all, and 项 wherever it prints 款 and other forms 项. */
function listedBy(table: Table, itemsElsewhere: boolean): ReadonlySet<number> {
  const lengths = new Set(table.rows.filter(({ key }) => /^\d+$/.test(key)).map(({ key }) => key.length));
  // A single 类 alone, or nothing but 合计, is no choice of level where the other forms list 项: rows are gone.
  const lone = lengths.size === 0 || (lengths.size === 1 && table.rows.filter(({ key }) => /^\d{3}$/.test(key)).length === 1);
  if (itemsElsewhere && lone) [3, 5, 7].forEach((length) => lengths.add(length));
  if (itemsElsewhere && lengths.has(5)) lengths.add(7);
  return lengths;
}

function belowOf(table: Table, rows: ReadonlyMap<string, number>): ReadonlyMap<string, readonly number[]> {
  const below = new Map<string, number[]>();
  table.rows.forEach((row, index) => {
    if (!/^\d{5}(\d{2})?$/.test(row.key)) return;
    const [kind, group] = [row.key.slice(0, 3), row.key.slice(0, 5)];
    const missing = [
      ...(rows.has(kind) || (row.key.length === 7 && rows.has(group)) ? [] : [kind]),
      ...(row.key.length === 7 && !rows.has(group) ? [group] : []),
    ];
    for (const key of missing) {
      const list = below.get(key);
      if (list) list.push(index);
      else below.set(key, [index]);
    }
  });
  return below;
}

/**
 * The printed rows that state a 科目 in a form: its own row; else the rows printed below it; none when it did not occur.
 * undefined when the form prints no rows of this level and has this branch at a higher one, or is a fixed form without the row.
 */
export function statedRows(grid: FenGrid, key: string): readonly number[] | undefined {
  const own = grid.rows.get(key);
  if (own !== undefined) return [own];
  if (!grid.byCode) return undefined;
  if (key === '合计') return topRows(grid);
  if (key.includes('#')) return [];
  const below = grid.below.get(key) ?? [];
  if (below.length > 0) return below;
  if (grid.lists.has(key.length)) return NO_ROWS;
  const above = [key.slice(0, 5), key.slice(0, 3)].map((k) => grid.rows.get(k));
  const nearest = above.find((at) => at !== undefined);
  return nearest !== undefined && grid.children[nearest]!.length === 0 && !isZeroRow(grid, nearest) ? undefined : NO_ROWS;
}

const NO_ROWS: readonly number[] = [];

/** A 类 or 款 with an amount and nothing below it, in a form that lists the level below. */
export function lacksChildren(grid: FenGrid, row: number): boolean {
  const { key } = grid.table.rows[row]!;
  if (!grid.byCode || grid.children[row]!.length > 0 || !/^(合计|\d{3}(\d{2})?)$/.test(key)) return false;
  const digits = key === '合计' ? 0 : key.length;
  return [...grid.lists].some((length) => length > digits) && !isZeroRow(grid, row);
}

const topRows = (grid: FenGrid): readonly number[] => grid.table.rows.flatMap((_, index) => (grid.parent[index] === -1 ? [index] : []));

function isZeroRow(grid: FenGrid, row: number): boolean {
  for (let c = 0; c < grid.width; c++) if (grid.fen[row * grid.width + c] !== 0) return false;
  return true;
}

/** May `count` cells of these grids be added up as they stand? */
export const isExact = (cells: number, max: number): boolean => cells * max <= EXACT;

import Decimal from 'decimal.js';
import { parseA1 } from '../kernel/address';
import type { CellRef } from '../kernel/workbook';
import type { FactSet, Table, TableRow } from '../facts/fact-set';
import { cellsOf } from '../facts/traced';
import { repeatable } from '../ooxml/word/rows';
import type { RolledParagraph } from './model';
import type { TableSheet } from './table-sheets';

interface RolledRows {
  /** Rows that come or go, each as one entry. */
  readonly rows: readonly RolledParagraph[];
  /** Paragraphs of rows that go: nothing else happens to them. */
  readonly gone: ReadonlySet<number>;
  /** 科目 that the table lacks and whose row could not be written. */
  readonly missing: readonly string[];
}

const isFunctional = (key: string): boolean => /^2\d\d(\d\d){0,2}$/.test(key);

/** 科目 of this year that the table does not list get a row, to the depth that it lists others; those that are no more lose theirs. */
export function rollRows(table: Table, own: TableSheet, now: FactSet, proved: (row: TableRow) => boolean): RolledRows {
  const form = now.tables.get(table.id);
  const listed = table.rows.filter(({ key }) => isFunctional(key));
  // A form that lists 类 only prints all of them: nothing can be missing.
  if (!form || !listed.some(({ key }) => key.length > 3)) return { rows: [], gone: new Set(), missing: [] };
  const depths = new Set(listed.map(({ key }) => key.length));
  const goes = listed.filter((row) => !occursIn(form, row.key) && proved(row) && own.cellsIn(row.row).length > 0);
  const gone = goes.map((row) => removed(row, own));
  const missing: string[] = [];
  const fresh = form.rows
    .filter(({ key }) => isFunctional(key) && depths.has(key.length) && !listed.some((row) => row.key === key) && occursIn(form, key))
    .flatMap((row): readonly RolledParagraph[] => {
      const made = added(row, form, table, listed, own);
      if (!made) missing.push(`${row.key} ${row.name}`);
      return made ? [made] : [];
    });
  return { rows: [...gone, ...fresh], gone: new Set(gone.flatMap(({ row }) => (row?.kind === 'gone' ? row.paragraphs : []))), missing };
}

/** Does a form print an amount for this 科目? */
export function occursIn(form: Table, key: string): boolean {
  return form.columns.some((column) => {
    const reading = form.at(key as never, column);
    return reading.state === 'number' && !reading.fact.value.isZero();
  });
}

function removed({ row, name, key }: TableRow, own: TableSheet): RolledParagraph {
  const cells = own.cellsIn(row);
  const paragraphs = cells.flatMap((cell) => cell.paragraphs.map(({ index }) => index));
  return {
    index: paragraphs[0]!,
    last: cells.map(({ text }) => text).join('\t'),
    text: '',
    status: 'rolled',
    why: `本年没有“${key} ${name}”，整行删去。`,
    changes: [],
    open: [],
    act: 'remove',
    row: { kind: 'gone', paragraphs },
  };
}

/** A new row in the look of its neighbour of the same level; undefined where the table is not simple enough for it. */
function added(row: TableRow, form: Table, table: Table, listed: readonly TableRow[], own: TableSheet): RolledParagraph | undefined {
  const before = [...table.rows].reverse().find(({ key }) => (isFunctional(key) ? key < row.key : key === '合计'));
  const like = [...listed].sort((a, b) => distance(a.key, row.key) - distance(b.key, row.key))[0];
  if (!before || !like) return undefined;
  const [pattern, after] = [own.cellsIn(like.row), own.cellsIn(before.row)];
  const [first, last] = [pattern[0]?.paragraphs[0], after.at(-1)?.paragraphs.at(-1)];
  if (!first || !last || !repeatable(first)) return undefined;
  const values = valuesOf(row, form, { table, like, own });
  const names = { code: 0, name: 0 };
  const texts = pattern.map(({ column, text }): string | undefined => {
    const value = values.get(column);
    if (value) return value.text;
    const plain = text.trim();
    if (plain === like.key && names.code++ === 0) return text.replace(plain, row.key);
    if (plain === like.name && names.name++ === 0) return text.replace(plain, row.name);
    return plain === '' ? '' : undefined;
  });
  if (texts.includes(undefined) || names.name === 0) return undefined;
  const cells = [...values.values()].flatMap((value) => value.cells);
  const words = (texts as string[]).join('\t');
  return {
    index: last.index,
    last: '',
    text: words,
    status: 'rolled',
    why: `本年新增“${row.key} ${row.name}”，补了一行。`,
    changes: [{ start: 0, end: 0, from: '', to: words, cells }],
    open: [],
    act: 'insert',
    row: { kind: 'new', like: first.index, texts: texts as string[] },
  };
}

/** Codes of the same length first, then the nearest. */
const distance = (code: string, wanted: string): number =>
  (code.length === wanted.length ? 0 : 1e8) + Math.abs(Number(code.padEnd(7, '0')) - Number(wanted.padEnd(7, '0')));

function valuesOf(
  { key }: TableRow,
  form: Table,
  { table, like, own }: { readonly table: Table; readonly like: TableRow; readonly own: TableSheet },
): ReadonlyMap<number, { readonly text: string; readonly cells: readonly CellRef[] }> {
  const style = styleOf(table, own);
  return new Map(
    table.columns.flatMap((column) => {
      const place = table.at(like.key, column);
      const reading = form.at(key as never, column);
      if (place.state !== 'number' || place.fact.noRow) return [];
      const at = parseA1(place.fact.at.a1).column;
      if (reading.state !== 'number') return [[at, { text: '', cells: [] }] as const];
      const value = reading.fact.value.div(table.unit === '万元' && reading.fact.unit === '元' ? 10000 : 1);
      const zero = value.isZero() && style.blankZeros;
      return [[at, { text: zero ? '' : style.print(value), cells: cellsOf(reading.fact) }] as const];
    }),
  );
}

/** How the amounts of the table are printed: blanks for zeros, decimals, separators. */
function styleOf(
  table: Table,
  { grouped, decimals }: TableSheet,
): { readonly blankZeros: boolean; readonly print: (value: Decimal) => string } {
  const facts = table.rows.flatMap(({ key }) =>
    table.columns.flatMap((column) => {
      const reading = table.at(key, column);
      return reading.state === 'number' && !reading.fact.noRow ? [reading.fact] : [];
    }),
  );
  const blankZeros = facts.some(({ blank }) => blank);
  return {
    blankZeros,
    print: (value) => {
      const digits = value.toFixed(decimals, Decimal.ROUND_HALF_UP);
      return grouped ? digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',') : digits;
    },
  };
}

import type { Book } from '../../src/kernel/workbook';
import Decimal from 'decimal.js';
import { a1 } from '../../src/kernel/address';
import { splitKey, type FactSet, type Reading, type Table } from '../../src/facts/fact-set';
import type { ColumnName, RowName } from '../../src/layouts/keys';
import { codeTables, columnsOf, countsOf, fixedTables, hasProjects, rowsOf } from '../../src/layouts/shape';

/** What a hand-made form prints: an amount, `—`, a text, nothing. */
export type Entry = string | number | null;

const codes: readonly RowName[] = [
  '合计',
  '201',
  '20103',
  '2010301',
  '2010302',
  '208',
  '20805',
  '2080505',
  '2080506',
  '221',
  '22102',
  '2210201',
];
const projects: readonly RowName[] = ['合计', '201', '20103', '2010302', '2010302#1', '2010302#2'];
const names: Readonly<Record<string, string>> = {
  '2010301': '行政运行',
  '2010302': '一般行政管理事务',
  '201': '一般公共服务支出',
  '208': '社会保障和就业支出',
  '221': '住房保障支出',
};

interface Shape {
  readonly rows: readonly RowName[];
  readonly columns: readonly ColumnName[];
}

const shapes: Readonly<Record<string, Shape>> = Object.fromEntries([
  ...fixedTables.filter((id) => rowsOf(id).length > 0).map((id) => [id, { rows: rowsOf(id), columns: columnsOf(id) }]),
  ...codeTables.map((id) => [id, { rows: hasProjects(id) ? projects : codes, columns: columnsOf(id) }]),
]);

interface PaperOptions {
  /** Half of the last printed digit in 元. */
  readonly half?: string;
  readonly without?: readonly string[];
  readonly role?: '本年' | '上年';
  /** Columns that a form prints besides its own. */
  readonly columns?: Readonly<Record<string, readonly ColumnName[]>>;
}

/** All forms on paper: every cell is blank but those written, by key. No reading, no workbook. */
export function paper(written: Readonly<Record<string, Entry>>, options: PaperOptions = {}): FactSet {
  const role = options.role ?? '本年';
  const book = { role, unit: '青川示例局', year: role === '本年' ? 2024 : 2023 };
  const tables = new Map(
    Object.entries(shapes)
      .filter(([id]) => !options.without?.includes(id))
      .map(([id, { rows, columns }]) => [id, { rows, columns: [...columns, ...(options.columns?.[id] ?? [])] }] as const)
      .map(([id, shape]) => [id, tableOf(id, shape, written, book, new Decimal(options.half ?? 0))] as const),
  );
  return {
    book,
    unitName: book.unit,
    year: book.year,
    file: `${role}.xlsx`,
    tables,
    find: (key) => {
      const { table, row, column } = splitKey(key);
      return tables.get(table)?.at(row, column) ?? { state: 'absent', what: `没有${table}` };
    },
  };
}

function tableOf(id: string, { rows, columns }: Shape, written: Readonly<Record<string, Entry>>, book: Book, half: Decimal): Table {
  const all = rows.map((key, row) => ({ key, name: names[key] ?? key, row }));
  const counts: readonly string[] = countsOf('F03');
  const at: Table['at'] = (row, column): Reading => {
    const r = rows.indexOf(row);
    const c = columns.indexOf(column);
    const label = `${names[row] ?? row} · ${column}`;
    if (c < 0) return { state: 'absent', what: `没有“${column}”栏` };
    if (r < 0 && !/^\d{3}/.test(row)) return { state: 'absent', what: `没有“${row}”行` };
    const ref = { book, sheet: id, a1: a1(Math.max(r, 0), c) };
    const stated = r < 0 ? undefined : written[`${id}.${row}.${column}`];
    const entry = stated ?? 0;
    if (entry === '—') return { state: 'dash', at: ref, label };
    if (typeof entry === 'string' && !/^-?[\d.]+$/.test(entry)) return { state: 'text', at: ref, label, text: entry };
    const key = `${id}.${row}.${column}${book.role === '上年' ? '@上年' : ''}`;
    const unit = counts.includes(row) ? 'count' : '元';
    const value = new Decimal(entry);
    return {
      state: 'number',
      fact: {
        kind: 'fact',
        key,
        value,
        half: value.isZero() || unit === 'count' ? new Decimal(0) : half,
        unit,
        scale: 1,
        at: ref,
        label,
        ...(r < 0 ? { noRow: true } : {}),
        ...(stated === undefined || stated === null ? { blank: true } : {}),
      },
    };
  };
  return {
    id,
    title: id,
    book,
    sheet: id,
    unit: '元',
    rows: all,
    columns,
    columnName: (column) => column,
    row: (key) => all.find((row) => row.key === key),
    at,
    unitOf: (row) => (counts.includes(row) ? 'count' : '元'),
  };
}

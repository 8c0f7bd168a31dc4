import Decimal from 'decimal.js';
import { a1 } from '../../src/kernel/address';
import type { FactSet, Reading, Table, TableRow } from '../../src/facts/fact-set';
import { splitKey } from '../../src/facts/fact-set';
import { countsOf } from '../../src/layouts/shape';

/** Cells by fact key: an amount in 元, `空` for a blank that is not none, `—`, or any other text. */
export type Cells = Readonly<Record<string, string>>;

export interface Options {
  readonly role?: '本年' | '上年';
  readonly year?: number | undefined;
  readonly unit?: string;
  /** Names of 科目 codes and of rows of 附03. */
  readonly names?: Readonly<Record<string, string>>;
  /** Forms that are there; a cell that is not given is then blank and means none. Others are absent. */
  readonly tables?: readonly string[];
  /** 万元 forms: half of the last printed digit in 元. */
  readonly half?: number;
}

export const usualTables = ['Z01', 'Z01_1', 'Z04', 'Z07', 'Z08', 'Z08_1', 'Z09', 'Z11', 'F03'];

/** A fact set of a few cells: what the sentences need and nothing else. */
export function factSet(cells: Cells, options: Options = {}): FactSet {
  const { role = '本年', unit = '青川示例区档案局', names = {}, half = 0 } = options;
  const year = 'year' in options ? options.year : role === '本年' ? 2024 : 2023;
  const book = { role, unit, year };
  const ids = [...new Set([...(options.tables ?? usualTables), ...Object.keys(cells).map((key) => splitKey(key).table)])];
  const tables = new Map<string, Table>();
  for (const id of ids) {
    const own = Object.keys(cells).filter((key) => splitKey(key).table === id);
    const rowKeys = [...new Set(own.map((key) => splitKey(key).row))];
    const columns = [...new Set(own.map((key) => splitKey(key).column))];
    const rows: TableRow[] = rowKeys.map((key, row) => ({ key, name: names[key] ?? key, row }));
    const unitOf: Table['unitOf'] = (row) => (id === 'F03' && (countsOf('F03') as readonly string[]).includes(row) ? 'count' : '元');
    const at: Table['at'] = (row, column): Reading => {
      const key = `${id}.${row}.${column}`;
      const text = cells[key];
      const ref = { book, sheet: id, a1: a1(Math.max(rowKeys.indexOf(row), 0), Math.max(columns.indexOf(column), 0)) };
      if (text === '空') return { state: 'blank', at: ref, label: key };
      if (text === '—') return { state: 'dash', at: ref, label: key };
      if (text !== undefined && !/^-?\d+(\.\d+)?$/.test(text)) return { state: 'text', at: ref, label: key, text };
      const fact = {
        kind: 'fact' as const,
        key: `${key}${role === '上年' ? '@上年' : ''}`,
        value: new Decimal(text ?? 0),
        half: new Decimal(half),
        unit: unitOf(row),
        scale: 1,
        at: ref,
        label: key,
        ...(text === undefined ? { blank: true } : {}),
      };
      return { state: 'number', fact };
    };
    tables.set(id, {
      id,
      title: id,
      book,
      sheet: id,
      unit: '元',
      year,
      rows,
      columns,
      columnName: (column) => column,
      row: (key) => rows.find((one) => one.key === key),
      plain: () => undefined,
      at,
      unitOf,
    } as Table);
  }
  return {
    book,
    unitName: unit,
    year,
    file: 'test.xlsx',
    tables,
    find(key) {
      const { table, row, column } = splitKey(key);
      return tables.get(table)?.at(row, column) ?? { state: 'absent', what: `没有${table}` };
    },
  };
}

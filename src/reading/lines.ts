import type { Finding } from '../kernel/outcome';
import type { ListBody, SingleBody } from '../layouts/layout';
import type { TableRow } from '../facts/fact-set';
import { isPlain } from './amount';
import type { Body, Place } from './body';
import { findColumns } from './columns';
import { economicGroup, economicItem } from './economic-columns';
import type { Frame } from './frame';
import type { Grid } from './grid';
import { readHeads } from './header';
import { alternatives, label, printedName } from './words';

/** Rows and columns of a form that prints each figure once, at a place of its own. */
function scattered(
  places: ReadonlyMap<string, Place>,
  rows: readonly TableRow[],
  names: ReadonlyMap<string, string>,
  form: string,
  problems: readonly Finding[],
): Body {
  return {
    rows,
    columns: [...names.keys()],
    columnName: (column) => names.get(column) ?? column,
    lookup: (row, column) => {
      const cell = places.get(`${row}.${column}`);
      return cell ? { cell } : { absent: `${form}没有“${row}”的“${column}”` };
    },
    isCount: () => false,
    isPercent: () => false,
    eachRow: (visit) => places.forEach((place) => visit(place.row, [place.column])),
    problems,
  };
}

/** 公开13表: one line of numbers below the heads. */
export function readSingle(grid: Grid, frame: Frame, layout: SingleBody, form: string): Body | undefined {
  const bottom = firstNumbers(grid, frame.lineRow === undefined ? frame.headTop + 1 : frame.lineRow + 1);
  const heads = readHeads(grid, frame.headTop, frame.lineRow ?? bottom);
  const found = findColumns(grid, form, heads, layout.columns, { headTop: frame.headTop, lineRow: frame.lineRow });
  const row = Math.min(bottom, grid.height - 1);
  const places = new Map<string, Place>();
  const rows = new Map<string, TableRow>();
  const names = new Map<string, string>();
  for (const { key, column, name } of found.columns) {
    const [rowKey = '', columnKey = ''] = key.split('.');
    places.set(key, { row, column });
    rows.set(rowKey, { key: rowKey, name: rowKey, row: grid.sheet.top + row });
    names.set(columnKey, name.split(' · ')[0]!);
  }
  return scattered(places, [...rows.values()], names, form, found.problems);
}

function firstNumbers(grid: Grid, from: number): number {
  for (let row = from; row < grid.height; row += 1) {
    const values = grid.sheet.values[row] ?? [];
    const numbers = values.filter(
      (value) => typeof value === 'number' || (typeof value === 'string' && /^[\d.,\s-]*\d[\d.,\s-]*$/.test(value)),
    );
    // 1, 2, 3 … in a row is 栏次 without its word.
    const counting = numbers.length > 2 && numbers.every((value, i) => Number(value) === i + 1);
    if (numbers.length > 0 && !counting) return row;
  }
  return Math.max(0, grid.height - 1);
}

/** 公开08表 of the central form: 科目编码, 科目名称, 金额 in up to three sets of columns side by side. */
export function readList(grid: Grid, frame: Frame, layout: ListBody, form: string): Body | undefined {
  const heads = readHeads(grid, frame.headTop, frame.lineRow ?? frame.headTop + 3);
  const amounts = alternatives(layout.amount);
  const codes = heads.filter((head) => head.own && head.path.some((word) => /科目(?:编码|代码)$/.test(word))).map((head) => head.column);
  if (codes.length === 0) return undefined;
  const places = new Map<string, Place>();
  const names = new Map<string, string>();
  for (const code of codes) {
    const end = codes.find((other) => other > code) ?? grid.width;
    const amount = heads.find(
      (head) => head.column > code && head.column < end && head.own && amounts.includes(head.path.at(-1) ?? ''),
    )?.column;
    if (amount === undefined) continue;
    let group = '';
    for (let row = frame.headTop + 1; row < grid.height; row += 1) {
      const printed = printedName(grid.text(row, code + 1));
      const digits = /^\d{3}$|^\d{5}$/.exec(grid.bare(row, code))?.[0];
      const key = digits ?? economicGroup(printed) ?? economicItem(group, printed);
      if (key === undefined || (isPlain(grid.value(row, code)) && digits === undefined)) continue;
      if (key.length === 3) group = key;
      places.set(`合计.${key}`, { row, column: amount });
      names.set(key, label(printed));
    }
  }
  const first = [...places.values()][0];
  const rows: TableRow[] = first ? [{ key: '合计', name: '合计', row: grid.sheet.top + first.row }] : [];
  return places.size > 0 ? scattered(places, rows, names, form, []) : undefined;
}

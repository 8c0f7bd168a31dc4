import type { Finding } from '../facts/outcome';
import type { RowName } from '../layouts/keys';
import type { ListBody, SingleBody } from '../layouts/layout';
import type { TableRow } from '../facts/fact-set';
import { readAmount } from './amount';
import type { Body, GridPlace } from './body';
import { findColumns } from './columns';
import type { Frame } from './frame';
import type { SheetGrid } from './grid';
import { readHeads } from './header';
import { alternatives, printedName } from './words';

/** Rows and columns of a form that prints each figure once, at a place of its own. */
function scattered(
  places: ReadonlyMap<string, GridPlace>,
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
export function readSingle(grid: SheetGrid, frame: Frame, layout: SingleBody, form: string): Body | undefined {
  const numbers = firstNumbers(grid, frame.lineRow ?? frame.headTop + 1);
  // 1, 2, 3 … in a row is 栏次, with or without its word.
  const bottom = frame.lineRow !== undefined || isCounting(grid, numbers) ? firstNumbers(grid, numbers + 1) : numbers;
  const heads = readHeads(grid, frame.headTop, frame.lineRow ?? numbers);
  const found = findColumns(grid, form, heads, layout.columns, { headTop: frame.headTop, lineRow: frame.lineRow });
  // An empty form keeps its line of numbers blank; without even that line there is nothing to point at.
  const row = bottom < grid.height ? bottom : (frame.lineRow ?? numbers) + 1;
  if (row >= grid.height) return scattered(new Map(), [], new Map(), form, found.problems);
  const places = new Map<string, GridPlace>();
  const rows = new Map<string, TableRow>();
  const names = new Map<string, string>();
  for (const { key, column, name } of found.columns) {
    const [rowKey = '', columnKey = ''] = key.split('.');
    places.set(key, { row, column });
    rows.set(rowKey, { key: rowKey as RowName, name: rowKey, row: grid.sheet.top + row });
    names.set(columnKey, name.split(' · ')[0]!);
  }
  return scattered(places, [...rows.values()], names, form, found.problems);
}

const numbersIn = (grid: SheetGrid, row: number): readonly number[] =>
  (grid.sheet.values[row] ?? []).flatMap((value) => {
    const amount = typeof value === 'boolean' ? undefined : readAmount(value);
    return amount?.state === 'number' ? [Number(amount.value.toString())] : [];
  });

const isCounting = (grid: SheetGrid, row: number): boolean => {
  const numbers = numbersIn(grid, row);
  return numbers.length > 2 && numbers.every((value, i) => value === i + 1);
};

function firstNumbers(grid: SheetGrid, from: number): number {
  for (let row = from; row < grid.height; row += 1) if (numbersIn(grid, row).length > 0) return row;
  return grid.height;
}

/** 公开08表 of the central form: 科目编码, 科目名称, 金额 in up to three sets of columns side by side. */
export function readList(grid: SheetGrid, frame: Frame, layout: ListBody, form: string): Body | undefined {
  const bottom = frame.lineRow ?? firstCode(grid, frame.headTop + 1);
  const heads = readHeads(grid, frame.headTop, bottom);
  const amounts = alternatives(layout.amount);
  const codes = heads.filter((head) => head.own && /科目(?:编码|代码)$/.test(head.path.at(-1) ?? '')).map((head) => head.column);
  const places = new Map<string, GridPlace>();
  const names = new Map<string, string>();
  for (const code of codes) {
    const end = codes.find((other) => other > code) ?? grid.width;
    const inside = heads.filter((head) => head.column > code && head.column < end && head.own);
    const amount = inside.find((head) => amounts.includes(head.path.at(-1) ?? ''))?.column;
    const name = inside.find((head) => head.path.at(-1) === '科目名称')?.column ?? code + 1;
    if (amount === undefined) continue;
    for (let row = bottom; row < grid.height; row += 1) {
      const key = /^\d{3}$|^\d{5}$/.exec(grid.bare(row, code))?.[0];
      if (key === undefined) continue;
      places.set(`合计.${key}`, { row, column: amount });
      names.set(key, printedName(grid.text(row, name)));
    }
  }
  const [first] = places.values();
  return first && scattered(places, [{ key: '合计', name: '合计', row: grid.sheet.top + first.row }], names, form, []);
}

function firstCode(grid: SheetGrid, from: number): number {
  for (let row = from; row < grid.height; row += 1) {
    for (let column = 0; column < grid.width; column += 1) if (/^3\d\d(?:\d\d)?$/.test(grid.bare(row, column))) return row;
  }
  return grid.height;
}

import type { Fen } from '../description';
import { functionalName } from '../words/functional';
import { amountIn, Grid, putCaption, sheetName, type Caption, type KitSheet } from './grid';
import type { Scalar } from '../../../src/kernel/workbook';

/** Words above a column, from the top: ['本年支出', '基本支出', '小计']. */
export type Path = readonly string[];

/** Amounts of one row, in the order of the columns. */
export type Amounts = readonly Fen[];

export interface DataRow {
  readonly code: string;
  readonly name: string;
  readonly attributes?: readonly Scalar[];
  readonly values: Amounts;
}

const add = (into: Fen[], values: Amounts): void => {
  for (let i = 0; i < into.length; i++) into[i]! += values[i]!;
};

/** One printed block: a 项 and the project rows under it. */
export interface Item {
  readonly code: string;
  readonly values: Amounts;
  readonly projects?: readonly DataRow[];
}

/** 合计, then 类, 款 and 项 rows, each the sum of what is under it. Rows that are zero throughout are not printed. */
function hierarchy(items: readonly Item[], width: number): { readonly all: Amounts; readonly rows: readonly DataRow[] } {
  const sums = new Map<string, Fen[]>([['', new Array<Fen>(width).fill(0)]]);
  const printed = items.filter(({ values, projects }) => values.some((v) => v !== 0) || (projects?.length ?? 0) > 0);
  for (const { code, values } of printed) {
    for (const prefix of ['', code.slice(0, 3), code.slice(0, 5), code]) {
      let sum = sums.get(prefix);
      if (!sum) sums.set(prefix, (sum = new Array<Fen>(width).fill(0)));
      add(sum, values);
    }
  }
  const projects = new Map(printed.map((item) => [item.code, item.projects ?? []]));
  const codes = [...sums.keys()].filter((code) => code !== '').sort();
  const rows = codes.flatMap((code): DataRow[] => [
    { code, name: ' '.repeat(code.length - 3) + functionalName(code), values: sums.get(code)! },
    ...(projects.get(code) ?? []),
  ]);
  return { all: sums.get('')!, rows };
}

interface ColumnForm extends Caption {
  /** Heads of the columns after 类款项 (科目名称 and, in project tables, the attributes). */
  readonly lead: readonly string[];
  readonly columns: readonly Path[];
  readonly items: readonly Item[];
  readonly note?: string;
}

const top = 3;
const bottom = 6;

/** Rows 4–7 heads, row 8 栏次, row 9 合计, then the data. */
export function columnForm(form: ColumnForm): KitSheet {
  const first = 3 + form.lead.length;
  const grid = new Grid(first + form.columns.length);
  putCaption(grid, form);

  grid.put(top, 0, '项目');
  grid.merge(top, 0, top, first - 1);
  grid.put(top + 1, 0, '支出功能分类科目编码');
  grid.merge(top + 1, 0, bottom, 2);
  form.lead.forEach((word, i) => {
    grid.put(top + 1, 3 + i, word);
    grid.merge(top + 1, 3 + i, bottom, 3 + i);
  });
  putHeads(grid, form.columns, first);
  grid.putRow(7, 0, ['类', '款', '项', '栏次']);
  form.columns.forEach((_, i) => grid.put(7, first + i, i + 1));

  const { all, rows } = hierarchy(form.items, form.columns.length);
  grid.put(8, 3, '合计');
  const print = amountIn(form.money);
  grid.putRow(8, first, all.map(print));
  rows.forEach((row, i) => {
    grid.put(9 + i, 0, row.code);
    grid.merge(9 + i, 0, 9 + i, 2);
    grid.put(9 + i, 3, row.name);
    if (row.attributes) grid.putRow(9 + i, 4, row.attributes);
    grid.putRow(9 + i, first, row.values.map(print));
  });
  const end = 8 + rows.length;
  if (form.note) grid.put(end + 1, 0, form.note);

  return {
    id: form.id,
    number: form.number,
    title: form.title,
    name: form.id === 'public' ? form.number : sheetName(form.id, form.title, form.number),
    visibility: 'visible',
    top: 0,
    left: 0,
    values: grid.rows,
    merges: grid.merges,
    head: [top, 7],
    data: [8, end],
    codes: 0,
    amounts: form.columns.map((_, i) => first + i),
    widths: [4, 4, 6, 30, ...form.lead.slice(1).map(() => 14), ...form.columns.map(() => 15)],
  };
}

/** Equal words side by side are one merged head; the last word of a column reaches down to the last head row. */
function putHeads(grid: Grid, columns: readonly Path[], first: number): void {
  const same = (a: Path | undefined, b: Path, level: number): boolean =>
    a !== undefined && a.slice(0, level + 1).join('\n') === b.slice(0, level + 1).join('\n');
  columns.forEach((path, i) => {
    path.forEach((word, level) => {
      const leaf = level === path.length - 1;
      if (!leaf && same(columns[i - 1], path, level)) return;
      grid.put(top + level, first + i, word);
      if (leaf) {
        grid.merge(top + level, first + i, bottom, first + i);
      } else {
        let right = i;
        while (columns[right + 1] && same(columns[right + 1], path, level)) right++;
        grid.merge(top + level, first + i, top + level, first + right);
      }
    });
  });
}

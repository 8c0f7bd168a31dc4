import { economicGroups, type EconomicGroup, type EconomicGroupCode } from '../layouts/codes/economic';
import { isItemColumn } from '../layouts/keys';
import type { Each, Expr } from '../rules/rule';
import { lacksChildren, statedRows, type FenGrid, type Grids } from './grid';

/** A leaf of a formula: something that names cells. */
export type Leaf = Extract<Expr, { op: 'cell' | 'rows' | 'columns' }>;

/** One place of `each`. */
export interface RulePlace {
  readonly row?: string;
  readonly column?: string;
}

export const rulePlaceName = (place: RulePlace): string =>
  [place.row, place.column].filter((part) => part !== undefined).join('·') || '全表';

export const gridOf = (leaf: Leaf, grids: Grids): FenGrid | undefined => grids.find(leaf.table, leaf.op === 'cell' ? leaf.book : '本年');

/** Row indices a leaf adds up at a place; undefined when the form does not state them. */
export function rowsAt(leaf: Leaf, grid: FenGrid, row: string | undefined): readonly number[] | undefined {
  if (leaf.op === 'rows') {
    if (leaf.which === 'children') return grid.children[grid.rows.get(row!) ?? -1];
    const wanted = leaf.which === 'functional' ? /^2\d\d$/ : /^3\d\d$/;
    return grid.table.rows.flatMap((r, index) => (wanted.test(r.key) ? [index] : []));
  }
  return statedRows(grid, leaf.row === '*' ? row! : leaf.row);
}

export const rowKey = (leaf: Exclude<Leaf, { op: 'rows' }>, row: string | undefined): string => (leaf.row === '*' ? row! : leaf.row);

/** `*·小计` at the column 决算数 is 决算数·小计; `^` is the row of the place. */
export const columnKey = (pattern: string, place: RulePlace): string =>
  pattern.replace('*', place.column ?? '*').replace('^', place.row ?? '^');

/** Column indices a leaf adds up at a place; undefined when the form does not print them. */
export function columnsAt(leaf: Leaf, grid: FenGrid, place: RulePlace): readonly number[] | undefined {
  if (leaf.op === 'columns') {
    const wanted = leaf.which === 'groups' ? (key: string) => /^\d{3}$/.test(key) : (key: string) => isItemColumn(key, place.column!);
    const found = grid.table.columns.flatMap((key, index) => (wanted(key) ? [index] : []));
    return found.length > 0 ? found : undefined;
  }
  const key = columnKey(leaf.column, place);
  const index = grid.columns.get(key);
  if (index !== undefined) return [index];
  return neverPrinted(grid.table.id, key) ? [] : undefined;
}

/** 基本建设 groups may be left out of the forms of basic expenditure: nothing is ever spent there. */
function neverPrinted(table: string, column: string): boolean {
  return table.endsWith('_1') && isCapital(column);
}

/** A group or 款 of 基本建设. */
export const isCapital = (code: string): boolean =>
  (economicGroups[code.slice(0, 3) as EconomicGroupCode] as EconomicGroup | undefined)?.projectOnly === true;

/** A rule that speaks of one place only. */
const one: readonly undefined[] = [undefined];

/** Rows of the places of a rule; undefined when none of the forms is there. */
export function placeRows(each: Each | undefined, grids: Grids): readonly (string | undefined)[] | undefined {
  const rows = each?.rows;
  if (!rows) return one;
  const forms = rows.of?.map((id) => grids.find(id)).filter((grid) => grid !== undefined) ?? [];
  if (rows.of && forms.length === 0) return undefined;
  if (rows.only) return rows.only;
  const keys = new Set<string>();
  for (const grid of forms) {
    grid.table.rows.forEach((row, index) => {
      if (rows.level === 'parents' && grid.children[index]!.length === 0 && !lacksChildren(grid, index)) return;
      if (rows.level === 'items' && !/^\d{7}$/.test(row.key)) return;
      if ((rows.level ?? 'codes') === 'codes' && row.key.includes('#')) return;
      if (rows.named && !rows.named.includes(row.name)) return;
      keys.add(row.key);
    });
  }
  return [...keys];
}

/** Columns of the places of a rule; undefined when the form is not there. */
export function placeColumns(each: Each | undefined, grids: Grids): readonly (string | undefined)[] | undefined {
  const columns = each?.columns;
  if (!columns) return one;
  if (columns.only) return columns.only;
  const grid = columns.of && grids.find(columns.of);
  if (!grid) return undefined;
  return columns.level === 'groups' ? grid.table.columns.filter((key) => /^\d{3}$/.test(key)) : grid.table.columns;
}

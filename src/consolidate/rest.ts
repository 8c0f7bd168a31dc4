import Decimal from 'decimal.js';
import type { BookCells, FormPlace } from './cells';
import type { Vector } from './vector';

/** What no simple mistake explains, sorted into what it looks like. */
export type RestKind =
  /** One cell that was typed over, with the totals of its form that follow it. */
  | { readonly kind: 'cell'; readonly keys: readonly string[] }
  /** The amounts of one of these units have changed: another version of its workbook went in. */
  | { readonly kind: 'changed'; readonly units: readonly number[]; readonly keys: readonly string[] }
  /** Amounts of a unit that was not given. */
  | { readonly kind: 'extra'; readonly keys: readonly string[] }
  | { readonly kind: 'unknown'; readonly table?: string; readonly keys: readonly string[] };

const ZERO = new Decimal(0);
/** A cell typed over moves one form; a unit's changed amounts move at least so many. */
const FORMS_OF_A_CHANGE = 3;
const MOST_CELLS = 2;
/** So few cells are told one by one: an amount that has changed in a unit stands in more of its forms. */
const MOST_SINGLE = 6;
/** So much of a change may lie where the unit has nothing now: an amount that was taken out since. */
const MOST_ELSEWHERE = 0.15;
/** So much of what nearly all units print a unit that is not known would touch. */
const SHARE_OF_A_UNIT = 0.9;

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups.values()];
}

/** How deep in the form a place stands: a total is the least. */
function depthOf({ row, column, rowName }: FormPlace): number {
  const rows =
    rowName !== undefined
      ? 4
      : row === '合计' || row.endsWith('总计')
        ? 0
        : row.endsWith('合计')
          ? 1
          : /^\d+$/.test(row)
            ? (row.length - 1) / 2
            : 2;
  const columns = /^\d+$/.test(column) ? (column.length - 1) / 2 : /合计$|小计$|^本年(?:收入|支出)$/.test(column) ? 0 : 1;
  return rows + columns;
}

export function sortRest(rest: Vector, places: ReadonlyMap<string, FormPlace>, units: readonly BookCells[]): readonly RestKind[] {
  if (rest.size === 0) return [];
  const keys = [...rest.keys()];
  const tableOf = (key: string): string => places.get(key)!.table;
  const chains = grouped(keys, (key) => `${tableOf(key)} ${rest.get(key)!.abs().toString()}`);
  const tables = new Set(keys.map(tableOf));
  const cells = (): readonly RestKind[] => chains.map((chain): RestKind => ({ kind: 'cell', keys: deepest(chain, places) }));
  if (chains.length <= MOST_CELLS || keys.length <= MOST_SINGLE) return cells();
  if (tables.size < FORMS_OF_A_CHANGE)
    return chains.length <= MOST_CELLS * 2
      ? cells()
      : [...tables].map((table) => ({ kind: 'unknown', table, keys: keys.filter((key) => tableOf(key) === table) }));
  const changed = changedIn(rest, units);
  if (!isUnit(rest, units) && changed.against <= keys.length * MOST_ELSEWHERE) return [{ kind: 'changed', units: changed.units, keys }];
  const more = [...rest.values()].filter((value) => value.isPositive()).length;
  return more >= keys.length * SHARE_OF_A_UNIT ? [{ kind: 'extra', keys }] : [{ kind: 'unknown', keys }];
}

/** The cell itself first, then the totals above it. */
const deepest = (keys: readonly string[], places: ReadonlyMap<string, FormPlace>): readonly string[] =>
  keys
    .map((key, i) => ({ key, i, depth: depthOf(places.get(key)!) }))
    .sort((a, b) => b.depth - a.depth || b.i - a.i)
    .map(({ key }) => key);

/** Too high nearly everywhere that nearly every unit prints something. */
export function isUnit(rest: Vector, units: readonly BookCells[]): boolean {
  if ([...rest.values()].some((value) => value.isNegative())) return false;
  const printed = new Map<string, number>();
  for (const { cells } of units) for (const [key, { value }] of cells) if (!value.isZero()) printed.set(key, (printed.get(key) ?? 0) + 1);
  const common = [...printed].filter(([, n]) => n >= Math.max(2, units.length * SHARE_OF_A_UNIT)).map(([key]) => key);
  return common.length > 0 && common.filter((key) => rest.has(key)).length >= common.length * SHARE_OF_A_UNIT;
}

/** Whose cells have changed: the unit that has an amount wherever the 汇总 differs, and would have no negative one before. */
function changedIn(rest: Vector, units: readonly BookCells[]): { readonly units: readonly number[]; readonly against: number } {
  const scores = units.map(({ cells }, unit) => {
    let against = 0;
    for (const [key, value] of rest) {
      const own = cells.get(key)?.value ?? ZERO;
      if (own.isZero()) against += 1;
      else if (!own.isNegative() && own.plus(value).isNegative()) against += 2;
    }
    return { unit, against };
  });
  const least = Math.min(...scores.map(({ against }) => against));
  return { units: scores.filter(({ against }) => against === least).map(({ unit }) => unit), against: least };
}

import Decimal from 'decimal.js';
import { scaled, plus, type Slack, type Vector } from './vector';
import type { BookCells } from './cells';

/** One mistake of adding up, with what it would do to every place of the 汇总. */
export interface AddingMistake {
  readonly kind: 'omitted' | 'twice' | 'version' | 'money' | 'formOmitted' | 'formTwice' | 'elimination' | 'wholeMoney';
  /** Index among the units. */
  readonly unit?: number;
  /** Of `version`: the workbook that went in instead; of `twice`: the one that went in beside the first. */
  readonly other?: number;
  /** Of a single form. */
  readonly table?: string;
  /** Of `money`: 元 were added as if they were 万元 (×) or the other way round (÷). */
  readonly by?: '×' | '÷';
  readonly delta: Vector;
}

const ZERO = new Decimal(0);
const TEN_THOUSAND = new Decimal(10000);

const valuesOf = (book: BookCells, only?: (table: string, unit: '元' | 'count' | '%') => boolean): Vector =>
  new Map(
    [...book.cells].flatMap(([key, { value, place, facts }]) =>
      value.isZero() || (only && !only(place.table, facts[0].unit)) ? [] : [[key, value] as const],
    ),
  );

const moneyOf = (book: BookCells): Vector => valuesOf(book, (_, unit) => unit === '元');

const within = (delta: Vector, places: ReadonlyMap<string, unknown>): Vector => new Map([...delta].filter(([key]) => places.has(key)));

/** 元 for 万元: nothing printed is smaller than one fen, so a ten-thousandth is rounded to it. */
export const moneySlack =
  (slack: Slack): Slack =>
  (key) =>
    slack(key).plus('0.005');

/**
 * Every simple mistake with every unit. `versions[i]` are the other workbooks of unit i. Places that are not compared
 * are left out of all.
 */
export function hypothesesOf(
  units: readonly BookCells[],
  versions: readonly (readonly BookCells[])[],
  places: ReadonlyMap<string, unknown>,
): readonly AddingMistake[] {
  return units.flatMap((book, unit): readonly AddingMistake[] => {
    const all = within(valuesOf(book), places);
    const money = within(moneyOf(book), places);
    return [
      { kind: 'omitted', unit, delta: scaled(all, -1) },
      { kind: 'twice', unit, delta: all },
      ...(versions[unit] ?? []).flatMap((second, other): readonly AddingMistake[] => {
        const added = within(valuesOf(second), places);
        return [
          { kind: 'version', unit, other, delta: plus(added, all, -1) },
          { kind: 'twice', unit, other, delta: added },
        ];
      }),
      { kind: 'money', unit, by: '×', delta: scaled(money, TEN_THOUSAND.minus(1)) },
      { kind: 'money', unit, by: '÷', delta: scaled(money, new Decimal(1).div(TEN_THOUSAND).minus(1)) },
    ];
  });
}

/** The amounts of the whole 汇总 under the wrong money unit. */
export function wholeMoney(units: readonly BookCells[], places: ReadonlyMap<string, unknown>): readonly AddingMistake[] {
  const money = new Map<string, Decimal>();
  for (const book of units)
    for (const [key, value] of moneyOf(book)) if (places.has(key)) money.set(key, (money.get(key) ?? ZERO).plus(value));
  return [
    { kind: 'wholeMoney', by: '×', delta: scaled(money, TEN_THOUSAND.minus(1)) },
    { kind: 'wholeMoney', by: '÷', delta: scaled(money, new Decimal(1).div(TEN_THOUSAND).minus(1)) },
  ];
}

/** One form of one unit left out, or counted twice: for what the whole workbooks do not explainDifference. */
export function formHypotheses(
  units: readonly BookCells[],
  tables: ReadonlySet<string>,
  places: ReadonlyMap<string, unknown>,
): readonly AddingMistake[] {
  return units.flatMap((book, unit) => {
    const byTable = new Map([...tables].map((table) => [table, new Map<string, Decimal>()]));
    for (const [key, { value, place }] of book.cells) if (!value.isZero() && places.has(key)) byTable.get(place.table)?.set(key, value);
    return [...byTable].flatMap(([table, all]): readonly AddingMistake[] =>
      all.size < 2
        ? []
        : [
            { kind: 'formOmitted', unit, table, delta: scaled(all, -1) },
            { kind: 'formTwice', unit, table, delta: all },
          ],
    );
  });
}

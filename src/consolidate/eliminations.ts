import Decimal from 'decimal.js';
import { codeRow, type RowName } from '../layouts/keys';
import { sum } from '../facts/arithmetic';
import { exactly, printed, say } from '../facts/phrase';
import { keyOfPlace, tracedOf, type BookCells } from './cells';
import type { AddingMistake } from './hypotheses';
import type { Elimination } from './model';
import type { Vector } from './vector';

/** What one side books as income and the other as expenditure: it nets out where both are added up. */
interface Internal {
  readonly name: string;
  readonly income: '上级补助收入' | '附属单位上缴收入';
  readonly expense: '对附属单位补助支出' | '上缴上级支出';
}

export const internals: readonly Internal[] = [
  { name: '上级补助收入与对附属单位补助支出', income: '上级补助收入', expense: '对附属单位补助支出' },
  { name: '附属单位上缴收入与上缴上级支出', income: '附属单位上缴收入', expense: '上缴上级支出' },
];

const ZERO = new Decimal(0);
const columns = ['年初预算数', '全年预算数', '决算数'] as const;
const total = (units: readonly BookCells[], key: string): Decimal =>
  units.reduce((all, { cells }) => all.plus(cells.get(key)?.value ?? ZERO), ZERO);

/** Payments that stand on both sides of the sum: what of them is between the department and its units is to be eliminated. */
export function openPayments(units: readonly BookCells[], of: readonly Internal[] = internals): readonly Elimination[] {
  return of.flatMap(({ name, income, expense }): readonly Elimination[] => {
    const cellsOf = (row: string) =>
      units.flatMap(({ cells }) => cells.get(keyOfPlace('Z01', row, '决算数')) ?? []).filter(({ value }) => !value.isZero());
    const [taken, given] = [cellsOf(income), cellsOf(expense)];
    if (taken.length === 0 || given.length === 0) return [];
    const [left, right] = [sum(...taken.map(tracedOf)), sum(...given.map(tracedOf))];
    const message = say`${printed(`${name}：没有抵销。各单位${income}合计`)} ${exactly(left)}，${printed(`${expense}合计`)} ${exactly(right)}；其中部门与所属单位之间的部分应由主管部门用调整表抵销。`;
    return [
      {
        name,
        state: 'open',
        message,
        amount: Decimal.min(left.value, right.value),
        cells: [...taken, ...given].map(({ facts }) => facts[0].at),
      },
    ];
  });
}

/** Amounts by row that a column of a form is short of, where none is more than the units have. */
function shortBy(
  difference: Vector,
  units: readonly BookCells[],
  table: string,
  column: string,
  rows: readonly RowName[],
): ReadonlyMap<RowName, Decimal> | undefined {
  const found = new Map<RowName, Decimal>();
  for (const row of rows) {
    const short = (difference.get(keyOfPlace(table, row, column)) ?? ZERO).neg();
    if (short.isZero()) continue;
    if (short.isNegative() || short.gt(total(units, keyOfPlace(table, row, column)))) return undefined;
    found.set(row, short);
  }
  return found;
}

const rowsIn = (units: readonly BookCells[], table: string): readonly RowName[] => [
  ...new Set(units.flatMap(({ facts }) => (facts.tables.get(table)?.rows ?? []).map(({ key }) => key).filter((key) => !key.includes('#')))),
];

/** What the elimination of these payments would do everywhere, as far as the difference itself says how much it was. */
function deltaOf(difference: Vector, units: readonly BookCells[], { income, expense }: Internal): ReadonlyMap<string, Decimal> | undefined {
  const [inRows, outRows] = [rowsIn(units, 'Z03'), rowsIn(units, 'Z04')];
  const taken = shortBy(difference, units, 'Z03', income, inRows);
  const given = shortBy(difference, units, 'Z04', expense, outRows);
  const amount = taken?.get('合计');
  if (!taken || !given || !amount?.equals(given.get('合计') ?? ZERO)) return undefined;
  const delta = new Map<string, Decimal>();
  const lower = (by: Decimal, table: string, row: string, ...cells: readonly string[]): void => {
    for (const column of cells) delta.set(keyOfPlace(table, row, column), by.neg());
  };
  for (const [row, by] of taken) {
    lower(by, 'Z03', row, income, '本年收入合计');
    lower(by, 'Z02', row, '本年收入');
  }
  for (const [row, by] of given) {
    lower(by, 'Z04', row, expense, '本年支出合计');
    lower(by, 'Z02', row, '本年支出');
    if (/^\d{3}$/.test(row)) lower(by, 'Z01', row, '决算数');
  }
  for (const column of columns) {
    const [own, other] = [income, expense].map((row) => (difference.get(keyOfPlace('Z01', row, column)) ?? ZERO).neg()) as [
      Decimal,
      Decimal,
    ];
    if (own.isZero() || own.isNegative() || !own.equals(other)) continue;
    for (const row of [income, '本年收入合计', '收入总计', expense, '本年支出合计', '支出总计']) lower(own, 'Z01', row, column);
    // By class the budgets are known from the difference alone; together they are the amount.
    if (column === '决算数') continue;
    const classes = outRows.filter((row) => /^\d{3}$/.test(row)).map((row) => codeRow(row));
    const parts = classes.map((row) => (difference.get(keyOfPlace('Z01', row, column)) ?? ZERO).neg());
    if (parts.every((part) => !part.isNegative()) && parts.reduce((all, part) => all.plus(part), ZERO).equals(own))
      classes.forEach((row, i) => (parts[i]!.isZero() ? undefined : lower(parts[i]!, 'Z01', row, column)));
  }
  return delta;
}

/** The elimination that a difference looks like: of one kind of payment, or of both. */
export function eliminationIn(
  difference: Vector,
  units: readonly BookCells[],
): (AddingMistake & { readonly of: readonly Internal[] }) | undefined {
  const found = internals.flatMap((of) => {
    const delta = deltaOf(difference, units, of);
    return delta ? [{ of, delta }] : [];
  });
  if (found.length === 0) return undefined;
  const delta = new Map<string, Decimal>();
  for (const one of found) for (const [key, value] of one.delta) delta.set(key, (delta.get(key) ?? ZERO).plus(value));
  return { kind: 'elimination', delta, of: found.map(({ of }) => of) };
}

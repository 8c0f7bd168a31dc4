import Decimal from 'decimal.js';
import { splitKey } from '../../facts/fact-set';
import { holds } from '../exact';
import { signedParts, type Failure } from '../failure';
import type { Absence, FailedSums } from './evidence';

const zero = new Decimal(0);

const isAbove = (row: string, code: string): boolean => row !== code && (row === '合计' || (/^\d+$/.test(row) && code.startsWith(row)));

/** Columns in which a total above the row fails by itself. */
const brokenAbove = ({ form, code }: Absence, hierarchy: FailedSums): ReadonlySet<string | undefined> =>
  new Set(
    ['合计', code.slice(0, 3), code.slice(0, 5)]
      .filter((key) => key !== code)
      .flatMap((key) => (hierarchy.get(`${form}.${key}`) ?? []).map(({ place }) => place.column)),
  );

/**
 * What an absent row held, also in columns where a formula adds up several absent cells: of those only its own lacks a row,
 * the others are absent by right.
 */
function heldBy(absence: Absence, chosen: readonly Absence[]): ReadonlyMap<string, Decimal> {
  const held = new Map(absence.expected);
  const lacks = (key: string): boolean => {
    const { table, row } = splitKey(key);
    return chosen.some(({ form, code }) => form === table && code === row);
  };
  for (const { rule, verdict } of absence.failures) {
    const [only, more] = signedParts(verdict).filter(({ fact }) => fact.noRow && lacks(fact.key));
    if (rule.claim.is !== '=' || !only || more) continue;
    const { table, column } = splitKey(only.fact.key);
    if (table === absence.form && !held.has(column)) held.set(column, verdict.difference.neg().div(only.times));
  }
  return held;
}

interface Lacking {
  readonly absence: Absence;
  readonly held: ReadonlyMap<string, Decimal>;
  readonly broken: ReadonlySet<string | undefined>;
}

/** What a formula would be off by with the absent rows in the totals, and whose they are. */
interface Restored {
  readonly after: Decimal;
  readonly changed: boolean;
  readonly first?: Absence;
  /** Totals of which no formula says what the row below them held. */
  readonly unknown: readonly { readonly key: string; readonly times: number; readonly absence: Absence }[];
}

/** Undefined where a total of the form fails by itself: it was not made to fit. */
function restored({ verdict }: Failure, rows: readonly Lacking[]): Restored | undefined {
  let [change, first]: [Decimal, Absence | undefined] = [zero, undefined];
  const unknown: { key: string; times: number; absence: Absence }[] = [];
  for (const { fact, times } of signedParts(verdict)) {
    const { table, row, column } = splitKey(fact.key);
    if (fact.at.book.role !== '本年') continue;
    const below = rows.filter(({ absence }) => absence.form === table && isAbove(row, absence.code));
    if (below.some(({ broken }) => broken.has(column))) return undefined;
    for (const { absence, held } of below) {
      const amount = held.get(column);
      if (amount && !amount.isZero()) first ??= absence;
      change = change.plus((amount ?? zero).times(times));
    }
    const blind = below.find(({ held }) => !held.has(column));
    if (blind) unknown.push({ key: fact.key, times, absence: blind.absence });
  }
  return { after: verdict.difference.plus(change), changed: !change.isZero(), first, unknown };
}

/**
 * Differences of the totals above absent rows with other forms that are just the amounts of those rows, to the fen: they were left
 * out and their totals made to fit. Each belongs to the first row that it lacks. In a column of which no formula says what a row
 * held, as a balance, the total lacks the same in all its formulas.
 */
export function totalsWithout(
  chosen: readonly Absence[],
  failures: readonly Failure[],
  hierarchy: FailedSums,
): ReadonlyMap<Absence, readonly Failure[]> {
  const found = new Map<Absence, Failure[]>(chosen.map((absence) => [absence, []]));
  if (chosen.length === 0) return found;
  const rows = chosen.map((absence) => ({ absence, held: heldBy(absence, chosen), broken: brokenAbove(absence, hierarchy) }));
  const blind = new Map<string, { readonly failure: Failure; readonly of: ReadonlySet<Absence>; readonly lacks: Decimal }[]>();
  for (const failure of failures) {
    const back = restored(failure, rows);
    if (!back) continue;
    const { is } = failure.rule.claim;
    const [only, more] = back.unknown;
    if (back.first && back.changed && holds(is, back.after, zero)) found.get(back.first)!.push(failure);
    else if (is === '=' && only && !more) {
      const one = { failure, of: new Set([only.absence, back.first ?? only.absence]), lacks: back.after.neg().div(only.times) };
      blind.set(only.key, [...(blind.get(only.key) ?? []), one]);
    }
  }
  for (const list of blind.values()) {
    const { lacks } = list[0]!;
    if (!lacks.gt(0) || !list.every((one) => one.lacks.equals(lacks))) continue;
    for (const { of, failure } of list) for (const absence of of) found.get(absence)!.push(failure);
  }
  return found;
}

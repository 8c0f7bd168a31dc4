import Decimal from 'decimal.js';
import { minus, sum } from '../facts/arithmetic';
import type { Fact } from '../facts/traced';
import type { CellRef } from '../kernel/workbook';
import { tracedOf, unprinted, type BookCells, type OddCell, type FormPlace, type PlaceCell } from './cells';
import type { PlaceDifference } from './model';
import { beyondSlack, type Slack, type Vector } from './vector';

const ZERO = new Decimal(0);

/** Places that the 汇总 has no room for although units have an amount there. */
export interface Lacking {
  readonly what: string;
  readonly places: readonly PlaceCell[];
}

/** The 汇总 beside its units, before anything is explained. */
export interface SumComparison {
  readonly whole: BookCells;
  readonly units: readonly BookCells[];
  /** What the units print at a place. */
  readonly parts: (key: string) => readonly PlaceCell[];
  readonly places: ReadonlyMap<string, FormPlace>;
  /** whole − Σ units, beyond the rounding. */
  readonly difference: Vector;
  readonly rounding: number;
  readonly slack: Slack;
  readonly lacking: readonly Lacking[];
  readonly odd: readonly OddCell[];
}

function partsOf(units: readonly BookCells[]): SumComparison['parts'] {
  const parts = new Map<string, PlaceCell[]>();
  for (const { cells } of units)
    for (const [key, cell] of cells) {
      const there = parts.get(key);
      if (there) there.push(cell);
      else parts.set(key, [cell]);
    }
  return (key) => parts.get(key) ?? [];
}

/** Sets the 汇总 against the sum of these workbooks, place by place. */
export function compare(whole: BookCells, units: readonly BookCells[]): SumComparison {
  const places = new Map<string, FormPlace>();
  for (const book of [whole, ...units]) for (const [key, { place }] of book.cells) if (!places.has(key)) places.set(key, place);
  const added = partsOf(units);
  const odd = new Map<string, OddCell>();
  for (const book of [whole, ...units]) for (const [key, cell] of book.odd) if (!odd.has(key)) odd.set(key, cell);
  for (const key of odd.keys()) places.delete(key);

  const lacking = new Map<string, PlaceCell[]>();
  const raw = new Map<string, Decimal>();
  const slacks = new Map<string, Decimal>();
  for (const [key, place] of places) {
    const own = whole.cells.get(key);
    const parts = added(key);
    if (!own) {
      const reading = unprinted(whole, place);
      const filled = parts.filter(({ value }) => !value.isZero());
      if (reading === 'noProjects') {
        places.delete(key);
        continue;
      }
      if (reading.state !== 'number' && reading.state !== 'blank' && reading.state !== 'dash') {
        places.delete(key);
        if (filled.length > 0 && reading.state === 'absent')
          lacking.set(`${place.table}|${reading.what}`, [...(lacking.get(`${place.table}|${reading.what}`) ?? []), ...filled]);
        continue;
      }
    } else if (place.rowName !== undefined && parts.length === 0 && units.every((unit) => unprinted(unit, place) === 'noProjects')) {
      places.delete(key);
      continue;
    }
    const total = parts.reduce((all, { value }) => all.plus(value), ZERO);
    const half = parts.reduce((all, part) => all.plus(part.half), own?.half ?? ZERO);
    raw.set(key, (own?.value ?? ZERO).minus(total));
    if (!half.isZero()) slacks.set(key, half);
  }
  const slack: Slack = (key) => slacks.get(key) ?? ZERO;
  const difference = beyondSlack(raw, slack);
  const rounding = [...raw].filter(([key, value]) => !value.isZero() && !difference.has(key)).length;
  return {
    whole,
    units,
    parts: added,
    places,
    difference,
    rounding,
    slack,
    lacking: [...lacking].map(([key, cells]) => ({ what: key.slice(key.indexOf('|') + 1), places: cells })),
    odd: [...odd.values()],
  };
}

/** Where the 汇总 prints a place, or would print it. */
function wholeAt(whole: BookCells, place: FormPlace, shown: Fact): { readonly at: CellRef; readonly fact?: Fact } {
  const reading = unprinted(whole, place);
  if (reading !== 'noProjects' && 'at' in reading) return { at: reading.at };
  if (reading !== 'noProjects' && reading.state === 'number') return { at: reading.fact.at, fact: reading.fact };
  const table = whole.facts.tables.get(place.table);
  return { at: { book: whole.facts.book, sheet: table?.sheet ?? shown.at.sheet, a1: 'A1' } };
}

/** The two sides of a place with their cells, for people. */
export function differenceAt({ whole, parts: partsAt, places }: SumComparison, key: string): PlaceDifference {
  const place = places.get(key)!;
  const own = whole.cells.get(key);
  const parts = partsAt(key);
  const shown = (own ?? parts[0])!.facts[0];
  const place0 = own ? { at: shown.at, fact: shown } : wholeAt(whole, place, shown);
  const zero: Fact = { ...shown, value: ZERO, half: ZERO, at: place0.at, noRow: true };
  const left = own ? tracedOf(own) : (place0.fact ?? zero);
  const right = parts.length > 0 ? sum(...parts.map(tracedOf)) : sum({ ...zero, value: ZERO });
  return { place, label: shown.label, at: place0.at, whole: left, units: right, difference: minus(left, right) };
}

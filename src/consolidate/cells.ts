import Decimal from 'decimal.js';
import { sum } from '../facts/arithmetic';
import type { FactSet, Reading, Table } from '../facts/fact-set';
import type { Fact, Traced } from '../facts/traced';
import type { CellRef } from '../kernel/workbook';
import type { ColumnName, RowName } from '../layouts/keys';

/** The same place of every workbook: form, row and column, whatever row of the sheet it stands in. */
export interface FormPlace {
  readonly key: string;
  readonly table: string;
  readonly row: RowName;
  readonly column: ColumnName;
  /** Project rows and columns that the lists lack are told by their names. */
  readonly rowName?: string;
  readonly columnName?: string;
}

/** What one workbook prints at a place. */
export interface PlaceCell {
  readonly place: FormPlace;
  readonly value: Decimal;
  /** Half of the last printed digit, in 元. */
  readonly half: Decimal;
  readonly facts: readonly [Fact, ...Fact[]];
}

/** Where a text or an error value stands in place of an amount. */
export interface OddCell {
  readonly place: FormPlace;
  readonly at: CellRef;
  readonly label: string;
  readonly text: string;
}

/** Every number that a workbook prints, by place: amounts in 元, counts as they are. Rates and blanks are none. */
export interface BookCells {
  readonly facts: FactSet;
  readonly cells: ReadonlyMap<string, PlaceCell>;
  readonly odd: ReadonlyMap<string, OddCell>;
}

export const keyOfPlace = (table: string, row: string, column: string): string => `${table}|${row}|${column}`;

const extra = (key: string): string | undefined => (key.includes('#') ? key.slice(0, key.indexOf('#')) : undefined);
const tight = (name: string): string => name.normalize('NFKC').replace(/\s/g, '');

function placeOf(table: Table, row: Table['rows'][number], column: ColumnName): FormPlace {
  const item = extra(row.key);
  const group = extra(column);
  const rowName = item === undefined ? undefined : tight(row.name);
  const columnName = group === undefined ? undefined : tight(table.columnName(column));
  return {
    key: keyOfPlace(
      table.id,
      rowName === undefined ? row.key : `${item}#${rowName}`,
      columnName === undefined ? column : `${group}#${columnName}`,
    ),
    table: table.id,
    row: row.key,
    column,
    ...(rowName === undefined ? {} : { rowName }),
    ...(columnName === undefined ? {} : { columnName }),
  };
}

/** The columns of each row that may print something; a blank that means none is passed over without making a fact. */
function* printedPlaces(table: Table): Generator<FormPlace> {
  const filled: (readonly number[])[] = [];
  const swift = table.eachPlainRow?.((_, value) => {
    filled.push(table.columns.flatMap((__, column) => (value(column) === null ? [] : [column])));
  });
  for (const [i, row] of table.rows.entries()) {
    const columns = swift ? filled[i]!.map((column) => table.columns[column]!) : table.columns;
    for (const column of columns) yield placeOf(table, row, column);
  }
}

/** Reads every amount and count of a workbook once. */
export function cellsIn(facts: FactSet): BookCells {
  const cells = new Map<string, PlaceCell>();
  const odd = new Map<string, OddCell>();
  for (const table of facts.tables.values()) {
    for (const place of printedPlaces(table)) {
      const reading = table.at(place.row, place.column);
      if (reading.state === 'text') odd.set(place.key, { place, at: reading.at, label: reading.label, text: reading.text });
      if (reading.state !== 'number' || reading.fact.unit === '%' || reading.fact.blank || reading.fact.noRow) continue;
      const { fact } = reading;
      const there = cells.get(place.key);
      cells.set(
        place.key,
        there
          ? { place, value: there.value.plus(fact.value), half: there.half.plus(fact.half), facts: [...there.facts, fact] }
          : { place, value: fact.value, half: fact.half, facts: [fact] },
      );
    }
  }
  return { facts, cells, odd };
}

/** What stands at a place of this workbook where no number is printed: a zero of a row that did not occur, or nothing to compare. */
export function unprinted({ facts }: BookCells, place: FormPlace): Reading | 'noProjects' {
  const table = facts.tables.get(place.table);
  if (!table) return { state: 'absent', what: '' };
  if (place.columnName !== undefined) return { state: 'absent', what: `没有“${place.columnName}”栏` };
  if (place.rowName === undefined) return table.at(place.row, place.column);
  // Project rows are compared only where both sides print them.
  if (!table.rows.some(({ key }) => key.includes('#'))) return 'noProjects';
  return table.at(extra(place.row) as RowName, place.column);
}

export const tracedOf = (cell: PlaceCell): Traced => (cell.facts.length === 1 ? cell.facts[0] : sum(...cell.facts));

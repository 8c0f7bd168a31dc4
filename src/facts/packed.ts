import type { ColumnName, Key, RowName } from '../layouts/keys';
import { splitKey, type FactSet, type Reading, type Table } from './fact-set';

/** A constant for all that is not printed: nobody asks a unit's form why a place is empty. */
const nothing: Reading = { state: 'absent', what: '' };

/** What a form prints, without the sheet that it was read from. */
class PackedTable implements Table {
  readonly id: string;
  readonly title: string;
  readonly book: Table['book'];
  readonly sheet: string;
  readonly unit: Table['unit'];
  readonly year?: number;
  readonly rows: Table['rows'];
  readonly columns: Table['columns'];
  private readonly names: ReadonlyMap<string, string>;
  private readonly units: ReadonlyMap<string, ReturnType<Table['unitOf']>>;
  private readonly readings = new Map<string, Map<string, Reading>>();

  constructor(table: Table) {
    const { id, title, book, sheet, unit, year, rows, columns } = table;
    [this.id, this.title, this.book, this.sheet, this.unit, this.rows, this.columns] = [id, title, book, sheet, unit, rows, columns];
    if (year !== undefined) this.year = year;
    this.names = new Map(columns.map((column) => [column, table.columnName(column)]));
    this.units = new Map(rows.map(({ key }) => [key, table.unitOf(key)]));
    const keep = (row: RowName, column: ColumnName): void => {
      const reading = table.at(row, column);
      const empty =
        reading.state === 'absent' ||
        reading.state === 'blank' ||
        (reading.state === 'number' && (reading.fact.blank ?? reading.fact.noRow));
      if (empty) return;
      const own = this.readings.get(row) ?? new Map<string, Reading>();
      this.readings.set(row, own.set(column, reading));
    };
    const swift = table.eachPlainRow?.((index, value) => {
      columns.forEach((column, i) => value(i) !== null && keep(rows[index]!.key, column));
    });
    if (!swift) for (const { key } of rows) for (const column of columns) keep(key, column);
  }

  columnName(column: ColumnName): string {
    return this.names.get(column) ?? column;
  }

  row(key: string): Table['rows'][number] | undefined {
    return this.rows.find((row) => row.key === key);
  }

  at(row: RowName, column: ColumnName): Reading {
    return this.readings.get(row)?.get(column) ?? nothing;
  }

  unitOf(row: string): ReturnType<Table['unitOf']> {
    return this.units.get(row) ?? '元';
  }

  eachPlainRow(visit: Parameters<NonNullable<Table['eachPlainRow']>>[0], from = 0, to = Infinity): boolean {
    this.rows.slice(from, to).forEach(({ key }, i) => {
      const own = this.readings.get(key);
      visit(from + i, (column) => (own?.has(this.columns[column]!) ? undefined : null));
    });
    return true;
  }
}

/** The printed numbers, dashes and texts of a workbook without its sheets: for many workbooks at once. */
export function packedFacts(facts: FactSet): FactSet {
  const tables = new Map<string, Table>([...facts.tables].map(([id, table]) => [id, new PackedTable(table)]));
  const { book, unitName, year, file } = facts;
  return {
    book,
    unitName,
    year,
    file,
    tables,
    find(key: Key) {
      const { table, row, column } = splitKey(key.replace(/@上年$/, ''));
      return tables.get(table)?.at(row, column) ?? nothing;
    },
  };
}

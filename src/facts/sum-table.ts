import type { Book } from '../kernel/workbook';
import type { ColumnName, Key, RowName } from '../layouts/keys';
import { sum } from './arithmetic';
import { splitKey, type FactSet, type Reading, type Table, type TableRow } from './fact-set';
import type { Fact, Unit } from './traced';

const isCode = (key: string): boolean => /^\d+$/.test(key);

/** Rows of all tables, each once: 合计 and printed rows as they come, 科目 by their codes. Lines of single projects stay with their unit. */
function rowsOfAll(tables: readonly Table[]): readonly TableRow[] {
  const found = new Map<string, TableRow>();
  for (const table of tables) for (const row of table.rows) if (!row.key.includes('#') && !found.has(row.key)) found.set(row.key, row);
  const rows = [...found.values()];
  const codes = rows.filter(({ key }) => isCode(key)).sort((a, b) => (a.key < b.key ? -1 : 1));
  const first = rows.findIndex(({ key }) => isCode(key));
  const others = rows.filter(({ key }) => !isCode(key));
  const all = first < 0 ? rows : [...others.slice(0, first), ...codes, ...others.slice(first)];
  return all.map((row, index) => ({ key: row.key, name: row.name, row: index }));
}

/** The same form of several units, added up cell by cell. Every amount is in 元 and remembers the cells that make it up. */
class SumTable implements Table {
  readonly id: string;
  readonly title: string;
  readonly sheet: string;
  readonly unit = '元';
  readonly year?: number;
  readonly rows: readonly TableRow[];
  readonly columns: readonly ColumnName[];
  private readonly byKey: ReadonlyMap<string, TableRow>;

  constructor(
    readonly book: Book,
    private readonly tables: readonly Table[],
  ) {
    const [first] = tables as readonly [Table, ...Table[]];
    this.id = first.id;
    this.title = first.title;
    this.sheet = first.sheet;
    if (first.year !== undefined) this.year = first.year;
    this.rows = rowsOfAll(tables);
    this.columns = [...new Set(tables.flatMap((table) => table.columns))];
    this.byKey = new Map(this.rows.map((row) => [row.key, row]));
  }

  columnName(column: ColumnName): string {
    return (this.tables.find((table) => table.columns.includes(column)) ?? this.tables[0]!).columnName(column);
  }

  row(key: string): TableRow | undefined {
    return this.byKey.get(key);
  }

  unitOf(row: string): Unit {
    return (this.tables.find((table) => table.row(row)) ?? this.tables[0]!).unitOf(row);
  }

  /** A unit that does not print a row or a column has none of it; a text or an unexplained blank of one unit is that of the sum. */
  at(row: RowName, column: ColumnName): Reading {
    const readings = this.tables.map((table) => table.at(row, column));
    const unread = readings.find(({ state }) => state === 'text' || state === 'blank');
    if (unread) return unread;
    const facts = readings.flatMap((reading) => (reading.state === 'number' ? [reading.fact] : []));
    const [first] = facts;
    if (!first) return readings.find(({ state }) => state === 'dash') ?? readings[0]!;
    // A rate is no amount: the rate of the whole is not the sum of the rates of its parts.
    if (first.unit === '%') return { state: 'absent', what: `“${this.columnName(column)}”是比率，不能汇总` };
    const shown = facts.find((fact) => !fact.noRow) ?? first;
    const of = sum(...facts);
    const all = (is: (fact: Fact) => boolean | undefined): boolean => facts.every((fact) => is(fact) === true);
    return {
      state: 'number',
      fact: {
        kind: 'fact',
        key: shown.key,
        value: of.value,
        half: of.half,
        unit: shown.unit,
        scale: 1,
        at: shown.at,
        label: shown.label,
        of,
        ...(all((fact) => fact.noRow) ? { noRow: true } : {}),
        ...(all((fact) => fact.blank ?? fact.noRow) && !all((fact) => fact.noRow) ? { blank: true } : {}),
      },
    };
  }
}

/** The facts of several units as those of one, so that whatever reads facts – the rules, the narrative – runs on a 汇总 as it is. */
export function sumOfUnits(unit: string, sets: readonly FactSet[]): FactSet {
  const [first] = sets;
  const year = first?.year;
  const book: Book = { role: first?.book.role ?? '本年', unit, ...(year === undefined ? {} : { year }) };
  const ids = [...new Set(sets.flatMap((set) => [...set.tables.keys()]))];
  const tables = new Map<string, Table>(
    ids.map((id) => [
      id,
      new SumTable(
        book,
        sets.flatMap((set) => set.tables.get(id) ?? []),
      ),
    ]),
  );
  return {
    book,
    unitName: unit,
    year,
    file: '',
    tables,
    find(key: Key) {
      const { table, row, column } = splitKey(key.replace(/@上年$/, ''));
      return tables.get(table)?.at(row, column) ?? { state: 'absent', what: `没有${table}` };
    },
  };
}

import Decimal from 'decimal.js';
import type { Reading, Table, TableRow } from '../facts/fact-set';
import type { Fact, Unit } from '../facts/traced';
import type { CellRef, Scalar } from '../kernel/workbook';
import type { ColumnName } from '../layouts/keys';
import type { Layout } from '../layouts/layout';
import { isPlain, readAmount } from './amount';
import type { Body } from './body';
import type { SheetGrid } from './grid';

const ZERO = new Decimal(0);

/** Half of the last printed digit of a 万元 form in 元, from the amounts of the form: two decimals mean 50 元. */
function halfOf(grid: SheetGrid, body: Body): Decimal {
  let decimals = 2;
  let looked = 0;
  body.eachRow((row, columns) => {
    // A form that prints fen somewhere prints fen everywhere; a sample shows it.
    if (decimals >= 6 || looked > 20000) return;
    for (const column of columns) {
      const amount = readAmount(grid.value(row, column));
      if (amount.state === 'number') decimals = Math.max(decimals, amount.value.decimalPlaces());
    }
    looked += columns.length;
  });
  return decimals >= 6 ? ZERO : new Decimal(10).pow(4 - decimals).div(2);
}

/** A form on its sheet. Facts are made when they are asked for; nothing but rows and columns is kept. */
export class SheetTable implements Table {
  readonly id: string;
  readonly title: string;
  readonly book: Table['book'];
  readonly sheet: string;
  readonly rows: readonly TableRow[];
  readonly columns: readonly ColumnName[];
  private readonly byKey: ReadonlyMap<string, TableRow>;
  private halfUnit: Decimal | undefined;

  constructor(
    private readonly layout: Layout,
    private readonly grid: SheetGrid,
    private readonly body: Body,
    readonly unit: '元' | '万元',
    readonly year: number | undefined,
  ) {
    this.id = layout.table;
    this.title = layout.titles[0]!;
    this.book = grid.book;
    this.sheet = grid.sheet.name;
    this.rows = body.rows;
    this.columns = body.columns as readonly ColumnName[];
    this.byKey = new Map(body.rows.map((row) => [row.key, row]));
  }

  columnName(column: string): string {
    return this.body.columnName(column);
  }

  row(key: string): TableRow | undefined {
    return this.byKey.get(key);
  }

  plain(row: TableRow, column: string): number | null | undefined {
    const found = this.body.lookup(row.key, column);
    if (!('cell' in found)) return undefined;
    return this.plainCell(this.grid.value(found.cell.row, found.cell.column));
  }

  eachPlainRow(visit: (index: number, value: (column: number) => number | null | undefined) => void, from = 0, to = Infinity): boolean {
    if (this.layout.body.kind !== 'codes') return false;
    let index = 0;
    this.body.eachRow((row, columns) => {
      if (index >= from && index < to) visit(index, (column) => this.plainCell(this.grid.value(row, columns[column]!)));
      index += 1;
    });
    return true;
  }

  private plainCell(cell: Scalar): number | null | undefined {
    if (typeof cell === 'number') return isPlain(cell) ? cell : undefined;
    return (cell === null || cell === '') && this.layout.blankMeansNone ? null : undefined;
  }

  unitOf(row: string): Unit {
    return this.body.isCount(row) ? 'count' : '元';
  }

  at(row: string, column: string): Reading {
    const found = this.body.lookup(row, column);
    if ('absent' in found) return { state: 'absent', what: found.absent };
    const label = `${this.byKey.get(row)?.name ?? row} · ${this.columnName(column)}`;
    if ('zero' in found)
      return {
        state: 'number',
        fact: this.fact(row, column, ZERO, label, this.grid.at(found.zero.row, found.zero.column), 'noRow'),
      };
    const at = this.grid.at(found.cell.row, found.cell.column);
    const cell = this.grid.value(found.cell.row, found.cell.column);
    const percent = this.body.isPercent(column) && typeof cell === 'string' ? cell.normalize('NFKC').replace(/%\s*$/, '') : cell;
    const amount = readAmount(percent);
    switch (amount.state) {
      case 'number':
        return { state: 'number', fact: this.fact(row, column, amount.value, label, at) };
      case 'blank':
        return this.layout.blankMeansNone
          ? { state: 'number', fact: this.fact(row, column, ZERO, label, at, 'blank') }
          : { state: 'blank', at, label };
      case 'dash':
        return { state: 'dash', at, label };
      case 'text':
        return { state: 'text', at, label, text: amount.text };
    }
  }

  private fact(row: string, column: string, value: Decimal, label: string, at: CellRef, none?: 'noRow' | 'blank'): Fact {
    const unit: Unit = this.body.isPercent(column) ? '%' : this.unitOf(row);
    const scale = unit === '元' && this.unit === '万元' ? 10000 : 1;
    const key = `${this.id}.${row}.${column}${this.book.role === '上年' ? '@上年' : ''}`;
    const scaled = scale === 1 ? value : value.times(scale);
    const half = scale === 1 ? ZERO : this.half();
    // Made in one piece: of a large workbook there are tens of thousands.
    if (none === 'noRow') return { kind: 'fact', key, value: scaled, half, unit, scale, label, at, noRow: true };
    if (none === 'blank') return { kind: 'fact', key, value: scaled, half, unit, scale, label, at, blank: true };
    return { kind: 'fact', key, value: scaled, half, unit, scale, label, at };
  }

  private half(): Decimal {
    return (this.halfUnit ??= halfOf(this.grid, this.body));
  }
}

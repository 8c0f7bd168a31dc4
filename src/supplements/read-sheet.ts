import { a1 } from '../kernel/address';
import type { Aside, Finding } from '../facts/outcome';
import { suppliedBook, type CellRef, type Scalar, type Sheet } from '../kernel/workbook';
import { supplementsOf } from './entries';
import { accepts, fieldOf, keyFor, refusal, wildcardOf } from './fields';
import type { Field } from './fields';
import { supplementFinding, type supplementProblems } from './problem-kinds';
import { readCell } from './read-cell';
import { isUnfilled } from './validate';
import { asideColumns, decodeFingerprint, grid, isList, lists, marker, OWN_COLUMNS } from './sheet-grid';
import type { ListId } from './sheet-grid';
import { tableCellKey, headColumns, inWan, isTableCell, listOf, tableOfSection, type TableSpec } from './tables';
import type { Entry, Supplements } from './supplements';

/** What stands on the sheet and could not be read as a value of ours: it is drawn again as it is. */
export interface KeptRow {
  /** Bad values of fields, by key. */
  readonly values: ReadonlyMap<string, Scalar>;
  /** Rows of a list without a usable code or 车型, cells from column B. */
  readonly rows: ReadonlyMap<ListId, readonly (readonly Scalar[])[]>;
  /** Rows that are not ours, cells from column B. */
  readonly others: readonly (readonly Scalar[])[];
  /** Rows of a table as they stand where a cell could not be read, by the section, with the cells of the head above them. */
  readonly tableRows: ReadonlyMap<string, readonly (readonly Scalar[])[]>;
  /** Cells behind our columns, by the name of their row. */
  readonly beside: ReadonlyMap<string, readonly Scalar[]>;
}

interface SupplementSheetReading {
  readonly supplements: Supplements;
  /** Each bad cell: where, what is wrong, what to do. */
  readonly problems: readonly Finding[];
  /** Findings set aside (已核实). */
  readonly asides: readonly Aside[];
  readonly kept: KeptRow;
}

/** The list that `performance.projects.3` is a line of; a table is none. */
const textsOf = (key: string): string | undefined => (isTableCell(key) ? undefined : listOf(key));

class Reader {
  readonly entries = new Map<string, Entry>();
  readonly problems: Finding[] = [];
  readonly asides: Aside[] = [];
  readonly values = new Map<string, Scalar>();
  readonly rows = new Map<ListId, (readonly Scalar[])[]>();
  readonly others: (readonly Scalar[])[] = [];
  readonly beside = new Map<string, readonly Scalar[]>();
  readonly tableRows = new Map<string, (readonly Scalar[])[]>();
  private readonly counts = new Map<string, number>();
  private columns: ReadonlyMap<number, Field> | undefined;
  private heads: readonly string[] = [];
  private section = '';

  constructor(private readonly sheet: Sheet) {}

  private at(row: number, column: number): CellRef {
    return { book: suppliedBook, sheet: this.sheet.name, a1: a1(row, column) };
  }
  private cell(row: number, column: number): Scalar {
    return this.sheet.values[row - this.sheet.top]?.[column - this.sheet.left] ?? null;
  }
  private text(row: number, column: number): string {
    const value = this.cell(row, column);
    return value === null ? '' : String(value).trim();
  }
  /** Cells from column B on, without the blanks at the end. */
  private cells(row: number, from: number = grid.label): readonly Scalar[] {
    const width = this.sheet.left + (this.sheet.values[0]?.length ?? 0);
    const cells = Array.from({ length: Math.max(0, width - from) }, (_, i) => this.cell(row, from + i));
    while (cells.length > 0 && isUnfilled(cells[cells.length - 1])) cells.pop();
    return cells;
  }
  private report(name: keyof typeof supplementProblems, message: string, row: number, column: number): void {
    this.problems.push(supplementFinding(name, message, this.at(row, column), this.cell(row, column)));
  }

  read(): void {
    const rows = this.sheet.values.map((_, i) => this.sheet.top + i);
    if (!rows.some((row) => this.text(row, grid.key).startsWith(marker.section))) {
      const filled = rows.filter((row) => this.cells(row, grid.key).length > 0);
      if (filled.length > 0)
        this.report('layout', `“${this.sheet.name}”表里没有本工具的标识列，其中的内容没有读取。`, filled[0]!, grid.key);
      this.others.push(...filled.map((row) => this.cells(row)).filter((cells) => cells.length > 0));
      return;
    }
    rows.forEach((row) => this.row(row));
    this.pairs();
  }

  private row(row: number): void {
    const key = this.text(row, grid.key);
    const beside = this.cells(row, OWN_COLUMNS);
    if (key.startsWith(marker.section)) {
      this.section = key.slice(marker.section.length);
      this.columns = undefined;
    }
    const table = tableOfSection(this.section);
    if (key === marker.end) this.section = '';
    if (table && ['', marker.row, marker.head].includes(key)) return this.tableRow(row, table);
    const field = key === '' || key.startsWith('#') ? undefined : fieldOf(textsOf(key) ?? key);
    const single = field !== undefined && field.each === undefined;
    if (beside.length > 0 && (key.startsWith(marker.section) || single || field?.each)) this.beside.set(key, beside);

    if (key.startsWith('#') && key !== marker.row && key !== marker.aside) return;
    if (single) return this.field(row, key);
    if (this.section === marker.asides) return this.aside(row);
    if (isList(this.section)) return this.listRow(row, this.section, key);
    const cells = this.cells(row);
    if (cells.length > 0) this.others.push(cells);
  }

  private field(row: number, key: string): void {
    const list = textsOf(key);
    const field = fieldOf(list ?? key)!;
    const raw = this.cell(row, grid.value);
    const reading = readCell(field, `“${field.label}”`, raw, this.at(row, grid.value));
    if (reading.state === 'blank') return;
    const own = list ? `${list}.${this.next(list)}` : key;
    if (reading.state === 'value' && !this.entries.has(own)) {
      this.entries.set(own, { value: reading.value, at: this.at(row, grid.value) });
    } else if (reading.state === 'value') {
      this.report('twice', `“${this.sheet.name}”表 ${a1(row, grid.value)} “${field.label}”已在前面填过。`, row, grid.value);
      this.others.push(this.cells(row));
    } else {
      this.problems.push(reading.finding);
      this.values.set(own, raw);
    }
  }

  private next(list: string): number {
    const n = (this.counts.get(list) ?? 0) + 1;
    this.counts.set(list, n);
    return n;
  }

  /** A head – ours, or that of a table that was pasted – names the columns of the rows below it. */
  private tableRow(row: number, table: TableSpec): void {
    const cells = this.cells(row);
    if (cells.length === 0) return;
    const texts = cells.map((cell) => (isUnfilled(cell) ? '' : String(cell)));
    const columns = headColumns(table, texts);
    if (columns) {
      this.columns = columns;
      this.heads = texts;
      return;
    }
    if (!this.columns) return void this.others.push(cells);
    const n = this.next(table.path.join('.'));
    let bad = false;
    for (const [i, field] of this.columns) {
      const at = this.at(row, grid.label + i);
      const reading = readCell(field, `第${n}行的${field.label}`, cells[i], at);
      if (reading.state === 'bad') {
        this.problems.push(reading.finding);
        bad = true;
      } else if (reading.state === 'value') {
        const scaled = typeof reading.value === 'object' && inWan(this.heads[i]!) ? reading.value.times(10000) : reading.value;
        this.entries.set(tableCellKey(table, n, field), { value: scaled, at });
      }
    }
    // The row stays on the sheet as it was typed until it can be read.
    if (bad) {
      const ordered = table.fields.map((field) => {
        const i = [...this.columns!].find(([, own]) => own === field)?.[0];
        return i === undefined ? null : (cells[i] ?? null);
      });
      this.tableRows.set(table.section, [...(this.tableRows.get(table.section) ?? []), ordered]);
      for (const field of table.fields) this.entries.delete(tableCellKey(table, n, field));
    }
  }

  private listRow(row: number, id: ListId, key: string): void {
    const { each, columns } = lists[id];
    const name = this.text(row, grid.label);
    const filled = columns.filter(({ column }) => !isUnfilled(this.cell(row, column)));
    const keep = (): void => {
      const before = this.rows.get(id) ?? [];
      this.rows.set(id, [...before, this.cells(row).slice(0, OWN_COLUMNS - 1)]);
    };
    if (name === '' && filled.length === 0) return;
    if (!accepts(each, name)) {
      const what = `“${name}”${refusal(each)}`;
      this.report(
        each === 'vehicle' ? 'notVehicle' : each === 'project' ? 'notProject' : 'notCode',
        `“${this.sheet.name}”表 ${a1(row, grid.label)} ${what}，这一行没有采用。`,
        row,
        grid.label,
      );
      return keep();
    }
    if (filled.length === 0) return key.startsWith('#') || key === '' ? keep() : undefined;
    const keys = columns.map(({ field }) => keyFor(field, name));
    if (keys.some((own) => this.entries.has(own) || this.values.has(own))) {
      this.report('twice', `“${this.sheet.name}”表 ${a1(row, grid.label)} “${name}”已在前面填过，这一行没有采用。`, row, grid.label);
      return keep();
    }
    for (const { column, field } of columns) {
      const own = keyFor(field, name);
      const reading = readCell(field, `${name}的${field.label}`, this.cell(row, column), this.at(row, column));
      if (reading.state === 'value') this.entries.set(own, { value: reading.value, at: this.at(row, column) });
      if (reading.state === 'bad') {
        this.problems.push(reading.finding);
        this.values.set(own, this.cell(row, column));
      }
    }
  }

  /** A bought 车型 has both a number and an amount, or neither. A zero alone says nothing is missing. */
  private pairs(): void {
    const [count, amount] = lists.vehicles.columns;
    for (const [key, entry] of [...this.entries]) {
      for (const [one, other] of [
        [count, amount],
        [amount, count],
      ] as const) {
        const type = wildcardOf(one.field, key);
        if (type === undefined || this.entries.has(keyFor(other.field, type)) || this.values.has(keyFor(other.field, type))) continue;
        if (typeof entry.value === 'object' && entry.value.isZero()) continue;
        const message = `“${this.sheet.name}”表 ${entry.at.a1} 填了${type}的${one.field.label}，没有填${other.field.label}。`;
        this.problems.push(supplementFinding('half', message, entry.at, String(entry.value)));
      }
    }
  }

  private aside(row: number): void {
    const [id, reason, at, rule] = [asideColumns.id, asideColumns.reason, asideColumns.at, asideColumns.rule].map((column) =>
      this.text(row, column),
    ) as [string, string, string, string];
    if (this.cells(row).length === 0) return;
    const fingerprint = decodeFingerprint(this.text(row, asideColumns.fingerprint));
    if (id !== '' && reason !== '' && rule !== '' && fingerprint) {
      this.asides.push({ id, rule, fingerprint, reason, at });
    } else {
      this.report(
        'aside',
        `“${this.sheet.name}”表第 ${row + 1} 行的已核实记录缺少${id === '' ? '编号' : reason === '' ? '理由' : '识别信息'}。`,
        row,
        asideColumns.id,
      );
      this.others.push(this.cells(row));
    }
  }
}

/** Reads 补充信息 back, strictly: a bad cell is a finding that names it and is not used; nothing is guessed. */
export function readSupplementSheet(sheet: Sheet): SupplementSheetReading {
  const reader = new Reader(sheet);
  reader.read();
  const { problems, asides, values, rows, tableRows, others, beside } = reader;
  return { supplements: supplementsOf(reader.entries), problems, asides, kept: { values, rows, tableRows, others, beside } };
}

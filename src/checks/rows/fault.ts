import { a1 } from '../../kernel/address';
import type { CellRef } from '../../kernel/workbook';
import type { Finding } from '../../facts/outcome';
import type { Phrase } from '../../facts/phrase';
import type { Fact } from '../../facts/traced';
import { formName, type ColumnName, type RowName } from '../../layouts/keys';
import { failureKey, type Failure } from '../failure';
import type { FenGrid, Grids } from '../grid';
import { kindFinding, type FaultKind } from '../kind-finding';

/** One row that is wrong as a whole, and the findings that say no more than that. */
export interface RowFault {
  readonly finding: Finding;
  /** Failures of formulas that the row explains, and ids of other findings that it does. */
  readonly failures: ReadonlySet<Failure>;
  readonly ids: ReadonlySet<string>;
}

export const factIn = (grid: FenGrid, row: string, column: string): Fact | undefined => {
  const reading = grid.table.at(row as RowName, column as ColumnName);
  return reading.state === 'number' && !reading.fact.noRow ? reading.fact : undefined;
};

/** The label cell of a row: codes stand in the first column as the export prints them. */
export const labelOf = (grid: FenGrid, row: string): CellRef => ({
  book: grid.table.book,
  sheet: grid.table.sheet,
  a1: a1(grid.table.row(row)?.row ?? 0, 0),
});

export const rowNumber = (cell: CellRef): number => Number(/\d+$/.exec(cell.a1)?.[0] ?? 0);

/** 财决02、05、07表. */
export function formsWords(ids: readonly string[]): string {
  const numbers = [...new Set(ids)].map((id) => formName(id).replace(/^财决|表$/g, ''));
  return `财决${numbers.slice(0, 5).join('、')}${numbers.length > 5 ? '等' : ''}表`;
}

export const codeName = (code: string, grids: Grids): string => {
  for (const grid of grids.all()) {
    const name = grid.byCode ? grid.table.row(code)?.name : undefined;
    if (name) return ` ${name}`;
  }
  return '';
};

export function fault(
  kind: FaultKind,
  place: string,
  message: Phrase,
  cells: readonly CellRef[],
  failures: ReadonlySet<Failure>,
  values: readonly string[],
  ids: readonly string[] = [],
): RowFault {
  const severity = failures.size > 0 && [...failures].every(({ rule }) => rule.severity !== 'error') ? 'warning' : kind.severity;
  return {
    failures,
    ids: new Set([...ids, ...[...failures].map(({ rule, place: at }) => failureKey(rule, at))]),
    finding: kindFinding({ ...kind, severity }, place, message, cells, values),
  };
}

/** Findings that a wrong code brings with it: no row above it, and a 类 of another name. */
export const echoesOf = (grid: FenGrid, code: string): readonly string[] => [
  ...[3, 5].map((length) => `Z04-F02@${grid.table.id}·${code.slice(0, length)}`),
  `Z04-F01@${grid.table.id}·${code}`,
];

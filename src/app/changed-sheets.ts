import type { TableStatus } from '../facts/outcome';
import type { Sheet, Workbook } from '../kernel/workbook';

interface Read {
  readonly workbook: Workbook;
  readonly tables: readonly TableStatus[];
}

/**
 * Names of the sheets of which anything may read differently now: edited, added, removed or renamed ones, and those whose
 * form is taken from another sheet. Told by comparing what was read: events of a host may be late, lumped or missing.
 */
export function changedSheets(before: Read, after: Read): ReadonlySet<string> {
  const changed = new Set<string>();
  const old = new Map(before.workbook.sheets.map((sheet) => [sheet.name, sheet] as const));
  for (const sheet of after.workbook.sheets) {
    const was = old.get(sheet.name);
    if (!was || !sameCells(was, sheet)) changed.add(sheet.name);
    old.delete(sheet.name);
  }
  for (const name of old.keys()) changed.add(name);

  const forms = new Map(before.tables.map((status) => [formKey(status), status] as const));
  for (const status of after.tables) {
    const was = forms.get(formKey(status));
    forms.delete(formKey(status));
    if (!was || JSON.stringify(was) !== JSON.stringify(status)) noteSheets(changed, was, status);
  }
  for (const gone of forms.values()) noteSheets(changed, gone);
  return changed;
}

const formKey = ({ id, sheet }: TableStatus): string => `${id}|${sheet ?? ''}`;

function noteSheets(changed: Set<string>, ...statuses: readonly (TableStatus | undefined)[]): void {
  for (const status of statuses) if (status?.sheet !== undefined) changed.add(status.sheet);
}

/** The workbook with the sheets that were read before wherever nothing on them has changed: what is known of them stays known. */
export function withKnownSheets(before: Workbook, after: Workbook): Workbook {
  const old = new Map(before.sheets.map((sheet) => [sheet.name, sheet] as const));
  const known = (sheet: Sheet): Sheet => {
    const was = old.get(sheet.name);
    return was && was.visibility === sheet.visibility && sameCells(was, sheet) ? was : sheet;
  };
  return { ...after, sheets: after.sheets.map(known) };
}

const sameCells = (a: Sheet, b: Sheet): boolean =>
  a === b ||
  (a.top === b.top &&
    a.left === b.left &&
    a.values.length === b.values.length &&
    a.values.every((row, r) => {
      const other = b.values[r]!;
      return row === other || (row.length === other.length && row.every((value, c) => value === other[c]));
    }));

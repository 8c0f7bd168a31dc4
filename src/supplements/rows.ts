import Decimal from 'decimal.js';
import type { Fact } from '../facts/traced';
import type { CellRef } from '../kernel/workbook';
import type { Entries, Supplied } from './supplements';
import { tableCellKey, tableRows, type TableSpec } from './tables';

/** A number supplied under this key, traced to its place. Digits that are kept as text (a score, a target) count too. */
export function suppliedNumber(entries: Entries, key: string, label: string, unit: Fact['unit'] = 'count'): Fact | undefined {
  const entry = entries.get(key);
  if (!entry || typeof entry.value === 'boolean') return undefined;
  const digits =
    typeof entry.value === 'string' ? /^-?\d[\d,]*(?:\.\d+)?$/.exec(entry.value.normalize('NFKC').replace(/\s/g, ''))?.[0] : undefined;
  if (typeof entry.value === 'string' && digits === undefined) return undefined;
  const value = typeof entry.value === 'object' ? entry.value : new Decimal(digits!.replace(/,/g, ''));
  return { kind: 'fact', key: `补充.${key}`, value, half: new Decimal(0), unit, scale: 1, at: entry.at, label };
}

export function suppliedText(entries: Entries, key: string): Supplied | undefined {
  const entry = entries.get(key);
  return entry && typeof entry.value !== 'boolean' ? { key, text: entry.value.toString(), at: entry.at } : undefined;
}

/** The lines of a list of texts, in order. */
export const suppliedTexts = (entries: Entries, key: string): readonly Supplied[] =>
  [...entries.keys()]
    .filter((own) => own.startsWith(`${key}.`) && /^\d+$/.test(own.slice(key.length + 1)))
    .sort((a, b) => Number(a.slice(key.length + 1)) - Number(b.slice(key.length + 1)))
    .flatMap((own) => suppliedText(entries, own) ?? []);

/** One row of a table. */
export interface SuppliedRow {
  readonly at: CellRef;
  text(name: string): Supplied | undefined;
  /** '' where nothing stands. */
  words(name: string): string;
  number(name: string, unit?: Fact['unit']): Fact | undefined;
  flag(name: string): boolean | undefined;
}

export function suppliedRows(entries: Entries, table: TableSpec): readonly SuppliedRow[] {
  return tableRows(table, entries.keys()).map((row): SuppliedRow => {
    const keyOf = (name: string): string => [...table.path, String(row), name].join('.');
    const first = table.fields.map((field) => entries.get(tableCellKey(table, row, field))).find((entry) => entry !== undefined)!;
    const name = suppliedText(entries, keyOf(table.fields[0]!.path[table.fields[0]!.path.length - 1]!))?.text ?? `第${row}行`;
    const labelOf = (own: string): string => table.fields.find((field) => field.path[field.path.length - 1] === own)?.label ?? own;
    return {
      at: first.at,
      text: (own) => suppliedText(entries, keyOf(own)),
      words: (own) => suppliedText(entries, keyOf(own))?.text.trim() ?? '',
      number: (own, unit) => suppliedNumber(entries, keyOf(own), `${name} · ${labelOf(own).replace(/（.*）$/, '')}`, unit),
      flag: (own) => {
        const value = entries.get(keyOf(own))?.value;
        return typeof value === 'boolean' ? value : undefined;
      },
    };
  });
}

import type { WorkbookReading } from '../../src/reading/read';
import type { Variant } from './variants/variant';

/** Everything that was read, as `table.row.column` → state and value; comparable between two printings of one workbook. */
export type Signature = ReadonlyMap<string, string>;

export function signatureOf(reading: WorkbookReading): Signature {
  const all = new Map<string, string>([
    ['unit', reading.facts.unitName],
    ['year', String(reading.facts.year)],
  ]);
  for (const [id, table] of reading.facts.tables) {
    for (const { key: row } of table.rows) {
      for (const column of table.columns) {
        const found = table.at(row, column);
        const key = `${id}.${row}.${column}`;
        if (found.state === 'number') all.set(key, found.fact.value.isZero() ? 'zero' : `${found.fact.value.toFixed()} ${found.fact.unit}`);
        else all.set(key, found.state === 'text' ? `text ${found.text}` : found.state);
      }
    }
  }
  return all;
}

/** What every printing with these variants must be read to. */
export function comparable(signature: Signature, chosen: readonly Variant[]): Signature {
  const zeros = chosen.some((v) => v.zeros);
  return new Map(
    [...signature].filter(([key, value]) => !(zeros && (value === 'zero' || value === 'absent')) && !chosen.some((v) => v.loses?.(key))),
  );
}

/** Keys on which two signatures differ, at most ten, for a message. */
export function differences(expected: Signature, actual: Signature): readonly string[] {
  const keys = new Set([...expected.keys(), ...actual.keys()]);
  const differing = [...keys].filter((key) => expected.get(key) !== actual.get(key));
  return differing.slice(0, 10).map((key) => `${key}: ${expected.get(key) ?? 'not read'} became ${actual.get(key) ?? 'not read'}`);
}

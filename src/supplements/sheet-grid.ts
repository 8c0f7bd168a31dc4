import { fields } from './fields';
import type { Field, SectionId } from './fields';

/**
 * How the sheet 补充信息 is laid out, for those who draw it and those who read it back. Column A is hidden and names the
 * row: a key of a field, or a `#` marker. Rows may be moved and inserted; nothing is read by its row number.
 */
export const grid = { key: 0, label: 1, value: 2, second: 3, third: 4, hint: 5, status: 6 } as const;
/** Columns that are ours; what a person writes behind them stays. */
export const OWN_COLUMNS = 7;

export const marker = {
  section: '#section:',
  note: '#note',
  head: '#head',
  sum: '#sum',
  row: '#row',
  aside: '#aside',
  asides: 'asides',
  others: 'others',
  end: '#end',
} as const;

const withPath = (...path: string[]): Field => fields.find((field) => field.path.join('.') === path.join('.'))!;

export interface ListColumn {
  readonly column: number;
  readonly field: Field;
}

/** Sections that are lists: column B holds the 科目编码 or 车型, the values stand in the columns named here. */
export const lists = {
  budgets: { each: 'code', columns: [{ column: grid.value, field: withPath('itemBudgets', '*') }] },
  items: { each: 'code', columns: [{ column: grid.value, field: withPath('reasons', 'items', '*') }] },
  vehicles: {
    each: 'vehicle',
    columns: [
      { column: grid.value, field: withPath('vehicles', 'bought', '*', 'count') },
      { column: grid.second, field: withPath('vehicles', 'bought', '*', 'amount') },
      { column: grid.third, field: withPath('vehicles', 'kept', '*') },
    ],
  },
  classes: { each: 'class', columns: [{ column: grid.value, field: withPath('reasons', 'classes', '*') }] },
  uses: { each: 'code', columns: [{ column: grid.value, field: withPath('itemUses', '*') }] },
  results: {
    each: 'project',
    columns: [
      { column: grid.value, field: withPath('performance', 'results', '*', 'score') },
      { column: grid.second, field: withPath('performance', 'results', '*', 'summary') },
    ],
  },
  glossary: { each: 'code', columns: [{ column: grid.value, field: withPath('glossary', '*') }] },
} as const satisfies Partial<Record<SectionId, { each: Field['each']; columns: readonly ListColumn[] }>>;
export type ListId = keyof typeof lists;
export const isList = (id: string): id is ListId => id in lists;

/** Columns of a set-aside row (已核实). */
export const asideColumns = { id: grid.label, reason: grid.value, at: grid.third, fingerprint: grid.hint, rule: grid.status } as const;

/** A fingerprint may hold control characters, which no cell can. */
export const encodeFingerprint = (text: string): string => JSON.stringify(text).slice(1, -1);
export function decodeFingerprint(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(`"${text}"`);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

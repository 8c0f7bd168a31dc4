import type { Table } from '../../src/facts/fact-set';
import type { Scalar, Sheet, Workbook } from '../../src/kernel/workbook';
import { parseA1 } from '../../src/kernel/address';
import type { WorkbookReading } from '../../src/reading/read';

/** Repeatable random numbers (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** One amount cell of a clean workbook. */
export interface AmountCell {
  readonly form: string;
  readonly sheet: string;
  readonly a1: string;
  readonly row: string;
  readonly column: string;
  readonly value: number;
}

/** Every written amount (元, not counts) other than zero, by form. */
export function amountCells(reading: WorkbookReading): ReadonlyMap<string, readonly AmountCell[]> {
  const forms = new Map<string, AmountCell[]>();
  for (const table of reading.facts.tables.values()) {
    // 附01 and 附02 are read under their printed words only: no real workbook has shown their rows yet.
    if (table.id === 'F01' || table.id === 'F02') continue;
    const cells = cellsOf(table);
    if (cells.length > 0) forms.set(table.id, cells);
  }
  return forms;
}

const cellsOf = (table: Table): AmountCell[] =>
  table.rows.flatMap((row) =>
    table.columns.flatMap((column): AmountCell[] => {
      const found = table.at(row.key, column);
      if (found.state !== 'number' || found.fact.blank || found.fact.noRow || found.fact.unit !== '元' || found.fact.value.isZero())
        return [];
      const value = Number(found.fact.value.div(found.fact.scale).toString());
      return [{ form: table.id, sheet: found.fact.at.sheet, a1: found.fact.at.a1, row: row.key, column, value }];
    }),
  );

const kinds = ['一分', '一元', '一百', '少许', '数字颠倒', '十倍', '十分之一', '翻倍'] as const;
export type Kind = (typeof kinds)[number];

/** A slip of the pen on an amount: from one fen to a factor of ten. Never leaves it as it was. */
export function slip(value: number, random: () => number): { readonly kind: Kind; readonly value: number } {
  for (;;) {
    const kind = kinds[Math.floor(random() * kinds.length)]!;
    const sign = random() < 0.5 ? -1 : 1;
    const changed = Number(apply(kind, value, sign, random).toFixed(2));
    if (changed !== value && Math.abs(changed) >= 0.01) return { kind, value: changed };
  }
}

function apply(kind: Kind, value: number, sign: number, random: () => number): number {
  switch (kind) {
    case '一分':
      return value + sign * 0.01;
    case '一元':
      return value + sign;
    case '一百':
      return value + sign * 100;
    case '少许':
      return value * (1 + sign * random() * 0.2);
    case '数字颠倒':
      return swapped(value, random);
    case '十倍':
      return value * 10;
    case '十分之一':
      return value / 10;
    case '翻倍':
      return value * 2;
  }
}

function swapped(value: number, random: () => number): number {
  const digits = [...String(Math.trunc(Math.abs(value)))];
  if (digits.length < 2) return value;
  const at = Math.floor(random() * (digits.length - 1));
  [digits[at], digits[at + 1]] = [digits[at + 1]!, digits[at]!];
  const fen = Math.abs(value) - Math.trunc(Math.abs(value));
  return Math.sign(value) * (Number(digits.join('')) + fen);
}

/** The workbook with these cells changed; everything else is shared. */
export function withCells(
  workbook: Workbook,
  changes: readonly { readonly sheet: string; readonly a1: string; readonly value: Scalar }[],
): Workbook {
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) =>
      changed(
        sheet,
        changes.filter((change) => change.sheet === sheet.name),
      ),
    ),
  };
}

function changed(sheet: Sheet, changes: readonly { readonly a1: string; readonly value: Scalar }[]): Sheet {
  if (changes.length === 0) return sheet;
  const values = sheet.values.map((row) => row);
  for (const change of changes) {
    const { row, column } = parseA1(change.a1);
    const copy = [...values[row - sheet.top]!];
    copy[column - sheet.left] = change.value;
    values[row - sheet.top] = copy;
  }
  return { ...sheet, values };
}

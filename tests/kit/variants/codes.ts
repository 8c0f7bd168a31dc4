import type { Scalar } from '../../../src/kernel/workbook';
import type { KitSheet } from '../forms/grid';
import { perSheet, reshape, rowsOf, columnsOf, type Variant } from './variant';

const codeTables =
  (change: (sheet: KitSheet, codes: number) => KitSheet) =>
  (sheet: KitSheet): KitSheet =>
    sheet.codes === undefined ? sheet : change(sheet, sheet.codes);

/** Rewrites the three code cells of every data row that prints a code. */
const rewrite = (write: (code: string) => readonly [Scalar, Scalar, Scalar]) =>
  codeTables((sheet, codes) => ({
    ...sheet,
    merges: sheet.merges.filter((m) => m.top < sheet.data[0] || m.left > codes),
    values: sheet.values.map((row, r) => {
      const code = String(row[codes] ?? '');
      if (r < sheet.data[0] || r > sheet.data[1] || !/^\d+$/.test(code)) return row;
      const cells = [...row];
      write(code).forEach((value, i) => (cells[codes + i] = value));
      return cells;
    }),
  }));

const split = (code: string): readonly [string, string | null, string | null] => [
  code.slice(0, 3),
  code.slice(3, 5) || null,
  code.slice(5, 7) || null,
];

export const codeVariants: readonly Variant[] = [
  perSheet('codes: split into 类, 款, 项', rewrite(split), { group: 'codes' }),
  perSheet(
    'codes: split, as numbers',
    rewrite((code) => split(code).map((part) => (part === null ? null : Number(part))) as [Scalar, Scalar, Scalar]),
    { group: 'codes' },
  ),
  perSheet(
    'codes: as numbers',
    rewrite((code) => [Number(code), null, null]),
    { group: 'codes' },
  ),
  perSheet(
    'codes: with stray spaces',
    rewrite((code) => [` ${code} `, null, null]),
    { group: 'codes' },
  ),
  perSheet(
    'rows: without 类 and 款',
    codeTables((sheet, codes) => {
      const keep = rowsOf(sheet).filter((r) => r <= sheet.data[0] || r > sheet.data[1] || digits(sheet, r, codes).length >= 7);
      return reshape(sheet, keep, columnsOf(sheet));
    }),
    // What is not printed is worked out by nobody: the rows are compared by 项.
    { loses: (key) => /^[^.]+\.\d{3}(\d{2})?\./.test(key) && !/^(Z01|Z01_1)\./.test(key) },
  ),
];

const digits = (sheet: KitSheet, row: number, codes: number): string =>
  [0, 1, 2]
    .map((i) =>
      String(sheet.values[row]![codes + i] ?? '')
        .trim()
        .padStart(i === 0 ? 0 : sheet.values[row]![codes + i] === null ? 0 : 2, '0'),
    )
    .join('');

import type { Scalar } from '../../../src/kernel/workbook';
import type { KitSheet } from '../forms/grid';
import { chance, isMoney, mapCells, perSheet, pick, type Random, type Variant } from './variant';

const onAmounts =
  (change: (value: Scalar, random: Random) => Scalar) =>
  (sheet: KitSheet, random: Random): KitSheet =>
    mapCells(sheet, (value, row, column) =>
      row >= sheet.data[0] && row <= sheet.data[1] && sheet.amounts.includes(column) ? change(value, random) : value,
    );
const onNumbers = (change: (value: number, random: Random) => Scalar): ((sheet: KitSheet, random: Random) => KitSheet) =>
  onAmounts((value, random) => (typeof value === 'number' ? change(value, random) : value));

/** 1234.5 → 1,234.50; more decimals where there are more. */
function grouped(value: number): string {
  const [whole, fraction = ''] = String(Math.abs(value)).split('.') as [string, string?];
  return `${value < 0 ? '-' : ''}${whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}.${fraction.padEnd(2, '0')}`;
}
const fullWidth = (text: string): string => text.replace(/[0-9.,-]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
const texts: readonly ((value: number) => string)[] = [
  grouped,
  (value) => `${value}  `,
  (value) => fullWidth(grouped(value)),
  (value) => ` ${grouped(value)}\u00a0`,
  (value) => `${value}`,
];

/** 元 with two decimals → 万元 with six, as decimal text and back: no digit is lost. */
function tenThousands(value: number): number {
  const fen = (value * 100).toFixed(0);
  return Number(`${fen}e-6`);
}

/** A blank amount cell that means none may as well print 0. */
const zeroed = (sheet: KitSheet, random: Random): KitSheet => {
  const labelled = (row: number, column: number): boolean =>
    sheet.codes !== undefined || typeof sheet.values[row]![labelOf(sheet, column)] === 'string';
  return mapCells(sheet, (value, row, column) =>
    value === null &&
    sheet.id !== 'F01' &&
    sheet.id !== 'F02' &&
    row >= sheet.data[0] &&
    row <= sheet.data[1] &&
    sheet.amounts.includes(column) &&
    labelled(row, column) &&
    chance(random, 0.4)
      ? 0
      : value,
  );
};
/** Column of the label that a number column of a form with fixed rows belongs to. */
const labelOf = (sheet: KitSheet, column: number): number => {
  const labels = [
    ...new Set(sheet.values[sheet.data[0]]!.flatMap((value, c) => (typeof value === 'string' && !sheet.amounts.includes(c) ? [c] : []))),
  ];
  return labels.filter((c) => c < column).at(-1) ?? 0;
};

export const amountVariants: readonly Variant[] = [
  perSheet('unit: 万元 with six decimals', (sheet, random) => {
    // People and institutions are counted, not paid: 附02 prints no amounts. Public forms are in 万元 already.
    if (sheet.id === 'F02' || sheet.id === 'public' || chance(random, 0.3)) return sheet;
    return mapCells(sheet, (value, row, column) => {
      if (typeof value === 'string' && row < sheet.head[0]) return value.replace(/(单位[：:]\s*)元$/, '$1万元');
      return typeof value === 'number' && isMoney(sheet, row, column) ? tenThousands(value) : value;
    });
  }),
  perSheet('amounts: 0 for blank', zeroed, { zeros: true }),
  perSheet(
    'amounts: blank text for blank',
    onAmounts((value, random) => (value === null && chance(random, 0.2) ? pick(random, ['', ' ', '　']) : value)),
  ),
  perSheet(
    'amounts: as text, some',
    onNumbers((value, random) => (chance(random, 0.3) ? pick(random, texts)(value) : value)),
  ),
  perSheet(
    'amounts: as text, all',
    onNumbers((value) => grouped(value)),
  ),
  perSheet(
    'amounts: other dashes',
    onAmounts((value, random) => (value === '—' ? pick(random, ['-', '－', '–', '——', ' — ']) : value)),
  ),
];

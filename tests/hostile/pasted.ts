import { a1 } from '../../src/kernel/address';
import type { Scalar, Sheet } from '../../src/kernel/workbook';
import { buildYears, units } from '../kit/index';
import { valueAt, withValues, type Base, type CodeForm, type Put } from './base';
import { copyRow, fen, inForm, isAmount, puts } from './kinds';
import { pick, type Kind, type Random, type Spoiled } from './spoiled';

const times = (base: Base, form: CodeForm, rows: CodeForm['rows'], columns: CodeForm['columns'], by: number): readonly Put[] =>
  rows.flatMap(({ row }) =>
    columns.flatMap(({ column }): readonly Put[] => {
      const value = valueAt(base.workbook, form.sheet, row, column);
      return typeof value === 'number' ? [{ sheet: form.sheet, row, column, value: fen(value * by) }] : [];
    }),
  );

const blockOf = (form: CodeForm, random: Random): CodeForm['rows'] => {
  const size = 3 + Math.floor(random() * 4);
  const from = Math.floor(random() * Math.max(1, form.rows.length - size));
  return form.rows.slice(from, from + size);
};

const TOO_LARGE = /大了一万倍/;

/** The 合计 row with amounts of another row added so many times. */
const inTotal = (base: Base, form: CodeForm, other: number, by: number): Spoiled | undefined => {
  const total = form.rows.find(({ key }) => key === '合计')!.row;
  return puts(
    base,
    form.columns.flatMap(({ column }): readonly Put[] => {
      const [own, more] = [total, other].map((row) => valueAt(base.workbook, form.sheet, row, column)) as [Scalar, Scalar];
      return isAmount(own) && isAmount(more)
        ? [{ sheet: form.sheet, row: total, column, value: fen(Number(own) + by * Number(more)) }]
        : [];
    }),
  );
};

/** The sheet with the values of another one under its own heading; any cell points at it. */
function replaced(base: Base, form: CodeForm, other: Sheet | undefined): Spoiled | undefined {
  if (!other) return undefined;
  const workbook = withValues(base.workbook, form.sheet, (values) => [...values.slice(0, 3), ...other.values.slice(3)]);
  return { workbook, cells: new Set(Array.from({ length: 80 * 130 }, (_, i) => `${form.sheet}!${a1(Math.trunc(i / 130), i % 130)}`)) };
}

const school = buildYears(units.institution).now;

/** What goes wrong when amounts are copied, pasted, summed up or sorted. */
export const pastedKinds: readonly Kind[] = [
  inForm('一块大一万倍', (base, form, random) => puts(base, times(base, form, blockOf(form, random), form.columns, 10000)), TOO_LARGE),
  inForm('一栏大一万倍', (base, form, random) => puts(base, times(base, form, form.rows, [pick(form.columns, random)], 10000)), TOO_LARGE),
  inForm('整表大一万倍', (base, form) => puts(base, times(base, form, form.rows, form.columns, 10000)), TOO_LARGE),
  inForm(
    '一块右移一栏',
    (base, form, random) =>
      puts(
        base,
        blockOf(form, random).flatMap(({ row }) =>
          form.columns.map(({ column }, c) => ({
            sheet: form.sheet,
            row,
            column,
            value: c === 0 ? null : valueAt(base.workbook, form.sheet, row, form.columns[c - 1]!.column),
          })),
        ),
      ),
    /右移了一栏/,
  ),
  inForm(
    '整表下移一行',
    (base, form) =>
      puts(base, [
        ...form.columns.map(({ column }) => ({ sheet: form.sheet, row: form.rows[0]!.row, column, value: null })),
        ...form.rows.slice(1).flatMap(({ row }, r) => copyRow(base, form, form.rows[r]!.row, row)),
      ]),
    /下移了一行|行没有填金额/,
  ),
  inForm(
    '合计连同自己加了一遍',
    (base, form) => inTotal(base, form, form.rows.find(({ key }) => key === '合计')!.row, 1),
    /应有数的 2 倍|重复加了/,
  ),
  inForm(
    '合计漏加一类',
    (base, form, random) => {
      const classes = form.rows.filter(({ key }) => key.length === 3);
      return classes.length < 2 ? undefined : inTotal(base, form, pick(classes, random).row, -1);
    },
    /漏加了/,
  ),
  inForm(
    '只排序了科目',
    (base, form) => {
      const codes = form.rows.filter(({ key }) => /^\d/.test(key) && !key.includes('#'));
      const cells = codes.flatMap(({ row }) => form.columns.map(({ column }) => `${form.sheet}!${a1(row, column)}`));
      const workbook = withValues(base.workbook, form.sheet, (values, top, left) => {
        const copy = values.map((row) => [...row]);
        const first = form.columns[0]!.column - left;
        codes.forEach(({ row }, i) => {
          const from = values[codes[codes.length - 1 - i]!.row - top]!;
          copy[row - top]!.splice(0, first, ...from.slice(0, first));
        });
        return copy;
      });
      return codes.length < 8 || codes.length < form.rows.length - 1 ? undefined : { workbook, cells: new Set(cells) };
    },
    /只排序了其中几列/,
  ),
  inForm(
    '误用别的单位的表',
    (base, form) =>
      base.name === 'institution'
        ? undefined
        : replaced(
            base,
            form,
            school.sheets.find(({ name }) => name === form.sheet),
          ),
    /别的单位/,
  ),
  inForm(
    '误用上年的表',
    (base, form) =>
      replaced(
        base,
        form,
        base.before?.sheets.find(({ name }) => name === form.sheet),
      ),
    /与上年相同|没有填金额/,
  ),
];

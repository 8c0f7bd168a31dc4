import { a1, parseA1 } from '../../src/kernel/address';
import type { Scalar } from '../../src/kernel/workbook';
import type { AmountCell } from '../measure/slips';
import { valueAt, withPuts, type Base, type CodeForm, type Put } from './base';
import { rowKinds } from './rows';
import { pick, type Kind, type Random, type Spoiled } from './spoiled';

const cellName = (sheet: string, row: number, column: number): string => `${sheet}!${a1(row, column)}`;
export const fen = (value: number): number => Number(value.toFixed(2));

/** Cells that take other values; none of them may stay as it was. */
export function puts(base: Base, list: readonly Put[]): Spoiled | undefined {
  const changed = list.filter((put) => (valueAt(base.workbook, put.sheet, put.row, put.column) ?? 0) !== (put.value ?? 0));
  if (changed.length === 0) return undefined;
  return { workbook: withPuts(base.workbook, changed), cells: new Set(changed.map((put) => cellName(put.sheet, put.row, put.column))) };
}

const placeOf = (cell: AmountCell): { readonly sheet: string; readonly row: number; readonly column: number } => ({
  sheet: cell.sheet,
  ...parseA1(cell.a1),
});

const ofCell = (name: string, change: (value: number, random: Random) => number | undefined): Kind => ({
  name,
  spoil: (base, random) => {
    const cell = pick(base.amounts, random);
    const value = change(cell.value, random);
    return value === undefined || fen(value) === cell.value ? undefined : puts(base, [{ ...placeOf(cell), value: fen(value) }]);
  },
});

const digits = (value: number): string => Math.abs(value).toFixed(2);
const signed = (text: string, value: number): number => Math.sign(value) * Number(text);
const digitPlaces = (text: string): readonly number[] => [...text].flatMap((c, i) => (c === '.' ? [] : [i]));

const cellKinds: readonly Kind[] = [
  ofCell('两位数字颠倒', (value, random) => {
    const text = [...digits(value)];
    const at = pick(digitPlaces(text.join('')).slice(0, -1), random);
    const next = text[at + 1] === '.' ? at + 2 : at + 1;
    [text[at], text[next]] = [text[next]!, text[at]!];
    return signed(text.join(''), value);
  }),
  ofCell('一位数字错', (value, random) => {
    const text = [...digits(value)];
    text[pick(digitPlaces(text.join('')), random)] = String(Math.floor(random() * 10));
    return signed(text.join(''), value);
  }),
  ofCell('漏一位数字', (value, random) => {
    const text = digits(value);
    const at = pick(digitPlaces(text.slice(0, -3)), random);
    return signed(text.slice(0, at) + text.slice(at + 1) || '0', value);
  }),
  ...[10, 0.1, 100, 0.01].map((factor) => ofCell(`×${factor}`, (value) => value * factor)),
  ofCell('正负号', (value) => -value),
  ofCell('取整到元', (value) => Math.trunc(value)),
  ofCell('差一分', (value, random) => value + (random() < 0.5 ? 0.01 : -0.01)),
  ofCell('漏填', () => 0),
];

const amountsIn = (base: Base, form: CodeForm, row: number): readonly Scalar[] =>
  form.columns.map(({ column }) => valueAt(base.workbook, form.sheet, row, column));
export const isAmount = (value: Scalar): boolean => typeof value === 'number' && value !== 0;

/** What the first group has to say of a mistake that spoils many cells at once. */
const patternWords: Readonly<Record<string, RegExp>> = {
  移到下一栏: /应填在/,
  移到下一行: /应填在/,
  相邻两行互换: /两行可能互换/,
  一块下移一行: /下移了一行|行没有填金额/,
  相邻两栏互换: /两栏可能互换/,
  一行右移一栏: /右移了一栏/,
  一行漏填: /行没有填金额/,
  一块以万元填列: /以万元填列/,
  一栏以万元填列: /以万元填列|没有填金额/,
  整表以万元填列: /以万元填列/,
  一栏贴成上年数: /与上年相同|没有填金额/,
  整表贴成上年数: /与上年相同|没有填金额/,
};

export const inForm = (
  name: string,
  spoil: (base: Base, form: CodeForm, random: Random) => Spoiled | undefined,
  says = patternWords[name],
): Kind => ({
  name,
  says,
  spoil: (base, random) =>
    spoil(
      base,
      pick(
        base.forms.filter(({ form, rows }) => rows.length > 3 && form !== UNCONFIRMED),
        random,
      ),
      random,
    ),
});

/** No real workbook has shown 财决06: its columns are checked as remarks only, and are tried apart. */
const UNCONFIRMED = 'Z06';
const inUnconfirmed = (name: string, spoil: (base: Base, form: CodeForm, random: Random) => Spoiled | undefined): Kind => ({
  name,
  remark: UNCONFIRMED,
  spoil: (base, random) => {
    const form = base.forms.find((one) => one.form === UNCONFIRMED && one.rows.length > 3);
    return form && spoil(base, form, random);
  },
});

/** One row's amounts into another row. */
export const copyRow = (base: Base, form: CodeForm, from: number, to: number): readonly Put[] =>
  form.columns.map(({ column }) => ({ sheet: form.sheet, row: to, column, value: valueAt(base.workbook, form.sheet, from, column) }));

const swapColumns = (base: Base, form: CodeForm, random: Random): Spoiled | undefined => {
  const c = Math.floor(random() * (form.columns.length - 1));
  const [a, b] = [form.columns[c]!.column, form.columns[c + 1]!.column];
  return puts(
    base,
    form.rows.flatMap(({ row }) => [
      { sheet: form.sheet, row, column: a, value: valueAt(base.workbook, form.sheet, row, b) },
      { sheet: form.sheet, row, column: b, value: valueAt(base.workbook, form.sheet, row, a) },
    ]),
  );
};

const blockKinds: readonly Kind[] = [
  inForm('填成上一行的金额', (base, form, random) => {
    const at = 1 + Math.floor(random() * (form.rows.length - 1));
    const { column } = pick(form.columns, random);
    const value = valueAt(base.workbook, form.sheet, form.rows[at - 1]!.row, column);
    return isAmount(value) ? puts(base, [{ sheet: form.sheet, row: form.rows[at]!.row, column, value }]) : undefined;
  }),
  inForm('移到下一栏', (base, form, random) => {
    const { row } = pick(form.rows, random);
    const c = Math.floor(random() * (form.columns.length - 1));
    const value = valueAt(base.workbook, form.sheet, row, form.columns[c]!.column);
    if (!isAmount(value)) return undefined;
    return puts(base, [
      { sheet: form.sheet, row, column: form.columns[c]!.column, value: null },
      { sheet: form.sheet, row, column: form.columns[c + 1]!.column, value },
    ]);
  }),
  inForm('移到下一行', (base, form, random) => {
    const r = Math.floor(random() * (form.rows.length - 1));
    const { column } = pick(form.columns, random);
    const value = valueAt(base.workbook, form.sheet, form.rows[r]!.row, column);
    if (!isAmount(value)) return undefined;
    return puts(base, [
      { sheet: form.sheet, row: form.rows[r]!.row, column, value: null },
      { sheet: form.sheet, row: form.rows[r + 1]!.row, column, value },
    ]);
  }),
  inForm('相邻两行互换', (base, form, random) => {
    const r = Math.floor(random() * (form.rows.length - 1));
    const [a, b] = [form.rows[r]!.row, form.rows[r + 1]!.row];
    return puts(base, [...copyRow(base, form, a, b), ...copyRow(base, form, b, a)]);
  }),
  inForm('一块下移一行', (base, form, random) => {
    const size = 3 + Math.floor(random() * 4);
    const from = Math.floor(random() * Math.max(1, form.rows.length - size));
    const block = form.rows.slice(from, from + size).map(({ row }) => row);
    const moved = block.slice(1).flatMap((row, i) => copyRow(base, form, block[i]!, row));
    return puts(base, [...form.columns.map(({ column }) => ({ sheet: form.sheet, row: block[0]!, column, value: null })), ...moved]);
  }),
  inForm('相邻两栏互换', swapColumns),
  inForm('一行右移一栏', (base, form, random) => {
    const { row } = pick(form.rows, random);
    const values = amountsIn(base, form, row);
    return puts(
      base,
      form.columns.map(({ column }, i) => ({ sheet: form.sheet, row, column, value: i === 0 ? null : values[i - 1]! })),
    );
  }),
  inForm('一行漏填', (base, form, random) => {
    const { row } = pick(form.rows, random);
    return puts(
      base,
      form.columns.map(({ column }) => ({ sheet: form.sheet, row, column, value: null })),
    );
  }),
  inForm('一块以万元填列', (base, form, random) => {
    const size = 3 + Math.floor(random() * 4);
    const from = Math.floor(random() * Math.max(1, form.rows.length - size));
    return puts(base, inWan(base, form, form.rows.slice(from, from + size), form.columns));
  }),
  inForm('一栏以万元填列', (base, form, random) => puts(base, inWan(base, form, form.rows, [pick(form.columns, random)]))),
  inUnconfirmed('财决06表一栏以万元填列（提示）', (base, form, random) =>
    puts(base, inWan(base, form, form.rows, [pick(form.columns, random)])),
  ),
  inUnconfirmed('财决06表相邻两栏互换（提示）', swapColumns),
  inForm('整表以万元填列', (base, form) => puts(base, inWan(base, form, form.rows, form.columns))),
  inForm('一栏两项一多一少', (base, form, random) => {
    const items = form.rows.filter(({ key }) => key.length === 7);
    const { column } = pick(form.columns, random);
    const filled = items.filter(({ row }) => isAmount(valueAt(base.workbook, form.sheet, row, column)));
    if (filled.length < 2) return undefined;
    const [a, b] = [filled[0]!.row, pick(filled.slice(1), random).row];
    return puts(
      base,
      shifted(base, form, [
        [a, column, 100],
        [b, column, -100],
      ]),
    );
  }),
  inForm('一行两栏一多一少', (base, form, random) => {
    const { row } = pick(form.rows, random);
    const filled = form.columns.filter(({ column }) => isAmount(valueAt(base.workbook, form.sheet, row, column)));
    if (filled.length < 2) return undefined;
    const [a, b] = [filled[0]!.column, pick(filled.slice(1), random).column];
    return puts(
      base,
      shifted(base, form, [
        [row, a, 100],
        [row, b, -100],
      ]),
    );
  }),
];

const inWan = (base: Base, form: CodeForm, rows: CodeForm['rows'], columns: CodeForm['columns']): readonly Put[] =>
  rows.flatMap(({ row }) =>
    columns.flatMap(({ column }): readonly Put[] => {
      const value = valueAt(base.workbook, form.sheet, row, column);
      return typeof value === 'number' ? [{ sheet: form.sheet, row, column, value: fen(value / 10000) }] : [];
    }),
  );

const shifted = (base: Base, form: CodeForm, moves: readonly (readonly [row: number, column: number, by: number])[]): readonly Put[] =>
  moves.map(([row, column, by]) => ({
    sheet: form.sheet,
    row,
    column,
    value: fen(Number(valueAt(base.workbook, form.sheet, row, column)) + by),
  }));

/** The value of last year's workbook in the same row (by code) and column. */
function lastYear(base: Base, form: CodeForm, key: string, column: number): Scalar {
  const sheet = base.before!.sheets.find(({ name }) => name === form.sheet);
  const row = sheet?.values.findIndex((cells) => String(cells[0] ?? '').trim() === key || (key === '合计' && cells.includes('合计')));
  return sheet && row !== undefined && row > 6 ? (sheet.values[row]![column - sheet.left] ?? null) : null;
}

const lastYearKinds: readonly Kind[] = [
  inForm('一栏贴成上年数', (base, form, random) => {
    if (!base.before) return undefined;
    const { column } = pick(form.columns, random);
    return puts(
      base,
      form.rows.map(({ key, row }) => ({ sheet: form.sheet, row, column, value: lastYear(base, form, key, column) })),
    );
  }),
  inForm(
    '整表贴成上年数',
    (base, form) =>
      base.before &&
      puts(
        base,
        form.rows.flatMap(({ key, row }) =>
          form.columns.map(({ column }) => ({ sheet: form.sheet, row, column, value: lastYear(base, form, key, column) })),
        ),
      ),
  ),
];

/** Every amount of the workbook in 万元 under headings that say 元: where no formula fails, only a remark can say so. */
const wholeInWan: Kind = {
  name: '整本以万元填列',
  remark: 'MONEY',
  says: /金额很可能是按万元填列/,
  spoil: (base, random) => {
    const spoiled = puts(
      base,
      base.amounts.map((cell) => ({ ...placeOf(cell), value: fen(cell.value / 10000) })),
    );
    return spoiled && { ...spoiled, alone: random() < 0.5 };
  },
};

const three: Kind = {
  name: '三处各错一格',
  spoil: (base, random) => {
    const cells = Array.from({ length: 3 }, () => pick(base.amounts, random));
    if (new Set(cells.map(({ sheet }) => sheet)).size < 3) return undefined;
    return puts(
      base,
      cells.map((cell) => ({ ...placeOf(cell), value: fen(cell.value + 1000 * (1 + random())) })),
    );
  },
};

/** What a hand does to cells, rows and columns of a workbook. */
export const kinds: readonly Kind[] = [...cellKinds, ...blockKinds, ...lastYearKinds, ...rowKinds, wholeInWan, three];

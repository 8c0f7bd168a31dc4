import type { Scalar } from '../../src/kernel/workbook';
import { withPuts, withValues, valueAt, type Base, type CodeForm, type Put } from './base';
import { pick, type Kind, type Random, type Spoiled } from './spoiled';

/** What is done to a row. */
export type Deed = 'deleted' | 'doubled' | 'recoded';
/** Is the row the only one below its parent? */
export type Alone = 'only' | 'several';

const isCode = (key: string): boolean => /^\d+$/.test(key);
const parentOf = (key: string): string => (key.length === 3 ? '' : key.slice(0, -2));
const levelOf = { 类: 3, 款: 5, 项: 7 } as const;
export type Level = keyof typeof levelOf;

/** Rows of a level that are the only child of their parent, or one of several. */
export function rowsOf(form: CodeForm, level: Level, alone: Alone): readonly string[] {
  const codes = form.rows.map(({ key }) => key).filter((key) => isCode(key) && key.length === levelOf[level]);
  const siblings = (code: string): number => codes.filter((other) => parentOf(other) === parentOf(code)).length;
  return codes.filter((code) => (siblings(code) === 1) === (alone === 'only'));
}

const rowsBelow = (form: CodeForm, code: string): CodeForm['rows'] =>
  form.rows.filter(({ key }) => key === code || (key.startsWith(code) && key !== code) || key.startsWith(`${code}#`));

const hasAmount = (base: Base, form: CodeForm, code: string): boolean => {
  const at = form.rows.find(({ key }) => key === code)!.row;
  return form.columns.some(({ column }) => {
    const value = valueAt(base.workbook, form.sheet, at, column);
    return typeof value === 'number' && value !== 0;
  });
};

const without = (base: Base, form: CodeForm, gone: ReadonlySet<number>): Spoiled['workbook'] =>
  withValues(base.workbook, form.sheet, (values, top) => values.filter((_, r) => !gone.has(r + top)));

/** A code that no form of the base prints, of the same length and under the same 款 where it can be. */
function freshCode(base: Base, code: string, random: Random): string {
  const known = new Set(base.forms.flatMap(({ rows }) => rows.map(({ key }) => key)));
  for (;;) {
    const last = String(10 + Math.floor(random() * 89));
    const fresh = code.length === 3 ? `2${last}` : `${code.slice(0, -2)}${last}`;
    if (!known.has(fresh)) return fresh;
  }
}

/** Deletes, doubles or recodes a row; a 类 or 款 is deleted with all that is below it. */
export function spoilRow(base: Base, form: CodeForm, code: string, deed: Deed, random: Random): Spoiled | undefined {
  if (!hasAmount(base, form, code)) return undefined;
  const at = form.rows.findIndex(({ key }) => key === code);
  const { row } = form.rows[at]!;
  const near = [row, form.rows[at - 1]?.row ?? row];
  const parent = form.rows.find(({ key }) => key === parentOf(code));
  const mark = { form: form.form, code, sheet: form.sheet, near: parent ? [...near, parent.row] : near };
  if (deed === 'deleted')
    return { workbook: without(base, form, new Set(rowsBelow(form, code).map((one) => one.row))), cells: new Set(), row: mark };
  if (deed === 'doubled') {
    const workbook = withValues(base.workbook, form.sheet, (values, top) => {
      const copy = [...values];
      copy.splice(row - top + 1, 0, [...values[row - top]!]);
      return copy;
    });
    return { workbook, cells: new Set(), row: { ...mark, near: [row, row + 1] } };
  }
  const fresh = freshCode(base, code, random);
  const sheet = base.workbook.sheets.find(({ name }) => name === form.sheet)!;
  const column = sheet.values[row - sheet.top]!.findIndex((value: Scalar) => String(value ?? '').trim() === code);
  if (column < 0) return undefined;
  const put: Put = { sheet: form.sheet, row, column: column + sheet.left, value: fresh };
  return { workbook: withPuts(base.workbook, [put]), cells: new Set(), row: { ...mark, written: fresh } };
}

const anyRow = (name: string, level: Level, deed: Deed, alone: readonly Alone[]): Kind => ({
  name,
  spoil: (base, random) => {
    const form = pick(base.forms, random);
    const codes = alone.flatMap((one) => rowsOf(form, level, one));
    return codes.length === 0 ? undefined : spoilRow(base, form, pick(codes, random), deed, random);
  },
});

/** Rows taken out with all that is below them, and every total above them made to fit. */
export function leftOut(base: Base, form: CodeForm, codes: readonly string[]): Spoiled {
  const row = (key: string): number => form.rows.find((one) => one.key === key)!.row;
  const gone = (key: string): boolean => codes.some((code) => key === code || key.startsWith(code));
  const above = (key: string, code: string): boolean => !gone(key) && (key === '合计' || (isCode(key) && code.startsWith(key)));
  const amount = (r: number, column: number): number => Number(valueAt(base.workbook, form.sheet, r, column) ?? 0);
  const list = form.rows.flatMap(({ key, row: at }) => {
    const lost = codes.filter((code) => above(key, code)).map(row);
    return form.columns.flatMap(({ column }): readonly Put[] => {
      const value = valueAt(base.workbook, form.sheet, at, column);
      if (lost.length === 0 || typeof value !== 'number') return [];
      const left = lost.reduce((sum, r) => sum - amount(r, column), value);
      return [{ sheet: form.sheet, row: at, column, value: Number(left.toFixed(2)) }];
    });
  });
  const rows = new Set(form.rows.filter(({ key }) => gone(key)).map((one) => one.row));
  const marks = codes.map((code) => ({
    form: form.form,
    code,
    sheet: form.sheet,
    near: form.rows.filter(({ key }) => above(key, code)).map((one) => one.row),
  }));
  return {
    workbook: without({ ...base, workbook: withPuts(base.workbook, list) }, form, rows),
    cells: new Set(),
    row: marks[0]!,
    more: marks.slice(1),
  };
}

/** Once its totals fit, only remarks speak of 财决06. */
const anyForm = (base: Base, random: Random): CodeForm =>
  pick(
    base.forms.filter((one) => one.form !== 'Z06'),
    random,
  );

const fitted: Kind = {
  name: '缺一款，合计已改平',
  spoil: (base, random) => {
    const form = anyForm(base, random);
    const codes = rowsOf(form, '款', 'several');
    if (codes.length === 0) return undefined;
    const code = pick(codes, random);
    return hasAmount(base, form, code) ? leftOut(base, form, [code]) : undefined;
  },
};

/** Two 款 or 项, neither below the other, whose parents keep other rows. */
const twoFitted: Kind = {
  name: '缺两款（项），合计已改平',
  spoil: (base, random) => {
    const form = anyForm(base, random);
    const codes = (['款', '项'] as const).flatMap((level) => rowsOf(form, level, 'several'));
    if (codes.length < 2) return undefined;
    const [one, two] = [pick(codes, random), pick(codes, random)];
    const left = (code: string): number =>
      form.rows.filter(({ key }) => isCode(key) && key.length === code.length && parentOf(key) === parentOf(code)).length;
    const apart = !one.startsWith(two) && !two.startsWith(one) && (parentOf(one) !== parentOf(two) || left(one) > 2);
    return apart && hasAmount(base, form, one) && hasAmount(base, form, two) ? leftOut(base, form, [one, two]) : undefined;
  },
};

export const rowKinds: readonly Kind[] = [
  anyRow('缺一款及其项：类下唯一', '款', 'deleted', ['only']),
  anyRow('缺一款及其项：几款之一', '款', 'deleted', ['several']),
  fitted,
  twoFitted,
  anyRow('缺一项：款下唯一', '项', 'deleted', ['only']),
  anyRow('缺一项：几项之一', '项', 'deleted', ['several']),
  anyRow('项级行重复', '项', 'doubled', ['only', 'several']),
  anyRow('项级编码写错', '项', 'recoded', ['only', 'several']),
];

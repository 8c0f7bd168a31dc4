import type { Source } from '../kernel/source';

/**
 * How to add a form
 *
 * 1. Lay the paper beside this folder. Make one file named after the printed number (z13.ts, f04.ts; public forms in
 *    public/) and write down what is printed: title, number, column heads, row labels. No addresses: reading finds the
 *    cells by their words, so a form that moves by a row or a column is still the same form.
 * 2. Give each row and column its key: the printed words, shortened only where two rows of one form print the same words.
 *    The form is the one list of its keys; keys.ts derives from it the names that rules and sentences may use.
 * 3. Words: `a|b` are printings of different years or hands, the newest first. A column is a path of heads read
 *    downwards, `本年支出 > 基本支出 > 小计|合计`; it is compared with the lowest heads, so heads above may come and go.
 *    Brackets, widths, spaces, quotes, ordinals (一、（一）1.), 其中： and counting units (辆) never matter.
 * 4. `proof` names words that only this kind of form prints; a sheet without them is not read.
 * 5. Say what a blank cell means, which rows are counts, and what is blocked when the form is missing.
 * 6. Add it to forms.ts, its rule ids to rules/columns.ts, its sheet to tests/kit. CONTRIBUTING.md has the recipe.
 *    What has not been seen on a real workbook is `unverified`.
 */
export interface Layout {
  /** Own id: the fact table's id, or P01… for a public form. */
  readonly id: string;
  /** Facts read from the form are filed under this table. */
  readonly table: string;
  readonly family: '财决' | '公开';
  /** Printed titles, the newest first. */
  readonly titles: readonly string[];
  /** Printed number: 财决01-1表, 公开04表. A public form has other numbers elsewhere. */
  readonly numbers: readonly string[];
  readonly source: Source;
  /** Money unit when the sheet prints none. */
  readonly unit: '元' | '万元';
  /** A blank amount cell is none, not unknown. */
  readonly blankMeansNone: boolean;
  /** Words (`a|b`) that must be printed among heads and labels before the form is read. */
  readonly proof: readonly string[];
  readonly body: FixedBody | CodeBody | SingleBody | ListBody;
  /** What cannot be done without the form, for the list of forms; ends with 。 */
  readonly absence: string;
}

/** Rows by label, in one or more blocks side by side. */
export interface FixedBody {
  readonly kind: 'fixed';
  /** From left to right. */
  readonly blocks: readonly BlockWords[];
  readonly rows: readonly RowWords[];
  /** Rows and columns that are not listed are read under their printed words: the geometry of the form is not known. */
  readonly open?: boolean;
  /** All its rows are counts. */
  readonly counts?: boolean;
}

export interface BlockWords<Name extends string = string, Key extends string = string> {
  readonly name: Name;
  /** Words in the head of the label column that tell the block from its neighbours; '' = the one that is left over. */
  readonly head: string;
  readonly columns: readonly ColumnWords<Key>[];
}

export interface ColumnWords<Key extends string = string> {
  readonly key: Key;
  /** Paths of heads; the first that is printed counts. */
  readonly paths: readonly string[];
  readonly required?: boolean;
  /** A ratio column: never scaled. */
  readonly percent?: boolean;
}

export interface RowWords<Key extends string = string, Block extends string = string> {
  readonly key: Key;
  /** `a|b` */
  readonly words: string;
  /** Blocks whose label column may print the row. */
  readonly in: readonly Block[];
  /** Blocks that hold its values: the first that is printed. Default: the block of the label. */
  readonly values?: readonly string[];
  /** Printed below / above that other row; tells rows of the same words apart. */
  readonly below?: string;
  readonly above?: string;
  readonly count?: boolean;
  readonly required?: boolean;
  /** A 科目 row: when it is not printed it did not occur; its cell is then that of this row. */
  readonly unprinted?: string;
}

/** Rows by 功能分类 code. `matrix`: columns by 经济分类. `projects`: project rows stand below their 项. */
export interface CodeBody {
  readonly kind: 'codes';
  readonly columns: readonly ColumnWords[] | 'matrix';
  readonly projects?: boolean;
}

/** One line of numbers; the column keys are `row.column` of the table. */
export interface SingleBody {
  readonly kind: 'single';
  readonly columns: readonly ColumnWords[];
}

/** Columns of 经济分类 code, name and amount side by side: the 合计 row of a matrix, printed downwards. */
export interface ListBody {
  readonly kind: 'list';
  /** Words of the amount head. */
  readonly amount: string;
}

/** A column and the paths of heads it is printed under. */
export const column = <Key extends string>(key: Key, ...paths: readonly string[]): ColumnWords<Key> => ({
  key,
  paths: paths.length ? paths : [key],
});
/** A column without which the form cannot be used. */
export const needed = <Key extends string>(key: Key, ...paths: readonly string[]): ColumnWords<Key> => ({
  ...column(key, ...paths),
  required: true,
});

/** Source of a form of the reporting software. */
export const form = (clause: string, unverified?: true): Source => ({
  by: 'official',
  doc: '部门决算报表',
  clause,
  ...(unverified ? { unverified } : {}),
});

/** A layout with its rows and columns kept as literal types, so that keys.ts can name them. */
export const defineForm = <const Form extends Layout>(layout: Form): Form => layout;

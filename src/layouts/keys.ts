import type { EconomicCode } from './codes/economic';
import type { forms } from './forms';

/**
 * The names by which every other folder speaks of a cell: `table.row.column`, all derived from the forms of forms.ts.
 * A misspelt form, row or column does not compile. 功能分类 and 经济分类 rows and columns are named by their code.
 */
type Forms = typeof forms;

export type TableId = keyof Forms;
/** Rows of the forms by 功能分类: 合计, or a code of 3, 5 or 7 digits; `2010302#1` is the first project row under that 项. */
type CodeRow = '合计' | FunctionalCode | `${number}#${number}`;
/** Code of a 类, 款 or 项. */
export type FunctionalCode = `${number}`;
/** A 功能分类 code that was read or supplied, as the row of that code. */
export const codeRow = (code: string): FunctionalCode => code as FunctionalCode;
/** Columns by 经济分类: 合计, a group (小计), a 款, or a 款 that is printed though the list lacks it (`302#1`). */
type MatrixColumn = '合计' | EconomicCode | `${number}#${number}`;

type Body<Id extends TableId> = Forms[Id]['body'];
type KeyIn<Words> = Words extends { readonly key: infer Key extends string } ? Key : never;

/** A block of a fixed form with the rows that stand in it. */
type Blocks<B> = B extends { readonly kind: 'fixed'; readonly blocks: readonly (infer Block)[]; readonly rows: readonly (infer Row)[] }
  ? Block extends { readonly name: infer Name; readonly columns: readonly (infer Column)[] }
    ? { readonly rows: RowIn<Row, Name>; readonly columns: KeyIn<Column> }
    : never
  : never;
type RowIn<Row, Name> = Row extends { readonly key: infer Key extends string; readonly in: readonly (infer In)[] }
  ? Name extends In
    ? Key
    : never
  : never;

type Coded<B> = B extends { readonly kind: 'codes'; readonly columns: infer Columns }
  ? Columns extends 'matrix'
    ? { readonly rows: CodeRow; readonly columns: MatrixColumn }
    : Columns extends readonly (infer Column)[]
      ? { readonly rows: CodeRow; readonly columns: KeyIn<Column> }
      : never
  : never;

/** Rows of a form with the columns that they have. */
type Parts<Id extends TableId> = Blocks<Body<Id>> | Coded<Body<Id>>;
export type RowOf<Id extends TableId> = Parts<Id>['rows'];
export type ColumnOf<Id extends TableId> = Parts<Id>['columns'];

type Join<Id extends string, Part> = Part extends { readonly rows: infer Row extends string; readonly columns: infer Column extends string }
  ? `${Id}.${Row}.${Column}`
  : never;
/** Every key that a rule or a sentence may name. */
export type Key = { readonly [Id in TableId]: Join<Id, Parts<Id>> }[TableId];

/** A row or a column of any form. */
export type RowName = RowOf<TableId>;
export type ColumnName = ColumnOf<TableId>;

type WithBody<Wanted> = { readonly [Id in TableId]: Body<Id> extends Wanted ? Id : never }[TableId];
/** Forms with rows by label; with rows by 功能分类; of these, with columns by 经济分类. */
export type FixedTable = WithBody<{ readonly kind: 'fixed' }>;
export type CodeTable = WithBody<{ readonly kind: 'codes' }>;
export type MatrixTable = WithBody<{ readonly columns: 'matrix' }>;

/** `全年预算数·*`: one half of a column in two halves may be the column of `each`. */
type Halves<Column> = Column extends `${infer Left}·${infer Right}` ? `${Left}·*` | `*·${Right}` : never;
type Wild<Id extends string, Part> = Part extends { readonly rows: infer Row extends string; readonly columns: infer Column extends string }
  ? `${Id}.${Row | '*'}.${Column | '*' | (Id extends FixedTable ? Halves<Column> : never) | (Id extends MatrixTable ? '^' : never)}`
  : never;
/** A key with `*` allowed for the row and the column of `each`, and `^` for the 经济分类 column named by the row. */
export type KeyPattern = { readonly [Id in TableId]: Wild<Id, Parts<Id>> }[TableId];
/** The column part of the patterns of one form. */
export type ColumnPattern<Id extends TableId> =
  Extract<KeyPattern, `${Id}.${string}`> extends infer P ? (P extends `${string}.${string}.${infer Column}` ? Column : never) : never;
/** One half of a column in two halves, as the column of `each`. */
export type ColumnHalf = ColumnOf<FixedTable> extends infer C ? (C extends `${infer Left}·${infer Right}` ? Left | Right : never) : never;

/** Is a column a 款 of this group: one of the list (`30201`), or one that is printed though the list lacks it (`302#1`)? */
export const isItemColumn = (column: string, group: string): boolean =>
  column.startsWith(group) && /^(\d\d|#\d+)$/.test(column.slice(group.length));

/** 财决01表, 财决05-1表, 财决附03表, 公开04表, CS02: the number as an accountant says it. */
export const formName = (id: string): string => {
  if (id.startsWith('Z')) return `财决${id.slice(1).replace('_', '-')}表`;
  if (id.startsWith('F')) return `财决附${id.slice(1)}表`;
  return /^P\d\d/.test(id) ? `公开${id.slice(1, 3)}表` : id;
};

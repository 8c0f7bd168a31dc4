import type { CodeTable, ColumnPattern, FixedTable, MatrixTable, KeyPattern, RowOf, TableId } from '../layouts/keys';
import type { Claim, Expr, RowGroup } from './rule';

export type { KeyPattern } from '../layouts/keys';

/** A pattern cut at its first and last full stop. */
const splitPattern = (key: KeyPattern): { readonly table: TableId; readonly row: string; readonly column: string } => ({
  table: key.slice(0, key.indexOf('.')) as TableId,
  row: key.slice(key.indexOf('.') + 1, key.lastIndexOf('.')),
  column: key.slice(key.lastIndexOf('.') + 1),
});

export const cell = (key: KeyPattern): Expr => ({ op: 'cell', ...splitPattern(key), book: '本年' });
/** The same cell of last year's workbook. */
export const last = (key: KeyPattern): Expr => ({ op: 'cell', ...splitPattern(key), book: '上年' });

const expr = (term: Expr | KeyPattern): Expr => (typeof term === 'string' ? cell(term) : term);

export const adding = (...terms: readonly (Expr | KeyPattern)[]): Expr => ({ op: 'sum', terms: terms.map(expr) });
export const less = (left: Expr | KeyPattern, right: Expr | KeyPattern): Expr => ({ op: 'minus', left: expr(left), right: expr(right) });
export const timesTerm = (factor: number, of: Expr | KeyPattern): Expr => ({ op: 'times', factor, of: expr(of) });
export const yuanAmount = (value: number): Expr => ({ op: 'amount', value, unit: '元' });
export const count = (value: number): Expr => ({ op: 'amount', value, unit: 'count' });

/** Σ of a column over rows. */
export const sumRows = <Id extends FixedTable | CodeTable>(table: Id, which: RowGroup, column: ColumnPattern<Id>): Expr => ({
  op: 'rows',
  table,
  which,
  column,
});
/** Σ over the 小计 columns, or over the 款 columns of the group of `each`. */
export const sumColumns = (table: MatrixTable, which: 'groups' | 'items', row: RowOf<MatrixTable> | '*' = '*'): Expr => ({
  op: 'columns',
  table,
  which,
  row,
});

const claim = (left: Expr | KeyPattern, is: Claim['is'], right: Expr | KeyPattern): Claim => ({ left: expr(left), is, right: expr(right) });
export const equal = (left: Expr | KeyPattern, right: Expr | KeyPattern): Claim => claim(left, '=', right);
export const atMost = (left: Expr | KeyPattern, right: Expr | KeyPattern): Claim => claim(left, '≤', right);
export const atLeast = (left: Expr | KeyPattern, right: Expr | KeyPattern): Claim => claim(left, '≥', right);

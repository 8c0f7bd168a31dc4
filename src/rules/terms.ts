import type { EconomicGroupCode } from '../layouts/codes/economic';
import type { FunctionalClass } from '../layouts/codes/functional';
import { splitPattern, type CodeRowPattern, type F03Pattern, type Z01_1Pattern } from './patterns';
import type { MatrixTable, TableId, z01Cols, z01Rows, z02Cols, z03Cols, z04Cols, z06Cols, z07Cols } from '../layouts/keys';
import type { Claim, Expr, RowGroup } from './rule';

type Column<L extends readonly string[]> = L[number] | '*';

/** A key of layouts/keys.ts with `*` allowed for the row and the column of `each`. A misspelt row or column does not compile. */
export type Pattern =
  | `Z01.${(typeof z01Rows)[number] | FunctionalClass | EconomicGroupCode | '*'}.${Column<typeof z01Cols>}`
  | Z01_1Pattern
  | `Z02.${CodeRowPattern}.${Column<typeof z02Cols>}`
  | `Z03.${CodeRowPattern}.${Column<typeof z03Cols>}`
  | `Z04.${CodeRowPattern}.${Column<typeof z04Cols>}`
  | `Z06.${CodeRowPattern}.${Column<typeof z06Cols>}`
  | `${'Z07' | 'Z09' | 'Z11'}.${CodeRowPattern}.${Column<typeof z07Cols>}`
  | `${MatrixTable}.${CodeRowPattern}.${'合计' | '*' | '^' | `${number}`}`
  | F03Pattern;

export const cell = (key: Pattern): Expr => ({ op: 'cell', ...splitPattern(key), book: '本年' });
/** The same cell of last year's workbook. */
export const last = (key: Pattern): Expr => ({ op: 'cell', ...splitPattern(key), book: '上年' });

const expr = (term: Expr | Pattern): Expr => (typeof term === 'string' ? cell(term) : term);

export const sum = (...terms: readonly (Expr | Pattern)[]): Expr => ({ op: 'sum', terms: terms.map(expr) });
export const minus = (left: Expr | Pattern, right: Expr | Pattern): Expr => ({ op: 'minus', left: expr(left), right: expr(right) });
export const times = (factor: number, of: Expr | Pattern): Expr => ({ op: 'times', factor, of: expr(of) });
export const yuan = (value: number): Expr => ({ op: 'amount', value, unit: '元' });
export const count = (value: number): Expr => ({ op: 'amount', value, unit: 'count' });

/** Σ of a column over rows. */
export const sumRows = (table: TableId, which: RowGroup, column: string): Expr => ({ op: 'rows', table, which, column });
/** Σ over the 小计 columns, or over the 款 columns of the group of `each`. */
export const sumColumns = (table: MatrixTable, which: 'groups' | 'items', row = '*'): Expr => ({ op: 'columns', table, which, row });

const claim = (left: Expr | Pattern, is: Claim['is'], right: Expr | Pattern): Claim => ({ left: expr(left), is, right: expr(right) });
export const equal = (left: Expr | Pattern, right: Expr | Pattern): Claim => claim(left, '=', right);
export const atMost = (left: Expr | Pattern, right: Expr | Pattern): Claim => claim(left, '≤', right);
export const atLeast = (left: Expr | Pattern, right: Expr | Pattern): Claim => claim(left, '≥', right);

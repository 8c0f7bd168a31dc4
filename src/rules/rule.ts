import type { Source } from '../kernel/source';
import type { Severity } from '../kernel/outcome';
import type { Key } from '../layouts/keys';

/** A cell of this year's or last year's workbook; `*` in the row or column place stands for the place of `each`. */
export type KeyPattern = Key | `${Key}@上年` | (string & { readonly pattern?: never });

/**
 * The formula of a rule as data: evaluated, printed in the message and in RULES.md, listed for dependencies and used to
 * generate values that satisfy or break it.
 */
export type Expr =
  | { readonly op: 'cell'; readonly key: string }
  | { readonly op: 'sum'; readonly terms: readonly Expr[] }
  | { readonly op: 'minus'; readonly left: Expr; readonly right: Expr }
  /** Σ of one column over the rows one level below the row of `each` (类 → 款 → 项), or over all 类/款/项 rows. */
  | { readonly op: 'sumRows'; readonly table: string; readonly rows: 'children' | '类' | '款' | '项' | 'projects'; readonly column: string };

export interface Rule {
  /** Permanent, never reused: table of the flagged cell, kind, two digits. */
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly source: Source;
  /** One id, many places: `*` in the keys becomes each row or column of the table named. */
  readonly each?: { readonly over: 'row' | 'column'; readonly table: string; readonly only?: readonly string[] };
  /** The rule does not apply unless this holds. */
  readonly when?: 'administrative' | 'singleUnit';
  readonly claim: { readonly left: Expr; readonly is: '=' | '≤' | '≥'; readonly right: Expr };
  readonly tolerance: 'exact' | 'rounding' | { readonly yuan: string; readonly why: string };
  /** Slots: {left} {right} {diff} {row} {column}. First sentence says what is wrong, names table and row, ends with 。 */
  readonly message: string;
  readonly hint: string;
}

import type { EconomicGroupCode } from '../layouts/codes/economic';
import type { FunctionalClass } from '../layouts/codes/functional';
import type {
  CodeRow,
  f03AmountRows,
  f03Cols,
  f03CountRows,
  Fund,
  TableId,
  z01Cols,
  z01_1ExpenditureRows,
  z01_1IncomeRows,
} from '../layouts/keys';

/** Rows of a column table: a key, or `*` for the row of `each`. */
export type CodeRowPattern = CodeRow | '*';

type Stage = (typeof z01Cols)[number] | '*';
/** 财决01-1: income rows have plain columns, expenditure rows one per fund; either part may be the column of `each`. */
export type Z01_1Pattern =
  | `Z01_1.${(typeof z01_1IncomeRows)[number]}.${Stage}`
  | `Z01_1.${(typeof z01_1ExpenditureRows)[number] | FunctionalClass | EconomicGroupCode | '*'}.${`${Stage}·${Fund | '*'}` | '*'}`;

export type F03Pattern = `F03.${(typeof f03AmountRows)[number] | (typeof f03CountRows)[number] | '*'}.${(typeof f03Cols)[number] | '*'}`;

/** A pattern cut at its first and last full stop. */
export const splitPattern = (key: string): { readonly table: TableId; readonly row: string; readonly column: string } => ({
  table: key.slice(0, key.indexOf('.')) as TableId,
  row: key.slice(key.indexOf('.') + 1, key.lastIndexOf('.')),
  column: key.slice(key.lastIndexOf('.') + 1),
});

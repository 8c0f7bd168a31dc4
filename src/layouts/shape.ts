import { economicGroupCodes, itemsOf } from './codes/economic';
import { forms } from './forms';
import type { CodeTable, ColumnOf, FixedTable, MatrixTable, RowOf, TableId } from './keys';
import type { Layout } from './layout';

/** The rows and columns of a form, as lists: for whatever goes over all of them. */
export const tableIds = Object.keys(forms) as readonly TableId[];
const bodyOf = (id: TableId): Layout['body'] => (forms[id] as Layout).body;

export const fixedTables = tableIds.filter((id): id is FixedTable => bodyOf(id).kind === 'fixed');
export const codeTables = tableIds.filter((id): id is CodeTable => bodyOf(id).kind === 'codes');
export const matrixTables = codeTables.filter((id): id is MatrixTable => {
  const body = bodyOf(id);
  return body.kind === 'codes' && body.columns === 'matrix';
});
/** Forms that print project rows below their 项. */
export const hasProjects = (id: CodeTable): boolean => {
  const body = bodyOf(id);
  return body.kind === 'codes' && body.projects === true;
};

/** Rows of a form by label, in printed order; those of one block with `block`. */
export function rowsOf<Id extends FixedTable>(id: Id, block?: string): readonly RowOf<Id>[] {
  const body = bodyOf(id);
  if (body.kind !== 'fixed') return [];
  return body.rows.filter((row) => block === undefined || row.in.includes(block)).map((row) => row.key as RowOf<Id>);
}

/** Columns of a form, in printed order; those of one block with `block`. */
export function columnsOf<Id extends TableId>(id: Id, block?: string): readonly ColumnOf<Id>[] {
  const body = bodyOf(id);
  const blocks = body.kind === 'fixed' ? body.blocks.filter(({ name }) => block === undefined || name === block) : [];
  const columns = blocks.flatMap((one) => one.columns.map(({ key }) => key));
  if (body.kind === 'codes' && body.columns === 'matrix')
    columns.push('合计', ...economicGroupCodes.flatMap((group) => [group, ...itemsOf(group)]));
  else if (body.kind === 'codes' && body.columns !== 'matrix') columns.push(...body.columns.map(({ key }) => key));
  return [...new Set(columns)] as string[] as ColumnOf<Id>[];
}

/** Rows that count things; all others hold amounts. */
export function countsOf<Id extends FixedTable>(id: Id): readonly RowOf<Id>[] {
  const body = bodyOf(id);
  return body.kind === 'fixed' ? body.rows.filter((row) => row.count).map((row) => row.key as RowOf<Id>) : [];
}

import { splitKey } from '../../facts/fact-set';
import { exactly, printed, say } from '../../facts/phrase';
import { formName } from '../../layouts/keys';
import type { Failure } from '../failure';
import type { FenGrid, Grids } from '../grid';
import { parentRow, printing, type Absence, type FailedSums } from './evidence';
import { codeName, echoesOf, factIn, fault, labelOf, type RowFault } from './fault';
import { rowKinds } from './kinds';
import { isShort, sumsAbove, sumsWithin } from './sums-around';

export interface Extra {
  readonly grid: FenGrid;
  readonly code: string;
  readonly failures: ReadonlySet<Failure>;
}

/** A row that no other form has: where other forms fail for lack of it, and none of them is short in its own sums. */
export function extraRows(all: readonly Absence[], left: readonly Failure[], hierarchy: FailedSums, grids: Grids): readonly Extra[] {
  const codes = [...new Set(all.map(({ code }) => code))];
  return codes.flatMap((code): readonly Extra[] => {
    const owners = printing(code, grids);
    const lacking = all.filter((absence) => absence.code === code);
    if (owners.length !== 1 || lacking.some((absence) => isShort(absence, hierarchy, grids))) return [];
    const grid = owners[0]!;
    const parent = parentRow(grid, code);
    const over = parent !== undefined && (hierarchy.get(`${grid.table.id}.${parent}`)?.length ?? 0) > 0;
    if (!over && lacking.length < 2) return [];
    return [{ grid, code, failures: new Set([...lacking.flatMap(({ failures }) => [...failures]), ...ofRow(grid, code, left)]) }];
  });
}

/** Failures at this 科目 with a cell of this row, also against a form that prints all 类 whether they occur or not. */
const ofRow = (grid: FenGrid, code: string, failures: readonly Failure[]): readonly Failure[] =>
  failures.filter(
    ({ place, verdict }) =>
      place.row === code &&
      [...verdict.left.parts, ...verdict.right.parts].some(({ fact }) => !fact.noRow && splitKey(fact.key).table === grid.table.id),
  );

/** A 类 or 款 that the form does not print, though it prints what is below, with the amounts of this row. */
function meant(grid: FenGrid, code: string): string | undefined {
  const row = grid.rows.get(code)!;
  return [...grid.below].find(
    ([key, below]) =>
      key.length === code.length &&
      grid.table.columns.every(
        (_, c) => below.reduce((sum, r) => sum + grid.fen[r * grid.width + c]!, 0) === grid.fen[row * grid.width + c],
      ),
  )?.[0];
}

export function extraFault({ grid, code, failures }: Extra, hierarchy: FailedSums, grids: Grids): RowFault {
  const form = formName(grid.table.id);
  const first = grid.table.columns.map((column) => factIn(grid, code, column)).find((fact) => fact && !fact.value.isZero());
  const above = sumsAbove(grid, code, (column) => factIn(grid, code, column)?.value, hierarchy);
  const name = grid.table.row(code)?.name ?? '';
  const place = `${grid.table.id}·${code}`;
  const right = meant(grid, code);
  if (right !== undefined) {
    const own = new Set([...failures, ...above, ...sumsWithin(grid, code, hierarchy)]);
    const words = `${form}第 ${(grid.table.row(code)?.row ?? 0) + 1} 行的科目编码 ${code} 疑为 ${right}${codeName(right, grids)}`;
    const message = say`${printed(`${words}：它的下级都是 ${right} 的科目，合计与这一行相同`)}。`;
    const ids = [...echoesOf(grid, code), `Z04-F02@${grid.table.id}·${right}`];
    return fault(rowKinds.recoded, place, message, [labelOf(grid, code)], own, [first?.value.toString() ?? ''], ids);
  }
  return fault(
    rowKinds.extra,
    place,
    say`${printed(`${form}第 ${(grid.table.row(code)?.row ?? 0) + 1} 行有科目 ${code} ${name}`)}${first ? say`（${exactly(first)}）` : []}，其他各表都没有这一科目。`,
    [labelOf(grid, code), ...(first ? [first.at] : [])],
    new Set([...failures, ...above]),
    [first?.value.toString() ?? ''],
    echoesOf(grid, code),
  );
}

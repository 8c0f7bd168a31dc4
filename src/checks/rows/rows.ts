import type { Finding } from '../../facts/outcome';
import { exactly, printed, say } from '../../facts/phrase';
import { formName } from '../../layouts/keys';
import { failureKey, type Failure } from '../failure';
import { lacksChildren, type Grids } from '../grid';
import { missingBySums } from './by-sums';
import { absences, hierarchyFailures, type FailedSums } from './evidence';
import { extraFault, extraRows } from './extra';
import { factIn, fault, labelOf, rowNumber, type RowFault } from './fault';
import { rowKinds } from './kinds';
import { isSameRow, missingFault, missingRows } from './missing';
import { residual } from './sums-around';

/** Rows that one form lacks or has too many, found from what the formulas say: one finding for each instead of one per column. */
export function rowFaults(failures: readonly Failure[], problems: readonly Finding[], grids: Grids): readonly RowFault[] {
  const left = failures.filter(({ rule }) => !rule.evidence);
  const all = [...absences(left, grids).values()];
  const hierarchy = hierarchyFailures(left);
  const extras = extraRows(all, left, hierarchy, grids);
  const foreign = new Set(extras.flatMap(({ failures: own }) => [...own]));
  const missing = missingRows(all, left, foreign, hierarchy, grids);
  const faults = [
    ...missing.map((one) => missingFault(one, extras, left, hierarchy, problems, grids)),
    ...extras.filter((one) => !missing.some((other) => isSameRow(other, one))).map((one) => extraFault(one, hierarchy, grids)),
  ];
  faults.push(...missingBySums(hierarchy, new Set(faults.flatMap(({ failures: own }) => [...own])), grids));
  const explained = new Set(faults.flatMap(({ failures: own }) => [...own]));
  const told = new Set(faults.flatMap(({ ids }) => [...ids]));
  return [...faults, ...doubled(problems, told, hierarchy, grids), ...childless(left, explained, hierarchy, grids)];
}

/** A code that stands twice is told by reading; the sums that count its row twice say no more. */
function doubled(problems: readonly Finding[], told: ReadonlySet<string>, hierarchy: FailedSums, grids: Grids): readonly RowFault[] {
  return problems
    .filter(({ rule, id }) => rule === 'READ-F21' && !told.has(id))
    .flatMap((finding): readonly RowFault[] => {
      const at = finding.cells[0]!;
      const grid = grids.all().find(({ table, role }) => role === at.book.role && table.sheet === at.sheet);
      const row = grid?.table.rows.find((one) => one.row + 1 === rowNumber(at));
      if (!grid || !row) return [];
      const above = grid.table.rows[grid.parent[grid.rows.get(row.key)!]!]?.key;
      const sums = (hierarchy.get(`${grid.table.id}.${above}`) ?? []).filter((failure) => {
        const own = factIn(grid, row.key, failure.place.column ?? '');
        return own !== undefined && residual(failure).abs().lte(own.value.abs());
      });
      const failures = new Set(sums);
      return [{ finding, failures, ids: new Set([finding.id, ...sums.map(({ rule, place }) => failureKey(rule, place))]) }];
    });
}

/** A 类 or 款 with an amount and nothing below it, where no other form says what is missing. */
function childless(
  failures: readonly Failure[],
  explained: ReadonlySet<Failure>,
  hierarchy: FailedSums,
  grids: Grids,
): readonly RowFault[] {
  return [...hierarchy].flatMap(([key, list]): readonly RowFault[] => {
    const [form, row] = [key.slice(0, key.indexOf('.')), key.slice(key.indexOf('.') + 1)];
    const grid = grids.find(form)!;
    const index = grid.rows.get(row);
    if (index === undefined || !lacksChildren(grid, index) || list.some((failure) => explained.has(failure))) return [];
    const first = grid.table.columns.map((column) => factIn(grid, row, column)).find((fact) => fact && !fact.value.isZero());
    const name = grid.table.row(row)?.name ?? '';
    const level = row.length === 3 && !grid.lists.has(7) ? '款' : '项';
    const message = say`${printed(`${formName(form)}科目 ${row} ${name}`)}有${first ? say` ${exactly(first)}` : say`金额`}，没有列出下级科目，其他科目列到${printed(level)}级。`;
    const own = failures.filter((failure) => list.includes(failure));
    return [
      fault(rowKinds.childless, `${form}·${row}`, message, [labelOf(grid, row), ...(first ? [first.at] : [])], new Set(own), [
        first?.value.toString() ?? '',
      ]),
    ];
  });
}

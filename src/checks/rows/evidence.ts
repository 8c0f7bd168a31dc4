import Decimal from 'decimal.js';
import type { Fact } from '../../facts/traced';
import { splitKey } from '../../facts/fact-set';
import { signedParts, type Failure } from '../failure';
import type { FenGrid, Grids } from '../grid';

/** What the failed formulas at one 科目 say of a form that prints no row for it. */
export interface Absence {
  readonly form: string;
  readonly code: string;
  /** What the row would have to hold, by column, as far as a formula says. */
  readonly expected: Map<string, Decimal>;
  /** Amounts that other forms print for the 科目, the first of each form. */
  readonly witnesses: Map<string, Fact>;
  readonly failures: Set<Failure>;
  /** Does a formula fail in which no other form stands beside this one? Where one does, its amount may be the wrong one. */
  direct: boolean;
}

const isCode = (row: string | undefined): row is string => row !== undefined && /^\d{3}(\d{2}){0,2}$/.test(row);
const tableOf = (fact: Fact): string => splitKey(fact.key).table;

/** The form of a fact, if it is one of this year that lists such codes and has no row for this one. */
function lacking(fact: Fact, code: string, grids: Grids): FenGrid | undefined {
  if (!fact.noRow || fact.at.book.role !== '本年') return undefined;
  const grid = grids.find(tableOf(fact));
  return grid?.byCode && !grid.rows.has(code) && grid.lists.has(code.length) ? grid : undefined;
}

/** Every form that fails a formula at a 科目 of which it has no row, with what other forms print there. */
export function absences(failures: readonly Failure[], grids: Grids): ReadonlyMap<string, Absence> {
  const found = new Map<string, Absence>();
  for (const failure of failures) {
    const { rule, place, verdict } = failure;
    const code = place.row;
    if (!isCode(code)) continue;
    const parts = signedParts(verdict);
    const printed = parts.filter(({ fact }) => !fact.noRow && !fact.value.isZero() && fact.at.book.role === '本年');
    if (printed.length === 0) continue;
    // Of several absent cells no formula says which one holds the amount.
    const alone = parts.filter(({ fact }) => lacking(fact, code, grids)).length === 1;
    for (const { fact, times } of parts) {
      // Only what stands on the other side of the formula speaks for the row; what is added up beside it does not.
      const against = printed.filter((part) => Math.sign(part.times) !== Math.sign(times));
      const grid = lacking(fact, code, grids);
      if (!grid || against.length === 0) continue;
      const key = `${grid.table.id}.${code}`;
      let absence = found.get(key);
      if (!absence)
        found.set(
          key,
          (absence = { form: grid.table.id, code, expected: new Map(), witnesses: new Map(), failures: new Set(), direct: false }),
        );
      absence.failures.add(failure);
      absence.direct ||= against.length === printed.length;
      const { column } = splitKey(fact.key);
      const would = verdict.difference.neg().div(times);
      if (rule.claim.is === '=' && alone && !absence.expected.has(column)) absence.expected.set(column, would);
      for (const witness of against) {
        const form = tableOf(witness.fact);
        const known = absence.witnesses.get(form);
        // The amount that the missing row would hold says most; otherwise the first is as good as any.
        if (!known || (!known.value.equals(would) && witness.fact.value.equals(would))) absence.witnesses.set(form, witness.fact);
      }
    }
  }
  return found;
}

/** Forms of this year that print the 科目 with an amount. */
export const printing = (code: string, grids: Grids): readonly FenGrid[] =>
  grids.all().filter((grid) => grid.role === '本年' && grid.byCode && grid.rows.has(code) && !isZero(grid, grid.rows.get(code)!));

function isZero(grid: FenGrid, row: number): boolean {
  for (let c = 0; c < grid.width; c++) if (grid.fen[row * grid.width + c] !== 0) return false;
  return true;
}

/** The nearest printed row above a code. */
export function parentRow(grid: FenGrid, code: string): string | undefined {
  const above = [code.slice(0, 5), code.slice(0, 3)].filter((key) => key.length < code.length);
  return [...above, '合计'].find((key) => grid.rows.has(key));
}

/** Failures of “上级行等于下级行之和”, by form and row of the sum. */
export type FailedSums = ReadonlyMap<string, readonly Failure[]>;

export function hierarchyFailures(failures: readonly Failure[]): FailedSums {
  const found = new Map<string, Failure[]>();
  for (const failure of failures) {
    const right = failure.rule.claim.right;
    if (right.op !== 'rows' || right.which !== 'children') continue;
    const key = `${right.table}.${failure.place.row}`;
    const list = found.get(key);
    if (list) list.push(failure);
    else found.set(key, [failure]);
  }
  return found;
}

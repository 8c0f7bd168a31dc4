import type { Claim, Rule } from '../rules/rule';
import { judge, premiseFails, type Compared, type Verdict } from './exact';
import { isExact, type Grids } from './grid';
import { isPastNegative } from './past-negative';
import { flattenedClaim, planOf, type RulePlan } from './plan';
import { gridOf, placeColumns, placeRows, rowsAt, type RulePlace } from './resolve';
import { spansOf, type Spans } from './spans';

/** What became of one rule over all its places. Passed places are only counted. */
export interface RuleResult {
  passed: number;
  /** Places of which every cell is blank. */
  empty: number;
  readonly open: { readonly place: RulePlace; readonly verdict: Compared }[];
  readonly blocked: Map<string, number>;
  readonly notApplicable: Map<string, number>;
  /** Places, blocked and not applicable, each once. */
  blockedPlaces: number;
  notApplicablePlaces: number;
}

export const emptyResult = (): RuleResult => ({
  passed: 0,
  empty: 0,
  open: [],
  blocked: new Map(),
  notApplicable: new Map(),
  blockedPlaces: 0,
  notApplicablePlaces: 0,
});

/** An equation that holds (or not) at a place, as numbered cells: evidence for and against suspects. */
export interface PlainEquation {
  readonly rule: Rule;
  readonly place: RulePlace;
  readonly cells: readonly number[];
  readonly times: readonly number[];
  /** left − right in fen. */
  readonly residual: number;
}

const pastNegative: Verdict = { kind: 'notApplicable', reasons: ['这一行或这一栏有负数，其中数可以大于总数'] };

const passes = (is: Claim['is'], residual: number): boolean => (is === '=' ? residual === 0 : is === '≤' ? residual <= 0 : residual >= 0);

/**
 * Evaluates a rule at all its places. Equality is proven on whole fen; whatever is not plainly equal is judged with Decimal.
 * Yields after every few thousand cells, so that the caller can let the host breathe.
 */
export function* evaluate(rule: Rule, grids: Grids): Generator<void, RuleResult> {
  const result = emptyResult();
  const rows = placeRows(rule.each, grids);
  const columns = placeColumns(rule.each, grids);
  const plan = planOf(rule.claim, grids);
  if ('missing' in plan) {
    plan.missing.forEach((reason) => result.blocked.set(reason, 1));
    result.blockedPlaces = 1;
    return result;
  }
  const unused = rows === undefined || columns === undefined || plan.terms.length === 0;
  if (unused || rows.length === 0 || columns.length === 0) {
    result.notApplicable.set(unused ? '没有这类收支，不需要此表' : '表中没有可核对的行', 1);
    result.notApplicablePlaces = 1;
    return result;
  }
  const condition = rule.given && planOf(rule.given, grids);
  // A condition that rests on a form that is not there is judged place by place.
  const given = condition && 'missing' in condition ? undefined : condition;
  const slow = rule.skipBlank !== undefined || (rule.given !== undefined && given === undefined);
  const residuals = new Float64Array(columns.length).fill(NaN);
  const layout = slow ? undefined : columnsPerRow(plan, rows[0], columns);
  const premise = slow || given === undefined ? undefined : premiseOf(given, rows[0], columns);
  let work = 0;
  for (const row of rows) {
    const spans = layout?.(row) ?? [];
    const added = layout ? addRow(plan, row, spans, residuals) : [];
    const held = premise?.at(row);
    for (let c = 0; c < columns.length; c++) {
      if (premise && held && premise.fails(held[c]!)) record(result, { row, column: columns[c] }, premiseFails);
      else if ((!held || !Number.isNaN(held[c])) && passes(plan.is, residuals[c]!)) {
        if (isWritten(plan, added, spans, c)) result.passed += 1;
        else result.empty += 1;
      } else {
        const place = { row, column: columns[c] };
        const verdict = judge(rule, grids, place);
        const past = rule.unlessNegative && verdict.kind === 'failed' && isPastNegative(plan.terms, grids, place);
        record(result, place, past ? pastNegative : verdict);
      }
    }
    work += columns.length * plan.terms.length;
    if (work > 4000) {
      work = 0;
      yield;
    }
  }
  return result;
}

/** The condition of a rule: by how much it misses in every column of a row (NaN where it takes a closer look), and whether that is a miss. */
interface Premise {
  readonly at: (row: string | undefined) => Float64Array;
  readonly fails: (residual: number) => boolean;
}

function premiseOf(given: RulePlan, first: string | undefined, columns: readonly (string | undefined)[]): Premise {
  const residuals = new Float64Array(columns.length);
  const layout = columnsPerRow(given, first, columns);
  return {
    at: (row) => {
      addRow(given, row, layout(row), residuals);
      return residuals;
    },
    fails: (residual) => !Number.isNaN(residual) && !passes(given.is, residual),
  };
}

/** Looked up once for all rows, unless a term takes its column from the row. */
function columnsPerRow(
  plan: RulePlan,
  first: string | undefined,
  columns: readonly (string | undefined)[],
): (row: string | undefined) => readonly Spans[] {
  const spans = (row: string | undefined): readonly Spans[] => plan.terms.map(({ leaf, grid }) => spansOf(leaf, grid, row, columns));
  if (plan.terms.some((term) => term.leaf.op !== 'columns' && term.leaf.column.includes('^'))) return spans;
  const once = spans(first);
  return () => once;
}

/** The rows a term adds up. */
type Rows = readonly number[];

/** Is any cell of this place printed? Asked only where the equation holds; mostly the first cell answers. */
function isWritten(plan: RulePlan, added: readonly Rows[], spans: readonly Spans[], c: number): boolean {
  for (let t = 0; t < added.length; t++) {
    const { grid } = plan.terms[t]!;
    const { starts, columns } = spans[t]!;
    for (const r of added[t]!) {
      for (let k = starts[c]!; k < starts[c + 1]!; k++) if (grid.written[r * grid.width + columns[k]!] === 1) return true;
    }
  }
  return false;
}

/** Adds up left − right in fen for every column of a row, and tells the rows added; NaN where a cell is no plain number, is not stated, or the sum might not be exact. */
function addRow(plan: RulePlan, row: string | undefined, spans: readonly Spans[], residuals: Float64Array): readonly Rows[] {
  residuals.fill(plan.constant);
  const added: Rows[] = [];
  for (let t = 0; t < plan.terms.length; t++) {
    const { grid, leaf, times } = plan.terms[t]!;
    const { starts, columns, unknown, most } = spans[t]!;
    const rows: Rows | undefined = rowsAt(leaf, grid, row);
    if (rows === undefined || !isExact(rows.length * most * Math.abs(times) * plan.terms.length, grid.max)) {
      residuals.fill(NaN);
      return [];
    }
    added.push(rows);
    for (const r of rows) {
      const from = r * grid.width;
      for (let c = 0; c < residuals.length; c++) {
        for (let k = starts[c]!; k < starts[c + 1]!; k++) residuals[c]! += times * grid.fen[from + columns[k]!]!;
      }
    }
    for (const c of unknown) residuals[c] = NaN;
  }
  return added;
}

function record(result: RuleResult, place: RulePlace, verdict: Verdict): void {
  if ('left' in verdict) {
    if (verdict.kind === 'passed') result.passed += 1;
    else if (verdict.kind === 'empty') result.empty += 1;
    else result.open.push({ place, verdict });
  } else {
    const counts = verdict.kind === 'blocked' ? result.blocked : result.notApplicable;
    for (const reason of new Set(verdict.reasons)) counts.set(reason, (counts.get(reason) ?? 0) + 1);
    if (verdict.kind === 'blocked') result.blockedPlaces += 1;
    else result.notApplicablePlaces += 1;
  }
}

const NO_ROWS: Rows = [];

/** Cells of a form that are looked at more closely: their rows, and a 1 for each cell. */
export interface HotCells {
  readonly rows: ReadonlySet<number>;
  readonly mask: Uint8Array;
}

/** Every place of a rule, holding or not, whose cells include a hot one. `hot`: by the base of their form. */
export function equationsWith(rule: Rule, grids: Grids, hot: ReadonlyMap<number, HotCells>): readonly PlainEquation[] {
  // Most rules of a workbook with one slip touch no form that has to do with it.
  const touches = flattenedClaim(rule.claim).leaves.some(({ leaf }) => {
    const grid = gridOf(leaf, grids);
    return grid !== undefined && hot.has(grid.base);
  });
  const plan = touches ? planOf(rule.claim, grids) : undefined;
  if (!plan || 'missing' in plan) return [];
  const near = plan.terms.map(({ grid }) => hot.get(grid.base));
  const rows = placeRows(rule.each, grids);
  const columns = placeColumns(rule.each, grids);
  if (rows === undefined || columns === undefined) return [];
  const slow = rule.given !== undefined || rule.skipBlank !== undefined;
  const layout = columnsPerRow(plan, rows[0], columns);
  const residuals = new Float64Array(columns.length).fill(NaN);
  const found: PlainEquation[] = [];
  for (const row of rows) {
    const picks = plan.terms.map(({ leaf, grid }, t) => {
      const here = near[t];
      return here === undefined ? NO_ROWS : (rowsAt(leaf, grid, row)?.filter((r) => here.rows.has(r)) ?? NO_ROWS);
    });
    if (picks.every((rs) => rs.length === 0)) continue;
    const spans = layout(row);
    if (!slow) addRow(plan, row, spans, residuals);
    for (let c = 0; c < columns.length; c++) {
      const touched = hotCells(plan, picks, spans, c, near);
      if (!touched) continue;
      const place = { row, column: columns[c] };
      const residual = Number.isNaN(residuals[c]) ? exactResidual(rule, grids, place) : residuals[c];
      if (residual === undefined) continue;
      if (rule.unlessNegative && !passes(plan.is, residual) && isPastNegative(plan.terms, grids, place)) continue;
      found.push({ rule, place, ...touched, residual });
    }
  }
  return found;
}

/** The hot cells of one place with their signs; nothing is made where there is none. */
function hotCells(
  plan: RulePlan,
  picks: readonly Rows[],
  spans: readonly Spans[],
  c: number,
  near: readonly (HotCells | undefined)[],
): { readonly cells: number[]; readonly times: number[] } | undefined {
  let found: { readonly cells: number[]; readonly times: number[] } | undefined;
  for (let t = 0; t < picks.length; t++) {
    const { grid, times } = plan.terms[t]!;
    const { starts, columns } = spans[t]!;
    for (const r of picks[t]!) {
      for (let k = starts[c]!; k < starts[c + 1]!; k++) {
        const at = r * grid.width + columns[k]!;
        if (near[t]!.mask[at] !== 1) continue;
        found ??= { cells: [], times: [] };
        found.cells.push(grid.base + at);
        found.times.push(times);
      }
    }
  }
  return found;
}

/** left − right in fen by Decimal; undefined where the rule says nothing. */
function exactResidual(rule: Rule, grids: Grids, place: RulePlace): number | undefined {
  const verdict = judge(rule, grids, place);
  return 'left' in verdict ? Number(verdict.difference.times(100).toFixed(4)) : undefined;
}

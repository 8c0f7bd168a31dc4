import type { Severity } from '../facts/outcome';
import type { Fact } from '../facts/traced';
import type { Rule } from '../rules/rule';
import { failureKey, type Failure } from './failure';
import type { Grids } from './grid';
import { equationsWith, type HotCells, type PlainEquation } from './screen';
import { findPatterns, spotsOf, withTheRest, type Mistake } from './patterns/find';
import type { Spots } from './patterns/pattern';
import { wideForms } from './patterns/wide';
import { Solver } from './solver';

/** One suspected cell and the failures that it explains. */
export interface Cause {
  readonly cell: number;
  /** What the cell is too high by, in fen. */
  readonly excess: number;
  /** Other cells that explain the same failures equally well, best first. */
  readonly others: readonly number[];
  readonly failures: readonly Failure[];
  /** Equations with the cell that hold once it is corrected: the failed ones, and those that already speak for it. */
  readonly supported: readonly PlainEquation[];
  /** Equations with the cell that held before and would not hold after. */
  readonly contradicted: number;
}

/** More failures than this are not one person's slips; the rest is listed without a cause. */
const MOST_FAILURES = 2000;
const MOST_CAUSES = 60;
/** Corrections tried: one that explains no open failure is not a cause, but may uncover one. */
const MOST_TRIES = 3 * MOST_CAUSES;

/** How long the search may take: steps decide, so that the same workbook gives the same causes; the clock is for a machine far too slow. */
export interface SearchLimit {
  readonly steps: number;
  readonly milliseconds: number;
}

/** Steps take some two seconds; a usual workbook with a form spoiled takes a hundredth of them. */
const LIMIT: SearchLimit = { steps: 16_000_000, milliseconds: 8000 };

interface Causes {
  readonly patterns: readonly Mistake[];
  readonly causes: readonly Cause[];
  /** The search was broken off, or did not look at every failure. */
  readonly cut: boolean;
}

/** Half of the last printed digit and the like: within it a residual counts as none. In fen. */
const EPSILON = 0.001;

/**
 * Finds few cells that explain all failures. Every formula is linear, so a cell that is too high by d breaks exactly the
 * formulas that contain it, each by d times its sign: a suspect gains what it repairs and loses what it would break.
 * Passed formulas count as much as failed ones. Greedy, one wrong cell after the other, within a limit: what is not explained
 * by then is reported without a cause. Yields so that the host can breathe.
 */
export function* findCauses(
  failures: readonly Failure[],
  rules: readonly Rule[],
  grids: Grids,
  limit: SearchLimit = LIMIT,
): Generator<void, Causes> {
  const wide = failures.length > MOST_FAILURES / 4 ? wideForms(failures, grids) : [];
  const explained = new Set(wide.flatMap((pattern) => pattern.failures));
  const rest = failures.filter((failure) => !explained.has(failure));
  const considered = rest.slice(0, MOST_FAILURES);
  // Formulas that no real workbook has confirmed are remarks: a form of which only they speak can be spoiled as well.
  const spoiled = (['error', 'warning'] as const).map((severity) => ({ severity, spots: spotsOf(considered, grids, severity) }));
  const slack = slackOf(considered);
  let solver = new Solver(yield* equationsOf(considered, [], rules, grids), slack, grids);
  yield* solver.weighAll(limit.steps);
  // What one cell explains needs no look at whole forms: nothing that spoiled many cells could explain more.
  const first = solver;
  const looked = spoiled.filter((one) => one.spots.length > 0 && !first.oneExplainsAll(one.severity));
  if (looked.length > 0) {
    const all = looked.flatMap((one) => one.spots);
    solver = new Solver(yield* equationsOf(considered, all, rules, grids), slack, grids);
    yield* solver.weighAll(limit.steps);
  }
  // What precedes grows with the workbook only; the search is what may not end.
  const until = Date.now() + limit.milliseconds;
  const spent = (): boolean => solver.steps > limit.steps || Date.now() > until;
  // The search for single cells keeps half of the time.
  const half = until - limit.milliseconds / 2;
  const halfSpent = (): boolean => solver.steps > limit.steps / 2 || Date.now() > half;
  const open = new Map(considered.map((failure) => [failureKey(failure.rule, failure.place), failure] as const));
  const causes: Cause[] = [];
  const left = considered.length < rest.length;
  let cut = false;
  let tries = 0;
  /** Single cells, best first; `only` while they explain a failure of that severity. */
  function* searchCells(only?: Severity): Generator<void, void> {
    for (; open.size > 0; tries++) {
      yield;
      const [best, ...near] = solver.best(0.6);
      cut ||= spent() || (best !== undefined && (causes.length === MOST_CAUSES || tries === MOST_TRIES));
      if (!best || cut) break;
      const { touched, repaired, broken } = solver.effectOf(best);
      if (only && !touched.some(({ rule, place }) => rule.severity === only && open.has(failureKey(rule, place)))) break;
      const rivals = near.filter((s) => s.cell !== best.cell && solver.repairsAll(s, repaired));
      yield* solver.apply(best);
      const mine = [...repaired, ...touched].flatMap((e) => take(open, failureKey(e.rule, e.place)));
      if (mine.length > 0) {
        causes.push({
          cell: best.cell,
          excess: best.excess,
          others: [...new Set(rivals.map((s) => s.cell))].slice(0, 8),
          failures: mine,
          supported: repaired,
          contradicted: broken.length,
        });
      }
    }
  }
  const patterns: Mistake[] = [];
  for (const { severity, spots: where } of looked) {
    if (severity !== 'error') yield* searchCells('error');
    patterns.push(...(yield* findPatterns(where, solver, open, grids, halfSpent, severity)));
  }
  yield* searchCells();
  const whole = withTheRest(patterns, rest.slice(MOST_FAILURES), slack, grids);
  return { patterns: [...wide, ...whole], causes, cut: cut || left };
}

/** Every equation, holding or not, with a cell of a failed one, or of a form in which several fail. */
function* equationsOf(
  failures: readonly Failure[],
  spots: readonly Spots[],
  rules: readonly Rule[],
  grids: Grids,
): Generator<void, readonly PlainEquation[]> {
  const hot = new Map<number, HotCells & { readonly rows: Set<number> }>();
  for (const { verdict } of failures) {
    for (const { fact } of [...verdict.left.parts, ...verdict.right.parts]) addHot(fact, grids, hot);
  }
  for (const { grid } of spots)
    hot.set(grid.base, { mask: new Uint8Array(grid.fen.length).fill(1), rows: new Set(grid.table.rows.keys()) });
  const equations: PlainEquation[] = [];
  for (const rule of rules) {
    for (const equation of equationsWith(rule, grids, hot)) equations.push(equation);
    yield;
  }
  return equations;
}

const take = (open: Map<string, Failure>, key: string): readonly Failure[] => {
  const failure = open.get(key);
  if (!failure) return [];
  open.delete(key);
  return [failure];
};

function addHot(fact: Fact, grids: Grids, hot: Map<number, { readonly rows: Set<number>; readonly mask: Uint8Array }>): void {
  const id = grids.idOf(fact);
  if (id === undefined) return;
  const { grid, row } = grids.cell(id);
  let here = hot.get(grid.base);
  if (!here) hot.set(grid.base, (here = { rows: new Set(), mask: new Uint8Array(grid.fen.length) }));
  here.rows.add(row);
  here.mask[id - grid.base] = 1;
}

const slackOf = (failures: readonly Failure[]): number =>
  failures.reduce((most, { verdict }) => Math.max(most, Number(verdict.half.times(100).toFixed(4))), 0) + EPSILON;

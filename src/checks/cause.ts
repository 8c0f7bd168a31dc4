import type { Fact } from '../facts/traced';
import type { Rule } from '../rules/rule';
import { placeName } from './resolve';
import type { Compared } from './exact';
import type { Grids } from './grid';
import { equationsWith, type PlainEquation } from './screen';
import type { Place } from './resolve';

/** A formula that does not hold at a place. */
export interface Failure {
  readonly rule: Rule;
  readonly place: Place;
  readonly verdict: Compared;
}

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

interface Suspect {
  readonly cell: number;
  readonly excess: number;
  readonly gain: number;
}

/** More failures than this are not one person's slips; the rest is listed without a cause. */
const MOST_FAILURES = 2000;
const MOST_CAUSES = 60;

const weight = (rule: Rule): number => (rule.evidence ? 0.1 : rule.severity === 'error' ? 1 : 0.4);

/** Half of the last printed digit and the like: within it a residual counts as none. In fen. */
const EPSILON = 0.001;

/**
 * Finds few cells that explain all failures. Every formula is linear, so a cell that is too high by d breaks exactly the
 * formulas that contain it, each by d times its sign: a suspect gains what it repairs and loses what it would break.
 * Passed formulas count as much as failed ones. Greedy, one wrong cell after the other. Yields so that the host can breathe.
 */
export function* findCauses(failures: readonly Failure[], rules: readonly Rule[], grids: Grids): Generator<void, readonly Cause[]> {
  const considered = failures.slice(0, MOST_FAILURES);
  const hot = new Set<number>();
  const hotRows = new Set<string>();
  for (const { verdict } of considered) {
    for (const { fact } of [...verdict.left.parts, ...verdict.right.parts]) addHot(fact, grids, hot, hotRows);
  }
  const equations: PlainEquation[] = [];
  for (const rule of rules) {
    for (const equation of equationsWith(rule, grids, hot, hotRows)) equations.push(equation);
    yield;
  }
  const slack = slackOf(considered);
  const state = new Solver(equations, slack, grids);
  const open = new Map(considered.map((failure) => [keyOf(failure.rule, failure.place), failure] as const));
  const causes: Cause[] = [];
  while (open.size > 0 && causes.length < MOST_CAUSES) {
    yield;
    const ranked = state.rank();
    const best = ranked[0];
    if (!best || best.gain <= 0) break;
    const touched = state.equationsOf(best.cell);
    const before = touched.filter((e) => !state.holds(e));
    const broken = touched.filter((e) => state.holds(e) && !state.holdsAfter(e, best));
    const repaired = before.filter((e) => state.holdsAfter(e, best));
    const rivals = ranked.filter((s) => s.cell !== best.cell && s.gain >= best.gain - 0.6 && state.repairsAll(s, repaired));
    state.apply(best);
    const mine = [...repaired, ...touched].flatMap((e) => take(open, keyOf(e.rule, e.place)));
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
  return causes;
}

export const keyOf = (rule: Rule, place: Place): string => `${rule.id}@${placeName(place)}`;

const take = (open: Map<string, Failure>, key: string): readonly Failure[] => {
  const failure = open.get(key);
  if (!failure) return [];
  open.delete(key);
  return [failure];
};

function addHot(fact: Fact, grids: Grids, hot: Set<number>, hotRows: Set<string>): void {
  const id = grids.idOf(fact);
  if (id === undefined) return;
  hot.add(id);
  const { grid, row } = grids.cell(id);
  hotRows.add(`${grid.base}/${row}`);
}

const slackOf = (failures: readonly Failure[]): number =>
  failures.reduce((most, { verdict }) => Math.max(most, Number(verdict.half.times(100).toFixed(4))), 0) + EPSILON;

/** The residuals of all equations, and what each suspect would do to them. */
class Solver {
  private readonly residuals: number[];
  private readonly places: ReadonlyMap<PlainEquation, number>;
  private readonly byCell = new Map<number, { readonly index: number; readonly times: number }[]>();

  constructor(
    private readonly equations: readonly PlainEquation[],
    private readonly slack: number,
    private readonly grids: Grids,
  ) {
    this.residuals = equations.map((e) => e.residual);
    this.places = new Map(equations.map((e, index) => [e, index] as const));
    equations.forEach((e, index) => {
      e.cells.forEach((cell, k) => {
        const list = this.byCell.get(cell);
        if (list) list.push({ index, times: e.times[k]! });
        else this.byCell.set(cell, [{ index, times: e.times[k]! }]);
      });
    });
  }

  equationsOf(cell: number): readonly PlainEquation[] {
    return (this.byCell.get(cell) ?? []).map(({ index }) => this.equations[index]!);
  }

  holds(e: PlainEquation): boolean {
    return this.satisfied(e, this.residuals[this.places.get(e)!]!);
  }

  holdsAfter(e: PlainEquation, suspect: Suspect): boolean {
    const index = this.places.get(e)!;
    const times = this.byCell.get(suspect.cell)!.find((entry) => entry.index === index)!.times;
    return this.satisfied(e, this.residuals[index]! - times * suspect.excess);
  }

  /** Would this suspect repair these equations, as far as they are reported? */
  repairsAll(suspect: Suspect, equations: readonly PlainEquation[]): boolean {
    const mine = new Set(this.equationsOf(suspect.cell));
    return equations.every((e) => e.rule.evidence || (mine.has(e) && this.holdsAfter(e, suspect)));
  }

  apply(suspect: Suspect): void {
    for (const { index, times } of this.byCell.get(suspect.cell) ?? []) this.residuals[index]! -= times * suspect.excess;
  }

  /** All suspects with a gain, best first. */
  rank(): readonly Suspect[] {
    const suspects: Suspect[] = [];
    for (const [cell, entries] of this.byCell) {
      const tried = new Set<number>();
      for (const { index, times } of entries) {
        const equation = this.equations[index]!;
        const residual = this.residuals[index]!;
        if (equation.rule.claim.is !== '=' || equation.rule.evidence || this.satisfied(equation, residual)) continue;
        const excess = residual / times;
        if (tried.has(excess)) continue;
        tried.add(excess);
        suspects.push({ cell, excess, gain: this.gain(entries, excess) + this.plausibility(cell, excess) });
      }
    }
    return suspects.sort((a, b) => b.gain - a.gain);
  }

  private gain(entries: readonly { readonly index: number; readonly times: number }[], excess: number): number {
    let gain = 0;
    for (const { index, times } of entries) {
      const equation = this.equations[index]!;
      const before = this.satisfied(equation, this.residuals[index]!);
      const after = this.satisfied(equation, this.residuals[index]! - times * excess);
      if (before !== after) gain += after ? weight(equation.rule) : -weight(equation.rule);
    }
    return gain;
  }

  /** Small nudges between suspects that explain equally much: a written cell before a blank one, rounder and positive corrected. */
  private plausibility(cell: number, excess: number): number {
    const { grid, row, column } = this.grids.cell(cell);
    const value = grid.fen[row * grid.width + column]!;
    const corrected = value - excess;
    const blank = value === 0 ? -0.03 : 0;
    const negative = corrected < 0 && value >= 0 ? -0.05 : 0;
    return blank + negative + (roundness(corrected) - roundness(value)) * 0.01;
  }

  private satisfied(e: PlainEquation, residual: number): boolean {
    const is = e.rule.claim.is;
    return is === '=' ? Math.abs(residual) <= this.slack : is === '≤' ? residual <= this.slack : residual >= -this.slack;
  }
}

/** How many of the last digits of an amount in fen are zeros, up to four. */
function roundness(fen: number): number {
  let zeros = 0;
  for (let n = Math.abs(fen); zeros < 4 && n !== 0 && n % 10 === 0; n /= 10) zeros += 1;
  return fen === 0 ? 4 : zeros;
}

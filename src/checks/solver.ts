import type { Severity } from '../facts/outcome';
import type { Rule } from '../rules/rule';
import type { Grids } from './grid';
import { Incidence } from './incidence';
import type { PlainEquation } from './screen';

/** A cell that may be wrong, and what it would then be too high by, in fen. */
interface Suspect {
  readonly cell: number;
  readonly excess: number;
  readonly gain: number;
}

/** Many corrections at once. */
interface Corrections {
  /** What each cell is too high by, in fen. */
  readonly excess: ReadonlyMap<number, number>;
  readonly unknown: ReadonlySet<number>;
  /** What a corrected cell may still be off by, in fen. */
  readonly loose: number;
}

/** Equations of one severity by what becomes of them; `still` failed before and after. */
interface Effects {
  readonly repaired: readonly PlainEquation[];
  readonly broken: readonly PlainEquation[];
  readonly silent: readonly PlainEquation[];
  readonly still: readonly PlainEquation[];
  /** Of other severities: those that hold again, and how many hold no more. */
  readonly asides: { readonly repaired: readonly PlainEquation[]; readonly broken: number };
}

const isOf = ({ rule }: PlainEquation, severity: Severity): boolean => rule.severity === severity && !rule.evidence;

const weight = (rule: Rule): number => (rule.evidence ? 0.1 : rule.severity === 'error' ? 1 : 0.4);

/** Steps between two pauses. */
const PAUSE = 50000;

/**
 * The residuals of all equations, and what each suspect would do to them. Suspects are weighed once; after a correction only
 * the cells that share an equation with it are weighed again.
 */
export class Solver {
  /** Equations looked at so far: the measure of the work done. */
  steps = 0;
  private readonly residuals: number[];
  private readonly byCell: Incidence;
  private readonly suspects = new Map<number, readonly Suspect[]>();
  /** Corrections made: none is made twice. */
  private readonly applied = new Set<string>();

  constructor(
    private readonly equations: readonly PlainEquation[],
    /** Within it a residual counts as none. In fen. */
    private readonly slack: number,
    private readonly grids: Grids,
  ) {
    this.residuals = equations.map((e) => e.residual);
    this.byCell = new Incidence(equations);
  }

  /** Weighs every cell for the first time; stops at the limit of steps. */
  *weighAll(most: number): Generator<void, void> {
    let pause = PAUSE;
    for (const cell of this.byCell.cells()) {
      if (this.steps > most) return;
      this.weigh(cell);
      if (this.steps < pause) continue;
      pause = this.steps + PAUSE;
      yield;
    }
  }

  /** Suspects with a gain within `reach` of the best, best first. */
  best(reach: number): readonly Suspect[] {
    let top = 0;
    for (const list of this.suspects.values()) for (const { gain } of list) top = Math.max(top, gain);
    if (top <= 0) return [];
    const near: Suspect[] = [];
    for (const list of this.suspects.values()) for (const suspect of list) if (suspect.gain >= top - reach) near.push(suspect);
    return near.sort((a, b) => b.gain - a.gain);
  }

  /** Equations of this severity that fail and that the best suspect would repair. */
  repairedByOne(severity: Severity): number {
    const single = this.best(0)[0];
    return single ? this.effectOf(single).repaired.filter((e) => isOf(e, severity)).length : 0;
  }

  /** Would one corrected cell repair every equation of this severity that fails? */
  oneExplainsAll(severity: Severity, repaired = this.repairedByOne(severity)): boolean {
    if (repaired === 0) return false;
    let failing = 0;
    for (let e = 0; e < this.equations.length && failing <= repaired; e++)
      if (isOf(this.equations[e]!, severity) && !this.satisfied(this.equations[e]!, this.residuals[e]!)) failing += 1;
    return failing <= repaired;
  }

  /** What a cell may be too high by. */
  suspectsOf(cell: number): readonly Suspect[] {
    return this.suspects.get(cell) ?? [];
  }

  /**
   * The excess that most failed equations with a cell speak for, whatever it would break; undefined where none fails. Those with
   * another of the cells `beside` do not count: they may want the amount there.
   */
  wanted(cell: number, beside?: ReadonlySet<number>): number | undefined {
    const votes = new Map<number, number>();
    for (let at = this.byCell.from(cell), to = this.byCell.to(cell); at < to; at++) {
      const index = this.byCell.index[at]!;
      const times = this.byCell.times[at]!;
      const equation = this.equations[index]!;
      const residual = this.residuals[index]!;
      if (equation.rule.claim.is !== '=' || equation.rule.evidence || this.satisfied(equation, residual)) continue;
      if (beside && equation.cells.some((other) => other !== cell && beside.has(other))) continue;
      votes.set(residual / times, (votes.get(residual / times) ?? 0) + weight(equation.rule));
    }
    return [...votes].sort(([, a], [, b]) => b - a)[0]?.[0];
  }

  /** What a correction does to the equations with its cell. */
  effectOf(suspect: Suspect): {
    readonly touched: readonly PlainEquation[];
    readonly repaired: readonly PlainEquation[];
    readonly broken: readonly PlainEquation[];
  } {
    const touched: PlainEquation[] = [];
    const repaired: PlainEquation[] = [];
    const broken: PlainEquation[] = [];
    for (let at = this.byCell.from(suspect.cell), to = this.byCell.to(suspect.cell); at < to; at++) {
      const index = this.byCell.index[at]!;
      const times = this.byCell.times[at]!;
      const equation = this.equations[index]!;
      const before = this.satisfied(equation, this.residuals[index]!);
      const after = this.satisfied(equation, this.residuals[index]! - times * suspect.excess);
      touched.push(equation);
      if (!before && after) repaired.push(equation);
      if (before && !after) broken.push(equation);
    }
    return { touched, repaired, broken };
  }

  /** Would this suspect repair these equations, as far as they are reported? */
  repairsAll(suspect: Suspect, equations: readonly PlainEquation[]): boolean {
    const after = new Map<PlainEquation, boolean>();
    for (let at = this.byCell.from(suspect.cell), to = this.byCell.to(suspect.cell); at < to; at++) {
      const index = this.byCell.index[at]!;
      const equation = this.equations[index]!;
      after.set(equation, this.satisfied(equation, this.residuals[index]! - this.byCell.times[at]! * suspect.excess));
    }
    return equations.every((e) => e.rule.evidence || after.get(e) === true);
  }

  /** Corrects the cell and weighs its neighbours again. */
  *apply(suspect: Suspect): Generator<void, void> {
    this.applied.add(nameOf(suspect.cell, suspect.excess));
    const dirty = new Set<number>([suspect.cell]);
    for (let at = this.byCell.from(suspect.cell), to = this.byCell.to(suspect.cell); at < to; at++) {
      const index = this.byCell.index[at]!;
      const times = this.byCell.times[at]!;
      this.residuals[index]! -= times * suspect.excess;
      for (const cell of this.equations[index]!.cells) dirty.add(cell);
    }
    let pause = this.steps + PAUSE;
    for (const cell of dirty) {
      this.weigh(cell);
      if (this.steps < pause) continue;
      pause = this.steps + PAUSE;
      yield;
    }
  }

  /** What many corrections at once do to the equations with their cells; those with an amount that is lost say nothing. */
  tryAll({ excess, unknown, loose }: Corrections, severity: Severity): Effects {
    const change = new Map<number, { by: number; loose: number; lost: boolean }>();
    const touch = (cell: number, by: number, lost: boolean): void => {
      for (let at = this.byCell.from(cell), to = this.byCell.to(cell); at < to; at++) {
        const index = this.byCell.index[at]!;
        const times = this.byCell.times[at]!;
        const one = change.get(index) ?? { by: 0, loose: 0, lost: false };
        one.by += times * by;
        one.loose += Math.abs(times) * (lost ? 0 : loose);
        one.lost ||= lost;
        change.set(index, one);
      }
    };
    excess.forEach((by, cell) => touch(cell, by, false));
    unknown.forEach((cell) => touch(cell, 0, true));
    this.steps += change.size;
    const none = (): PlainEquation[] => [];
    const effects = { repaired: none(), broken: none(), silent: none(), still: none(), asides: { repaired: none(), broken: 0 } };
    for (const [index, { by, loose: free, lost }] of change) {
      const equation = this.equations[index]!;
      const residual = this.residuals[index]!;
      const before = this.satisfied(equation, residual);
      if (!isOf(equation, severity)) {
        const holds = this.satisfied(equation, residual - by, free);
        if (lost || equation.rule.evidence || before === holds) continue;
        if (holds) effects.asides.repaired.push(equation);
        else effects.asides.broken += 1;
        continue;
      }
      if (lost) {
        if (!before) effects.silent.push(equation);
        continue;
      }
      const after = this.satisfied(equation, residual - by, free);
      if (before !== after) (after ? effects.repaired : effects.broken).push(equation);
      else if (!before) effects.still.push(equation);
    }
    return effects;
  }

  /** Takes the corrections as made: the equations they explain hold from now on. */
  settle({ excess }: Corrections, explained: readonly PlainEquation[]): void {
    const closed = new Set(explained);
    const dirty = new Set<number>();
    for (const [cell, by] of excess) {
      for (let at = this.byCell.from(cell), to = this.byCell.to(cell); at < to; at++) {
        const index = this.byCell.index[at]!;
        const times = this.byCell.times[at]!;
        this.residuals[index]! -= times * by;
        for (const other of this.equations[index]!.cells) dirty.add(other);
      }
    }
    this.equations.forEach((equation, index) => {
      if (!closed.has(equation)) return;
      this.residuals[index] = 0;
      for (const cell of equation.cells) dirty.add(cell);
    });
    for (const cell of dirty) this.weigh(cell);
  }

  private weigh(cell: number): void {
    const from = this.byCell.from(cell);
    const to = this.byCell.to(cell);
    // Most cells stand in no equation that fails: nothing is made for them.
    let tried: Set<number> | undefined;
    let found: Suspect[] | undefined;
    this.steps += to - from;
    for (let at = from; at < to; at++) {
      const index = this.byCell.index[at]!;
      const times = this.byCell.times[at]!;
      const equation = this.equations[index]!;
      const residual = this.residuals[index]!;
      if (equation.rule.claim.is !== '=' || equation.rule.evidence || this.satisfied(equation, residual)) continue;
      const excess = residual / times;
      if (tried?.has(excess) || this.applied.has(nameOf(cell, excess))) continue;
      (tried ??= new Set()).add(excess);
      const gain = this.gain(from, to, excess) + this.plausibility(cell, excess);
      if (gain > 0) (found ??= []).push({ cell, excess, gain });
    }
    if (found) this.suspects.set(cell, found);
    else this.suspects.delete(cell);
  }

  private gain(from: number, to: number, excess: number): number {
    let gain = 0;
    this.steps += to - from;
    for (let at = from; at < to; at++) {
      const index = this.byCell.index[at]!;
      const times = this.byCell.times[at]!;
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
    // Last year's forms are approved; this year's are what is being filled in.
    const past = grid.role === '上年' ? -0.5 : 0;
    return past + blank + negative + (roundness(corrected) - roundness(value)) * 0.01;
  }

  private satisfied(e: PlainEquation, residual: number, loose = 0): boolean {
    const is = e.rule.claim.is;
    const slack = this.slack + loose;
    return is === '=' ? Math.abs(residual) <= slack : is === '≤' ? residual <= slack : residual >= -slack;
  }
}

const nameOf = (cell: number, excess: number): string => `${cell}/${excess}`;

/** How many of the last digits of an amount in fen are zeros, up to four. */
function roundness(fen: number): number {
  let zeros = 0;
  for (let n = Math.abs(fen); zeros < 4 && n !== 0 && n % 10 === 0; n /= 10) zeros += 1;
  return fen === 0 ? 4 : zeros;
}

import type { Severity } from '../../facts/outcome';
import { failureKey, type Failure } from '../failure';
import type { FenGrid, Grids } from '../grid';
import type { Rule } from '../../rules/rule';
import type { Solver } from '../solver';
import type { PlainEquation } from '../screen';
import { candidates } from './candidates';
import type { Hypothesis, Spots } from './pattern';

/** One mistake that spoiled many cells, and the failures that it explains. */
export interface Mistake extends Hypothesis {
  /** Cells with another amount than they should have, in the order of the form. */
  readonly cells: readonly number[];
  readonly failures: readonly Failure[];
}

/** Fewer failed formulas than this are told cell by cell. */
const FEWEST = 3;
/** Forms with more cells are searched only where their formulas fail. */
export const WIDEST = 60000;
const MOST_PATTERNS = 12;
/** One mistake that explains so much of all is not compared with others. */
const NEARLY_ALL = 0.95;
/** Hypotheses weighed for one form. */
const MOST_TRIES = 3000;

/** Forms of this year in which several formulas of this severity fail, and where. */
export function spotsOf(failures: readonly Failure[], grids: Grids, severity: Severity): readonly Spots[] {
  const found = new Map<FenGrid, { readonly rows: Set<number>; readonly columns: Set<number>; count: number }>();
  for (const { verdict, rule } of failures) {
    if (rule.severity !== severity) continue;
    const touched = new Set<FenGrid>();
    for (const { fact } of [...verdict.left.parts, ...verdict.right.parts]) {
      const id = grids.idOf(fact);
      if (id === undefined) continue;
      const { grid, row, column } = grids.cell(id);
      if (grid.role !== '本年' || grid.fen.length > WIDEST) continue;
      const spot = found.get(grid) ?? { rows: new Set(), columns: new Set(), count: 0 };
      spot.rows.add(row);
      spot.columns.add(column);
      found.set(grid, spot);
      touched.add(grid);
    }
    for (const grid of touched) found.get(grid)!.count += 1;
  }
  const inOrder = (set: ReadonlySet<number>): readonly number[] => [...set].sort((a, b) => a - b);
  return [...found]
    .filter(([, { count }]) => count >= 2)
    .sort(([, a], [, b]) => b.count - a.count)
    .map(([grid, { rows, columns }]) => ({ grid, rows: inOrder(rows), columns: inOrder(columns) }));
}

interface Weighed {
  readonly hypothesis: Hypothesis;
  /** Failed formulas that hold again, and those that say nothing because an amount is lost. */
  readonly repaired: readonly PlainEquation[];
  readonly silent: readonly PlainEquation[];
  /** Of other severities. */
  readonly asides: readonly PlainEquation[];
  readonly explained: number;
  readonly score: number;
}

/** Looks for mistakes that spoiled many cells; each takes its failures out of `open`. */
export function* findPatterns(
  spots: readonly Spots[],
  solver: Solver,
  open: Map<string, Failure>,
  grids: Grids,
  spent: () => boolean,
  severity: Severity,
): Generator<void, readonly Mistake[]> {
  const patterns: Mistake[] = [];
  while (patterns.length < MOST_PATTERNS && open.size >= 2 && !spent()) {
    let best: Weighed | undefined;
    // One wrong cell that explains as much is the simpler cause.
    const alone = solver.repairedByOne(severity);
    if (solver.oneExplainsAll(severity, alone)) break;
    const of = (is: (rule: Rule) => boolean): number => [...open.values()].filter(({ rule }) => is(rule)).length * NEARLY_ALL;
    const whole = of((rule) => rule.severity === severity);
    // While equations of other severities fail as well, they may tell two mistakes apart that explain the same.
    const beside = of((rule) => rule.severity !== severity && rule.claim.is === '=');
    const isProven = (weighed?: Weighed): boolean =>
      // What only calls amounts lost, as last year's, is compared with the rest.
      weighed !== undefined && weighed.hypothesis.excess.size > 0 && weighed.explained >= whole && weighed.asides.length >= beside;
    for (const spot of spots) {
      if (isProven(best)) break;
      let tries = 0;
      for (const hypothesis of candidates(spot, grids, solver)) {
        if (++tries > MOST_TRIES || isProven(best) || spent()) break;
        const weighed = weigh(hypothesis, solver, alone, severity);
        if (weighed && (!best || weighed.score > best.score)) best = weighed;
        if (tries % 40 === 0) yield;
      }
    }
    if (!best) break;
    const { hypothesis } = best;
    solver.settle(hypothesis, [...best.repaired, ...best.silent]);
    const failures = [...best.repaired, ...best.silent, ...best.asides].flatMap((e) => {
      const name = failureKey(e.rule, e.place);
      const failure = open.get(name);
      open.delete(name);
      return failure ? [failure] : [];
    });
    if (failures.length === 0) break;
    patterns.push({ ...hypothesis, cells: cellsOf(hypothesis), failures });
  }
  return patterns;
}

const cellsOf = ({ excess, unknown, grid }: Hypothesis): readonly number[] =>
  [...new Set([...excess.keys(), ...unknown])]
    .filter((cell) => excess.has(cell) || grid.written[cell - grid.base] === 1)
    .sort((a, b) => a - b);

/** Failures that were too many to be searched, put down to the mistakes that explain them. */
export function withTheRest(patterns: readonly Mistake[], left: readonly Failure[], slack: number, grids: Grids): readonly Mistake[] {
  if (left.length === 0) return patterns;
  const open = new Set(left);
  return patterns.map((pattern) => {
    const more = [...open].filter((failure) => explains(pattern, failure, slack, grids));
    more.forEach((failure) => open.delete(failure));
    return { ...pattern, failures: [...pattern.failures, ...more] };
  });
}

/** Does the formula hold once the mistake is corrected, or hang on an amount that is lost? */
function explains({ excess, unknown, loose }: Hypothesis, { verdict, rule }: Failure, slack: number, grids: Grids): boolean {
  let [change, free, lost] = [0, slack, false];
  const sides = [
    [verdict.left, 1],
    [verdict.right, -1],
  ] as const;
  for (const [side, sign] of sides) {
    for (const { fact, times } of side.parts) {
      const cell = grids.idOf(fact);
      if (cell === undefined) continue;
      lost ||= unknown.has(cell);
      if (!excess.has(cell)) continue;
      change += sign * times * excess.get(cell)!;
      free += Math.abs(times) * loose;
    }
  }
  if (lost || change === 0) return lost;
  const after = Number(verdict.difference.times(100).toFixed(4)) - change;
  return rule.claim.is === '=' ? Math.abs(after) <= free : rule.claim.is === '≤' ? after <= free : after >= -free;
}

/** Is it one mistake? It has to explain several failures, nearly all of those with its cells, and to break hardly anything. */
function weigh(hypothesis: Hypothesis, solver: Solver, alone: number, severity: Severity): Weighed | undefined {
  const { repaired, broken, silent, still, asides } = solver.tryAll(hypothesis, severity);
  const isLastYear = hypothesis.excess.size === 0;
  const fewest = hypothesis.name === 'misplaced' ? 2 : FEWEST;
  const explained = isLastYear ? silent.length : repaired.length;
  // What is no more than a remark does not say that a column is missing.
  if (hypothesis.name.startsWith('empty') && severity !== 'error') return undefined;
  if (explained < fewest || broken.length > explained * 0.05) return undefined;
  if (!isLastYear && still.length > 0.25 * (repaired.length + still.length)) return undefined;
  if (explained + (isLastYear ? 0 : silent.length) <= alone) return undefined;
  // What is silent is explained, but proves nothing; of two that explain the same the smaller mistake is the likelier.
  const size = hypothesis.excess.size + hypothesis.unknown.size;
  // What stands nowhere can be made to fit: of two that explain the same, amounts that are there are the likelier.
  const isEmpty = hypothesis.name.startsWith('empty');
  const [left, right] = hypothesis.columns;
  const isApart = hypothesis.name === 'columnsSwapped' && right! - left! > 1;
  const isRepeat = hypothesis.name.startsWith('sum');
  const free = isEmpty ? 0.5 : isApart || isRepeat ? 0.3 : 0;
  return {
    hypothesis,
    repaired,
    silent,
    asides: asides.repaired,
    explained,
    score:
      (isLastYear ? 0.6 : 1) * explained +
      0.5 * (isLastYear ? 0 : silent.length) -
      2 * broken.length -
      still.length -
      free -
      size * 0.001 +
      aside(asides.repaired.length - asides.broken),
  };
}

/** Where two mistakes explain the same, what the other formulas say decides; it never outweighs one of these. */
const aside = (remarks: number): number => Math.max(-0.45, Math.min(0.45, 0.1 * remarks));

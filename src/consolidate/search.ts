import Decimal from 'decimal.js';
import { moneySlack, type AddingMistake } from './hypotheses';
import { leftAfter, plus, beyondSlack, type Slack, type Vector } from './vector';

export interface ExplainedDifference {
  /** In the order in which they were found: what explains most first. */
  readonly chosen: readonly AddingMistake[];
  /** What would explainDifference just as much instead of the first: units of equal amounts. */
  readonly ties: readonly AddingMistake[];
  readonly rest: Vector;
}

/** So many mistakes are looked for one after the other; what is left then is listed as it is. */
const MOST = 12;
/** A mistake that explains fewer places than this may do so by chance. */
const LEAST = 3;
const PROBES = 4;
const ZERO = new Decimal(0);

/** Of mistakes that explainDifference equally much the simpler one. */
const order: readonly AddingMistake['kind'][] = [
  'elimination',
  'version',
  'omitted',
  'twice',
  'money',
  'wholeMoney',
  'formOmitted',
  'formTwice',
];

const slackOf = (hypothesis: AddingMistake, slack: Slack): Slack => (hypothesis.by === '÷' ? moneySlack(slack) : slack);
const restOf = (difference: Vector, one: AddingMistake, slack: Slack): Vector =>
  beyondSlack(plus(difference, one.delta, -1), slackOf(one, slack));

interface Ranked {
  readonly one: AddingMistake;
  readonly left: number;
}

function ranking(rest: Vector, open: readonly AddingMistake[], slack: Slack): readonly Ranked[] {
  return open
    .map((one) => ({ one, left: leftAfter(rest, one.delta, slackOf(one, slack)) }))
    .filter(({ left }) => rest.size - left >= Math.min(LEAST, rest.size))
    .sort((a, b) => a.left - b.left || order.indexOf(a.one.kind) - order.indexOf(b.one.kind));
}

/** Places that tell hypotheses apart: those that most of them touch. */
function probesOf(all: readonly AddingMistake[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { delta } of all) for (const key of delta.keys()) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, PROBES)
    .map(([key]) => key);
}

/** Two mistakes that together explainDifference everything: what one leaves at a few places is looked up among the others. */
function pairFor(difference: Vector, all: readonly AddingMistake[], slack: Slack): readonly AddingMistake[] | undefined {
  const probes = probesOf(all);
  const at = (vector: Vector, less?: Vector): string =>
    probes.map((key) => (vector.get(key) ?? ZERO).minus(less?.get(key) ?? ZERO).toString()).join(' ');
  const byAmounts = new Map<string, AddingMistake[]>();
  for (const one of all) byAmounts.set(at(one.delta), [...(byAmounts.get(at(one.delta)) ?? []), one]);
  for (const one of all) {
    for (const other of byAmounts.get(at(difference, one.delta)) ?? []) {
      if (other === one || other.unit === one.unit) continue;
      if (leftAfter(restOf(difference, one, slack), other.delta, slackOf(other, slack)) > 0) continue;
      return [one, other].sort((a, b) => b.delta.size - a.delta.size);
    }
  }
  return undefined;
}

/**
 * The fewest mistakes that explainDifference a difference: one; or two that explainDifference all of it; or one after the other whatever
 * explains most. `derived` are mistakes whose size only the difference itself tells.
 */
export function explainDifference(
  difference: Vector,
  hypotheses: readonly AddingMistake[],
  derived: (rest: Vector) => readonly AddingMistake[],
  slack: Slack,
): ExplainedDifference {
  const chosen: AddingMistake[] = [];
  let ties: readonly AddingMistake[] = [];
  let rest = difference;
  const open = (): readonly AddingMistake[] =>
    [...derived(rest), ...hypotheses].filter(
      (one) =>
        one.delta.size > 0 &&
        !chosen.some(
          (other) => other.unit === one.unit && other.kind === one.kind && other.table === one.table && other.other === one.other,
        ),
    );
  while (rest.size > 0 && chosen.length < MOST) {
    const candidates = open();
    const ranked = ranking(rest, candidates, slack);
    const [best] = ranked;
    const first = chosen.length === 0;
    if (first && best?.left !== 0) {
      const pair = pairFor(rest, candidates, slack);
      if (pair) return { chosen: pair, ties: [], rest: new Map() };
    }
    if (!best) break;
    if (first)
      ties = ranked.filter(({ one, left }) => one !== best.one && left === best.left && one.kind === best.one.kind).map(({ one }) => one);
    chosen.push(best.one);
    rest = restOf(rest, best.one, slack);
  }
  return withoutChance(difference, { chosen, ties, rest }, slack);
}

/** So much of what a mistake would do may be left over; beyond it, that it fits elsewhere may be chance. */
const MOST_LEFT = 0.5;

/** What was found, less the mistakes that leave too much of themselves behind. */
function withoutChance(difference: Vector, { chosen, ties, rest }: ExplainedDifference, slack: Slack): ExplainedDifference {
  const sure = chosen.filter((one) => shareLeft(one, rest) <= MOST_LEFT);
  if (sure.length === chosen.length) return { chosen, ties, rest };
  const first = sure[0] === chosen[0];
  return { chosen: sure, ties: first ? ties : [], rest: sure.reduce((left, one) => restOf(left, one, slack), difference) };
}

/** How much of what a mistake would do is still different: 0 = it fits everywhere. */
export const shareLeft = ({ delta }: AddingMistake, rest: Vector): number =>
  [...delta.keys()].filter((key) => rest.has(key)).length / delta.size;

import { yuan } from '../facts/money';
import { printed, say, stating } from '../facts/phrase';
import { causeOfMistake, causeOfRest, unreadCauses, versionCause } from './causes';
import { keyOfPlace, type BookCells } from './cells';
import { compare, differenceAt, type SumComparison } from './compare';
import { eliminationIn, internals, openPayments } from './eliminations';
import { formHypotheses, hypothesesOf, wholeMoney, type AddingMistake } from './hypotheses';
import type { Consolidation, Elimination, UnitBook, UnitVersions } from './model';
import { isUnit, sortRest } from './rest';
import { explainDifference, shareLeft, type ExplainedDifference } from './search';
import { plus, type Vector } from './vector';

const MOST_OF_A_MISTAKE_LEFT = 0.1;

/**
 * Sets a 汇总 against its units: every amount and every count of every form, and says why they differ. `unread` are the
 * files that could not be used. A unit with several workbooks counts once.
 */
export function consolidateBooks(whole: UnitBook, units: readonly UnitVersions[], unread: readonly string[] = []): Consolidation {
  const chosen = units.map(({ books }) => books[0].cells);
  const comparison = compare(whole.cells, chosen);
  const found = explained(comparison, units);
  const mistakes = found.chosen.filter(({ kind }) => kind !== 'elimination');
  const eliminated = found.chosen.filter(({ kind }) => kind === 'elimination');

  const causes = [
    ...mistakes.map((one, i) => causeOfMistake(one, comparison, units, { ties: i === 0 ? found.ties : [], rest: found.rest })),
    ...sortRest(found.rest, comparison.places, chosen).map((rest) => causeOfRest(rest, comparison, units, { unread, rest: found.rest })),
    ...agreedVersions(whole, units, mistakes),
    ...unreadCauses(comparison),
  ];
  const away = new Set(eliminated.flatMap(({ delta }) => [...delta.keys()]));
  const touched = new Set(causes.flatMap(({ places }) => places.map(({ place }) => place.key)).filter((key) => comparison.places.has(key)));
  const different = new Set([...touched, ...[...comparison.difference.keys()].filter((key) => !away.has(key))]).size;
  const onlyEliminated = [...comparison.difference.keys()].filter((key) => away.has(key) && !touched.has(key)).length;
  return {
    whole,
    units,
    causes,
    eliminations: eliminationsOf(comparison, eliminated),
    counts: {
      cells: comparison.places.size,
      equal: comparison.places.size - different - onlyEliminated - comparison.rounding,
      different,
      rounding: comparison.rounding,
      eliminated: onlyEliminated,
      unread: comparison.odd.length + comparison.lacking.reduce((all, { places }) => all + places.length, 0),
    },
  };
}

function explained(comparison: SumComparison, units: readonly UnitVersions[]): ExplainedDifference {
  const { difference, places, slack, units: chosen } = comparison;
  if (difference.size === 0) return { chosen: [], ties: [], rest: difference };
  const versions = units.map(({ books }) => books.slice(1).map(({ cells }) => cells));
  const tables = new Set([...difference.keys()].map((key) => places.get(key)!.table));
  const simple = [...hypothesesOf(chosen, versions, places), ...wholeMoney(chosen, places), ...formHypotheses(chosen, tables, places)];
  const found = explainDifference(
    difference,
    simple,
    (rest) => {
      const eliminated = eliminationIn(rest, chosen);
      return eliminated ? [eliminated] : [];
    },
    slack,
  );
  // A unit that was not given may look much like one that was: then a difference that is a whole unit is the plainer cause.
  const inexact = found.chosen.some((one) => shareLeft(one, found.rest) > MOST_OF_A_MISTAKE_LEFT);
  return inexact && isUnit(difference, chosen) ? { chosen: [], ties: [], rest: difference } : found;
}

/** A unit of which several workbooks were given, where the 汇总 agrees with the first: the others may be the later ones. */
function agreedVersions(whole: UnitBook, units: readonly UnitVersions[], mistakes: readonly AddingMistake[]) {
  return units.flatMap(({ books }, unit) => {
    const [inWhole, other] = books;
    if (!other || mistakes.some((one) => one.unit === unit)) return [];
    const instead = compare(
      whole.cells,
      units.map((all, i) => (i === unit ? other : all.books[0]).cells),
    );
    const own = plus(valuesAt(inWhole.cells), valuesAt(other.cells), -1);
    const places = [...own.keys()].filter((key) => instead.difference.has(key)).map((key) => differenceAt(instead, key));
    return places.length > 0 ? [versionCause(other, inWhole, places)] : [];
  });
}

const valuesAt = ({ cells }: BookCells): Vector => new Map([...cells].map(([key, { value }]) => [key, value]));

/** What was taken out between the department and its units, and what still stands on both sides. */
function eliminationsOf(comparison: SumComparison, found: readonly AddingMistake[]): readonly Elimination[] {
  return internals.flatMap((of): readonly Elimination[] => {
    const [income, expense] = [of.income, of.expense].map((row) => keyOfPlace('Z01', row, '决算数')) as [string, string];
    const amount = found.map(({ delta }) => delta.get(income)).find((by) => by !== undefined);
    if (amount !== undefined) {
      const shown = [income, expense].map((key) => differenceAt(comparison, key));
      return [
        {
          name: of.name,
          state: 'eliminated',
          message: say`${printed(`${of.name}：汇总时已抵销`)} ${stating(`${yuan(amount.neg())} 元`, shown[0]!.difference)}，不是差错。`,
          amount: amount.neg(),
          cells: shown.map(({ at }) => at),
        },
      ];
    }
    return openPayments(comparison.units, [of]);
  });
}

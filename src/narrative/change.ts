import { abs, growth, minus } from '../facts/arithmetic';
import type { Derived, Traced } from '../facts/traced';
import { agrees, gap, isGap, type AmountOrGap, type Gap } from './input';
import type { Printer } from './figures';
import type { Profile } from './profile';
import { blank, joined, nothing, printed, say, sentence, stating, type Phrase } from './say';

/** This year against last year. The difference is exact in 元 and rounded once: it may differ by a cent from that of the printed figures. */
export type Change =
  | { readonly kind: 'unknown'; readonly gap: Gap }
  /** There was no last year: the unit is new, and nothing is said of a change. */
  | { readonly kind: 'none' }
  /** exact = equal; otherwise the difference exists but prints as 0. */
  | { readonly kind: 'level'; readonly exact: boolean; readonly of: readonly [Traced, Traced] }
  | {
      readonly kind: 'moved';
      readonly up: boolean;
      /** Absolute difference in 元. */
      readonly by: Derived;
      /** Absolute growth in %; absent where the base is zero or negative. */
      readonly growth?: Derived;
      readonly base: 'positive' | 'zero' | 'negative';
    };

export function changeOf(now: AmountOrGap, before: AmountOrGap, print: Printer): Change {
  if (isGap(before) && before.none) return { kind: 'none' };
  // A figure that is missing itself is asked for where it stands; here only the movement is.
  if (isGap(now)) return { kind: 'unknown', gap: gap('增减情况', now.key) };
  if (isGap(before)) return { kind: 'unknown', gap: before };
  const difference = minus(now, before);
  if (difference.value.isZero()) return { kind: 'level', exact: true, of: [now, before] };
  if (now.unit === '元' && (print.printsZero(difference.value) || agrees(now, before)))
    return { kind: 'level', exact: false, of: [now, before] };
  const base = before.value.isZero() ? 'zero' : before.value.isNegative() ? 'negative' : 'positive';
  const grown = base === 'positive' ? growth(now, before) : undefined;
  return { kind: 'moved', up: difference.value.gt(0), by: magnitude(difference), base, ...(grown ? { growth: magnitude(grown) } : {}) };
}

/** A magnitude that is positive already keeps its own formula. */
const magnitude = (value: Derived): Derived => (value.value.isNegative() ? abs(value) : value);

/** Every word of a comparison. Where there is nothing to compare with, all of them say nothing. */
export interface ChangeWords {
  /** 减少659.52万元，下降47.45% / 增加5万元（2023年度基数为0，不可比） */
  movement(change: Extract<Change, { kind: 'moved' }>): Phrase;
  /**
   * A statement and its comparison: …均为730万元。与2023年度相比，收、支总计各减少…。 or …均为730万元，与2023年度持平。
   * `each` stands only before a movement.
   */
  compared(statement: readonly Phrase[], subject: string, now: AmountOrGap, before: AmountOrGap, each?: string): Phrase;
  /** 公务接待费支出决算比2023年度减少… / …与2023年度持平 */
  than(subject: string, now: AmountOrGap, before: AmountOrGap): Phrase;
  /** 较上年度减少… / 与2023年度持平 */
  thanLastYear(now: AmountOrGap, before: AmountOrGap): Phrase;
  /** 与2023年度持平 / 与2023年度基本持平 */
  level(change: Extract<Change, { kind: 'level' }>): Phrase;
}

export function changeWords(profile: Profile, print: Printer, fill: (phrase: string) => string): ChangeWords {
  const { phrases } = profile;
  const lastYear = printed(fill(phrases.lastYear));

  const movement: ChangeWords['movement'] = ({ up, by, growth: grown, base }) => {
    const amount = up ? say`增加${print.wan(by)}` : say`减少${print.wan(by)}`;
    if (grown) return joined([amount, up ? say`增长${print.percent(grown)}` : say`下降${print.percent(grown)}`], '，');
    return base === 'zero' ? say`${amount}（${lastYear}基数为0，不可比）` : say`${amount}（${lastYear}基数为负数，不可比）`;
  };
  const level: ChangeWords['level'] = ({ exact, of }) => say`与${lastYear}${stating(exact ? '持平' : '基本持平', ...of)}`;
  const waiting = (missing: Gap): Phrase => [blank(missing.ask, missing.key)];

  return {
    movement,
    level,
    compared(statement, subject, now, before, each = '') {
      const change = changeOf(now, before, print);
      if (change.kind === 'none') return sentence(...statement);
      if (change.kind === 'level')
        return statement.length > 0 ? sentence(...statement, level(change)) : sentence(say`${printed(subject)}${level(change)}`);
      const moved = change.kind === 'moved' ? say`${printed(each)}${movement(change)}` : waiting(change.gap);
      return say`${sentence(...statement)}${sentence(say`${printed(fill(phrases.comparedWith))}，${printed(subject)}${moved}`)}`;
    },
    than(subject, now, before) {
      const change = changeOf(now, before, print);
      if (change.kind === 'none') return nothing;
      if (change.kind === 'level') return say`${printed(subject)}${level(change)}`;
      return say`${printed(subject)}${printed(fill(phrases.than))}${change.kind === 'moved' ? movement(change) : waiting(change.gap)}`;
    },
    thanLastYear(now, before) {
      const change = changeOf(now, before, print);
      if (change.kind === 'none') return nothing;
      if (change.kind === 'level') return level(change);
      return say`${printed(fill(phrases.thanLastYear))}${change.kind === 'moved' ? movement(change) : waiting(change.gap)}`;
    },
  };
}

/** This year's amount against the budget. */
export type Fulfilment =
  | { readonly kind: 'unknown'; readonly gap: Gap }
  /** Neither budget nor expenditure. */
  | { readonly kind: 'none' }
  /** Expenditure without a budget. */
  | { readonly kind: 'unplanned' }
  | { readonly kind: 'level' | 'nearly' | 'less' | 'more' };

export function fulfilmentOf(actual: AmountOrGap, budget: AmountOrGap, print: Printer): Fulfilment {
  if (isGap(actual)) return { kind: 'unknown', gap: actual };
  if (isGap(budget)) return { kind: 'unknown', gap: budget };
  if (budget.value.isZero() && actual.value.gte(0)) return { kind: actual.value.isZero() ? 'none' : 'unplanned' };
  const difference = minus(actual, budget).value;
  if (difference.isZero()) return { kind: 'level' };
  if (print.printsZero(difference) || agrees(actual, budget)) return { kind: 'nearly' };
  return { kind: difference.isNegative() ? 'less' : 'more' };
}

/** Does this change or gap have to be explained? */
export const needsReason = (kind: Change['kind'] | Fulfilment['kind']): boolean =>
  kind === 'moved' || kind === 'less' || kind === 'more' || kind === 'unplanned';

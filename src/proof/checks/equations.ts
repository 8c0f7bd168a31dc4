import Decimal from 'decimal.js';
import type { TextClaim } from '../links/claim';
import { amountsOf, isAnnex, isSection, stepOf, type ProofContext } from './context';
import { wordsAt } from './finding';
import { meets, middle, rangeMinus, rangePlus, rangeOf, ratio, reachOf, widened, type Range } from './reach';
import type { ProofRuleId } from './rulebook';
import type { Equation } from './equation';
import { sums } from './sums';
import { inUnitOf, percentWords, wan } from './words';

const ONE = new Decimal(1);

/** All of them, fulfilled or not; what cannot be said is left out. */
export function equations(context: ProofContext): readonly Equation[] {
  return [
    ...twice(context),
    ...context.linked.claims.flatMap((claim): readonly Equation[] => {
      switch (claim.kind) {
        case 'share':
          return share(context, claim);
        case 'rate':
          return [...rate(context, claim), ...directions(context, claim)];
        case 'completion':
          return [...completion(context, claim), ...relations(context, claim)];
        case 'level':
          return levels(context, claim);
        default:
          return [];
      }
    }),
    ...sums(context),
  ];
}

const rangeIn = (context: ProofContext, claim: TextClaim): Range => rangeOf(claim.value!, stepOf(context, claim));
const printed = (context: ProofContext, { span }: TextClaim): string =>
  wordsAt(context.linked.document, span.paragraph).slice(span.start, span.end);

/** A ratio against what the printed amounts allow: right, cut off, or wrong. */
function ofRatio(
  context: ProofContext,
  claim: TextClaim,
  may: Range,
  rule: ProofRuleId,
  claims: readonly TextClaim[],
  how: string,
): Equation {
  const own = claim.about === 'near' ? widened(rangeIn(context, claim), claim.step!) : rangeIn(context, claim);
  const exact = middle(may);
  const holds = claim.about === 'under' ? may.low.lt(claim.value!) : meets(own, may);
  const reach = reachOf(claim.value!, claim.step!, exact);
  const expected = inUnitOf(claim, printed(context, claim), exact);
  const base = { claims: [claim, ...claims], holds, culprit: claim, expected };
  if (!holds && reach === 'cut')
    return { ...base, rule: 'P-CUT', message: `${how}，应为${expected}，文中${printed(context, claim)}是截去尾数得到的，不是四舍五入。` };
  return { ...base, rule, message: `${how}，应为${expected}，文中为${printed(context, claim)}。` };
}

/** The amount of a measure that stands nearest before a claim. */
function amountNear(context: ProofContext, claim: TextClaim, measure = claim.measure): TextClaim | undefined {
  const all = amountsOf(context, measure, claim.year).filter((other) => isSection(other.topic) === isSection(claim.topic));
  const before = all.filter(({ block, span }) => block < claim.block || (block === claim.block && span.start < claim.span.start));
  return [...before].reverse().find(({ topic }) => topic === claim.topic) ?? before[before.length - 1] ?? all[0];
}

function share(context: ProofContext, claim: TextClaim): readonly Equation[] {
  const part = amountNear(context, claim);
  const whole = amountNear(context, claim, claim.base);
  if (!part || !whole) return [];
  const may = ratio(rangeIn(context, part), rangeIn(context, whole));
  if (!may) return [];
  // A zero that is printed with its share of 0 is no slip of reckoning.
  if (part.value!.isZero() && claim.value!.isZero()) return [];
  const how = `${claim.measure.name}${wan(part.value!)}，占${claim.base!.name}${wan(whole.value!)}的${percentWords(part.value!.div(whole.value!).times(100), 4)}`;
  return [ofRatio(context, claim, may, 'P-SHARE', [part, whole], how)];
}

const changeOf = (context: ProofContext, claim: TextClaim): TextClaim | undefined =>
  context.linked.claims.find(
    (other) =>
      other.kind === 'change' &&
      other.block === claim.block &&
      other.measure.id === claim.measure.id &&
      Math.abs(other.sentence - claim.sentence) <= 1,
  );

function rate(context: ProofContext, claim: TextClaim): readonly Equation[] {
  const change = changeOf(context, claim);
  const now = amountNear(context, claim);
  if (!change || !now || claim.sign === undefined || change.sign === undefined || change.sign !== claim.sign) return [];
  if (change.about || now.about) return [];
  const before =
    claim.sign > 0
      ? rangeMinus(rangeIn(context, now), rangeIn(context, change))
      : rangePlus(rangeIn(context, now), rangeIn(context, change));
  const may = ratio(rangeIn(context, change), before);
  if (!may) return [];
  const last = middle(before);
  const exact = change.value!.div(last).times(100);
  const how = `本年${wan(now.value!)}，${claim.sign > 0 ? '增加' : '减少'}${wan(change.value!)}，上年应为${wan(last)}，${claim.sign > 0 ? '增长' : '下降'}${percentWords(exact, 4)}`;
  return [ofRatio(context, claim, may, 'P-GROWTH', [change, now], how)];
}

/** 减少…，增长…: the two words of one change. */
function directions(context: ProofContext, claim: TextClaim): readonly Equation[] {
  const change = changeOf(context, claim);
  if (!change || claim.sign === undefined || change.sign === undefined) return [];
  const [amount, percentage] = change.sign > 0 ? ['增加', '增长'] : ['减少', '下降'];
  return [
    {
      rule: 'P-DIRECTION',
      claims: [change, claim],
      holds: change.sign === claim.sign || claim.value!.isZero(),
      culprit: claim,
      expected: percentage,
      message: `前面写${amount}，这里的方向相反，应为${percentage}。`,
    },
  ];
}

/** Where the text prints both 年初 and 全年预算数, 完成预算 may mean either. */
function completion(context: ProofContext, claim: TextClaim): readonly Equation[] {
  const now = amountNear(context, claim);
  if (!now) return [];
  const all = context.linked.claims
    .filter(
      (other) =>
        other.kind === 'budget' &&
        other.value &&
        other.block === claim.block &&
        other.measure.id === claim.measure.id &&
        !(other.budget && claim.budget && other.budget !== claim.budget),
    )
    .flatMap((budget): readonly Equation[] => {
      const may = ratio(rangeIn(context, now), rangeIn(context, budget));
      const how = `支出决算${wan(now.value!)}，预算${wan(budget.value!)}`;
      return may ? [ofRatio(context, claim, may, 'P-COMPLETION', [now, budget], how)] : [];
    });
  return [all.find(({ holds }) => holds) ?? all[0]].flatMap((one) => one ?? []);
}

/** 完成预算95.68%，决算数大于预算数 */
function relations(context: ProofContext, claim: TextClaim): readonly Equation[] {
  const said = context.linked.claims.find(
    (other) =>
      other.kind === 'relation' &&
      other.block === claim.block &&
      other.measure.id === claim.measure.id &&
      (other.budget === claim.budget || !other.budget || !claim.budget),
  );
  if (!said?.relation || !claim.value || claim.about) return [];
  const hundred = claim.value.minus(100);
  // 100% may be printed for a small gap that is explained all the same.
  if (hundred.isZero() && said.relation !== 'none') return [];
  if (said.relation === 'none' && claim.value.isZero()) return [];
  const is = hundred.isNegative() ? 'less' : 'more';
  const words = { less: '决算数小于预算数', more: '决算数大于预算数' }[is];
  return [
    {
      rule: 'P-RELATION',
      claims: [claim, said],
      holds: said.relation === is,
      culprit: said,
      expected: words,
      message: `完成预算${percentWords(claim.value)}，${words}，与这里的说法不符。`,
    },
  ];
}

/** 持平 here and a change there. */
function levels(context: ProofContext, claim: TextClaim): readonly Equation[] {
  return context.linked.claims
    .filter(
      (other) => other.kind === 'change' && other.measure.id === claim.measure.id && other.year === claim.year && isSection(other.topic),
    )
    .map((other): Equation => ({
      rule: 'P-LEVEL',
      claims: [claim, other],
      holds: other.value!.isZero(),
      culprit: claim,
      message: `这里写持平，另一处写${other.sign === -1 ? '减少' : '增加'}${wan(other.value!)}。`,
    }));
}

/** The same figure at two places: the value that most places print is taken for the right one. */
function twice(context: ProofContext): readonly Equation[] {
  const byFigure = new Map<string, TextClaim[]>();
  for (const claim of context.linked.claims) {
    if (!['amount', 'count'].includes(claim.kind) || claim.about || claim.measure.item) continue;
    const key = `${claim.measure.id} ${claim.year ?? ''}`;
    byFigure.set(key, [...(byFigure.get(key) ?? []), claim]);
  }
  return [...byFigure.values()].filter(({ length }) => length > 1).flatMap((all) => agreement(context, all));
}

function agreement(context: ProofContext, all: readonly TextClaim[]): readonly Equation[] {
  const agreeing = (claim: TextClaim): number => all.filter((other) => meets(rangeIn(context, claim), rangeIn(context, other))).length;
  const weight = (claim: TextClaim): number => agreeing(claim) * 2 + (isAnnex(claim.topic) ? 0 : 1);
  const right = all.reduce((best, claim) => (weight(claim) > weight(best) ? claim : best), all[0]!);
  return all
    .filter((claim) => claim !== right)
    .map((claim): Equation => {
      const holds = meets(rangeIn(context, claim), rangeIn(context, right));
      const apart = claim.value!.minus(right.value!).abs();
      const last = claim.measure.unit === '元' && apart.lte(Decimal.max(claim.step!, right.step!).times(ONE));
      return {
        rule: last ? 'P-TAIL' : 'P-TWICE',
        claims: [claim, right],
        holds,
        culprit: claim,
        expected: printed(context, right),
        message: `${claim.measure.name}这里写${printed(context, claim)}，另一处写${printed(context, right)}${last ? '，末位相差1' : ''}。`,
        ...(isAnnex(claim.topic) ? { severity: 'warning' as const } : {}),
      };
    });
}

import Decimal from 'decimal.js';
import { expenditureParts, incomeParts } from '../../layouts/parts';
import type { TextClaim } from '../links/claim';
import { measures } from '../links/measures';
import type { Topic } from '../links/topics';
import { amountsOf, stepOf, type ProofContext } from './context';
import type { Equation } from './equation';
import { rangeOf } from './reach';
import { wan } from './words';

interface Sum {
  readonly whole: TextClaim;
  readonly parts: readonly TextClaim[];
  /** Every part there is must be named: the parts may not fall short of the whole either. */
  readonly complete: boolean;
  readonly how: string;
}

/** Parts that must make up a whole, wherever the text lists them. */
export const sums = (context: ProofContext): readonly Equation[] =>
  [...lists(context), ...itemSums(context)].map((sum) => equation(context, sum));

/** A figure whose last digit may be off because it makes a list of the text add up. */
export function balancing(context: ProofContext): (claim: TextClaim) => boolean {
  const balanced = new Set<TextClaim>();
  for (const { whole, parts, complete } of [...lists(context), ...itemSums(context)]) {
    if (!complete || parts.length < 2) continue;
    const total = parts.reduce((sum, { value }) => sum.plus(value!), new Decimal(0));
    if (!total.equals(whole.value!)) continue;
    const largest = parts.reduce((best, part) => (part.value!.gt(best.value!) ? part : best), parts[0]!);
    balanced.add(largest);
  }
  return (claim) => balanced.has(claim);
}

const incomeIds = [measures.fiscalIncome.id, ...incomeParts.map((row) => `Z01.${row}.决算数`)];
const fundIds = incomeParts.slice(0, 3).map((row): string => `Z01.${row}.决算数`);
const vehicleParts: readonly string[] = [measures.purchase.id, measures.upkeep.id];
const spendingIds = expenditureParts.map((row) => `Z01.${row}.决算数`);

const sets: readonly {
  readonly topics: readonly Topic[];
  readonly whole: string;
  readonly parts: (claim: TextClaim) => boolean;
  readonly complete: boolean;
  readonly spread?: true;
}[] = [
  { topics: ['income'], whole: measures.income.id, parts: ({ measure }) => incomeIds.includes(measure.id), complete: true },
  { topics: ['spending'], whole: measures.spending.id, parts: ({ measure }) => spendingIds.includes(measure.id), complete: true },
  {
    topics: ['budget.structure', 'budget'],
    whole: measures.budget.id,
    parts: ({ measure }) => /^Z01_1\.\d{3}\.决算数·一般公共$/.test(measure.id),
    complete: true,
  },
  {
    topics: ['basic'],
    whole: measures.basic.id,
    parts: ({ measure }) => measure.id === measures.staff.id || measure.id === measures.running.id,
    complete: false,
    spread: true,
  },
  // Lines of 财决08-1 with their amounts: never more than the whole they are named under.
  { topics: ['basic'], whole: measures.staff.id, parts: ({ measure }) => /^Z08_1\.合计\.30[13]\d\d$/.test(measure.id), complete: false },
  { topics: ['basic'], whole: measures.running.id, parts: ({ measure }) => /^Z08_1\.合计\.302\d\d$/.test(measure.id), complete: false },
  {
    topics: ['official', 'official.parts'],
    whole: measures.vehicles.id,
    parts: ({ measure }) => vehicleParts.includes(measure.id),
    complete: false,
    spread: true,
  },
  {
    topics: ['official', 'official.parts', 'official.overall'],
    whole: measures.official.id,
    parts: ({ measure }) => [measures.abroad.id, measures.vehicles.id, ...vehicleParts, measures.reception.id].includes(measure.id),
    complete: true,
  },
  {
    topics: ['procurement'],
    whole: measures.purchases.id,
    parts: ({ measure }) => [measures.goods.id, measures.works.id, measures.services.id].includes(measure.id),
    complete: true,
  },
  { topics: ['assets'], whole: measures.cars.id, parts: ({ measure }) => /^F03\..*用车\.统计数$/.test(measure.id), complete: true },
  {
    topics: ['official.parts', 'official'],
    whole: measures.kept.id,
    parts: ({ measure }) => measure.id.startsWith('文字.公务用车保有量.'),
    complete: true,
  },
  {
    topics: ['official.parts', 'official'],
    whole: measures.bought.id,
    parts: ({ measure }) => measure.id.startsWith('文字.公务用车购置.') && measure.unit === 'count',
    complete: true,
  },
  {
    topics: ['official.parts', 'official'],
    whole: measures.purchase.id,
    parts: ({ measure }) => measure.id.startsWith('文字.公务用车购置.') && measure.unit === '元',
    complete: true,
  },
];

const stated = ({ kind, about }: TextClaim): boolean => (kind === 'amount' || kind === 'count') && !about;

/** Lists that one paragraph prints, with the whole in the same paragraph or above it in the same section. */
function lists(context: ProofContext): readonly Sum[] {
  const { claims } = context.linked;
  return sets.flatMap(({ topics, whole: id, parts: isPart, complete, spread }): readonly Sum[] => {
    const inTopic = claims.filter((claim) => topics.includes(claim.topic) && stated(claim) && claim.year === context.linked.year);
    const blocks = spread
      ? [inTopic]
      : [...new Set(inTopic.map(({ block }) => block))].map((block) => inTopic.filter((claim) => claim.block === block));
    return blocks.flatMap((own): readonly Sum[] => {
      const parts = disjoint(unique(own.filter(isPart)));
      if (parts.length < 2) return [];
      // A list of the 三公 has the cars and something else; 购置 and 运行维护 alone split the cars.
      const cars = id === measures.official.id ? parts.filter(({ measure }) => /用车/.test(measure.name)).length : 1;
      if (cars === parts.length) return [];
      const open = cars === 0;
      const place = own.indexOf(parts[0]!);
      const whole =
        own.find((claim, i) => claim.measure.id === id && i < place) ??
        [...inTopic].reverse().find((claim) => claim.measure.id === id && claim.block <= parts[0]!.block) ??
        amountsOf(context, parts[0]!.measure, context.linked.year).find((claim) => claim.measure.id === id);
      if (!whole) return [];
      const all = (complete && !open) || (spread === true && parts.length === 2);
      return [{ whole, parts, complete: all, how: `${parts.length}项合计` }];
    });
  });
}

/** A list names each part once; a second naming in the same paragraph is not another part. */
const unique = (claims: readonly TextClaim[]): readonly TextClaim[] =>
  claims.filter((claim, i) => claims.findIndex(({ measure }) => measure.id === claim.measure.id) === i);

/** A part that is itself split in the same list counts once: 财政拨款收入（其中，一般公共预算…）, 公务用车购置及运行维护费 with its two. */
function disjoint(parts: readonly TextClaim[]): readonly TextClaim[] {
  const has = (id: string): boolean => parts.some(({ measure }) => measure.id === id);
  return parts.filter(
    ({ measure: { id } }) =>
      !(has(measures.fiscalIncome.id) && fundIds.includes(id)) && !(has(measures.vehicles.id) && vehicleParts.includes(id)),
  );
}

/** 类 with its 款 and 项 below, and the whole with all of its 项. */
function itemSums(context: ProofContext): readonly Sum[] {
  const { claims, year } = context.linked;
  const lines = claims.filter(
    ({ kind, measure, topic, year: of }) => kind === 'amount' && measure.item && topic === 'budget.items' && of === year,
  );
  const depth = ({ measure }: TextClaim): number => measure.item!.path.split('/').length;
  const below = (head: TextClaim): readonly TextClaim[] => {
    const from = lines.indexOf(head) + 1;
    const end = lines.findIndex((line, i) => i >= from && (depth(line) <= depth(head) || level(line) <= level(head)));
    return lines.slice(from, end < 0 ? undefined : end);
  };
  const level = ({ block }: TextClaim): number => context.linked.document.blocks[block]!.marker?.level ?? 9;
  // A line without an amount that was understood makes every sum over it unknown.
  const open = context.linked.items.some(
    (use) => use.topic === 'budget.items' && !lines.some((line) => line.block === use.block && line.measure.id === use.measure.id),
  );
  if (open) return [];
  const heads = lines.filter((line) => depth(line) < 3 && below(line).length > 0);
  const leaves = lines.filter((line) => !heads.includes(line));
  const sumsOf: Sum[] = heads.map((whole) => ({ whole, parts: below(whole), complete: true, how: `以下${below(whole).length}项合计` }));
  const whole = claims.find(
    ({ kind, measure, topic }) => kind === 'amount' && measure.id === measures.budget.id && topic === 'budget.items',
  );
  // Lines under a head that is wrong itself are that head's matter.
  if (whole && leaves.length > 1 && heads.length === 0)
    sumsOf.push({ whole, parts: leaves, complete: true, how: `以下${leaves.length}项合计` });
  return sumsOf;
}

function equation(context: ProofContext, { whole, parts, complete, how }: Sum): Equation {
  const total = parts.reduce((sum, { value }) => sum.plus(value!), new Decimal(0));
  const slack = parts.reduce((sum, part) => sum.plus(stepOf(context, part)), stepOf(context, whole)).div(2);
  const money = whole.measure.unit === '元';
  const apart = total.minus(whole.value!);
  const range = rangeOf(whole.value!, stepOf(context, whole));
  const holds = money ? apart.abs().lte(slack) || (!complete && total.lt(range.high)) : apart.isZero() || (!complete && apart.isNegative());
  const show = (value: Decimal): string => (money ? wan(value) : value.toString());
  return {
    rule: 'P-SUM',
    claims: [whole, ...parts],
    holds,
    culprit: whole,
    message: `${how}${show(total)}，与${whole.measure.name}${show(whole.value!)}相差${show(apart.abs())}。`,
  };
}

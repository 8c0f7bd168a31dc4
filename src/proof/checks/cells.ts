import Decimal from 'decimal.js';
import { cellsOf, type Traced } from '../../facts/traced';
import type { CellRef } from '../../kernel/workbook';
import type { TextClaim } from '../links/claim';
import { amountsOf, isAnnex, type ProofContext, type Status } from './context';
import { findingAt, type FindingMore, type ProofFinding } from './finding';
import { rangeOf, ratio, reachOf, rounds, type Reach } from './reach';
import { inUnitOf, claimName, percentWords, wan } from './words';
import type { ProofRuleId } from './rulebook';
import type { Values } from './values';

export interface CellVerdict {
  readonly status: Status;
  readonly finding?: ProofFinding;
  /** Cells that confirm or contradict. */
  readonly cells: readonly CellRef[];
}

const unchecked: CellVerdict = { status: 'unchecked', cells: [] };
const TEN_THOUSAND = new Decimal(10000);
const CENT = new Decimal(50);
const HUNDRED = new Decimal(100);
/** A ratio at the border between two digits is right either way. */
const BORDER = new Decimal('0.6');

/** Each claim against the cells of the workbook. */
export class CellCheck {
  constructor(
    private readonly context: ProofContext,
    private readonly values: Values,
    /** Amounts whose last digit makes the parts add up to the whole. */
    private readonly balanced: (claim: TextClaim) => boolean,
  ) {}

  verdict(claim: TextClaim): CellVerdict {
    switch (claim.kind) {
      case 'amount':
      case 'count':
        return this.figure(claim, this.values.of(claim));
      case 'budget':
        return this.best(claim, this.values.budgetsOf(claim), (budget) => this.figure(claim, budget));
      case 'change':
        return this.change(claim);
      case 'rate':
        return this.rate(claim);
      case 'share':
        return this.share(claim);
      case 'completion':
        return this.completion(claim);
      case 'level':
        return this.level(claim);
      case 'relation':
        return this.relation(claim);
    }
  }

  private printed({ span }: TextClaim): string {
    return this.context.linked.document.blocks.find(({ index }) => index === span.paragraph)!.text.slice(span.start, span.end);
  }

  private confirmed(...from: readonly Traced[]): CellVerdict {
    return { status: 'confirmed', cells: cells(from) };
  }

  private against(claim: TextClaim, rule: ProofRuleId, message: string, from: readonly Traced[], more: FindingMore = {}): CellVerdict {
    const severity = isAnnex(claim.topic) ? ('warning' as const) : more.severity;
    const finding = findingAt(this.context.linked.document, rule, claim.quote, message, {
      ...more,
      ...(severity ? { severity } : {}),
      // The same wrong figure at several places has one cause.
      ...(claim.kind === 'change' || claim.kind === 'rate' ? { group: `${claim.measure.id}增减 ${claim.block}` } : {}),
      ...(claim.kind === 'amount' ? { group: `${claim.measure.id} ${claim.year ?? ''} ${claim.value!.toString()}` } : {}),
      cells: cells(from),
    });
    return { status: 'contradicted', finding, cells: cells(from) };
  }

  /** The best verdict that any of several bases gives; none of them known: nothing is said. */
  private best<T>(_claim: TextClaim, bases: readonly T[], judge: (base: T) => CellVerdict): CellVerdict {
    const all = bases.map(judge);
    return all.find(({ status }) => status === 'confirmed') ?? all.find(({ status }) => status === 'contradicted') ?? unchecked;
  }

  /** What a printed number is compared with, and how it fails. */
  private judged(claim: TextClaim, reach: Reach, exact: Decimal, from: readonly Traced[], how: string, rule: ProofRuleId): CellVerdict {
    const expected = inUnitOf(claim, this.printed(claim), exact);
    const name = claimName(claim, this.context.year);
    const more = { expected, suggestion: this.suggested(claim, expected) };
    if (reach === 'right') return this.confirmed(...from);
    if (reach === 'cut') {
      const message = `${name}${how}应为${expected}，文中${this.printed(claim)}是截去尾数得到的，不是四舍五入。`;
      return this.against(claim, 'P-CUT', message, from, more);
    }
    if (reach === 'last' && claim.measure.unit !== 'count') {
      return this.against(claim, 'P-TAIL', `${name}${how}应为${expected}，文中为${this.printed(claim)}，末位相差1。`, from, more);
    }
    return this.against(claim, rule, `${name}${how}应为${expected}，文中为${this.printed(claim)}${this.hint(claim, from)}。`, from, more);
  }

  private suggested({ quote, span }: TextClaim, expected: string): string {
    const text = this.context.linked.document.blocks.find(({ index }) => index === quote.paragraph)!.text;
    return `${text.slice(quote.start, span.start)}${expected}`;
  }

  /** What the wrong number looks like. */
  private hint(claim: TextClaim, from: readonly Traced[]): string {
    const { value } = claim;
    const exact = from[0]?.value;
    if (!value || !exact || value.isZero()) return '';
    const step = claim.step!;
    if (claim.kind === 'amount') {
      const other = claim.year === this.context.year ? this.values.before(claim.measure) : this.values.now(claim.measure);
      if (other && rounds(value, step, other.value)) return claim.year === this.context.year ? '（这是上年的数）' : '（这是本年的数）';
      if (rounds(value.div(TEN_THOUSAND), step.div(TEN_THOUSAND), exact)) return '（元与万元相混）';
      if (rounds(value.times(TEN_THOUSAND), step.times(TEN_THOUSAND), exact)) return '（元与万元相混）';
    }
    return '';
  }

  private figure(claim: TextClaim, exact: Traced | undefined): CellVerdict {
    const { value, step, about } = claim;
    if (!exact || !value || !step) return unchecked;
    if (about === 'under')
      return exact.value.gt(0) && exact.value.lt(value)
        ? this.confirmed(exact)
        : this.judged(claim, 'wrong', exact.value, [exact], '', 'P-CELL');
    if (claim.kind === 'count')
      return this.judged(claim, value.equals(exact.value) ? 'right' : 'wrong', exact.value, [exact], '', 'P-CELL');
    const slack = about === 'near' ? step : exact.half;
    const reach = reachOf(value, step, exact.value, slack);
    if (reach !== 'right' && reach !== 'wrong' && this.balanced(claim)) return this.confirmed(exact);
    return this.judged(claim, reach, exact.value, [exact], '', 'P-CELL');
  }

  /** This year's and last year's figure of a change. */
  private pair(claim: TextClaim): readonly [Traced, Traced] | undefined {
    if (claim.year !== this.context.year) return undefined;
    const now = this.values.now(claim.measure);
    const before = this.values.before(claim.measure);
    return now && before ? [now, before] : undefined;
  }

  private change(claim: TextClaim): CellVerdict {
    const pair = this.pair(claim);
    if (!pair || !claim.value || !claim.step) return unchecked;
    const [now, before] = pair;
    const difference = now.value.minus(before.value);
    const wrongWay = this.wrongWay(claim, difference, pair);
    if (wrongWay) return wrongWay;
    const exact = difference.abs();
    const slack = now.half.plus(before.half);
    if (claim.about === 'under')
      return exact.lt(claim.value) ? this.confirmed(...pair) : this.judged(claim, 'wrong', exact, pair, '增减额', 'P-CHANGE');
    const reach = reachOf(claim.value, claim.step, exact, slack);
    if (reach === 'right' || this.fromPrinted(claim, pair).some((change) => rounds(claim.value!, claim.step!, change)))
      return this.confirmed(...pair);
    return this.judged(claim, reach, exact, pair, `${difference.isNegative() ? '减少' : '增加'}额`, 'P-CHANGE');
  }

  /** Differences of amounts as they are printed in 万元. */
  private fromPrinted(claim: TextClaim, [now, before]: readonly [Traced, Traced]): readonly Decimal[] {
    const round = (value: Decimal): Decimal => value.div(TEN_THOUSAND).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).times(TEN_THOUSAND);
    const texts = amountsOf(this.context, claim.measure, claim.year).map(({ value }) => value!);
    const honest = texts.filter((value) => value.minus(now.value).abs().lt(150));
    return [round(now.value), ...honest].map((value) => value.minus(round(before.value)).abs());
  }

  private wrongWay(claim: TextClaim, difference: Decimal, pair: readonly [Traced, Traced]): CellVerdict | undefined {
    if (claim.sign === undefined || difference.isZero() || difference.isNegative() === claim.sign < 0) return undefined;
    const [is, not] = difference.isNegative() ? ['减少', '增加'] : ['增加', '减少'];
    const message = `${claim.measure.name}本年${wan(pair[0].value)}，上年${wan(pair[1].value)}，是${is}而不是${not}。`;
    return this.against(claim, 'P-DIRECTION', message, pair, { expected: is });
  }

  private rate(claim: TextClaim): CellVerdict {
    const pair = this.pair(claim);
    if (!pair || !claim.value || !claim.step) return unchecked;
    const [now, before] = pair;
    if (before.value.lte(0)) {
      if (now.value.equals(before.value) || before.value.isNegative()) return unchecked;
      return this.against(claim, 'P-ZERO-BASE', `${claim.measure.name}上年为0，没有增长率，应写“上年基数为0，不可比”。`, pair, {
        severity: 'error',
      });
    }
    const difference = now.value.minus(before.value);
    const wrongWay = this.wrongWay(claim, difference, pair);
    if (wrongWay) return wrongWay;
    const exact = difference.abs().div(before.value).times(HUNDRED);
    const printed = this.fromPrinted(claim, pair).map((change) =>
      change.div(before.value.div(TEN_THOUSAND).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).times(TEN_THOUSAND)).times(HUNDRED),
    );
    const slack = now.half.plus(before.half).div(before.value).times(HUNDRED);
    if (this.reaches(claim, exact, printed, slack, () => this.rangeOfRate(claim))) return this.confirmed(...pair);
    const how = difference.isNegative() ? '下降' : '增长';
    const looks = this.looksLike(
      claim,
      exact,
      difference
        .abs()
        .div(now.value.isZero() ? new Decimal(1) : now.value)
        .times(HUNDRED),
    );
    const verdict = this.judged(claim, reachOf(claim.value, claim.step, exact), exact, pair, `${how}幅度`, 'P-GROWTH');
    return looks && verdict.finding && verdict.finding.rule === 'P-GROWTH'
      ? { ...verdict, finding: { ...verdict.finding, message: verdict.finding.message.replace(/。$/, `（${looks}）。`) } }
      : verdict;
  }

  private looksLike({ value, step }: TextClaim, exact: Decimal, byNow: Decimal): string | undefined {
    if (rounds(value!, step!, byNow)) return '用本年数作了分母';
    if (rounds(value!.times(HUNDRED), step!.times(HUNDRED), exact)) return '百分数少乘了100';
    return undefined;
  }

  private rangeOfRate(claim: TextClaim): ReturnType<typeof ratio> {
    const change = this.context.linked.claims.find(
      (other) => other.kind === 'change' && other.block === claim.block && other.measure.id === claim.measure.id,
    );
    const now = amountsOf(this.context, claim.measure, claim.year)[0];
    if (!change?.value || !now?.value || claim.sign === undefined) return undefined;
    const a = rangeOf(change.value, change.step!);
    const n = rangeOf(now.value, now.step!);
    const base =
      claim.sign > 0 ? { low: n.low.minus(a.high), high: n.high.minus(a.low) } : { low: n.low.plus(a.low), high: n.high.plus(a.high) };
    return ratio(a, base);
  }

  /** Exact, from the printed amounts, or – at the border between two digits – from what these may have been rounded from. */
  private reaches(
    claim: TextClaim,
    exact: Decimal,
    printed: readonly Decimal[],
    slack: Decimal,
    range: () => ReturnType<typeof ratio>,
  ): boolean {
    const { value, step, about } = claim;
    if (about === 'under') return exact.gt(0) && exact.lt(value!);
    if (about === 'near') return exact.minus(value!).abs().lte(step!);
    if (rounds(value!, step!, exact, slack) || printed.some((other) => rounds(value!, step!, other))) return true;
    if (exact.minus(value!).abs().gt(step!.times(BORDER))) return false;
    const may = range();
    const own = rangeOf(value!, step!);
    return may !== undefined && may.low.lte(own.high) && own.low.lte(may.high);
  }

  private share(claim: TextClaim): CellVerdict {
    const part = this.values.of(claim);
    const base = claim.base && this.values.of({ ...claim, measure: claim.base });
    if (!part || !base || !claim.value || !claim.step) return unchecked;
    if (base.value.lte(0)) return unchecked;
    const exact = part.value.div(base.value).times(HUNDRED);
    const parts = amountsOf(this.context, claim.measure, claim.year);
    const bases = amountsOf(this.context, claim.base!, claim.year);
    const printed = parts.flatMap((p) => bases.flatMap((b) => (b.value!.isZero() ? [] : [p.value!.div(b.value!).times(HUNDRED)])));
    const slack = part.half
      .plus(base.half.times(part.value.div(base.value)))
      .div(base.value)
      .times(HUNDRED);
    const range = (): ReturnType<typeof ratio> =>
      parts[0] && bases[0] ? ratio(rangeOf(parts[0].value!, parts[0].step!), rangeOf(bases[0].value!, bases[0].step!)) : undefined;
    if (this.reaches(claim, exact, printed, slack, range)) return this.confirmed(part, base);
    return this.judged(claim, reachOf(claim.value, claim.step, exact), exact, [part, base], `占${claim.base!.name}的比例`, 'P-SHARE');
  }

  private completion(claim: TextClaim): CellVerdict {
    const now = this.values.of(claim);
    if (!now || !claim.value || !claim.step) return unchecked;
    return this.best(claim, this.values.budgetsOf(claim), (budget) => {
      if (budget.value.lte(0)) return unchecked;
      const exact = now.value.div(budget.value).times(HUNDRED);
      if (this.reaches(claim, exact, [], now.half.plus(budget.half).div(budget.value).times(HUNDRED), () => undefined))
        return this.confirmed(now, budget);
      const how = `决算数${wan(now.value)}，预算数${wan(budget.value)}，完成预算`;
      return this.judged(claim, reachOf(claim.value!, claim.step!, exact), exact, [now, budget], how, 'P-COMPLETION');
    });
  }

  private level(claim: TextClaim): CellVerdict {
    const pair = this.pair(claim);
    if (!pair) return unchecked;
    const difference = pair[0].value.minus(pair[1].value);
    if (difference.abs().lte(CENT.plus(pair[0].half).plus(pair[1].half))) return this.confirmed(...pair);
    const message = `${claim.measure.name}本年${wan(pair[0].value)}，上年${wan(pair[1].value)}，${difference.isNegative() ? '减少' : '增加'}${wan(difference.abs())}，不是持平。`;
    return this.against(claim, 'P-LEVEL', message, pair, {
      expected: `${difference.isNegative() ? '减少' : '增加'}${wan(difference.abs())}`,
    });
  }

  private relation(claim: TextClaim): CellVerdict {
    const now = this.values.of(claim);
    if (!now) return unchecked;
    return this.best(claim, this.values.budgetsOf(claim), (budget) => {
      const difference = now.value.minus(budget.value);
      const slack = CENT.plus(now.half).plus(budget.half);
      const is =
        budget.value.isZero() && !now.value.isZero()
          ? 'more'
          : difference.abs().lte(slack)
            ? 'equal'
            : difference.isNegative()
              ? 'less'
              : 'more';
      const exactly = difference.isZero() ? 'equal' : difference.isNegative() ? 'less' : 'more';
      const right = claim.relation === 'none' ? budget.value.isZero() : claim.relation === is || claim.relation === exactly;
      if (right) return this.confirmed(now, budget);
      const words = { less: '小于', more: '大于', equal: '等于' }[is];
      const message =
        claim.relation === 'none'
          ? `${claim.measure.name}有预算数${wan(budget.value)}，不是未安排预算。`
          : `${claim.measure.name}决算数${wan(now.value)}，预算数${wan(budget.value)}（完成${budget.value.isZero() ? '—' : percentWords(now.value.div(budget.value).times(HUNDRED))}），决算数${words}预算数。`;
      return this.against(claim, 'P-RELATION', message, [now, budget], { expected: `决算数${words}预算数` });
    });
  }
}

function cells(from: readonly Traced[]): readonly CellRef[] {
  const seen = new Map<string, CellRef>();
  for (const ref of from.flatMap(cellsOf)) seen.set(`${ref.book}|${ref.sheet}|${ref.a1}`, ref);
  return [...seen.values()];
}

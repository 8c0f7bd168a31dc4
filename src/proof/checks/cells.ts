import Decimal from 'decimal.js';
import type { Traced } from '../../facts/traced';
import type { TextClaim } from '../links/claim';
import { amountsOf } from './context';
import { CellJudge, unchecked, type CellVerdict } from './judge';
import { rangeOf, ratio, reachOf, rounds } from './reach';
import { percentWords, wan } from './words';

const TEN_THOUSAND = new Decimal(10000);
const CENT = new Decimal(50);
const HUNDRED = new Decimal(100);

/** Each claim against the cells of the workbook. */
export class CellCheck extends CellJudge {
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

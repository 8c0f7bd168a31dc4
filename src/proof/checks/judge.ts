import Decimal from 'decimal.js';
import { cellsOf, type Traced } from '../../facts/traced';
import type { CellRef } from '../../kernel/workbook';
import type { TextClaim } from '../links/claim';
import { isAnnex, type ProofContext, type Status } from './context';
import { findingAt, wordsAt, type FindingMore, type ProofFinding } from './finding';
import { rangeOf, rounds, type Range, type Reach } from './reach';
import type { ProofRuleId } from './rulebook';
import type { Values } from './values';
import { claimName, inUnitOf, wan } from './words';

export interface CellVerdict {
  readonly status: Status;
  readonly finding?: ProofFinding;
  /** Cells that confirm or contradict. */
  readonly cells: readonly CellRef[];
}

export const unchecked: CellVerdict = { status: 'unchecked', cells: [] };
const TEN_THOUSAND = new Decimal(10000);
/** A ratio at the border between two digits is right either way. */
const BORDER = new Decimal('0.6');

/** How a claim that was compared with cells is confirmed, or told. */
export class CellJudge {
  constructor(
    protected readonly context: ProofContext,
    protected readonly values: Values,
    /** Amounts whose last digit makes the parts add up to the whole. */
    protected readonly balanced: (claim: TextClaim) => boolean,
  ) {}

  protected printed({ span }: TextClaim): string {
    return wordsAt(this.context.linked.document, span.paragraph).slice(span.start, span.end);
  }

  protected confirmed(...from: readonly Traced[]): CellVerdict {
    return { status: 'confirmed', cells: cells(from) };
  }

  protected against(claim: TextClaim, rule: ProofRuleId, message: string, from: readonly Traced[], more: FindingMore = {}): CellVerdict {
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
  protected best<T>(_claim: TextClaim, bases: readonly T[], judge: (base: T) => CellVerdict): CellVerdict {
    const all = bases.map(judge);
    return all.find(({ status }) => status === 'confirmed') ?? all.find(({ status }) => status === 'contradicted') ?? unchecked;
  }

  /** What a printed number is compared with, and how it fails. */
  protected judged(claim: TextClaim, reach: Reach, exact: Decimal, from: readonly Traced[], how: string, rule: ProofRuleId): CellVerdict {
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

  protected suggested({ quote, span }: TextClaim, expected: string): string {
    const text = wordsAt(this.context.linked.document, quote.paragraph);
    return `${text.slice(quote.start, span.start)}${expected}`;
  }

  /** What the wrong number looks like. */
  protected hint(claim: TextClaim, from: readonly Traced[]): string {
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

  protected wrongWay(claim: TextClaim, difference: Decimal, pair: readonly [Traced, Traced]): CellVerdict | undefined {
    if (claim.sign === undefined || difference.isZero() || difference.isNegative() === claim.sign < 0) return undefined;
    const [is, not] = difference.isNegative() ? ['减少', '增加'] : ['增加', '减少'];
    const message = `${claim.measure.name}本年${wan(pair[0].value)}，上年${wan(pair[1].value)}，是${is}而不是${not}。`;
    return this.against(claim, 'P-DIRECTION', message, pair, { expected: is });
  }

  /** Exact, from the printed amounts, or – at the border between two digits – from what these may have been rounded from. */
  protected reaches(
    claim: TextClaim,
    exact: Decimal,
    printed: readonly Decimal[],
    slack: Decimal,
    range: () => Range | undefined,
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
}

function cells(from: readonly Traced[]): readonly CellRef[] {
  const seen = new Map<string, CellRef>();
  for (const ref of from.flatMap(cellsOf)) seen.set(`${ref.book}|${ref.sheet}|${ref.a1}`, ref);
  return [...seen.values()];
}

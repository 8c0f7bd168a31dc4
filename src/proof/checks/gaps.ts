import Decimal from 'decimal.js';
import type { TextClaim } from '../links/claim';
import { down, up } from '../links/phrases';
import { tokensOf, type NumberToken } from '../links/tokens';
import { placeIn } from '../text/plain';
import { isSection, stepOf, type ProofContext } from './context';
import { findingAt, type ProofFinding } from './finding';
import { meets, middle, rangeMinus, rangeOf, rangePlus, ratio, reachOf, type Range } from './reach';
import { percentWords, wan } from './words';

const anyOf = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join('|');
const more = ['大于', '高于', '多于', '超过', '超出'];
const less = ['小于', '低于', '少于'];
const money = '[\\d,.]+(?:亿元|万元|元)';
/** Behind an outturn: 与2021年度预算相比，增加1.14万元，增长53.27% (安徽); 决算数大于预算数55.93万元 (甘肃). */
const gap = new RegExp(
  `^(?:，(?:占|完成)[^，。；]{0,24})?[，。；]?(?:支出)?(?:决算数?)?(?:` +
    `(?:与|比|较)(?:(?:19|20)\\d\\d年度?)?[^，。；：\\d（）]{0,20}?(?<!一般公共|政府性基金|国有资本经营|部门)预算(?!财政|拨款|收入|支出|管理)数?` +
    `(?<budget>${money})?(?:相比)?，?(?<word>${anyOf([...up, ...down])}|节约)(?:了|额为?)?` +
    `|(?<relation>${anyOf([...more, ...less])})(?:年初|全年)?预算数?)` +
    `(?<gap>${money})(?:，(?:${anyOf([...up, ...down])})(?:了|幅度?为?|率为?)?(?<rate>[\\d,.]+%))?`,
);

/** What an outturn says of its distance to the budget, against the budget, the percentage and the completion that are printed. */
export function budgetGaps(context: ProofContext): readonly ProofFinding[] {
  return context.linked.claims.flatMap((claim) => {
    if (claim.measure.unit !== '元' || !isSection(claim.topic)) return [];
    if (claim.kind === 'amount') return claim.about ? [] : gapBehind(context, claim, claim.span.end);
    // …；完成年初预算100%，决算数大于预算数55.93万元 (甘肃)
    const amount = claim.kind === 'completion' ? beside(context, claim, 'amount').find(({ year }) => year === claim.year) : undefined;
    return amount ? gapBehind(context, amount, claim.span.end) : [];
  });
}

function gapBehind(context: ProofContext, claim: TextClaim, behind: number): readonly ProofFinding[] {
  const block = context.linked.document.blocks[claim.block]!;
  const { plain } = block;
  const from = plain.at.findIndex((at) => at >= behind);
  const found = from < 0 ? null : gap.exec(plain.text.slice(from));
  if (!found?.groups) return [];
  const { word, relation, rate: printedRate, budget: inline } = found.groups;
  const numbers = tokensOf(plain.text, from).filter(
    (token): token is NumberToken => token.kind === 'number' && token.end <= from + found[0].length,
  );
  const last = numbers[numbers.length - 1];
  const rate = printedRate ? last : undefined;
  const apart = printedRate ? numbers[numbers.length - 2] : last;
  if (!apart || apart.unit !== '元') return [];
  const rises = relation ? more.includes(relation) : (up as readonly string[]).includes(word!);
  const now = rangeOf(claim.value!, stepOf(context, claim));
  const by = rangeOf(apart.value, Decimal.min(apart.step, context.step ?? apart.step));
  const base = rises ? rangeMinus(now, by) : rangePlus(now, by);
  const tell = (rule: 'P-CHANGE' | 'P-GROWTH' | 'P-CUT' | 'P-COMPLETION', start: number, end: number, message: string, expected: string) =>
    findingAt(context.linked.document, rule, { paragraph: block.index, ...placeIn(plain, start, end) }, message, { expected });

  const planned = inline ? numbers.slice(0, 1) : [];
  const budgets = [...planned, ...budgetsOf(context, claim)].map(({ value, step }): Range => rangeOf(value!, step!));
  const words = `${rises ? '增加' : '减少'}${wan(apart.value)}`;
  if (budgets.length > 0 && !budgets.some((budget) => meets(budget, base))) {
    const right = middle(now).minus(middle(budgets[0]!));
    const expected = `${right.isNegative() ? '减少' : '增加'}${wan(right.abs())}`;
    const message = `决算数${wan(claim.value!)}，预算${wan(middle(budgets[0]!))}，${expected}，文中为${words}。`;
    return [tell('P-CHANGE', apart.start, apart.end, message, expected)];
  }
  const how = `决算数${wan(claim.value!)}，比预算${words}，预算应为${wan(middle(base))}`;
  const findings: ProofFinding[] = [];
  const may = ratio(by, base);
  if (rate && may && !meets(rangeOf(rate.value, rate.step), may)) {
    const exact = apart.value.div(middle(base)).times(100);
    const rule = reachOf(rate.value, rate.step, exact) === 'cut' ? 'P-CUT' : 'P-GROWTH';
    const expected = percentWords(exact);
    findings.push(
      tell(
        rule,
        rate.start,
        rate.end,
        `${how}，幅度为${percentWords(exact, 4)}，文中为${percentWords(rate.value, rate.decimals)}。`,
        expected,
      ),
    );
  }
  const completed = budgets.length === 0 ? completionOf(context, claim) : undefined;
  const share = completed && ratio(now, base);
  if (completed && share && !meets(rangeOf(completed.value!, completed.step!), share)) {
    const expected = percentWords(middle(share));
    const message = `${how}，完成预算${expected}，文中为${percentWords(completed.value!)}。`;
    findings.push(findingAt(context.linked.document, 'P-COMPLETION', completed.span, message, { expected }));
  }
  return findings;
}

const beside = (context: ProofContext, claim: TextClaim, kind: 'amount' | 'budget' | 'completion'): readonly TextClaim[] =>
  context.linked.claims.filter(
    (other) =>
      other.kind === kind &&
      other.block === claim.block &&
      other.measure.id === claim.measure.id &&
      other.value &&
      other.about === undefined,
  );
const budgetsOf = (context: ProofContext, claim: TextClaim): readonly TextClaim[] => beside(context, claim, 'budget');
const completionOf = (context: ProofContext, claim: TextClaim): TextClaim | undefined => beside(context, claim, 'completion')[0];

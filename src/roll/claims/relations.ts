import { minus } from '../../facts/arithmetic';
import type { TextClaim } from '../../proof/links/claim';
import { completionEnd } from '../../proof/links/phrases';
import { edit } from './edits';
import { spanText, type RollLine, type RollContext } from './line';
import { reasonBehind } from './reasons';
import { budgetOf, outturnOf } from './target';

type Relation = NonNullable<TextClaim['relation']>;

/** How this year's outturn stands to its budget; undefined where one of them is missing. */
function relationOf(claim: TextClaim, { years }: RollContext): Relation | undefined {
  const [actual, budget] = [outturnOf(claim, years), budgetOf(claim, years)];
  if (!actual || !budget) return undefined;
  if (budget.value.isZero()) return actual.value.isZero() ? 'equal' : 'none';
  const gap = minus(actual, budget).value;
  return gap.isZero() ? 'equal' : gap.lt(0) ? 'less' : 'more';
}

const words = { less: ['小于', '低于', '少于'], more: ['大于', '高于', '多于', '超过', '超出'] } as const;
const turnedTo = (text: string, relation: 'less' | 'more'): string => {
  const other = relation === 'less' ? words.more : words.less;
  const at = other.find((word) => text.includes(word));
  return at === undefined ? text : text.replace(at, words[relation][Math.min(other.indexOf(at as never), words[relation].length - 1)]!);
};

const budgetWord = (text: string): string => /(年初|全年|年度|调整后?)?预算/.exec(text)?.[0] ?? '预算';

/** 决算数小于预算数, 持平, 未安排预算: the words follow this year's budget; a reason that no longer has anything to explain goes. */
export function rollRelations(line: RollLine, context: RollContext): void {
  for (const claim of line.claims) {
    if (claim.kind === 'completion') rollCompletion(line, context, claim);
    if (claim.kind === 'relation') rollRelation(line, context, claim);
  }
}

function rollRelation(line: RollLine, context: RollContext, claim: TextClaim): void {
  if (!claim.word || claim.relation === undefined) return;
  const { start, end } = claim.word;
  const text = spanText(line, claim.word);
  const now = relationOf(claim, context);
  const from = [outturnOf(claim, context.years), budgetOf(claim, context.years)].flatMap((one) => (one ? [one] : []));
  if (now === undefined) {
    line.open.push({ start, end, kind: 'figure', why: `本年没有${claim.measure.name}的预算数，“${text}”请核对。` });
    return;
  }
  if (now === claim.relation || (now === 'more' && claim.relation === 'none')) return;
  if (claim.relation === 'none') {
    line.open.push({ start, end, kind: 'figure', why: `${claim.measure.name}本年安排了预算，“${text}”请改写。` });
    return;
  }
  if (now === 'equal') {
    const reason = reasonBehind(line, end - 1);
    const tail = /^的?(?=(?:主要)?原因)/.exec(line.block.text.slice(end))?.[0].length ?? 0;
    line.edits.add(edit(start, reason && tail > 0 ? reason.end : end, `决算数与${budgetWord(text)}数持平`, ...from));
    if (reason && tail === 0) line.edits.add(edit(reason.from, reason.end, ''));
    return;
  }
  const relation = now === 'none' ? 'more' : now;
  if (claim.relation !== 'equal') {
    line.edits.add(edit(start, end, turnedTo(text, relation), ...from));
    return;
  }
  const which = `决算数${words[relation][0]}${budgetWord(text)}数`;
  line.edits.add(edit(start, end, `${which}的主要原因是【待补充：${claim.measure.name}${which}的主要原因】`, ...from));
  line.open.push({ start, end, kind: 'reason', why: `${claim.measure.name}${which}，请补充主要原因。` });
}

/** 完成预算98% where this year has no budget at all: 未安排预算, or nothing where nothing was spent either. */
function rollCompletion(line: RollLine, context: RollContext, claim: TextClaim): void {
  const budget = budgetOf(claim, context.years);
  if (!budget?.value.isZero()) return;
  const { plain, text } = line.block;
  const at = plain.at.findIndex((index) => index >= claim.span.start);
  const match = completionEnd.exec(plain.text.slice(0, at));
  if (!match) return;
  const start = plain.at[match.index]!;
  const which = /年初/.test(match[0]) ? '年初未安排预算' : '未安排预算';
  const spent = outturnOf(claim, context.years)?.value.isZero() === false;
  const comma = !spent && /[，,]\s*$/.exec(text.slice(0, start));
  line.edits.add(edit(comma ? start - comma[0].length : start, claim.span.end, spent ? which : '', budget));
}

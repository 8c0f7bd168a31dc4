import type { TextClaim } from '../links/claim';
import { nameAtEnd } from '../links/naming';
import { connector } from '../links/phrases';
import { tokensOf } from '../links/tokens';
import { amountNames } from '../links/vocabulary';
import { isSection, prose, type PlacedBlock, type ProofContext } from './context';
import { findingAt, findingIn, type ProofFinding } from './finding';

/** Numbers whose form is wrong: without their unit, without 占, of zero over zero, zeros in a list. */
export function numberForms(context: ProofContext): readonly ProofFinding[] {
  const placed = prose(context);
  return [
    ...placed.flatMap((one) => withoutUnit(context, one)),
    ...context.linked.claims.flatMap((claim) => [...lacksShareWord(context, claim), ...overZero(context, claim)]),
    ...placed.flatMap((one) => zeroList(context, one)),
  ];
}

function withoutUnit(context: ProofContext, { block, topic }: PlacedBlock): readonly ProofFinding[] {
  if (!isSection(topic)) return [];
  const { text } = block.plain;
  return tokensOf(text, block.body).flatMap((token) => {
    if (token.kind !== 'number' || token.unitWord !== '') return [];
    const clause = /[^，。；：]*$/.exec(text.slice(block.body, token.start))![0];
    const named = /支出决算数?(?:为|是)?$|决算数(?:为|是)$/.test(clause) || nameAtEnd(clause, amountNames(topic), connector) !== undefined;
    // 4125.49、4143.91万元: two numbers share one unit.
    if (/^[，、和][\d.]+(?:亿|万)?元/.test(text.slice(token.end))) return [];
    if (!named || !/^(?:[，。；、]|$)/.test(text.slice(token.end)) || (token.decimals === 0 && token.value.lt(100))) return [];
    const from = token.start - clause.length;
    return [
      findingIn(
        context.linked.document,
        'P-UNIT',
        block,
        from,
        Math.min(text.length, token.end + 5),
        `${text.slice(token.start, token.end)}后面没有单位，应写明“万元”。`,
        { expected: `${text.slice(token.start, token.end)}万元` },
      ),
    ];
  });
}

function lacksShareWord(context: ProofContext, claim: TextClaim): readonly ProofFinding[] {
  if (!claim.lacks) return [];
  const block = context.linked.document.blocks[claim.block]!;
  const amount = context.linked.claims.find(
    ({ block: at, kind, measure }) => at === claim.block && kind === 'amount' && measure.id === claim.measure.id,
  );
  const span = { ...claim.span, start: amount?.quote.start ?? claim.quote.start };
  return [
    findingAt(context.linked.document, 'P-TOKEN', span, '百分数前面少了“占”字。', {
      suggestion: `${block.text.slice(span.start, claim.span.start)}占${block.text.slice(claim.span.start, claim.span.end)}`,
    }),
  ];
}

/** A rate, a share or a completion whose base is nothing. */
function overZero(context: ProofContext, claim: TextClaim): readonly ProofFinding[] {
  if (!claim.value?.isZero() || !['share', 'completion'].includes(claim.kind)) return [];
  const { document, claims } = context.linked;
  const amounts = claims.filter(({ kind, year, topic }) => kind === 'amount' && year === claim.year && topic === claim.topic);
  const part = amounts.find(({ measure }) => measure.id === claim.measure.id);
  if (!part?.value?.isZero()) return [];
  const span = {
    ...claim.span,
    start: part.block === claim.block && part.quote.start < claim.span.start ? part.quote.start : claim.quote.start,
  };
  if (claim.kind === 'completion') {
    const budgets = context.values?.budgetsOf(claim) ?? [];
    if (budgets.some(({ value }) => !value.isZero())) return [];
    return [findingAt(document, 'P-ZERO-BASE', span, '支出为0，预算也为0时没有完成率，应写“未安排预算”。', { suggestion: '未安排预算' })];
  }
  const whole = amounts.find(({ measure }) => measure.id === claim.base!.id);
  // Said once for a chain of shares of the same nothing.
  const first = claims.find(({ kind, base, block }) => kind === 'share' && base?.id === claim.base!.id && block === claim.block);
  if (!whole?.value?.isZero() || first !== claim) return [];
  return [findingAt(document, 'P-ZERO-BASE', span, `${claim.base!.name}为0，没有占比，应删去。`)];
}

/** Zeros in a list of which the form says that only what occurred is named. */
function zeroList(context: ProofContext, { block, topic, index }: PlacedBlock): readonly ProofFinding[] {
  if (!['income', 'spending', 'budget.structure'].includes(topic)) return [];
  const zeros = context.linked.claims.filter((claim) => claim.block === index && claim.kind === 'amount' && claim.value!.isZero());
  const shares = context.linked.claims.filter(
    (claim) => claim.block === index && claim.kind === 'share' && zeros.some(({ measure }) => measure.id === claim.measure.id),
  );
  if (zeros.length === 0 || shares.length === 0) return [];
  const last = [...zeros, ...shares].reduce((end, { span }) => Math.max(end, span.end), 0);
  const span = { paragraph: block.index, start: zeros[0]!.quote.start, end: last };
  const names = zeros.map(({ measure }) => measure.name).join('、');
  return [findingAt(context.linked.document, 'P-ZERO-LIST', span, `${names}没有发生额，可以不列。`)];
}

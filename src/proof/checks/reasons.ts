import { findingAt, type ProofFinding } from './finding';
import type { ProofContext } from './context';
import type { TextClaim } from '../links/claim';
import type { Topic } from '../links/topics';

const explained = /原因|由于|因为|系因|主要系|主要是/;
/** Where the official forms ask why a figure moved. */
const asked: readonly Topic[] = [
  'total',
  'fiscal',
  'budget',
  'budget.overall',
  'official',
  'official.overall',
  'official.parts',
  'fund',
  'capital',
  'agency',
];

const falls = /减少|下降|降低|压减|压缩|缩减|削减|节约|回落/;
const rises = /增加|增长|上升|提高|增多|新增|上涨|扩大/;

/** A change without its reason, and a reason that speaks the other way. */
export function reasons(context: ProofContext): readonly ProofFinding[] {
  const { claims, document } = context.linked;
  return claims.flatMap((claim): readonly ProofFinding[] => {
    if (claim.kind !== 'change' || claim.value!.isZero() || claim.about || !asked.includes(claim.topic)) return [];
    const block = document.blocks[claim.block]!;
    const text = block.plain.text;
    const after = text.slice(block.plain.at.findIndex((at) => at >= claim.span.end));
    const next = document.blocks[claim.block + 1];
    const own = explained.test(after) ? after : next?.kind === 'paragraph' && !next.marker ? next.plain.text : after;
    // 收入具体情况如下：each part has its own reason (广西).
    if (!explained.test(own)) return isLast(claims, claim) && !/情况如下[：。]?$/.test(after) ? [missing(context, claim)] : [];
    return contradicts(context, claim, own);
  });
}

/** One reason may stand for several changes of one paragraph: only the last is told. */
const isLast = (claims: readonly TextClaim[], claim: TextClaim): boolean =>
  !claims.some((other) => other.kind === 'change' && other.block === claim.block && other.span.start > claim.span.start);

function missing(context: ProofContext, claim: TextClaim): ProofFinding {
  const { document, claims } = context.linked;
  const block = document.blocks[claim.block]!;
  const rate = claims.find(
    ({ kind, block: at, measure, span }) =>
      kind === 'rate' && at === claim.block && measure.id === claim.measure.id && span.start > claim.span.start,
  );
  const from = rate?.span.end ?? claim.span.end;
  const stop = block.text.indexOf('。', from);
  const span = { ...claim.quote, end: stop < 0 ? from : stop + 1 };
  return findingAt(document, 'P-REASON', span, `${claim.measure.name}有增减，没有说明主要原因。`);
}

/** 减少…。主要原因是…增加: said only where the reason knows one direction and that is the other one. */
function contradicts(context: ProofContext, claim: TextClaim, text: string): readonly ProofFinding[] {
  const found = /(?:变动|增减)?的?(?:主要)?(?:变动)?原因(?:主要)?(?:是|为|：)([^。]*)/.exec(text);
  const reason = found?.[1] ?? '';
  if (claim.sign === undefined || !found || /预算数?(?:[\d.,]+万?元)?，?$/.test(text.slice(0, found.index))) return [];
  const [down, up] = [falls.test(reason), rises.test(reason)];
  if (down === up) return [];
  const says = down ? -1 : 1;
  if (says === claim.sign || /不再|取消|退休|划出|撤销|没有|未/.test(reason)) return [];
  // 压减…后结余增加, 收入减少导致…: two movements in one reason are for a person to judge.
  if (/导致|使|但|而|结转/.test(reason)) return [];
  const block = context.linked.document.blocks[claim.block]!;
  if (!block.plain.text.includes(found[0])) return [];
  const at = block.plain.text.indexOf(found[0]);
  const span = { paragraph: block.index, start: block.plain.at[at]!, end: block.plain.at[at + found[0].length - 1]! + 1 };
  const message = `${claim.measure.name}写的是${claim.sign < 0 ? '减少' : '增加'}，原因却只说${says < 0 ? '减少' : '增加'}，请核对。`;
  return [findingAt(context.linked.document, 'P-REASON-SIGN', span, message)];
}

import type { TextClaim } from '../../proof/links/claim';
import { signOf } from '../../proof/links/phrases';
import { edit } from './edits';
import { spanText, type JudgedFigure, type RollLine, type RollContext } from './line';
import { printedFor } from './figures';
import { printedLike } from './printing';
import { movementOf, type Movement } from './target';
import { reasonBehind } from './reasons';

/** The same word in the other direction: 增加 ↔ 减少, 增长 ↔ 下降. */
const opposite: Readonly<Record<string, string>> = {
  增加: '减少',
  增长: '下降',
  上升: '下降',
  提高: '降低',
  上涨: '下降',
  增幅: '降幅',
  上浮: '下浮',
  增: '减',
  减少: '增加',
  下降: '增长',
  降低: '提高',
  压减: '增加',
  缩减: '增加',
  回落: '上升',
  减幅: '增幅',
  降幅: '增幅',
  减: '增',
};

const turned = (word: string, up: boolean): string => (signOf(word) === (up ? 1 : -1) ? word : (opposite[word] ?? word));

const zeroText = (context: RollContext): string => `（${context.to - 1}年度基数为0，不可比）`;
const negativeText = (context: RollContext): string => `（${context.to - 1}年度基数为负数，不可比）`;

/** Changes and rates of one paragraph with the words of direction that belong to them. */
export function rollMovements(line: RollLine, context: RollContext): void {
  for (const judged of line.figures) {
    const { claim } = judged.figure;
    if (!judged.proved || claim?.kind !== 'change') continue;
    const moved = movementOf(claim, context.years);
    if (moved) rollChange(line, context, judged, moved);
  }
  for (const judged of line.figures) {
    const { claim } = judged.figure;
    if (!judged.proved || claim?.kind !== 'rate') continue;
    const moved = movementOf(claim, context.years);
    if (moved) turnWord(line, claim, moved);
  }
  for (const claim of line.claims) if (claim.kind === 'level') rollLevel(line, context, claim);
}

const rateBehind = (line: RollLine, claim: TextClaim): JudgedFigure | undefined =>
  line.figures.find(
    ({ figure }) =>
      figure.claim?.kind === 'rate' &&
      figure.claim.measure.id === claim.measure.id &&
      figure.claim.sentence === claim.sentence &&
      figure.span.start > claim.span.end,
  );

function rollChange(line: RollLine, context: RollContext, judged: JudgedFigure, moved: Movement): void {
  const { claim, span } = judged.figure;
  const rate = rateBehind(line, claim!);
  const end = rate?.figure.span.end ?? span.end;
  const start = claim!.word?.start ?? span.start;
  if (moved.difference.value.isZero()) {
    // 比2023年度减少… becomes 与2023年度持平; behind 相比 and a subject the plain words stand.
    const than = /[比较](?=(?:\d{4}年度?|上年度?|去年)(?:决算数?)?\s*$)/.exec(line.block.text.slice(0, start).replace(/\s+$/, ''));
    if (than) line.edits.add(edit(than.index, than.index + 1, '与'));
    line.edits.add(edit(start, end, than ? '持平' : '无增减变化', moved.now, moved.before));
    strikeReason(line, end);
    return;
  }
  turnWord(line, claim!, moved);
  if (!rate || moved.rate) return;
  const why = moved.before.value.isZero() ? zeroText(context) : negativeText(context);
  line.edits.add(edit(span.start, end, `${printedFor(judged, context)}${why}`, moved.now, moved.before));
}

function turnWord(line: RollLine, { word }: TextClaim, { difference }: Movement): void {
  if (!word || difference.value.isZero()) return;
  line.edits.add(edit(word.start, word.end, turned(spanText(line, word), difference.value.gt(0)), difference));
}

/** 与…持平 that no longer is: the change in its place, and the question for its reason. */
function rollLevel(line: RollLine, context: RollContext, claim: TextClaim): void {
  if (!claim.word) return;
  const moved = movementOf(claim, context.years);
  if (!moved) {
    line.open.push({
      ...placeOf(claim.word),
      kind: 'figure',
      why: `没有${claim.measure.name}上年的比较数，“${spanText(line, claim.word)}”请核对。`,
    });
    return;
  }
  const { value } = moved.difference;
  if (value.isZero()) return;
  const { start, end } = claim.word;
  const amount = printedLike(
    { text: '0.00万元', unit: '万元', decimals: context.style.wan.decimals },
    { ...moved.difference, value: value.abs() },
    context.style,
  );
  if (/^0(?:\.0+)?万元$/.test(amount)) {
    line.edits.add(edit(start, end, '基本持平', moved.now, moved.before));
    return;
  }
  const before = line.block.plain.text.slice(0, plainEnd(line, start));
  const together = /(?:与|同|和)[^，。；]*$/.test(before) && !/(?:相比|对比|相较)，?$/.test(before) ? '相比，' : '';
  const rate = moved.rate
    ? `，${value.gt(0) ? '增长' : '下降'}${printedLike({ text: '0.00%', unit: '%', decimals: context.style.percent.decimals }, moved.rate, context.style)}`
    : moved.before.value.isZero()
      ? zeroText(context)
      : negativeText(context);
  const why = `，主要原因是【待补充：${claim.measure.name}${value.gt(0) ? '增加' : '减少'}的主要原因】`;
  line.edits.add(edit(start, end, `${together}${value.gt(0) ? '增加' : '减少'}${amount}${rate}${why}`, moved.now, moved.before));
  line.open.push({
    start,
    end,
    kind: 'reason',
    why: `${claim.measure.name}上年持平，本年${value.gt(0) ? '增加' : '减少'}${amount}，请补充主要原因。`,
  });
}

const placeOf = ({ start, end }: { readonly start: number; readonly end: number }): { start: number; end: number } => ({ start, end });

const plainEnd = ({ block }: RollLine, start: number): number => {
  const at = block.plain.at.findIndex((index) => index >= start);
  return at < 0 ? block.plain.text.length : at;
};

/** A reason for a change that is no more: struck out to the end of its sentence. */
function strikeReason(line: RollLine, from: number): void {
  const reason = reasonBehind(line, from);
  if (reason) line.edits.add(edit(reason.from, reason.end, ''));
}

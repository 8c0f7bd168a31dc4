import { checkSelfEvaluation } from '../../performance/check';
import { measures } from '../links/measures';
import type { TextSpan, ProofBlock } from '../text/document';
import { amountsOf, isAnnex, type ProofContext } from './context';
import { toEvaluation } from './evaluation';
import { findingAt, findingIn, type ProofFinding } from './finding';
import { wan } from './words';

/** What is checked inside the 绩效自评 behind the text, and between the two. */
export const annex = (context: ProofContext): readonly ProofFinding[] => [...evaluation(context), ...closing(context)];

/** Rules of the self-evaluation whose verdict follows from the figures alone; the others ask for a person's judgement. */
const certain = new Set(['E01', 'E02', 'E03', 'E04', 'E06', 'E07', 'E08', 'E09', 'E10', 'E11']);

function evaluation(context: ProofContext): readonly ProofFinding[] {
  const { document, topics } = context.linked;
  const own = document.blocks.filter((_, i) => isAnnex(topics[i]!));
  if (own.length === 0) return [];
  const { findings } = checkSelfEvaluation(toEvaluation(own), context.year === undefined ? {} : { year: context.year });
  return findings.flatMap(({ rule, severity, message, spans, cells, expected }) => {
    const span = spans[0];
    const block =
      span && own.find(({ index, cells }) => index === span.paragraph || cells?.some((cell) => cell.paragraph === span.paragraph));
    if (!span || !block || !certain.has(rule)) return [];
    const more = { severity, cells, group: `${rule.slice(0, 2)}@${span.paragraph}`, ...(expected ? { expected } : {}) };
    return [findingAt(document, rule as `E${number}`, sentenceOf(block, span), message, more)];
  });
}

/** A number alone is hard to find: the sentence around it, or the whole row. */
function sentenceOf(block: ProofBlock, { paragraph, start, end }: TextSpan): TextSpan {
  if (block.cells) return { paragraph, start, end };
  if (block.kind === 'row') return { paragraph: block.index, start: 0, end: block.text.length };
  let from = start;
  while (from > 0 && start - from < 60 && !/[。；]/.test(block.text[from - 1]!)) from--;
  let to = end;
  while (to < block.text.length && to - end < 20 && !/[，。；]/.test(block.text[to]!)) to++;
  return { paragraph: block.index, start: from, end: to };
}

const many = /结转(?:和)?结余(?:资金)?(?:数额|金额|规模)?(?:较大|偏大|过大)/g;

/** What the text says is left over at the end of the year, against its own totals. */
function closing(context: ProofContext): readonly ProofFinding[] {
  const { document, topics, year } = context.linked;
  const total = amountsOf(context, measures.total, year).find(({ topic }) => topic === 'total')?.value;
  const spent = amountsOf(context, measures.spending, year).find(({ topic }) => topic === 'spending')?.value;
  if (!total || !spent) return [];
  const left = total.minus(spent);
  const found: ProofFinding[] = [];
  document.blocks.forEach((block, i) => {
    if (!isAnnex(topics[i]!) || block.kind === 'row') return;
    const above = document.blocks[i - 1];
    const none = /^无。?$/.test(block.plain.text) && above?.kind === 'heading' && /结转结余/.test(above.plain.text);
    if (none && left.gt(0)) {
      found.push(
        findingAt(
          document,
          'P-CARRY',
          { paragraph: above.index, start: 0, end: above.text.length },
          `这里写没有结转结余，按第二部分收、支总计与本年支出，年末还有${wan(left)}。`,
        ),
      );
    }
    for (const match of block.plain.text.matchAll(many)) {
      if (left.div(total.isZero() ? 1 : total).lt('0.05'))
        found.push(
          findingIn(
            document,
            'P-CARRY',
            block,
            Math.max(0, match.index - 2),
            match.index + match[0].length,
            `这里写结转结余较大，按第二部分年末结转结余只有${wan(left)}。`,
          ),
        );
    }
  });
  return found;
}

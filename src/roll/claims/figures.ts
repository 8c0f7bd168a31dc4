import { edit } from './edits';
import type { JudgedFigure, RollLine, RollContext } from './line';
import { printedLike, smallest } from './printing';
import { targetOf } from './target';

/** Words in front of a figure that belong to last year's digits. */
const about = /(?:不足|约|近)$/;

/** Every proved figure becomes this year's; the others stay and are marked. Movements and ratios without a base are done before. */
export function rollFigures(line: RollLine, context: RollContext): void {
  for (const judged of line.figures) {
    const { figure, proved, why } = judged;
    const { start, end } = figure.span;
    if (!line.edits.isFree(start, end)) continue;
    const target = figure.claim && proved ? targetOf(figure.claim, context.years) : undefined;
    if (!target) {
      line.open.push({ start, end, kind: 'figure', why: proved ? noneThisYear(judged) : why });
      continue;
    }
    const words = about.exec(line.block.text.slice(0, start))?.[0].length ?? 0;
    const printed = printedFor(judged, context);
    // 占不足0.01% is no Chinese: 占比不足0.01%.
    const shared = printed.startsWith('不足') && target.unit === '%' ? /占\s*$/.exec(line.block.text.slice(0, start - words)) : null;
    line.edits.add(edit(start - words - (shared?.[0].length ?? 0), end, shared ? `占比${printed}` : printed, target));
  }
}

/** This year's figure in the look of last year's; not zero but printed as zero: less than its last digit (不足0.01). */
export function printedFor({ figure }: JudgedFigure, context: RollContext): string {
  const target = targetOf(figure.claim!, context.years)!;
  const { text, token } = figure;
  const digits = printedLike({ text, unit: token.unitWord, decimals: token.decimals }, target, context.style);
  if (!target.value.isZero() && target.unit !== 'count' && /^-?0(?:\.0+)?(?!\.?\d)/.test(digits.normalize('NFKC'))) {
    return `不足${digits.replace(/^-?[0０](?:[.．][0０]+)?/, smallest(target.unit === '%' ? '%' : token.unitWord, context.style))}`;
  }
  return digits;
}

const noneThisYear = ({ figure }: JudgedFigure): string => {
  const { claim } = figure;
  const name = claim?.measure.name ?? '';
  if (claim?.kind === 'change' || claim?.kind === 'rate') return `没有${name}上年的比较数，增减额和幅度未改，请补充上年数。`;
  if (claim?.measure.supplied) return `${name}不在报表里，请填本年数。`;
  return claim?.kind === 'completion' || claim?.kind === 'budget'
    ? `本年没有${name}的预算数，请补充。`
    : `本年报表中没有找到${name}，请核对。`;
};

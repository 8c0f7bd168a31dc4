import type { ProofBlock } from '../text/document';
import type { ProofContext } from './context';
import { findingIn, type ProofFinding } from './finding';

interface Open {
  readonly level: number;
  number: number;
}

const chinese = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const shown = (level: number, number: number): string =>
  level >= 3 ? String(number) : number <= 10 ? chinese[number]! : `十${chinese[number - 10] ?? ''}`;

/**
 * Numbers of titles and items that skip or repeat one. A list may begin anew inside another one; a number that fits
 * neither the running list nor one around it is a slip.
 */
export function numbering(context: ProofContext): readonly ProofFinding[] {
  const { blocks } = context.linked.document;
  const found: ProofFinding[] = [];
  let open: Open[] = [];
  blocks.forEach((block, i) => {
    if (block.kind === 'contents' || context.linked.topics[i] === 'tables') return;
    if (block.kind === 'heading' && !block.marker) {
      open = [];
      return;
    }
    const { marker } = block;
    if (!marker || (marker.level === 0 && marker.number === 1)) {
      if (marker) open = [];
      return;
    }
    if (marker.level === 0) {
      open = [{ level: 0, number: marker.number }];
      return;
    }
    const at = fits(open, marker.level, marker.number);
    if (at >= 0) {
      open = open.slice(0, at + 1);
      open[at]!.number = marker.number;
    } else if (marker.number === 1) {
      open = [
        ...open.filter(({ level }) => level < marker.level || sameLevelBelow(open, level, marker.level)),
        { level: marker.level, number: 1 },
      ];
    } else {
      const running = lastOf(open, marker.level);
      // A number at the beginning of a paragraph that does not fit may be no number of a list at all.
      if (!running || !isTitleOf(blocks, i)) return;
      found.push(slip(context, block, marker.level, running.number + 1, marker.number));
      running.number = running.number + 1 === marker.number ? marker.number : Math.min(running.number + 1, marker.number);
    }
  });
  return found;
}

/** Lists of the same kind may stand inside one another. */
const sameLevelBelow = (open: readonly Open[], level: number, own: number): boolean => level === own && open.length > 0;

const fits = (open: readonly Open[], level: number, number: number): number => {
  for (let i = open.length - 1; i >= 0; i--) if (open[i]!.level === level && open[i]!.number + 1 === number) return i;
  return -1;
};
const lastOf = (open: readonly Open[], level: number): Open | undefined => [...open].reverse().find((one) => one.level === level);

/** Only titles and items that begin a paragraph with Chinese numerals are told: figures at line heads are too often something else. */
const isTitleOf = (blocks: readonly ProofBlock[], i: number): boolean => blocks[i]!.kind === 'heading' && blocks[i]!.marker!.level <= 2;

function slip(context: ProofContext, block: ProofBlock, level: number, wanted: number, printed: number): ProofFinding {
  const right = shown(level, wanted);
  const message = `序号应为“${right}”，这里是“${shown(level, printed)}”。`;
  const suggestion = block.text.trim().replace(/[一二三四五六七八九十\d]+/, right);
  return findingIn(context.linked.document, 'P-NUMBERING', block, 0, block.plain.text.length, message, { expected: right, suggestion });
}

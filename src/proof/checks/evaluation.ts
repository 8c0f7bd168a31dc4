import type { TextBlock as EvaluationBlock } from '../../performance/text/blocks';
import type { ProofBlock } from '../text/document';

/** Paragraphs and rows as the self-evaluation reads them; places stay those of the printed text. */
export const toEvaluation = (blocks: readonly ProofBlock[]): readonly EvaluationBlock[] =>
  blocks.flatMap((block): readonly EvaluationBlock[] => {
    if (block.kind === 'contents') return [];
    if (block.kind !== 'row') return [{ kind: 'paragraph', paragraph: block.index, text: block.text }];
    if (block.cells) return [{ kind: 'row', cells: block.cells }];
    let start = 0;
    const cells = block.text.split('\t').map((text) => {
      const cell = { paragraph: block.index, start, text };
      start += text.length + 1;
      return cell;
    });
    return [{ kind: 'row', cells }];
  });

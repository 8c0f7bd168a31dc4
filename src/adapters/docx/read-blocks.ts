import type { WordBlock } from '../../ooxml/word/model';
import { readWord } from '../../ooxml/word/file';
import type { TextBlock, TextCell } from '../../performance/text/blocks';

/** Paragraphs and rows of a Word file for the readers of finished texts; printed numbers of lists count as text. Throws PackageError. */
export function wordBlocks(bytes: Uint8Array): readonly TextBlock[] {
  const walk = (blocks: readonly WordBlock[]): readonly TextBlock[] =>
    blocks.flatMap((block): readonly TextBlock[] => {
      if (block.kind === 'paragraph')
        return block.text.trim() === '' ? [] : [{ kind: 'paragraph', paragraph: block.index, text: `${block.label ?? ''}${block.text}` }];
      return block.rows.map((row): TextBlock => {
        const cells: TextCell[] = [];
        for (const cell of row) {
          // A cell that one above or beside it covers is an empty one here: columns keep their places.
          while (cells.length < cell.column) cells.push({ paragraph: 0, start: 0, text: '' });
          const first = cell.blocks.find((inner) => inner.kind === 'paragraph');
          cells.push({ paragraph: first?.kind === 'paragraph' ? first.index : 0, start: 0, text: cell.text.replace(/\n/g, '') });
        }
        return { kind: 'row', cells };
      });
    });
  return walk(readWord(bytes).document.blocks);
}

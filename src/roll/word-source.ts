import type { WordBlock, WordDocument } from '../ooxml/word/model';
import type { SourceParagraph } from '../proof/text/document';

/** The paragraphs of a Word document as a text to be read; a row of a table is one paragraph, known by its first. */
export function wordSource({ blocks, paragraphs }: WordDocument): readonly SourceParagraph[] {
  const notes = paragraphs.filter(({ host }) => host !== undefined).map(({ index, text }): SourceParagraph => ({ index, text }));
  return [...blocks.flatMap(sourceOf), ...notes].sort((a, b) => a.index - b.index);
}

function sourceOf(block: WordBlock): readonly SourceParagraph[] {
  if (block.kind === 'paragraph') {
    const { index, text, level } = block;
    return [{ index, text, ...(level === undefined ? {} : { outline: level }) }];
  }
  return block.rows.flatMap((cells): readonly SourceParagraph[] => {
    const first = cells.map(({ blocks }) => firstParagraph(blocks)).find((index) => index !== undefined);
    const row = cells.map(({ text }) => text);
    return first === undefined ? [] : [{ index: first, text: row.join('\t'), row }];
  });
}

function firstParagraph(blocks: readonly WordBlock[]): number | undefined {
  for (const block of blocks) {
    const found =
      block.kind === 'paragraph' ? block.index : firstParagraph(block.rows.flatMap((row) => row.flatMap((cell) => cell.blocks)));
    if (found !== undefined) return found;
  }
  return undefined;
}

import { HeadingLevel, Paragraph, TextRun } from 'docx';
import { textOf, type Block, type Inline } from '../../narrative/document';
import { speakable } from '../../ooxml/xml-text';
import type { PlacedChart } from '../../sheets/chart-data';
import { chartParagraph } from './chart';

const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4] as const;

/** `below`: how many levels of headings stand above the block's own. */
export function blockParagraphs(block: Block, charts: ReadonlyMap<string, PlacedChart>, below: 0 | 1 = 0): readonly Paragraph[] {
  switch (block.kind) {
    case 'heading': {
      return [new Paragraph({ heading: levels[block.level - 1 + below]!, children: [run(block.text)] })];
    }
    case 'paragraph':
      return lines(block.inlines).map(
        (inlines) => new Paragraph({ style: 'Body', keepNext: leadsIn(inlines) || undefined, children: inlines.map(inlineRun) }),
      );
    case 'chart': {
      const chart = charts.get(block.id);
      return chart && chart.empty === undefined ? [chartParagraph(chart)] : [];
    }
  }
}

interface Piece {
  readonly text: string;
  readonly waiting: boolean;
}

/** A line break in a supplied text begins a new paragraph. */
function lines(inlines: readonly Inline[]): readonly (readonly Piece[])[] {
  const all: Piece[][] = [[]];
  for (const inline of inlines) {
    textOf(inline)
      .split('\n')
      .forEach((text, i) => {
        if (i > 0) all.push([]);
        all[all.length - 1]!.push({ text, waiting: inline.kind === 'blank' });
      });
  }
  return all;
}

/** 具体情况如下： stays with what it leads to. */
const leadsIn = (pieces: readonly Piece[]): boolean => /[：:]$/.test(pieces[pieces.length - 1]?.text ?? '');

/** What a person still has to fill in is highlighted. */
const inlineRun = ({ text, waiting }: Piece): TextRun => new TextRun({ text: speakable(text), highlight: waiting ? 'yellow' : undefined });
export const run = (text: string): TextRun => new TextRun({ text: speakable(text) });

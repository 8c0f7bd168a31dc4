import type { Annex } from '../../narrative/annexes/annex';
import { AlignmentType, Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { printedSections, textOf, type Block, type Inline, type PublishedDocument, type ReportSection } from '../../narrative/document';
import { chartsOf, type PlacedChart } from '../../sheets/chart-data';
import { speakable } from '../../ooxml/xml-text';
import { chartParagraph } from './chart';
import { fonts, page, size, styles } from './styles';
import { annexBlocks, lying } from './tables';

export interface DocxOptions {
  /** 附表 to be printed behind the text, on lying pages. */
  readonly annexes?: readonly Annex[];
}

/** The 情况说明 as .docx in the official document form (GB/T 9704): A4, headings by style, native charts, page numbers. */
export async function toDocx(document: PublishedDocument, { annexes = [] }: DocxOptions = {}): Promise<Uint8Array> {
  const charts = chartsOf(document);
  const parts = printedSections(document);
  const footers = { default: pageFooter(AlignmentType.RIGHT), even: pageFooter(AlignmentType.LEFT) };
  const word = new Document({
    title: document.title,
    creator: document.unit,
    lastModifiedBy: document.unit,
    styles,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: { page },
        footers,
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [run(document.title)] }),
          ...(document.preface ?? []).flatMap((block) => blockParagraphs(block, charts)),
          ...parts.flatMap((part) => section(part, charts)),
        ],
      },
      ...(annexes.length > 0 ? [{ properties: { page: lying }, footers, children: [...annexBlocks(annexes, document.unit)] }] : []),
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(word));
}

/** — 1 — in 四号, one character from the outer edge, as the form wants it. */
function pageFooter(side: (typeof AlignmentType)['LEFT'] | (typeof AlignmentType)['RIGHT']): Footer {
  const plain = { font: fonts.page, size: size.四号 };
  const edge = side === AlignmentType.LEFT ? { left: 280 } : { right: 280 };
  const children = [
    new TextRun({ text: '— ', ...plain }),
    new TextRun({ children: [PageNumber.CURRENT], ...plain }),
    new TextRun({ text: ' —', ...plain }),
  ];
  return new Footer({ children: [new Paragraph({ alignment: side, indent: edge, children })] });
}

const section = ({ heading, blocks }: ReportSection, charts: ReadonlyMap<string, PlacedChart>): readonly Paragraph[] => [
  new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(heading)] }),
  ...blocks.flatMap((block) => blockParagraphs(block, charts)),
];

function blockParagraphs(block: Block, charts: ReadonlyMap<string, PlacedChart>): readonly Paragraph[] {
  switch (block.kind) {
    case 'heading': {
      const level = ([HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const)[block.level - 1]!;
      return [new Paragraph({ heading: level, children: [run(block.text)] })];
    }
    case 'paragraph':
      return lines(block.inlines).map((inlines) => new Paragraph({ style: 'Body', children: inlines.map(inlineRun) }));
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

/** What a person still has to fill in is highlighted. */
const inlineRun = ({ text, waiting }: Piece): TextRun => new TextRun({ text: speakable(text), highlight: waiting ? 'yellow' : undefined });
const run = (text: string): TextRun => new TextRun({ text: speakable(text) });

import { speakable } from '../../ooxml/xml-text';
import type { Annex } from '../../narrative/annexes/annex';
import { Document, HeadingLevel, Paragraph } from 'docx';
import { printedSections, type PublishedDocument, type ReportSection } from '../../narrative/document';
import { chartsOf, type PlacedChart } from '../../sheets/chart-data';
import { blockParagraphs, run } from './blocks';
import { pageFooters } from './footer';
import { packWord } from './pack';
import { page, styles } from './styles';
import { annexBlocks, lying } from './tables';
import { titleParagraph } from './title';

export interface DocxOptions {
  /** 附表 to be printed behind the text, on lying pages. */
  readonly annexes?: readonly Annex[];
  /** Day of the report, 2025-08-12: what the properties of the file say in place of the clock. */
  readonly day?: string;
}

/** The 情况说明 as .docx in the official document form (GB/T 9704): A4, headings by style, native charts, page numbers. */
export async function toDocx(document: PublishedDocument, { annexes = [], day }: DocxOptions = {}): Promise<Uint8Array> {
  const charts = chartsOf(document);
  const parts = printedSections(document);
  const footers = pageFooters();
  const word = new Document({
    // Properties are XML too: what XML cannot hold would make the whole file unreadable.
    title: speakable(document.title),
    creator: speakable(document.unit),
    lastModifiedBy: speakable(document.unit),
    styles,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: { page },
        footers,
        children: [
          titleParagraph(document.title),
          ...(document.preface ?? []).flatMap((block) => blockParagraphs(block, charts)),
          ...parts.flatMap((part) => section(part, charts)),
        ],
      },
      ...(annexes.length > 0 ? [{ properties: { page: lying }, footers, children: [...annexBlocks(annexes, document.unit)] }] : []),
    ],
  });
  return packWord(word, day);
}

const section = ({ heading, blocks }: ReportSection, charts: ReadonlyMap<string, PlacedChart>): readonly Paragraph[] => [
  new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(heading)] }),
  ...blocks.flatMap((block) => blockParagraphs(block, charts)),
];

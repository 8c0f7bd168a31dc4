import type { Block, Paragraph, ReportDocument, ReportSection } from '../../narrative/document';
import { paragraphText, printedSections } from '../../narrative/document';
import { uniqueIds } from '../../narrative/published';
import type { StyleName } from '../picture/picture';

/**
 * Columns of 情况说明: the text prints, the notes beside it do not; id and fingerprint are hidden. The gutter prints too:
 * a program that breaks pages by columns shrinks two columns to one page, but cuts a single wide one.
 */
export const reportColumns = { text: 0, gutter: 1, source: 2, note: 3, id: 4, mark: 5 } as const;
export const INDENT = '\u3000\u3000';

/** One piece of the sheet, in order. A text piece can be edited by the user and is recognised by its id. */
export type ReportPiece =
  | { readonly kind: 'text'; readonly id: string; readonly text: string; readonly style: StyleName; readonly source: string }
  | { readonly kind: 'chart'; readonly id: string };

const headingStyle = { 1: 'heading1', 2: 'heading2', 3: 'heading3' } as const;

function paragraphPiece(paragraph: Paragraph): ReportPiece {
  const blank = paragraph.inlines.some(({ kind }) => kind === 'blank');
  const supplied = paragraph.inlines.flatMap((inline) => (inline.kind === 'supplied' ? [`${inline.at.sheet} ${inline.at.a1}`] : []));
  const source = [...new Set([...paragraph.sources, ...supplied])].join('\n');
  return { kind: 'text', id: paragraph.id, text: paragraphText(paragraph), style: blank ? 'bodyBlank' : 'body', source };
}

function blockPiece(block: Block): ReportPiece {
  if (block.kind === 'chart') return { kind: 'chart', id: block.id };
  if (block.kind === 'heading') return { kind: 'text', id: block.id, text: block.text, style: headingStyle[block.level], source: '' };
  return paragraphPiece(block);
}

const sectionPieces = (section: ReportSection): readonly ReportPiece[] => [
  { kind: 'text', id: section.id, text: section.heading, style: 'heading1', source: '' },
  ...section.blocks.map(blockPiece),
];

/** The whole document as pieces from top to bottom. Ids are unique: a repeated one gets a number behind it. */
export function piecesOf(document: ReportDocument): readonly ReportPiece[] {
  const unique = uniqueIds();
  return [
    { kind: 'text' as const, id: 'title', text: document.title, style: 'title' as const, source: '' },
    ...printedSections(document).flatMap(sectionPieces),
  ].map((piece) => ({ ...piece, id: unique(piece.id) }));
}

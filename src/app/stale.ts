import { paragraphText, type Block, type Paragraph, type ReportDocument, type ReportSection, type ReportText } from '../narrative/document';
import type { Sheet } from '../kernel/workbook';

/** A paragraph of the written report that would read differently now. */
export interface StaleParagraph {
  readonly id: string;
  readonly section: string;
  /** '' = new since then. */
  readonly old: string;
  /** '' = no longer part of the report. */
  readonly now: string;
}

const sectionsOf = (document: ReportText): readonly ReportSection[] => [...document.sections, document.glossary];
const isParagraph = (block: Block): block is Paragraph => block.kind === 'paragraph';

/** Every paragraph with its section, in order. */
export const paragraphsOf = (document: ReportText): readonly { readonly section: string; readonly paragraph: Paragraph }[] =>
  sectionsOf(document).flatMap((section) => section.blocks.filter(isParagraph).map((paragraph) => ({ section: section.id, paragraph })));

/** Paragraphs that the workbook of now would write otherwise, with both wordings; one that only either has counts too. */
export function staleParagraphs(written: ReportDocument, now: ReportDocument): readonly StaleParagraph[] {
  const old = new Map(paragraphsOf(written).map(({ section, paragraph }) => [paragraph.id, { section, text: paragraphText(paragraph) }]));
  const stale: StaleParagraph[] = [];
  for (const { section, paragraph } of paragraphsOf(now)) {
    const text = paragraphText(paragraph);
    const before = old.get(paragraph.id);
    old.delete(paragraph.id);
    if (before?.text !== text) stale.push({ id: paragraph.id, section, old: before?.text ?? '', now: text });
  }
  for (const [id, { section, text }] of old) stale.push({ id, section, old: text, now: '' });
  return stale;
}

/** The report of now, with the paragraphs that have not been accepted left as they were written. */
export function withAccepted(written: ReportDocument, now: ReportDocument, accepted: (id: string) => boolean): ReportDocument {
  const old = new Map(paragraphsOf(written).map(({ paragraph }) => [paragraph.id, paragraph]));
  const mixed = (section: ReportSection): ReportSection => ({
    ...section,
    blocks: section.blocks.flatMap((block): readonly Block[] => {
      if (!isParagraph(block) || accepted(block.id)) return [block];
      const before = old.get(block.id);
      return before ? [before] : [];
    }),
  });
  return { ...now, sections: now.sections.map(mixed), glossary: mixed(now.glossary) };
}

/** How many paragraphs a 情况说明 sheet that stands in the workbook has not in these words. */
export function changesAgainst(sheet: Sheet, now: ReportDocument): number {
  const there = new Set(
    sheet.values
      .flat()
      .filter((value): value is string => typeof value === 'string')
      .map((text) => text.trim()),
  );
  return paragraphsOf(now).filter(({ paragraph }) => !there.has(paragraphText(paragraph).trim())).length;
}

import type { Block, Inline, Kept, Paragraph, PublishedDocument, ReportDocument, ReportSection } from './document';
import { missingOf } from './missing';

/** Ids of the pieces of a document from top to bottom: a repeated one gets a number behind it. */
export function uniqueIds(): (id: string) => string {
  const seen = new Map<string, number>();
  return (id) => {
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    return times === 1 ? id : `${id}~${times}`;
  };
}

const words = (text: string): readonly Inline[] => (text === '' ? [] : [{ kind: 'words', text }]);

/** Blanks that still stand in the text of a person stay blanks. */
const withBlanks = (text: string, generated: readonly Inline[], id: string): readonly Inline[] =>
  text.split(/(【待补充：[^】]*】)/).flatMap((part): readonly Inline[] => {
    const ask = /^【待补充：([^】]*)】$/.exec(part)?.[1];
    if (ask === undefined) return words(part);
    const known = generated.find((inline) => inline.kind === 'blank' && inline.ask === ask);
    return [known ?? { kind: 'blank', ask, key: `text.${id}` }];
  });

/** Where a figure stands in the text from `from` on, not as a part of another number; -1 where it does not. */
function placeOf(figure: string, text: string, from: number): number {
  for (let i = text.indexOf(figure, from); i >= 0; i = text.indexOf(figure, i + 1)) {
    if (!/[\d.,]/.test(text[i - 1] ?? '') && !(/\d$/.test(figure) && /[\d.,%]/.test(text[i + figure.length] ?? ''))) return i;
  }
  return -1;
}

/** A person's wording of a paragraph. The figures of ours that it still prints keep their trace. */
export function reworded(paragraph: Paragraph, text: string): Paragraph {
  const inlines: Inline[] = [];
  let done = 0;
  for (const inline of paragraph.inlines) {
    if (inline.kind !== 'figure') continue;
    const place = placeOf(inline.text, text, done);
    if (place < 0) continue;
    inlines.push(...withBlanks(text.slice(done, place), paragraph.inlines, paragraph.id), inline);
    done = place + inline.text.length;
  }
  inlines.push(...withBlanks(text.slice(done), paragraph.inlines, paragraph.id));
  return { ...paragraph, inlines };
}

/**
 * The document as it is published: what a person has written on the 情况说明 sheet stands in place of our wording, and
 * the rows a person has added stand where they were put. Without such words it is the draft word for word.
 */
export function published(document: ReportDocument, kept?: Kept): PublishedDocument {
  if (!kept) return { ...document, stage: 'published', preface: [] };
  const unique = uniqueIds();
  const edited = (id: string): string | undefined => kept.edited.get(id);
  const addedBehind = (id: string): readonly Paragraph[] =>
    (kept.added.get(id) ?? []).map((text, i) => ({
      kind: 'paragraph',
      id: `${id}+${i + 1}`,
      inlines: withBlanks(text, [], id),
      sources: [],
    }));

  const blockOf = (block: Block): readonly Block[] => {
    const id = unique(block.id);
    const text = edited(id);
    const own =
      text === undefined || block.kind === 'chart' ? block : block.kind === 'heading' ? { ...block, text } : reworded(block, text);
    return [own, ...addedBehind(id)];
  };
  const sectionOf = (section: ReportSection): ReportSection => {
    const id = unique(section.id);
    return { ...section, heading: edited(id) ?? section.heading, blocks: [...addedBehind(id), ...section.blocks.flatMap(blockOf)] };
  };

  const front = ['', unique('title'), unique('unit')].flatMap(addedBehind);
  const sections = document.sections.map(sectionOf);
  const glossary = document.glossary.blocks.length > 0 ? sectionOf(document.glossary) : document.glossary;
  return {
    ...document,
    stage: 'published',
    title: edited('title') ?? document.title,
    preface: front,
    sections,
    glossary,
    missing: missingOf([...sections, glossary]),
  };
}

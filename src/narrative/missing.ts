import type { Missing, ReportSection } from './document';

/** Every blank of the text, in its order; one that is repeated within a paragraph once. */
export const missingOf = (sections: readonly ReportSection[]): readonly Missing[] =>
  sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind !== 'paragraph') return [];
      const found = new Map<string, Missing>();
      for (const inline of block.inlines) {
        if (inline.kind === 'blank') found.set(`${inline.key}|${inline.ask}`, { ask: inline.ask, key: inline.key, paragraph: block.id });
      }
      return [...found.values()];
    }),
  );

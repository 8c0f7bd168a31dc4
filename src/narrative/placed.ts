import type { CellRef } from '../kernel/workbook';
import type { Fact, Traced } from '../facts/traced';
import type { Block, Inline, ReportSection, ReportText } from './document';

/** Where the supplied values stand, by field: `reasons.S01` → 补充信息 C12. */
export type Places = ReadonlyMap<string, CellRef>;

/** Facts of 补充信息 have keys of their own: 补充.priorYear.收支总计. */
const fieldOf = ({ key, at }: Fact): string | undefined => (at.book.role === '补充' ? key.slice(key.indexOf('.') + 1) : undefined);

/**
 * The same text, its supplied words and figures pointing to where they stand now. A value may come from a JSON file or
 * move to another row as the sheet grows: the words do not depend on it, so nothing is written anew for it.
 */
export function placed<Text extends ReportText>(document: Text, places: Places): Text {
  const moved = new Map<Traced, Traced>();
  const figure = (n: Traced): Traced => {
    const known = moved.get(n);
    if (known) return known;
    const now = n.kind === 'fact' ? fact(n) : derived(n);
    moved.set(n, now);
    return now;
  };
  const fact = (n: Fact): Fact => {
    const field = fieldOf(n);
    const at = field === undefined ? undefined : places.get(field);
    return at ? { ...n, at } : n;
  };
  const derived = (n: Exclude<Traced, Fact>): Traced => {
    const from = n.from.map(figure);
    return from.every((one, i) => one === n.from[i]) ? n : { ...n, from };
  };
  const inlineOf = (inline: Inline): Inline => {
    switch (inline.kind) {
      case 'figure':
        return { ...inline, of: figure(inline.of) };
      case 'words':
        return inline.rests ? { ...inline, rests: inline.rests.map(figure) } : inline;
      case 'supplied':
        return { ...inline, at: places.get(inline.key) ?? inline.at };
      case 'cell':
      case 'blank':
        return inline;
    }
  };
  const blockOf = (block: Block): Block => (block.kind === 'paragraph' ? { ...block, inlines: block.inlines.map(inlineOf) } : block);
  const sectionOf = (section: ReportSection): ReportSection => ({ ...section, blocks: section.blocks.map(blockOf) });
  return {
    ...document,
    sections: document.sections.map(sectionOf),
    glossary: sectionOf(document.glossary),
    charts: document.charts.map((chart) => ({
      ...chart,
      series: chart.series.map(({ name, values }) => ({ name, values: values.map(figure) })),
    })),
  };
}

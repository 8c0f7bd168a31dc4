import type { Heading, ReportSection, ReportText } from './document';
import type { Asks } from './reasons/watched';

/** Fields of 补充信息 that the whole text uses, whatever the profile. */
export const wholeText = ['unitShortName', 'unitSelf', 'documentKind', 'newUnit'] as const;

const allSections = (document: ReportText): readonly ReportSection[] => [...document.sections, document.glossary];

/** Paths of the fields that a document may ask for, as its sections declare them: `reasons.S07`, `itemBudgets.*`. */
export const askedFields = (document: ReportText): ReadonlySet<string> =>
  new Set([...wholeText, ...allSections(document).flatMap(({ asks }) => asks.map(({ field }) => field))]);

/** Sections that describe 项 one by one, by the fund they speak of. */
const itemSections: Readonly<Record<string, string>> = { 一般公共: 'S05', 政府性基金: 'S08', 国有资本: 'S09' };

/** Which reasons a document asks for. `reasons.items.政府性基金` stands for the 项 of that fund. */
export function asksOf(document: ReportText): Asks {
  const asked = askedFields(document);
  return (path) => {
    const fund = /^reasons\.items\.(\D+)$/.exec(path)?.[1];
    if (fund === undefined) return asked.has(path);
    return document.sections.some(({ id, asks }) => id === itemSections[fund] && asks.some(({ field }) => field === 'reasons.items.*'));
  };
}

/** Where a piece of a section stands, in its printed numbers: 七、（二）“三公”经费…; the section's own heading without one. */
function placeIn(section: ReportSection, at: string): string {
  const index = section.blocks.findIndex(({ id }) => id === at);
  const above = section.blocks.slice(0, index + 1).filter((block): block is Heading => block.kind === 'heading');
  const heading = above[above.length - 1];
  const number = /^[一二三四五六七八九十]+、/.exec(section.heading)?.[0];
  return heading && number ? `${number}${heading.text}` : section.heading;
}

/** The parts of a written document that use a field, by the numbers and headings they have there; '' when none does. */
export function usedIn(document: ReportText, field: string): string {
  if ((wholeText as readonly string[]).includes(field)) return '全文';
  const places = allSections(document).flatMap((section) =>
    section.asks.filter((ask) => ask.field === field).map(({ at }) => placeIn(section, at)),
  );
  return [...new Set(places)].join('；');
}

import { cellKey } from '../../kernel/workbook';
import type { Fact, Traced } from '../../facts/traced';
import { factsOf } from '../../facts/traced';
import { textOf } from '../../narrative/document';
import type { Paragraph, PublishedDocument, Shown } from '../../narrative/document';
import { ownSheets } from '../../kernel/own-sheets';

/** One figure of the text with the words around it. */
export interface FigureRow {
  readonly section: string;
  readonly paragraph: string;
  readonly sentence: string;
  readonly text: string;
  readonly of: Traced;
  readonly shown: Shown;
}

const LONGEST = 46;

/** The clause the figure stands in, cut on both sides where it is long. */
function clauseOf(paragraph: Paragraph, index: number): string {
  const before = paragraph.inlines.slice(0, index).map(textOf).join('');
  const figure = textOf(paragraph.inlines[index]!);
  const after = paragraph.inlines
    .slice(index + 1)
    .map(textOf)
    .join('');
  const start = Math.max(...['。', '；', '\n'].map((mark) => before.lastIndexOf(mark))) + 1;
  const end = after.search(/[。；，\n]/);
  const left = before.slice(start);
  const right = end < 0 ? after : after.slice(0, end);
  const room = Math.max(8, LONGEST - figure.length - Math.min(right.length, 12));
  return `${left.length > room ? `…${left.slice(-room)}` : left}${figure}${right.length > 12 ? `${right.slice(0, 12)}…` : right}`;
}

/** Every figure of the document in the order it is printed. */
export function figuresOf(document: PublishedDocument): readonly FigureRow[] {
  return [...document.sections, document.glossary].flatMap((section) => {
    const part = /^[^、]{1,3}(?=、)/.exec(section.heading)?.[0] ?? section.heading;
    return section.blocks.flatMap((block) =>
      block.kind !== 'paragraph'
        ? []
        : block.inlines.flatMap((inline, i) =>
            inline.kind === 'figure'
              ? [
                  {
                    section: part,
                    paragraph: block.id,
                    sentence: `${clauseOf(block, i)}${inline.adjusted === undefined ? '' : `（尾差调整，四舍五入为${inline.adjusted}）`}`,
                    text: inline.text,
                    of: inline.of,
                    shown: inline.shown,
                  },
                ]
              : [],
          ),
    );
  });
}

/** The number as it is printed: 万元, % or a count, rounded half-up to the printed digits. */
export const shownNumber = (of: Traced, shown: Shown): number =>
  (shown.as === 'wan' ? of.value.div(10000) : of.value).toDecimalPlaces(shown.decimals, 4).toNumber();

/** Is the cell of this fact outside the workbook that the sheet stands in? */
const isElsewhere = (fact: Fact): boolean =>
  fact.at.book.role === '上年' || (fact.at.book.role === '补充' && fact.at.sheet !== ownSheets.supplement);

/** Facts that a formula cannot reach where they stand, each once, in the order of use. */
export function elsewhere(values: readonly Traced[]): readonly Fact[] {
  const found = new Map<string, Fact>();
  for (const fact of values.flatMap(factsOf))
    if (!fact.noRow && isElsewhere(fact) && !found.has(cellKey(fact.at))) found.set(cellKey(fact.at), fact);
  return [...found.values()];
}

import { formulaOf, wordsOf } from '../../facts/formula';
import { decimalString } from '../../facts/money';
import type { Fact, Traced } from '../../facts/traced';
import { cellsOf } from '../../facts/traced';
import type { CellRef } from '../../kernel/workbook';
import {
  paragraphText,
  printedSections,
  type Block,
  type Inline,
  type PublishedDocument,
  type ReportSection,
} from '../../narrative/document';

const INDENT = '\u3000\u3000';

const parts = (document: PublishedDocument): readonly ReportSection[] => [...document.sections, document.glossary];

/** The 情况说明 as plain text: paragraphs indented by two characters, a chart as （图1：…）. Ends with a line break. */
export function toText(document: PublishedDocument): string {
  const titles = new Map(document.charts.filter((chart) => !chart.empty).map((chart) => [chart.id, chart.title]));
  const line = (block: Block): readonly string[] => {
    switch (block.kind) {
      case 'heading':
        return [`${INDENT}${block.text}`];
      case 'paragraph':
        return paragraphText(block)
          .split('\n')
          .map((text) => `${INDENT}${text}`);
      case 'chart':
        return titles.has(block.id) ? [`${INDENT}（${titles.get(block.id)}）`] : [];
    }
  };
  const bodies = printedSections(document).map((section) => [`${INDENT}${section.heading}`, ...section.blocks.flatMap(line)].join('\n'));
  const preface = (document.preface ?? []).flatMap(line).join('\n');
  return `${[document.title, preface, ...bodies].filter(Boolean).join('\n\n')}\n`;
}

/** A cell as a person and Excel find it; last year's workbook is said in front. */
const cellText = ({ book, sheet, a1 }: CellRef): string => `${book.role === '本年' ? '' : `${book.role}·`}${sheet}!${a1}`;

/** The value in full: 元 to the fen, a count as a whole number, a percentage with six decimals at most. */
export function valueText(value: Traced): string {
  if (value.unit === '元') return decimalString(value.value);
  return value.unit === '%' ? value.value.toDecimalPlaces(6).toFixed() : value.value.toFixed();
}

/** The Excel expression over the source cells; another book is named in brackets as Excel does. */
export const expressionText = (value: Traced): string =>
  formulaOf(value, ({ at }: Fact) => `'${at.book.role === '本年' ? '' : `[${at.book.role}]`}${at.sheet.replace(/'/g, "''")}'!${at.a1}`);

/** One line per figure of the text: what is printed, its value, how it is worked out, from which cells. */
export function toAudit(document: PublishedDocument): string {
  const sections = parts(document).map((section) => {
    const paragraphs = section.blocks.flatMap((block) => {
      if (block.kind !== 'paragraph') return [];
      const lines = block.inlines.flatMap(auditLine);
      return lines.length > 0 ? [`${block.id}  ${paragraphText(block)}`, ...lines] : [];
    });
    return paragraphs.length > 0 ? [`${section.id} ${section.heading}`, ...paragraphs].join('\n') : '';
  });
  const charts = document.charts.map((chart) => {
    const rows = chart.series.flatMap(({ name, values }) =>
      values.map((value, i) => `  ${chart.categories[i]}·${name} = ${valueText(value)}${unitText(value)} = ${expressionText(value)}`),
    );
    return [`${chart.id} ${chart.title}${chart.empty ? `（未绘：${chart.empty}）` : ''}`, ...rows].join('\n');
  });
  return `${[document.title, ...sections.filter(Boolean), ...charts].join('\n\n')}\n`;
}

const unitText = ({ unit }: Traced): string => (unit === 'count' ? '' : unit);

function auditLine(inline: Inline): readonly string[] {
  if (inline.kind === 'supplied') return [`  “${inline.text}”  ← ${cellText(inline.at)}`];
  if (inline.kind !== 'figure') return [];
  const { text, of, adjusted } = inline;
  const tail = adjusted === undefined ? '' : `（尾差调整，四舍五入为${adjusted}）`;
  return [`  ${text}${tail} = ${valueText(of)}${unitText(of)} = ${wordsOf(of)}  ← ${cellsOf(of).map(cellText).join('，')}`];
}

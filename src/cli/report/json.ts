import type { Whole } from './whole';
import { expressionText, valueText } from '../../adapters/text/text';
import type { Checked } from '../../app/check';
import type { ReportOutput } from '../../app/report';
import { readinessOf } from '../../app/readiness';
import { formName } from '../../layouts/keys';
import { decimalString } from '../../facts/money';
import { cellsOf } from '../../facts/traced';
import type { Inline, Paragraph, ReportSection } from '../../narrative/document';
import { paragraphText } from '../../narrative/document';
import { cellJson, checkJson, type CellJson, type CheckJson } from '../check/json';
import { missingPlace } from './missing-place';

export interface FigureJson {
  readonly text: string;
  readonly value: string;
  readonly unit: '元' | '%' | 'count';
  readonly cells: readonly CellJson[];
  readonly formula: string;
}

interface Asked {
  readonly ask: string;
  readonly where: string;
}

export interface ReportJson {
  /** With --whole: the parts of the whole document, what they wait for and what was found in them. */
  readonly whole?: Whole['json'];
  readonly version: 1;
  readonly unit: string;
  readonly year: number;
  readonly profile: string;
  readonly sections: readonly {
    readonly id: string;
    readonly heading: string;
    readonly paragraphs: readonly {
      readonly text: string;
      readonly figures: readonly FigureJson[];
      readonly blanks: readonly { readonly ask: string }[];
    }[];
  }[];
  readonly charts: readonly {
    readonly id: string;
    readonly title: string;
    readonly kind: 'column' | 'pie';
    readonly categories: readonly string[];
    readonly series: readonly { readonly name: string; readonly values: readonly string[] }[];
  }[];
  readonly missing: readonly Asked[];
  /** What stands between the text and its publication, each thing once: the numbers the pane shows. */
  readonly readiness: { readonly causes: number; readonly lacking: readonly string[]; readonly toFill: readonly Asked[] };
  readonly check: CheckJson;
}

/** report.json of the published contract. */
export function reportJson(checked: Checked, output: ReportOutput): ReportJson {
  const document = output.published;
  const { causes, forms, blanks } = readinessOf({ checked }, document);
  const where = (key: string): string => missingPlace(key, output.pictures.补充信息);
  return {
    version: 1,
    unit: document.unit,
    year: document.year,
    profile: document.profile,
    sections: [...document.sections, document.glossary].map(sectionJson),
    charts: document.charts.map(({ id, title, kind, categories, series }) => ({
      id,
      title,
      kind,
      categories,
      // Charts show 万元, as the text does.
      series: series.map(({ name, values }) => ({ name, values: values.map((value) => decimalString(value.value.div(10000))) })),
    })),
    missing: document.missing.map(({ ask, key }) => ({ ask, where: where(key) })),
    readiness: {
      causes: causes.length,
      lacking: forms.map(({ table, sections }) => `${formName(table.id)}：缺少它，${sections.map((one) => `“${one}”`).join('、')}写不完整`),
      toFill: blanks.map(({ ask, key }) => ({ ask, where: where(key) })),
    },
    check: checkJson(checked.workbook.file, output.check),
  };
}

const sectionJson = ({ id, heading, blocks }: ReportSection): ReportJson['sections'][number] => ({
  id,
  heading,
  paragraphs: blocks
    .filter((block): block is Paragraph => block.kind === 'paragraph')
    .map((paragraph) => ({
      text: paragraphText(paragraph),
      figures: paragraph.inlines.flatMap(figureJson),
      blanks: paragraph.inlines.flatMap((inline) => (inline.kind === 'blank' ? [{ ask: inline.ask }] : [])),
    })),
});

function figureJson(inline: Inline): readonly FigureJson[] {
  if (inline.kind !== 'figure') return [];
  const { text, of } = inline;
  return [{ text, value: valueText(of), unit: of.unit, cells: cellsOf(of).map(cellJson), formula: expressionText(of) }];
}

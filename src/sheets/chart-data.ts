import { a1 } from '../kernel/address';
import type { Traced } from '../facts/traced';
import type { ChartSpec, PublishedDocument, ReportText } from '../narrative/document';
import { ownSheets } from '../kernel/own-sheets';
import type { PictureChart } from './picture/picture';

/** Where the 数据溯源 sheet keeps its blocks: both the report (its charts) and the trace ask here. */
export const HEADER_ROWS = 4;
/** Columns of the chart block: category, then one column per series. */
export const chartColumns = { category: 1, firstSeries: 3 } as const;

export interface PlacedChart {
  readonly kind: PictureChart['kind'];
  readonly title: string;
  readonly empty?: string;
  readonly data: PictureChart['data'];
  readonly cache: PictureChart['cache'];
  readonly spec: ChartSpec;
  /** Zero-based row of the title; the header and one row per category follow. */
  readonly row: number;
}

/** Decimals of 万元 in the text: chart labels print the same digits. */
export function wanDecimals(document: ReportText): number {
  const shown = [...document.sections, document.glossary].flatMap((section) =>
    section.blocks.flatMap((block) =>
      block.kind === 'paragraph'
        ? block.inlines.flatMap((i) => (i.kind === 'figure' && i.shown.as === 'wan' ? [i.shown.decimals] : []))
        : [],
    ),
  );
  return shown.length > 0 ? Math.max(...shown) : 2;
}

/** A value as the chart shows it: 万元 rounded half-up to the printed digits. */
export const chartNumber = (value: Traced, decimals: number): number =>
  value.unit === '元' ? value.value.div(10000).toDecimalPlaces(decimals, 4).toNumber() : value.value.toNumber();

const figureCount = (document: PublishedDocument): number =>
  [...document.sections, document.glossary].reduce(
    (all, section) =>
      section.blocks.reduce((sum, b) => sum + (b.kind === 'paragraph' ? b.inlines.filter((i) => i.kind === 'figure').length : 0), all),
    0,
  );

/** Amounts are drawn in 万元, which the title then says. */
const isMoney = ({ series }: ChartSpec): boolean => series.some(({ values }) => values.some(({ unit }) => unit === '元'));

/** Every chart with the cells of 数据溯源 that hold its numbers. */
export function chartsOf(document: PublishedDocument): ReadonlyMap<string, PlacedChart> {
  const decimals = wanDecimals(document);
  const placed = new Map<string, PlacedChart>();
  // Figures, a blank row, the heading of the block.
  let row = HEADER_ROWS + figureCount(document) + 2;
  for (const spec of document.charts) {
    const first = row + 2;
    const last = row + 1 + spec.categories.length;
    const range = (column: number): string => `${a1(first, column)}:${a1(last, column)}`;
    placed.set(spec.id, {
      spec,
      row,
      kind: spec.kind,
      title: isMoney(spec) ? `${spec.title}（万元）` : spec.title,
      empty: spec.empty,
      data: {
        sheet: ownSheets.trace,
        categories: range(chartColumns.category),
        series: spec.series.map(({ name }, i) => ({
          name,
          nameCell: a1(row + 1, chartColumns.firstSeries + i),
          values: range(chartColumns.firstSeries + i),
        })),
      },
      cache: { categories: spec.categories, series: spec.series.map(({ values }) => values.map((v) => chartNumber(v, decimals))) },
    });
    if (spec.empty === undefined) row = last + 2;
  }
  return placed;
}

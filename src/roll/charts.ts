import Decimal from 'decimal.js';
import type { Traced } from '../facts/traced';
import type { ChartSpec } from '../narrative/document';
import { chartSpecs, type ChartId } from '../narrative/charts';
import type { ReportInput } from '../narrative/input';
import type { ChartData, WordChart } from '../ooxml/word/charts';

/** What becomes of a chart of the document. */
export interface RolledChart {
  readonly chart: WordChart;
  /** This year's data; undefined where last year's cells do not give what the chart showed. */
  readonly data?: ChartData;
}

const ids: readonly ChartId[] = ['C01', 'C02', 'C03', 'C04', 'C05', 'C06', 'C07'];
const WAN = new Decimal(10000);
/** Charts print 万元 to the cent at best. */
const near = new Decimal('0.006');

/** Charts whose numbers last year's cells give show this year's, in the user's own names; the others stay. */
export function rollCharts(charts: readonly WordChart[], last: ReportInput, now: ReportInput): readonly RolledChart[] {
  const [from, to] = [last.years.now.year!, now.years.now.year!];
  const before = chartSpecs(last, from, ids);
  const after = chartSpecs(now, to, ids);
  return charts.map((chart) => {
    for (const [i, spec] of before.entries()) {
      const scale = spec.empty === undefined ? scaleOf(chart, spec) : undefined;
      const next = after[i]!;
      if (scale && next.empty === undefined) return { chart, data: dataOf(chart, spec, next, scale, { from, to }) };
    }
    return { chart };
  });
}

const valuesOf = ({ series }: ChartSpec): readonly Traced[] => series[0]?.values ?? [];
const number = (text: string): Decimal | undefined => (/^-?\d+(\.\d+)?(e-?\d+)?$/i.test(text) ? new Decimal(text) : undefined);

/** 万元 or 元, when the chart shows the values of the specification; listed zeros do not count. */
function scaleOf(chart: WordChart, spec: ChartSpec): Decimal | undefined {
  const shown = chart.values.map(number);
  if (shown.includes(undefined)) return undefined;
  const values = shown.flatMap((value) => (value && !value.isZero() ? [value] : []));
  const wanted = valuesOf(spec).filter(({ value }) => !value.isZero());
  if (values.length === 0 || values.length !== wanted.length) return undefined;
  return [WAN, new Decimal(1)].find((scale) => wanted.every(({ value }, i) => value.div(scale).minus(values[i]!).abs().lte(near)));
}

function dataOf(
  chart: WordChart,
  before: ChartSpec,
  after: ChartSpec,
  scale: Decimal,
  years: { readonly from: number; readonly to: number },
): ChartData {
  const named = namesOf(chart, before, years);
  const listed = chart.values.flatMap((value, i) => (number(value)?.isZero() ? [chart.categories[i]!] : []));
  const decimals = Math.max(2, ...chart.values.map((value) => value.split('.')[1]?.length ?? 0));
  const rows = after.categories.map((category, i) => ({
    category: named.get(shifted(category, years, -1)) ?? category,
    value: valuesOf(after)[i]!.value.div(scale).toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP).toString(),
  }));
  const zeros = listed.filter((name) => !rows.some(({ category }) => category === name)).map((category) => ({ category, value: '0' }));
  const both = [...rows, ...zeros];
  return { categories: both.map(({ category }) => category), values: both.map(({ value }) => value) };
}

/** The user's own name of each category; a year in it moves on. */
function namesOf(chart: WordChart, before: ChartSpec, years: { readonly from: number; readonly to: number }): ReadonlyMap<string, string> {
  const filled = chart.values.flatMap((value, i) => (number(value)?.isZero() ? [] : [chart.categories[i]!]));
  const wanted = before.categories.filter((_, i) => !valuesOf(before)[i]!.value.isZero());
  return new Map(wanted.map((category, i) => [category, shifted(filled[i] ?? category, years, 1)]));
}

const shifted = (text: string, { from, to }: { readonly from: number; readonly to: number }, way: 1 | -1): string =>
  text.replace(/(?:19|20)\d\d/g, (year) => String(Number(year) + way * (to - from)));

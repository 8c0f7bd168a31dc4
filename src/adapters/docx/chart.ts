import { AlignmentType, Paragraph } from 'docx';
import { ChartRun } from 'docx/charts';
import { CHART_FONT, CHART_TEXT, chartColor } from '../../sheets/picture/chart-look';
import type { PlacedChart } from '../../sheets/chart-data';

const font = (size: number, bold = false) => ({ name: CHART_FONT, size, bold, color: CHART_TEXT });
/** Pixels: 14.8 by 6.5 cm, so that a chart fits under its paragraph more often than not. */
const box = { width: 560, height: 246 } as const;

/** A native Word chart in 万元; its labels are the digits of the text. */
export function chartParagraph({ kind, title, cache }: PlacedChart): Paragraph {
  const colors = cache.categories.map((_, i) => chartColor(i));
  const common = {
    title: { text: title, font: font(12, true) },
    font: { name: CHART_FONT, color: CHART_TEXT },
    categories: cache.categories,
    transformation: box,
    altText: { name: title, title, description: descriptionOf(cache) },
  };
  const run =
    kind === 'pie'
      ? new ChartRun({
          ...common,
          type: 'pie',
          legend: false,
          series: [{ name: title, values: cache.series[0]!, colors }],
          dataLabels: { value: true, category: true, position: 'bestFit', numberFormat: 'General', font: font(10) },
        })
      : new ChartRun({
          ...common,
          type: 'column',
          legend: cache.series.length > 1 ? { position: 'bottom' } : false,
          gapWidth: cache.series.length > 1 ? 80 : 120,
          series: cache.series.map((values, i) => ({
            name: title,
            values,
            color: chartColor(i),
            colors: cache.series.length === 1 ? colors : undefined,
          })),
          valueAxis: {
            numberFormat: 'General',
            font: font(9),
            ...(cache.series.flat().every((value) => value >= 0) ? { minimum: 0 } : {}),
          },
          categoryAxis: { font: font(10) },
          dataLabels: { value: true, position: 'outsideEnd', numberFormat: 'General', font: font(10) },
        });
  // Fixed line spacing would cut the chart off.
  return new Paragraph({ alignment: AlignmentType.CENTER, spacing: { before: 120, after: 120 }, children: [run] });
}

const descriptionOf = ({ categories, series }: PlacedChart['cache']): string =>
  series.map((values) => categories.map((name, i) => `${name} ${values[i]}万元`).join('，')).join('；');

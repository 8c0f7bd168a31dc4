import type { PictureChart, SheetPicture } from '../../sheets/picture';
import { boxOf } from './areas';

/** A chart of ours is known by its name; charts that the user has added stay. */
const PREFIX = '决算说明助手 ';
export const isOwnChart = (name: string): boolean => name.startsWith(PREFIX);

/** The colours of the saved file's charts, so that both look alike. */
const palette = ['2F6DB5', 'E08A2E', '5B9A68', '9A6FB0', 'C9504A', '3E9FA3', '8A94A6', 'B59B2C', '6B4E3D', '4C5B9B'];
const colorOf = (index: number): string => `#${palette[index % palette.length]!}`;
const FONT = '宋体';

/** Draws the charts of a picture; those of an earlier run have been taken off. `sheetNamed` finds the sheet with the numbers. */
export function drawCharts(sheet: Excel.Worksheet, picture: SheetPicture, sheetNamed: (name: string) => Excel.Worksheet): void {
  for (const chart of picture.charts) drawChart(sheet, chart, sheetNamed(chart.data.sheet));
}

function drawChart(sheet: Excel.Worksheet, picture: PictureChart, data: Excel.Worksheet): void {
  const [first] = picture.data.series;
  if (!first) return;
  const { rows, columns } = boxOf(first.values);
  const type = picture.kind === 'pie' ? Excel.ChartType.pie : Excel.ChartType.columnClustered;
  const chart = sheet.charts.add(type, data.getRange(first.values), columns > rows ? 'Rows' : 'Columns');
  chart.name = PREFIX + picture.id;
  const { row, column, rows: height, columns: width } = picture.box;
  chart.setPosition(sheet.getRangeByIndexes(row, column, 1, 1), sheet.getRangeByIndexes(row + height - 1, column + width - 1, 1, 1));
  chart.title.text = picture.title;
  chart.title.format.font.size = 12;
  chart.title.format.font.bold = true;
  chart.title.format.font.name = FONT;
  // The numbers may stand in hidden columns.
  chart.plotVisibleOnly = false;
  drawSeries(chart, picture, data);

  if (picture.kind === 'pie') chart.legend.visible = false;
  else drawAxes(chart, picture);
}

function drawAxes(chart: Excel.Chart, picture: PictureChart): void {
  chart.legend.visible = picture.data.series.length > 1;
  if (picture.data.series.length > 1) chart.legend.position = 'Bottom';
  // Without this Excel cuts the axis off when the values lie close together, and a small change looks large.
  if (picture.cache.series.every((values) => values.every((value) => value >= 0))) chart.axes.valueAxis.minimum = 0;
  chart.axes.valueAxis.numberFormat = 'General';
  chart.axes.categoryAxis.tickLabelPosition = 'Low';
}

function drawSeries(chart: Excel.Chart, picture: PictureChart, data: Excel.Worksheet): void {
  const pie = picture.kind === 'pie';
  const single = picture.data.series.length === 1;
  const categories = data.getRange(picture.data.categories);
  picture.data.series.forEach(({ name, values }, i) => {
    // The first series has come with the chart.
    const series = i === 0 ? chart.series.getItemAt(0) : chart.series.add(name);
    series.name = name;
    series.setValues(data.getRange(values));
    series.setXAxisValues(categories);
    if (!pie) series.gapWidth = single ? 120 : 80;
    if (single) picture.cache.categories.forEach((_, p) => series.points.getItemAt(p).format.fill.setSolidColor(colorOf(p)));
    else series.format.fill.setSolidColor(colorOf(i));
    series.hasDataLabels = true;
    const labels = series.dataLabels;
    labels.showValue = true;
    labels.showCategoryName = pie;
    labels.showSeriesName = false;
    labels.showPercentage = false;
    labels.showLegendKey = false;
    if (pie) labels.separator = '\n';
    labels.position = 'OutsideEnd';
    labels.numberFormat = picture.labelFormat;
  });
}

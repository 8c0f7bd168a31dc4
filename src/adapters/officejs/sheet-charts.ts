import { CHART_FONT, CHART_TEXT, chartColor, chartName } from '../../sheets/picture/chart-look';
import type { PictureChart, SheetPicture } from '../../sheets/picture/picture';
import { boxOf } from '../../sheets/cells/areas';

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
  chart.name = chartName(picture.id);
  const { row, column, rows: height, columns: width } = picture.box;
  chart.setPosition(sheet.getRangeByIndexes(row, column, 1, 1), sheet.getRangeByIndexes(row + height - 1, column + width - 1, 1, 1));
  chart.title.text = picture.title;
  const { font } = chart.title.format;
  font.size = 12;
  font.bold = true;
  font.name = CHART_FONT;
  font.color = `#${CHART_TEXT}`;
  // The numbers may stand in hidden columns.
  chart.plotVisibleOnly = false;
  drawSeries(chart, picture, data);

  if (picture.kind === 'pie') chart.legend.visible = false;
  else drawAxes(chart, picture);
}

const colored = (index: number): string => `#${chartColor(index)}`;

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
    if (single) picture.cache.categories.forEach((_, p) => series.points.getItemAt(p).format.fill.setSolidColor(colored(p)));
    else series.format.fill.setSolidColor(colored(i));
    series.hasDataLabels = true;
    const labels = series.dataLabels;
    labels.showValue = true;
    labels.showCategoryName = pie;
    labels.showSeriesName = false;
    labels.showPercentage = false;
    labels.showLegendKey = false;
    if (pie) labels.separator = '\n';
    labels.position = pie ? 'BestFit' : 'OutsideEnd';
    labels.numberFormat = picture.labelFormat;
  });
}

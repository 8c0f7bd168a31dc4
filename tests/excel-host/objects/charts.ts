import { OfficeError, invalidArgument, itemNotFound } from '../errors';
import type { Rect } from '../addresses';
import type { Chart, Series, SheetModel } from '../model';
import { Bag, HostObject, recordStore, type World } from './base';
import { RangeObject, areaOf } from './range';

const TYPES = ['ColumnClustered', 'BarClustered', 'Pie', 'Doughnut', 'Line'];
const TEXT = ['Text', 'Visible', 'Overlay', 'Position', 'HorizontalAlignment'];
const FONT = ['Name', 'Size', 'Bold', 'Color'];

export class Charts extends HostObject {
  readonly type = 'ChartCollection';
  constructor(
    private readonly world: World,
    private readonly sheet: SheetModel,
  ) {
    super();
  }
  override items = (): readonly HostObject[] => this.sheet.charts.map((chart) => new ChartObject(this.sheet, chart));
  get Count(): number {
    return this.sheet.charts.length;
  }
  GetCount(): number {
    return this.sheet.charts.length;
  }
  GetItem(name: string): HostObject {
    const found = this.GetItemOrNullObject(name);
    if (!found) throw itemNotFound(`chart ${name}`);
    return found;
  }
  GetItemOrNullObject(name: string): HostObject | null {
    const found = this.sheet.charts.find((chart) => chart.id === name || chart.name === name);
    return found ? new ChartObject(this.sheet, found) : null;
  }
  GetItemAt(index: number): HostObject {
    const found = this.sheet.charts[index];
    if (!found) throw itemNotFound(`chart ${index}`);
    return new ChartObject(this.sheet, found);
  }
  Add(type: string, source: unknown, seriesBy?: string | null): HostObject {
    this.sheet.guard([], 'allowEditObjects');
    if (!TYPES.includes(type)) throw invalidArgument(`[fake] chart type ${type}`);
    if (!(source instanceof RangeObject)) throw invalidArgument('source of a chart');
    const { sheet, area } = source;
    const byRows = seriesBy === 'Rows' || (seriesBy !== 'Columns' && area.columns > area.rows);
    const id = this.world.book.nextId('Chart ');
    const lines = byRows ? area.rows : area.columns;
    const slice = (i: number): Rect =>
      byRows ? { ...area, row: area.row + i, rows: 1 } : { ...area, column: area.column + i, columns: 1 };
    const series = Array.from({ length: lines }, (_, i): Series => ({
      name: `Series${i + 1}`,
      values: { sheet: sheet.name, area: slice(i) },
      look: {},
    }));
    const chart: Chart = { id, name: id, type, series, look: {} };
    this.sheet.charts.push(chart);
    return new ChartObject(this.sheet, chart);
  }
}

class ChartObject extends HostObject {
  readonly type = 'Chart';
  constructor(
    private readonly sheet: SheetModel,
    private readonly model: Chart,
  ) {
    super();
  }
  override key = (): string => this.model.id;
  private get chart(): Chart {
    if (!this.sheet.charts.includes(this.model))
      throw new OfficeError('InvalidReference', 'This reference is not valid for the current operation.');
    return this.model;
  }
  get Id(): string {
    return this.chart.id;
  }
  get Name(): string {
    return this.chart.name;
  }
  set Name(name: string) {
    if (this.sheet.charts.some((other) => other !== this.model && other.name === name)) throw invalidArgument(`a second chart ${name}`);
    this.chart.name = name;
  }
  get ChartType(): string {
    return this.chart.type;
  }
  set ChartType(type: string) {
    if (!TYPES.includes(type)) throw invalidArgument(`[fake] chart type ${type}`);
    this.chart.type = type;
  }
  get PlotVisibleOnly(): unknown {
    return this.chart.look.plotVisibleOnly ?? true;
  }
  set PlotVisibleOnly(value: unknown) {
    this.chart.look.plotVisibleOnly = value;
  }
  get Title(): HostObject {
    return textBag('ChartTitle', this.chart.look, 'title.');
  }
  get Legend(): HostObject {
    return new Bag('ChartLegend', recordStore(this.chart.look, 'legend.'), ['Visible', 'Position', 'Overlay']);
  }
  get DataLabels(): HostObject {
    return dataLabels(this.chart.look);
  }
  get Series(): HostObject {
    return new SeriesCollection(this.chart);
  }
  get Axes(): HostObject {
    const { look } = this.chart;
    const axis = (name: string): HostObject =>
      new Bag('ChartAxis', recordStore(look, `${name}.`), ['NumberFormat', 'Minimum', 'Visible', 'TickLabelPosition'], {
        MajorGridlines: () => new Bag('ChartGridlines', recordStore(look, `${name}.majorGridlines.`), ['Visible']),
        Format: () =>
          new Bag('ChartAxisFormat', recordStore(look), [], { Font: () => new Bag('ChartFont', recordStore(look, `${name}.font.`), FONT) }),
      });
    return new Bag('ChartAxes', recordStore(look), [], { ValueAxis: () => axis('valueAxis'), CategoryAxis: () => axis('categoryAxis') });
  }
  SetPosition(start: unknown, end?: unknown): void {
    const first = areaOf(start);
    const last = end === null || end === undefined ? first : areaOf(end);
    this.chart.box = {
      row: first.row,
      column: first.column,
      rows: last.row + last.rows - first.row,
      columns: last.column + last.columns - first.column,
    };
  }
  Delete(): void {
    this.sheet.guard([], 'allowEditObjects');
    this.sheet.charts.splice(this.sheet.charts.indexOf(this.chart), 1);
  }
}

const textBag = (type: string, look: Record<string, unknown>, prefix: string): HostObject =>
  new Bag(type, recordStore(look, prefix), TEXT, {
    Format: () =>
      new Bag(`${type}Format`, recordStore(look), [], { Font: () => new Bag('ChartFont', recordStore(look, `${prefix}font.`), FONT) }),
  });

const dataLabels = (look: Record<string, unknown>): HostObject =>
  new Bag(
    'ChartDataLabels',
    recordStore(look, 'labels.'),
    [
      'ShowValue',
      'ShowPercentage',
      'ShowCategoryName',
      'ShowSeriesName',
      'ShowLegendKey',
      'NumberFormat',
      'Position',
      'Separator',
      'LinkNumberFormat',
    ],
    {
      Format: () =>
        new Bag('ChartDataLabelFormat', recordStore(look), [], {
          Font: () => new Bag('ChartFont', recordStore(look, 'labels.font.'), FONT),
        }),
    },
  );

class SeriesCollection extends HostObject {
  readonly type = 'ChartSeriesCollection';
  constructor(private readonly chart: Chart) {
    super();
  }
  override items = (): readonly HostObject[] => this.chart.series.map((series) => new SeriesObject(this.chart, series));
  get Count(): number {
    return this.chart.series.length;
  }
  GetCount(): number {
    return this.chart.series.length;
  }
  GetItemAt(index: number): HostObject {
    const found = this.chart.series[index];
    if (!found) throw itemNotFound(`series ${index}`);
    return new SeriesObject(this.chart, found);
  }
  Add(name?: string | null): HostObject {
    const series: Series = { name: name ?? `Series${this.chart.series.length + 1}`, look: {} };
    this.chart.series.push(series);
    return new SeriesObject(this.chart, series);
  }
}

class SeriesObject extends HostObject {
  readonly type = 'ChartSeries';
  constructor(
    private readonly chart: Chart,
    private readonly series: Series,
  ) {
    super();
  }
  get Name(): string {
    return this.series.name;
  }
  set Name(name: string) {
    this.series.name = name;
  }
  get HasDataLabels(): unknown {
    return this.series.look.hasDataLabels ?? false;
  }
  set HasDataLabels(value: unknown) {
    this.series.look.hasDataLabels = value;
  }
  get GapWidth(): unknown {
    return this.series.look.gapWidth;
  }
  set GapWidth(value: unknown) {
    this.series.look.gapWidth = value;
  }
  get DataLabels(): HostObject {
    if (this.series.look.hasDataLabels !== true) throw new OfficeError('InvalidOperation', 'The series has no data labels.');
    return dataLabels(this.series.look);
  }
  get Format(): HostObject {
    return new Bag('ChartSeriesFormat', recordStore(this.series.look), [], { Fill: () => new SeriesFill(this.series.look, 'fill') });
  }
  get Points(): HostObject {
    return new Points(this.series);
  }
  SetValues(range: RangeObject): void {
    this.series.values = { sheet: range.sheet.name, area: range.area };
  }
  SetXAxisValues(range: RangeObject): void {
    this.series.categories = { sheet: range.sheet.name, area: range.area };
  }
  Delete(): void {
    this.chart.series.splice(this.chart.series.indexOf(this.series), 1);
  }
}

class Points extends HostObject {
  readonly type = 'ChartPointsCollection';
  constructor(private readonly series: Series) {
    super();
  }
  get Count(): number {
    return (this.series.values?.area.rows ?? 0) * (this.series.values?.area.columns ?? 0);
  }
  GetItemAt(index: number): HostObject {
    if (index >= this.Count) throw itemNotFound(`point ${index}`);
    const { look } = this.series;
    const format = (): HostObject =>
      new Bag('ChartPointFormat', recordStore(look), [], { Fill: () => new SeriesFill(look, `point${index}`) });
    return new Bag('ChartPoint', recordStore(look, `point${index}.`), ['HasDataLabel'], { Format: format });
  }
}

class SeriesFill extends HostObject {
  readonly type = 'ChartFill';
  constructor(
    private readonly look: Record<string, unknown>,
    private readonly property: string,
  ) {
    super();
  }
  SetSolidColor(color: string): void {
    if (!/^#[0-9A-F]{6}$/i.test(color)) throw invalidArgument(`colour ${color}`);
    this.look[this.property] = color.toUpperCase();
  }
  Clear(): void {
    delete this.look[this.property];
  }
}

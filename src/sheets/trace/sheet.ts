import { a1, quoteSheet } from '../../kernel/address';
import { cellKey, type CellRef, type Scalar } from '../../kernel/workbook';
import type { Fact, Traced } from '../../facts/traced';
import { factsOf } from '../../facts/traced';
import { formulaOf, wordsOf } from '../../facts/formula';
import type { PublishedDocument, Shown } from '../../narrative/document';
import { formName } from '../../layouts/keys';
import { chartColumns, chartNumber, chartsOf, HEADER_ROWS, wanDecimals } from '../chart-data';
import type { PlacedChart } from '../chart-data';
import { Painter } from '../picture/painter';
import { ownSheets } from '../../kernel/own-sheets';
import { atOnce, SLICE_ROWS, type Slices } from '../../kernel/slices';
import type { PictureCell, SheetPicture, StyleName } from '../picture/picture';
import { elsewhere, figuresOf, shownNumber } from './figures';
import type { FigureRow } from './figures';

interface TraceOptions {
  /** File name of last year's workbook, for the block of its figures. */
  readonly priorFile?: string;
  /** What stands in a cell of this workbook: an amount kept as text needs another formula than a number. */
  readonly raw?: (at: CellRef) => Scalar | undefined;
}

/** A 章节 · B 句子 · C 说明中的数 · D 数值 · E 按表重算 · F 相符 · G 算法 · H–K 来源 */
const columns: SheetPicture['columns'] = [6, 40, 14, 14, 14, 6, 38, 16, 16, 16, 16].map((width) => ({ width }));
const LAST = columns.length - 1;
const at = { section: 0, sentence: 1, text: 2, printed: 3, live: 4, verdict: 5, words: 6, source: 7 } as const;
const SOURCES = LAST - at.source + 1;
/** Excel takes formulas of 8192 characters. */
const LONGEST_FORMULA = 8000;

const styleOf = (shown: Shown): StyleName =>
  shown.as === 'percent' ? 'tablePercent' : shown.as === 'count' ? 'tableCount' : 'tableNumber';

/** Rounds an expression to what is printed: 万元, % or a count. */
const printedFormula = (expression: string, shown: Shown): string =>
  shown.as === 'wan' ? `=ROUND((${expression})/10000,${shown.decimals})` : `=ROUND(${expression},${shown.decimals})`;

/** `财决01表 E37`, `上年 财决01表 E37`, `补充信息 C12`. */
function sourceName(fact: Fact): string {
  const form = fact.at.book.role === '补充' ? fact.at.sheet : formName(fact.key.slice(0, fact.key.indexOf('.')));
  return `${fact.at.book.role === '上年' ? '上年 ' : ''}${form} ${fact.at.a1}`;
}

/** Draws the sheet; knows for every fact the cell in which a formula finds it. */
class Trace {
  readonly painter = new Painter(columns);
  private readonly places = new Map<string, number>();

  constructor(
    private readonly options: TraceOptions,
    others: readonly Fact[],
    firstOther: number,
  ) {
    others.forEach((fact, i) => this.places.set(cellKey(fact.at), firstOther + i));
  }

  private readonly cell = (fact: Fact): string => {
    const row = this.places.get(cellKey(fact.at));
    if (row !== undefined) return `$D$${row + 1}`;
    const own = `${quoteSheet(fact.at.sheet)}!${fact.at.a1}`;
    const raw = this.options.raw?.(fact.at);
    // An amount kept as text, with separators or full-width digits: Excel's own arithmetic may refuse it.
    return typeof raw === 'string' && !/^-?\d+(\.\d+)?$/.test(raw) ? `VALUE(SUBSTITUTE(TRIM(ASC(${own})),",",""))` : own;
  };

  formula(n: Traced): string {
    return formulaOf(n, this.cell);
  }

  /** The cells a number comes from, as links; what does not fit in the columns is named in the last one. */
  sources(n: Traced): void {
    const facts = [
      ...new Map(
        factsOf(n)
          .filter((fact) => !fact.noRow)
          .map((fact) => [cellKey(fact.at), fact]),
      ).values(),
    ];
    facts.slice(0, SOURCES).forEach((fact, i) => {
      const more = i === SOURCES - 1 && facts.length > SOURCES ? `${sourceName(fact)} 等共${facts.length}格` : sourceName(fact);
      this.painter.put(at.source + i, more, 'tableLink', this.link(fact));
    });
    for (let i = facts.length; i < SOURCES; i += 1) this.painter.put(at.source + i, undefined, 'tableText');
  }

  private link(fact: Fact): Pick<PictureCell, 'link'> {
    const row = this.places.get(cellKey(fact.at));
    return { link: row === undefined ? { sheet: fact.at.sheet, a1: fact.at.a1 } : { sheet: ownSheets.trace, a1: a1(row, at.printed) } };
  }

  figure(figure: FigureRow): void {
    const { painter } = this;
    const here = painter.row + 1;
    const printed = shownNumber(figure.of, figure.shown);
    const formula = printedFormula(this.formula(figure.of), figure.shown);
    const live = formula.length <= LONGEST_FORMULA;
    painter.put(at.section, figure.section, 'tableText');
    painter.put(at.sentence, figure.sentence, 'tableWrap');
    painter.put(at.text, figure.text, 'tableText');
    painter.put(at.printed, printed, styleOf(figure.shown));
    painter.put(at.live, live ? printed : '来源过多', live ? styleOf(figure.shown) : 'tableText', live ? { formula } : {});
    const verdict = `=IF(ISNUMBER(E${here}),IF(ABS(E${here}-D${here})<0.0000001,"✓","✗"),"✗")`;
    painter.put(at.verdict, live ? '✓' : '—', live ? 'good' : 'tableText', live ? { formula: verdict } : {});
    painter.put(at.words, wordsOf(figure.of), 'tableWrap');
    this.sources(figure.of);
    painter.fit();
    painter.next();
  }

  chart(chart: PlacedChart, decimals: number): void {
    const { painter } = this;
    painter.row = chart.row;
    painter.put(at.section, chart.spec.id, 'tableText');
    painter.put(chartColumns.category, chart.title, 'tableWrap');
    painter.next();
    painter.put(chartColumns.category, '项目', 'tableHead');
    chart.spec.series.forEach(({ name }, i) => painter.put(chartColumns.firstSeries + i, name, 'tableHead'));
    painter.next();
    chart.spec.categories.forEach((category, row) => {
      painter.put(chartColumns.category, category, 'tableWrap');
      chart.spec.series.forEach(({ values }, i) => {
        const value = values[row];
        if (!value) return;
        const shown: Shown = value.unit === '元' ? { as: 'wan', decimals } : { as: 'count', decimals: value.value.decimalPlaces() };
        const formula = printedFormula(this.formula(value), shown);
        const number = chartNumber(value, decimals);
        painter.put(chartColumns.firstSeries + i, number, 'tableNumber', formula.length <= LONGEST_FORMULA ? { formula } : {});
      });
      painter.fit();
      painter.next();
    });
  }

  other(fact: Fact): void {
    const { painter } = this;
    const file = fact.at.book.role === '上年' ? (this.options.priorFile ?? '上年工作簿') : fact.at.sheet;
    painter.put(at.section, fact.at.book.role, 'tableText');
    painter.put(at.sentence, fact.label, 'tableWrap');
    painter.put(at.text, fact.scale === 10000 ? '万元' : fact.unit === '元' ? '元' : '', 'tableText');
    painter.put(at.printed, fact.value.div(fact.scale).toNumber(), fact.unit === 'count' ? 'tableCount' : 'tableNumber');
    painter.put(at.live, fact.at.a1, 'tableText');
    painter.put(at.verdict, undefined, 'tableText');
    painter.put(at.words, fact.at.book.role === '上年' ? `${file}\u3000${fact.at.sheet}` : file, 'tableWrap');
    painter.fit();
    painter.next();
  }

  heading(text: string): void {
    this.painter.wide(text, 'heading2', 0, at.words);
    this.painter.raise(28);
    this.painter.next();
  }
}

/**
 * 数据溯源: one row per figure with its cells as links and a formula that recomputes it from them, so that a later change
 * of a source cell shows as ✗ in plain Excel; below it the numbers of the charts, and the figures of last year's workbook
 * and of a supplement file, which formulas cannot reach where they stand.
 */
export const traceSheet = (document: PublishedDocument, options: TraceOptions = {}): SheetPicture => atOnce(traceSlices(document, options));

/** The same, a few rows at a time. */
export function* traceSlices(document: PublishedDocument, options: TraceOptions = {}): Slices<SheetPicture> {
  const figures = figuresOf(document);
  const charts = [...chartsOf(document).values()].filter(({ empty }) => empty === undefined);
  const chartValues = charts.flatMap(({ spec }) => spec.series.flatMap(({ values }) => values));
  const others = elsewhere([...figures.map(({ of }) => of), ...chartValues]);
  const afterCharts = charts.reduce(
    (row, { row: at0, spec }) => Math.max(row, at0 + 2 + spec.categories.length),
    HEADER_ROWS + figures.length,
  );
  // A blank row, the heading, the column names.
  const firstOther = afterCharts + 3;
  yield;
  const trace = new Trace(options, others, firstOther);
  const { painter } = trace;
  const last = HEADER_ROWS + figures.length;

  painter.wide(`${document.year}年度情况说明数据溯源`, 'title', 0, at.words);
  painter.raise(40);
  painter.next();
  painter.wide(
    '每个数一行：点“来源”到报表单元格；“按表重算”是公式，报表改动后不符的行变红并显示 ✗，请重新生成说明。金额单位：万元。',
    'plain',
    0,
    LAST,
  );
  painter.next();
  const range = `F${HEADER_ROWS + 1}:F${Math.max(last, HEADER_ROWS + 1)}`;
  painter.wide(`共 ${figures.length} 个数，不符 0 个`, 'heading3', 0, at.words, {
    formula: `="共 ${figures.length} 个数，不符 "&COUNTIF(${range},"✗")&" 个"`,
  });
  painter.raise(26);
  painter.next();
  painter.line(['部分', '句子', '说明中的数', '数值', '按表重算', '相符', '算法', '来源', '', '', ''], 'tableHead');
  painter.merges.push({ row: HEADER_ROWS - 1, column: at.source, rows: 1, columns: SOURCES });
  for (const [i, figure] of figures.entries()) {
    if (i % SLICE_ROWS === SLICE_ROWS - 1) yield;
    trace.figure(figure);
  }

  if (charts.length > 0) {
    painter.row = HEADER_ROWS + figures.length + 1;
    trace.heading('图的数据（万元）');
    charts.forEach((chart) => trace.chart(chart, wanDecimals(document)));
  }
  if (others.length > 0) {
    painter.row = firstOther - 2;
    trace.heading('引用的上年数和补充数（不在本工作簿中，按读取时的数列出）');
    painter.line(['出处', '名称', '单位', '数值', '单元格', '', '文件和工作表'], 'tableHead');
    others.forEach((fact) => trace.other(fact));
  }
  return painter.picture(ownSheets.trace, {
    tabColor: '7A7F87',
    freezeRows: HEADER_ROWS,
    gridlines: false,
    conditions: figures.length > 0 ? [{ range: `A${HEADER_ROWS + 1}:K${last}`, formula: `$F${HEADER_ROWS + 1}="✗"`, style: 'bad' }] : [],
    page: {
      orientation: 'landscape',
      fitToWidth: true,
      margins: { top: 1.5, bottom: 1.5, left: 1.2, right: 1.2 },
      area: painter.area(LAST),
      repeatRows: HEADER_ROWS,
      footer: '第 &P 页 共 &N 页',
    },
  });
}

import { functionalClassCodes } from '../layouts/codes/functional';
import type { Key } from '../layouts/keys';
import { expenditureParts, incomeParts } from '../layouts/parts';
import type { KeyFigure } from '../supplements/schema';
import type { Traced } from '../facts/traced';
import type { ChartSpec } from './document';
import { firstKnown, isKnown, amountFrom, type AmountOrGap, type ReportInput } from './input';
import { functionalName } from './names';
import { priorFigure } from './prior';

export type ChartId = 'C01' | 'C02' | 'C03' | 'C04' | 'C05' | 'C06' | 'C07';

/** Columns: last year beside this year. */
interface ColumnChart {
  readonly kind: 'column';
  readonly caption: string;
  readonly series: string;
  readonly now: readonly [Key, ...Key[]];
  readonly prior: KeyFigure;
}
/** A pie of parts of one whole. */
interface PieChart {
  readonly kind: 'pie';
  readonly caption: string;
  readonly series: string;
  readonly slices: (input: ReportInput) => readonly { readonly name: string; readonly amount: AmountOrGap }[];
}

const reader =
  (rows: readonly (readonly [name: string, ...keys: [Key, ...Key[]]])[]) =>
  (input: ReportInput): readonly { readonly name: string; readonly amount: AmountOrGap }[] =>
    rows.map(([name, first, ...more]) => ({
      name,
      amount: firstKnown(amountFrom(input.years.now, first), ...more.map((key) => amountFrom(input.years.now, key))),
    }));

const incomeSlices = incomeParts.map((row) => [row, `Z01.${row}.决算数`] as const);
const expenditureSlices = expenditureParts.map((row) => [row, `Z04.合计.${row}`, `Z01.${row}.决算数`] as const);

const charts: Readonly<Record<ChartId, ColumnChart | PieChart>> = {
  C01: { kind: 'column', caption: '收、支决算总计变动情况图', series: '收、支总计', now: ['Z01.收入总计.决算数'], prior: '收支总计' },
  C02: { kind: 'pie', caption: '收入决算结构图', series: '本年收入', slices: reader(incomeSlices) },
  C03: { kind: 'pie', caption: '支出决算结构图', series: '本年支出', slices: reader(expenditureSlices) },
  C04: {
    kind: 'column',
    caption: '财政拨款收、支决算总计变动情况图',
    series: '财政拨款收、支总计',
    now: ['Z01_1.收入总计.决算数'],
    prior: '财政拨款收支总计',
  },
  C05: {
    kind: 'column',
    caption: '一般公共预算财政拨款支出决算变动情况图',
    series: '一般公共预算财政拨款支出',
    now: ['Z01_1.本年支出合计.决算数·一般公共', 'Z07.合计.本年支出·合计'],
    prior: '一般公共预算支出',
  },
  C06: {
    kind: 'pie',
    caption: '一般公共预算财政拨款支出决算结构图',
    series: '一般公共预算财政拨款支出',
    slices: (input) =>
      functionalClassCodes.map((code) => ({
        name: functionalName(input.years.now, code)!,
        amount: amountFrom(input.years.now, `Z01_1.${code}.决算数·一般公共`),
      })),
  },
  C07: {
    kind: 'pie',
    caption: '“三公”经费财政拨款支出结构图',
    series: '“三公”经费',
    slices: reader([
      ['因公出国（境）费', 'F03.因公出国（境）费.统计数'],
      ['公务用车购置及运行维护费', 'F03.公务用车购置及运行维护费.统计数'],
      ['公务接待费', 'F03.公务接待费.统计数'],
    ]),
  },
};

type Body = Pick<ChartSpec, 'categories' | 'series' | 'empty'>;

function columns(input: ReportInput, year: number, chart: ColumnChart): Body {
  const [first, ...more] = chart.now;
  const now = firstKnown(amountFrom(input.years.now, first), ...more.map((key) => amountFrom(input.years.now, key)));
  const before = priorFigure(input, chart.prior).amount;
  const categories = [`${year - 1}年度`, `${year}年度`] as const;
  const values: Traced[] = [before, now].filter(isKnown);
  const body = { categories, series: [{ name: chart.series, values }] };
  if (!isKnown(now)) return { ...body, categories: [], series: [], empty: `缺少${now.ask}` };
  if (!isKnown(before) && before.none) return { ...body, categories: [], series: [], empty: '新设立单位，无上年可比数据' };
  if (!isKnown(before)) return { ...body, categories: [], series: [], empty: `缺少${before.ask}` };
  return values.every((value) => value.value.isZero()) ? { ...body, empty: '两个年度均为零' } : body;
}

function slices(input: ReportInput, chart: PieChart): Body {
  const all = chart.slices(input);
  const shown = all.flatMap(({ name, amount }) => (isKnown(amount) && !amount.value.isZero() ? [{ name, amount }] : []));
  const body = { categories: shown.map(({ name }) => name), series: [{ name: chart.series, values: shown.map(({ amount }) => amount) }] };
  if (!all.some(({ amount }) => isKnown(amount))) return { categories: [], series: [], empty: '没有读到相应的表' };
  if (shown.length === 0) return { categories: [], series: [], empty: '各项均为零' };
  return shown.some(({ amount }) => amount.value.isNegative()) ? { ...body, empty: '有负数，不能画饼图' } : body;
}

/** Chart specifications of the ids given. Those that are shown are numbered 图1, 图2, … without a gap; one left out has no number. Values are traced, in 元; hosts show 万元. */
export function chartSpecs(input: ReportInput, year: number, ids: readonly ChartId[]): readonly ChartSpec[] {
  let number = 0;
  return ids.map((id) => {
    const chart = charts[id];
    const body = chart.kind === 'column' ? columns(input, year, chart) : slices(input, chart);
    const title = body.empty === undefined ? `图${(number += 1)}：${chart.caption}` : chart.caption;
    return { id, title, kind: chart.kind, ...body };
  });
}

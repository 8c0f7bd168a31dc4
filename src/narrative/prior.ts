import type { RowOf } from '../layouts/keys';
import { sum } from '../facts/arithmetic';
import type { Traced } from '../facts/traced';
import { keyFigures, type KeyFigure } from '../supplements/schema';
import { gap, isSpent, noFigure, type AmountOrGap, type ReportInput } from './input';

/** Where a figure of last year was found. */
type PriorSource = '上年决算报表' | 'CS02' | '补充信息';
interface Prior {
  readonly amount: AmountOrGap;
  /** Absent when the figure is missing. */
  readonly from?: PriorSource;
}

/** The figure as the text names it. */
export const figureNames: Readonly<Record<KeyFigure, string>> = {
  收支总计: '收、支总计',
  财政拨款收支总计: '财政拨款收、支总计',
  一般公共预算支出: '一般公共预算财政拨款支出',
  '三公.合计': '“三公”经费财政拨款支出',
  '三公.出国': '因公出国（境）费支出',
  '三公.用车': '公务用车购置及运行维护费支出',
  '三公.接待': '公务接待费支出',
  政府性基金支出: '政府性基金预算财政拨款支出',
  国有资本经营支出: '国有资本经营预算财政拨款支出',
  机关运行经费: '机关运行经费支出',
};

/** Rows of CS02 that print last year's figure; 三公.合计 is the sum of its three parts. */
const cs02Rows: Readonly<Partial<Record<KeyFigure, readonly RowOf<'CS02'>[]>>> = {
  '三公.合计': ['因公出国（境）费', '公务用车购置及运行维护费', '公务接待费'],
  '三公.出国': ['因公出国（境）费'],
  '三公.用车': ['公务用车购置及运行维护费'],
  '三公.接待': ['公务接待费'],
};

function fromCs02(input: ReportInput, figure: KeyFigure): Traced | undefined {
  const found: Traced[] = [];
  for (const row of cs02Rows[figure] ?? []) {
    const reading = input.years.now.find(`CS02.${row}.上年数`);
    if (reading.state !== 'number') return undefined;
    found.push(reading.fact);
  }
  return found.length > 1 ? sum(...found) : found[0];
}

/** Last year's workbook may be compared with only when it is last year's: a wrong comparison year is a grave slip. */
export function isPriorYear(input: ReportInput): boolean {
  const { now, before } = input.years;
  return before !== undefined && (before.year === undefined || now.year === undefined || before.year === now.year - 1);
}

function knownFigure(input: ReportInput, figure: KeyFigure): Prior | undefined {
  const { before } = input.years;
  if (before && isPriorYear(input)) {
    const reading = before.find(keyFigures[figure]);
    if (reading.state === 'number') return { amount: reading.fact, from: '上年决算报表' };
  }
  const printed = fromCs02(input, figure);
  if (printed) return { amount: printed, from: 'CS02' };
  const supplied = input.supplements.prior(figure);
  return supplied && { amount: supplied, from: '补充信息' };
}

/** A figure of last year that is not zero: a unit that has one is not new. */
export const figureOfLastYear = (input: ReportInput): Prior | undefined =>
  (Object.keys(keyFigures) as KeyFigure[]).map((figure) => knownFigure(input, figure)).find((prior) => prior && isSpent(prior.amount));

/** Founded this year, as a person says and no figure denies: there is nothing to compare with. */
export const isNewUnit = (input: ReportInput): boolean => input.supplements.newUnit && !figureOfLastYear(input);

/** Last year's figure: from last year's workbook, else CS02's 上年数, else 补充信息, else a gap; for a new unit, none. */
export function priorFigure(input: ReportInput, figure: KeyFigure): Prior {
  const { before, now } = input.years;
  if (isNewUnit(input)) return { amount: noFigure(`priorYear.${figure}`) };
  const known = knownFigure(input, figure);
  if (known) return known;
  const year = now.year === undefined ? '上年' : `${now.year - 1}年度`;
  const wrong = before && !isPriorYear(input) ? `（所选上年文件是${before.year}年度的）` : '';
  return { amount: gap(`${year}${figureNames[figure]}${wrong}`, `priorYear.${figure}`) };
}

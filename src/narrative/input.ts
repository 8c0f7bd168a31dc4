import type { FactSet, Reading, Years } from '../facts/fact-set';
import { splitKey } from '../facts/fact-set';
import type { Traced } from '../facts/traced';
import { formName, type Key } from '../layouts/keys';
import type { Supplements } from '../supplements/supplements';

/** Everything the 情况说明 is written from. */
export interface ReportInput {
  readonly years: Years;
  readonly supplements: Supplements;
}

/** A figure that is not there. It is printed as a visible blank, never as zero. `key` says where it can be filled. */
export interface Gap {
  readonly kind: 'gap';
  readonly ask: string;
  /** A supplement field (`priorYear.收支总计`), or `form.Z01.收入总计.决算数` for a cell of the workbook itself. */
  readonly key: string;
  /** Nothing is missing: there is no such figure, since the unit was founded this year. */
  readonly none?: true;
}

/** A figure, or the honest statement that it is missing. */
export type AmountOrGap = Traced | Gap;

export const gap = (ask: string, key: string): Gap => ({ kind: 'gap', ask, key });
export const noFigure = (key: string): Gap => ({ kind: 'gap', ask: '', key, none: true });
export const isGap = (amount: AmountOrGap): amount is Gap => amount.kind === 'gap';
export const isKnown = (amount: AmountOrGap): amount is Traced => amount.kind !== 'gap';
/** Known and not zero. */
export const isSpent = (amount: AmountOrGap): boolean => isKnown(amount) && !amount.value.isZero();
/** Known to be zero. A gap is not zero. */
export const isZero = (amount: AmountOrGap): boolean => isKnown(amount) && amount.value.isZero();

/** Equal, or not told apart by the digits that the forms print (half a digit per term; nothing for forms in 元). */
export const agrees = (a: Traced, b: Traced): boolean => a.value.minus(b.value).abs().lte(a.half.plus(b.half));

const fundNames = {
  一般公共: '一般公共预算财政拨款',
  政府性基金: '政府性基金预算财政拨款',
  国有资本: '国有资本经营预算财政拨款',
} as const;

/** `Z01.收入总计.决算数` as a person says it: 财决01表“收入总计”的决算数. */
function placeName(key: string): string {
  const { table, row, column } = splitKey(key);
  const fund = /^(.*)·(一般公共|政府性基金|国有资本)$/.exec(column);
  if (fund) return `${formName(table)}“${row}”的${fundNames[fund[2] as keyof typeof fundNames]}${fund[1]}`;
  return `${formName(table)}“${row}”的${column.replace(/·(合计|小计)$/, '')}`;
}

/** What stands in the cell instead of a number; nothing where there is no such cell: the place alone says it. */
function whyMissing(reading: Exclude<Reading, { state: 'number' }>): string {
  switch (reading.state) {
    case 'blank':
      return `（${reading.at.a1}单元格为空白）`;
    case 'dash':
      return `（${reading.at.a1}单元格为“—”）`;
    case 'text':
      return `（${reading.at.a1}单元格不是数字）`;
    case 'absent':
      return '';
  }
}

/** What a reading gives the text: a number, or a gap that names the form and the cell. */
export const amountOf = (reading: Reading, key: string): AmountOrGap =>
  reading.state === 'number' ? reading.fact : gap(`${placeName(key)}${whyMissing(reading)}`, `form.${key}`);

export const amountFrom = (facts: FactSet, key: Key): AmountOrGap => unplanned(facts, key) ?? amountOf(facts.find(key), key);

const otherBudget = { 全年预算数: '年初预算数', 年初预算数: '全年预算数' } as const;

/** A budget left blank beside another budget of the same row that is not zero was forgotten; it does not mean 未安排预算. */
function unplanned(facts: FactSet, key: Key): AmountOrGap | undefined {
  const column = /\.(全年预算数|年初预算数)(?:·[^.]+)?$/.exec(key)?.[1] as keyof typeof otherBudget | undefined;
  if (column === undefined) return undefined;
  const reading = facts.find(key);
  if (reading.state !== 'number' || !reading.fact.blank) return undefined;
  const other = facts.find(key.replace(column, otherBudget[column]) as Key);
  if (other.state !== 'number' || other.fact.value.isZero()) return undefined;
  return gap(`${placeName(key)}（${reading.fact.at.a1}单元格为空白，而${otherBudget[column]}不是0）`, `form.${key}`);
}

/** The first known of several places that state the same figure; the gap of the first when none is known. */
export const firstKnown = (...amounts: readonly [AmountOrGap, ...AmountOrGap[]]): AmountOrGap => amounts.find(isKnown) ?? amounts[0];

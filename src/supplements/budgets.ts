import { a1 } from '../kernel/address';
import type { CellRef, Scalar } from '../kernel/workbook';
import type { Fact } from '../facts/traced';
import { amountOf } from '../facts/amount-text';
import { fromCellNumber } from '../facts/money';
import { accepts } from './fields';
import { supplementsOf } from './entries';
import { mergeSupplements } from './merge';
import { isBlank } from './read-cell';
import type { Supplements } from './supplements';

type Amount = Fact['value'];
type Grid = readonly (readonly Scalar[])[];

export interface BudgetLine {
  /** 7-digit 项 code. */
  readonly code: string;
  /** 元 */
  readonly amount: Amount;
  /** Zero-based row in the grid. */
  readonly row: number;
}

export interface BudgetList {
  readonly unit: '元' | '万元';
  /** False when no unit is printed: 元 is then assumed and should be shown to the person. */
  readonly unitStated: boolean;
  readonly budgets: readonly BudgetLine[];
  /** Rows not taken, each a sentence that names the row; ends with 。 */
  readonly problems: readonly string[];
}

interface Columns {
  /** One column with the whole code, or 类, 款, 项. */
  readonly code: readonly number[];
  readonly amount: number;
  /** First row of data. */
  readonly from: number;
}

const plain = (value: Scalar | undefined): string =>
  value === null || value === undefined ? '' : String(value).normalize('NFKC').replace(/\s/g, '');
const isCodeHead = (text: string): boolean =>
  /^(支出)?(功能分类)?(科目)?(编码|代码)$/.test(text.replace(/科目编码$/, '编码')) || /科目(编码|代码)/.test(text);
const isBudgetHead = (text: string): boolean => /全年预算/.test(text);

/** Text of a pasted table as a grid: lines, cells by tabs. */
export const gridOfText = (text: string): Grid =>
  text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('\t').map((cell) => (cell.trim() === '' ? null : cell.trim())));

/** 全年预算数 per 项 from any table with a 科目编码 and a 全年预算 column, or from two pasted columns of codes and amounts. */
export function budgetsFromGrid(values: Grid): BudgetList {
  const { unit, stated } = unitOf(values);
  const none = (problem: string): BudgetList => ({ unit, unitStated: stated, budgets: [], problems: [problem] });
  const columns = headed(values) ?? bare(values);
  if (columns === undefined) return none('没有找到“科目编码”和“全年预算数”两列。请选择带这两个列名的表，或只粘贴编码和金额两列。');
  if (typeof columns === 'string') return none(columns);

  const budgets: BudgetLine[] = [];
  const problems: string[] = [];
  const seen = new Map<string, number>();
  for (let row = columns.from; row < values.length; row += 1) {
    const cells = values[row] ?? [];
    const raw = cells[columns.amount];
    const code = columns.code.map((column) => plain(cells[column])).join('');
    const place = `第 ${row + 1} 行`;
    if (code === '' || /^[\u4e00-\u9fff]*(合计|小计|总计|栏次|类款项)/.test(code) || /^类?款?项?$/.test(code)) continue;
    if (/^2\d{2}(\d{2})?$/.test(code)) continue;
    if (!accepts('code', code)) {
      if (!isBlank(raw) && amountAt(raw)) problems.push(`${place}：“${code}”不是7位支出功能分类科目编码，没有采用。`);
      continue;
    }
    if (isBlank(raw)) {
      problems.push(`${place}：科目 ${code} 的全年预算数为空，没有采用。`);
      continue;
    }
    const amount = amountAt(raw);
    if (!amount) problems.push(`${place} ${a1(row, columns.amount)}：科目 ${code} 的全年预算数“${String(raw)}”不是数，没有采用。`);
    else if (seen.has(code)) problems.push(`${place}：科目 ${code} 与第 ${seen.get(code)! + 1} 行重复，没有采用。`);
    else {
      seen.set(code, row);
      budgets.push({ code, amount: unit === '万元' ? amount.times(10000) : amount, row });
    }
  }
  return { unit, unitStated: stated, budgets, problems };
}

const amountAt = (raw: Scalar | undefined): Amount | undefined =>
  typeof raw === 'number' ? fromCellNumber(raw) : typeof raw === 'string' ? amountOf(raw) : undefined;

/** 金额单位：万元, or （万元） in the name of the column. */
function unitOf(values: Grid): { readonly unit: '元' | '万元'; readonly stated: boolean } {
  for (const cell of values.flat()) {
    const found = typeof cell === 'string' ? /单位[:：]?(?:人民币)?(万?元)|全年预算.*[(（](万?元)[)）]/.exec(plain(cell)) : null;
    const unit = found?.[1] ?? found?.[2];
    if (unit) return { unit: unit as '元' | '万元', stated: true };
  }
  return { unit: '元', stated: false };
}

/** Columns by their printed names; a sentence when the names are there but not clear. */
function headed(values: Grid): Columns | string | undefined {
  for (let row = 0; row < values.length; row += 1) {
    const texts = values[row]!.map(plain);
    const next = (values[row + 1] ?? []).map(plain);
    const code = texts.findIndex(isCodeHead);
    const budgets = texts.flatMap((text, column) => (isBudgetHead(text) ? [column] : []));
    if (code < 0 || budgets.length === 0) continue;
    if (budgets.length > 1)
      return `“全年预算”有 ${budgets.length} 列（${budgets.map((column) => a1(row, column)).join('、')}），请只保留要采用的一列。`;
    const split = ['类', '款', '项'].map((part) => [texts, next].map((line) => line.indexOf(part)).find((column) => column >= 0) ?? -1);
    const isSplit = split.every((column) => column >= 0) && splitCodes(values, row + 1, split);
    return { code: isSplit ? split : [code], amount: budgets[0]!, from: row + 1 };
  }
  return undefined;
}

/** Do the codes stand in three cells? Merged code cells print 类, 款, 项 above one cell that holds all. */
const splitCodes = (values: Grid, from: number, columns: readonly number[]): boolean =>
  values
    .slice(from)
    .some(
      (cells) => accepts('code', columns.map((column) => plain(cells[column])).join('')) && !accepts('code', plain(cells[columns[0]!])),
    );

/** Two columns without names: one holds nothing but codes, the other nothing but amounts. */
function bare(values: Grid): Columns | undefined {
  const width = Math.max(0, ...values.map((row) => row.length));
  const all = Array.from({ length: width }, (_, column) => values.map((row) => row[column] ?? null));
  const filled = (column: readonly Scalar[]): readonly Scalar[] => column.filter((value) => !isBlank(value));
  const code = all.findIndex(
    (column) => filled(column).length > 0 && filled(column).every((value) => /^2\d{2}(\d{2}){0,2}$/.test(plain(value))),
  );
  const amounts = all.flatMap((column, i) => (i !== code && filled(column).length > 0 && filled(column).every(amountAt) ? [i] : []));
  return code >= 0 && amounts.length === 1 ? { code: [code], amount: amounts[0]!, from: 0 } : undefined;
}

/** The supplements with these 全年预算数 in place of earlier ones of the same codes. */
export function withBudgets(supplements: Supplements, budgets: readonly BudgetLine[]): Supplements {
  const at = (key: string): CellRef => ({ book: '补充', sheet: '补充信息', a1: key });
  const lines = budgets.map(({ code, amount }) => [`itemBudgets.${code}`, { value: amount, at: at(`itemBudgets.${code}`) }] as const);
  return mergeSupplements(supplements, supplementsOf(new Map(lines)));
}

import { ownSheets } from '../kernel/own-sheets';
import { a1 } from '../kernel/address';
import { suppliedBook, type CellRef, type Scalar, type Workbook } from '../kernel/workbook';
import type { Fact } from '../facts/traced';
import { typedAmount } from '../facts/amount-text';
import { fromCellNumber } from '../facts/money';
import { accepts } from './fields';
import { supplementsOf } from './entries';
import { mergeSupplements } from './merge';
import type { BudgetColumn } from './schema';
import type { Supplements } from './supplements';
import { isUnfilled } from './validate';

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
/** What the column may be called: the budget after adjustment, or that of the beginning of the year. */
const budgetHeads: Readonly<Record<BudgetColumn, RegExp>> = { 全年预算数: /全年预算|调整预算|预算调整数/, 年初预算数: /年初预算/ };

/** A pasted text as a grid: cells by tabs and wide gaps, behind a leading code and before the amount that ends a line. */
export const gridOfText = (text: string): Grid =>
  text
    .normalize('NFKC')
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) =>
      line.split(/\t|\s{2,}|;|\s+(?=[-+\d.,]+\s*$)|(?<=^\s*\d{7})\s+/).map((cell) => (cell.trim() === '' ? null : cell.trim())),
    );

/** Budgets of 项 with the sheet they were found on. */
type FoundBudgets = BudgetList & { readonly sheet: string };

/** The first sheet of a workbook that prints 科目编码 and the budget; undefined when there is none. */
export function budgetsOfWorkbook(workbook: Workbook, column: BudgetColumn = '全年预算数'): FoundBudgets | undefined {
  for (const sheet of workbook.sheets) {
    if (headed(sheet.values, column) === undefined) continue;
    const list = budgetsFromGrid(sheet.values, column, sheet.top);
    if (list.budgets.length > 0 || list.problems.length > 0) return { ...list, sheet: sheet.name };
  }
  return undefined;
}

/**
 * The budget per 项 from any table with a 科目编码 column and a column of the budget, or from pasted lines that hold one
 * code and one amount. A 项 that stands twice is taken once and said: two lines are never added up.
 * `top` is the sheet row of the first line, so that rows are named as the sheet numbers them.
 */
export function budgetsFromGrid(values: Grid, column: BudgetColumn = '全年预算数', top = 0): BudgetList {
  const { unit, stated } = unitOf(values, column);
  const none = (problem: string): BudgetList => ({ unit, unitStated: stated, budgets: [], problems: [problem] });
  const columns = headed(values, column);
  if (typeof columns === 'string') return none(columns);
  const lines = columns ? headedLines(values, columns) : bareLines(values);
  if (!columns && lines.length === 0) return none(`没有找到“科目编码”和“${column}”两列。请选择带这两个列名的表，或只粘贴编码和金额两列。`);

  const budgets: BudgetLine[] = [];
  const problems: string[] = [];
  const seen = new Map<string, number>();
  for (const { code, raw, row, amounts, at } of lines) {
    const place = `第 ${row + top + 1} 行`;
    if (!accepts('code', code)) {
      if (!isUnfilled(raw) && amountAt(raw)) problems.push(`${place}：“${code}”不是7位支出功能分类科目编码，没有采用。`);
      continue;
    }
    const amount = amountAt(raw);
    const cell = at === undefined ? '' : ` ${a1(row + top, at)}`;
    if (amounts > 1) problems.push(`${place}：科目 ${code} 后面有 ${amounts} 个金额，没有采用。请只保留编码和${column}两列。`);
    else if (isUnfilled(raw)) problems.push(`${place}：科目 ${code} 的${column}为空，没有采用。`);
    else if (!amount) problems.push(`${place}${cell}：科目 ${code} 的${column}“${String(raw)}”不是数，没有采用。`);
    else if (seen.has(code)) problems.push(`${place}：科目 ${code} 与第 ${seen.get(code)! + top + 1} 行重复，没有采用。`);
    else {
      seen.set(code, row);
      budgets.push({ code, amount: unit === '万元' ? amount.times(10000) : amount, row });
    }
  }
  return { unit, unitStated: stated, budgets, problems };
}

/** One line that names a code. `amounts` = how many amounts stand behind it, where no column is named. */
interface Line {
  readonly code: string;
  readonly raw: Scalar;
  readonly row: number;
  readonly amounts: number;
  readonly at?: number;
}

/** Lines below the head. Sums and the rows of a 类 or 款 are passed over. */
const headedLines = (values: Grid, columns: Columns): readonly Line[] =>
  values.slice(columns.from).flatMap((cells, i): readonly Line[] => {
    const code = columns.code.map((column) => plain(cells[column])).join('');
    if (code === '' || /^[\u4e00-\u9fff]*(合计|小计|总计|栏次|类款项)/.test(code) || /^类?款?项?$/.test(code)) return [];
    if (/^2\d{2}(\d{2})?$/.test(code)) return [];
    return [{ code, raw: cells[columns.amount] ?? null, row: columns.from + i, amounts: 1, at: columns.amount }];
  });

/** A code with a digit too few, too many or mistaken for a letter, and one amount: not the rows of a 类 or 款. */
const mistyped = ([code, ...rest]: readonly string[]): boolean =>
  /^\d[0-9A-Za-z]{3,}$/.test(code ?? '') && !/^2\d{4}$/.test(code!) && rest.filter(typedAmount).length === 1;

/** Lines without a head: a code of seven digits, or in three cells, and what stands behind it. */
const bareLines = (values: Grid): readonly Line[] =>
  values.flatMap((cells, row): readonly Line[] => {
    const texts = cells.map(plain);
    const split = (i: number): boolean => /^2\d{2}$/.test(texts[i] ?? '') && [1, 2].every((n) => /^\d{2}$/.test(texts[i + n] ?? ''));
    const start = texts.findIndex((text, i) => accepts('code', text) || split(i));
    if (start < 0) {
      const [code, ...rest] = texts.filter(Boolean);
      return mistyped([code ?? '', ...rest]) ? [{ code: code!, raw: rest.find(typedAmount)!, row, amounts: 1 }] : [];
    }
    const length = accepts('code', texts[start]!) ? 1 : 3;
    const rest = cells.slice(start + length).filter((cell) => !isUnfilled(cell));
    const amounts = rest.filter(amountAt);
    const code = texts.slice(start, start + length).join('');
    return [{ code, raw: amounts[0] ?? rest[rest.length - 1] ?? null, row, amounts: amounts.length }];
  });

const amountAt = (raw: Scalar | undefined): Amount | undefined =>
  typeof raw === 'number' ? fromCellNumber(raw) : typeof raw === 'string' ? typedAmount(raw) : undefined;

/** 金额单位：万元, or （万元） in the name of the column. */
function unitOf(values: Grid, column: BudgetColumn): { readonly unit: '元' | '万元'; readonly stated: boolean } {
  for (const cell of values.flat()) {
    const text = typeof cell === 'string' ? plain(cell) : '';
    const unit =
      /单位[:：]?(?:人民币)?(万?元)/.exec(text)?.[1] ?? (budgetHeads[column].test(text) ? /[(（](万?元)[)）]/.exec(text)?.[1] : undefined);
    if (unit) return { unit: unit as '元' | '万元', stated: true };
  }
  return { unit: '元', stated: false };
}

/** Columns by their printed names; a sentence when the names are there but not clear. */
function headed(values: Grid, column: BudgetColumn): Columns | string | undefined {
  for (let row = 0; row < values.length; row += 1) {
    const texts = values[row]!.map(plain);
    const next = (values[row + 1] ?? []).map(plain);
    const code = texts.findIndex(isCodeHead);
    const budgets = texts.flatMap((text, i) => (budgetHeads[column].test(text) ? [i] : []));
    if (code < 0 || budgets.length === 0) continue;
    if (budgets.length > 1)
      return `“${column.replace(/数$/, '')}”有 ${budgets.length} 列（${budgets.map((one) => a1(row, one)).join('、')}），请只保留要采用的一列。`;
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

/** The supplements with these 全年预算数 in place of earlier ones of the same codes. */
export function withBudgets(supplements: Supplements, budgets: readonly BudgetLine[]): Supplements {
  const at = (key: string): CellRef => ({ book: suppliedBook, sheet: ownSheets.supplement, a1: key });
  const lines = budgets.map(({ code, amount }) => [`itemBudgets.${code}`, { value: amount, at: at(`itemBudgets.${code}`) }] as const);
  return mergeSupplements(supplements, supplementsOf(new Map(lines)));
}

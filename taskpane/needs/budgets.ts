import { amountOf } from '../../src/facts/amount-text';
import type { Scalar, Workbook } from '../../src/kernel/workbook';
import type { Fact } from '../../src/facts/traced';
import { fromCellNumber } from '../../src/facts/money';

type Amount = Fact['value'];

export interface BudgetList {
  /** 元, by 7-digit 科目编码. A code that stands in several lines (projects of one 项) is added up. */
  readonly amounts: ReadonlyMap<string, Amount>;
  /** The unit that the list names; without one the amounts are taken as 元. */
  readonly unit?: '元' | '万元';
  /** Lines with a code that could not be taken over, by their number in the list or the sheet (from 1). */
  readonly problems: readonly { readonly row: number; readonly text: string }[];
}

/**
 * A pasted list of 科目编码 and 全年预算数: one 项 a line, code first, amount last, names between. 万元 anywhere in the
 * first lines means that the amounts are in 万元.
 */
export function parseBudgets(text: string): BudgetList {
  const cells = (line: string): readonly string[] =>
    line.split(/\t|\s{2,}|;|\s+(?=[-+\d.,]+\s*$)|(?<=\d{7})\s+/).map((cell) => cell.trim());
  return fromRows(text.normalize('NFKC').split(/\r?\n/).map(cells));
}

const isCode = (cell: string): boolean => /^2\d{6}$/.test(cell.replace(/\s/g, ''));
const isCodePart = (cell: string, length: number): boolean => new RegExp(`^\\d{${length}}$`).test(cell.trim());

/** 科目编码 of a row: one cell of seven digits, or 类, 款, 项 in three cells. */
function codeOf(cells: readonly string[]): { code: string; end: number } | undefined {
  for (const [index, cell] of cells.entries()) {
    if (isCode(cell)) return { code: cell.replace(/\s/g, ''), end: index + 1 };
    const [kuan = '', xiang = ''] = cells.slice(index + 1, index + 3);
    if (/^2\d{2}$/.test(cell.trim()) && isCodePart(kuan, 2) && isCodePart(xiang, 2))
      return { code: cell.trim() + kuan.trim() + xiang.trim(), end: index + 3 };
  }
  return undefined;
}

function fromRows(rows: readonly (readonly string[])[], first = 1, column?: number): BudgetList {
  const amounts = new Map<string, Amount>();
  const problems: { row: number; text: string }[] = [];
  const head = rows.slice(0, 12).flat();
  const unit = head.some((cell) => /万元/.test(cell)) ? '万元' : head.some((cell) => /元/.test(cell)) ? '元' : undefined;
  for (const [index, cells] of rows.entries()) {
    const found = codeOf(cells);
    if (!found) continue;
    const candidates = column === undefined ? cells.slice(found.end).reverse() : [cells[column] ?? ''];
    const amount = candidates.map((cell) => amountOf(cell)).find((one) => one !== undefined);
    if (!amount) {
      problems.push({ row: index + first, text: `没有读出金额：${cells.filter(Boolean).join(' ')}` });
      continue;
    }
    const yuan = unit === '万元' ? amount.times(10000) : amount;
    amounts.set(found.code, amounts.get(found.code)?.plus(yuan) ?? yuan);
  }
  return { amounts, unit, problems };
}

const asText = (value: Scalar): string =>
  value === null ? '' : typeof value === 'number' ? fromCellNumber(value).toFixed() : String(value).trim();

/** The first sheet with a 科目编码 column and a 全年预算 (or 调整预算) column; undefined when there is none. */
export function budgetsOf(workbook: Workbook): (BudgetList & { readonly sheet: string }) | undefined {
  for (const sheet of workbook.sheets) {
    const rows = sheet.values.map((row) => row.map(asText));
    for (const head of rows.slice(0, 15)) {
      const plain = head.map((cell) => cell.replace(/\s/g, ''));
      const column = plain.findIndex((cell) => /全年预算|调整预算|预算调整数/.test(cell));
      if (column < 0 || !plain.some((cell) => /科目编码|功能分类|科目代码/.test(cell))) continue;
      const list = fromRows(rows, sheet.top + 1, column);
      if (list.amounts.size > 0) return { ...list, sheet: sheet.name };
    }
  }
  return undefined;
}

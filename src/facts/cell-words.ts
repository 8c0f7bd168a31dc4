import { splitKey } from './fact-set';
import type { Fact } from './traced';

/** Groups of 经济分类 whose 款 have names of their own; 办公设备购置 stands under both 309 and 310. */
const OWN_NAMES = /^(301|302|303|307|399)/;

/** 总计 is printed twice on a form; its key says which. Units behind a name are left to the number. */
const rowWords = (fact: Fact, printed: string): string =>
  printed === '总计' ? splitKey(fact.key).row : printed.replace(/（(个|人|辆|台|套|台，套|台\/套)）$/, '');

function columnWords(fact: Fact, parts: readonly string[]): string {
  const column = splitKey(fact.key.replace(/@上年$/, '')).column;
  const last = parts.at(-1) ?? '';
  if (parts.length < 2) return last === '合计' || last === '小计' ? `${last}数` : last;
  if (last === '合计' || last === '小计') return `${parts.slice(0, -1).join('中的')}${last}`;
  if (/^\d{3}(\d\d|#)/.test(column)) return OWN_NAMES.test(column) ? last : `${parts.at(-2)!}的${last}`;
  return parts.join('中的');
}

/** Row and column of a cell as an accountant says them. */
export function cellParts(fact: Fact): { readonly row: string; readonly column: string } {
  const [row = '', ...columns] = fact.label.split(' · ');
  return { row: rowWords(fact, row), column: columnWords(fact, columns) };
}

/** “行政运行”基本支出, “行政运行”差旅费, “合计”本年收入合计. */
export function cellWords(fact: Fact): string {
  const { row, column } = cellParts(fact);
  return `“${row}”${column}`;
}

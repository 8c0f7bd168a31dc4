import { economicGroupCodes, economicGroups, economicName, itemsOf, type EconomicGroupCode } from '../layouts/codes/economic';
import { formerGroupNames } from '../layouts/z01';
import type { Finding } from '../facts/outcome';
import { isNumbered, type FoundColumn } from './columns';
import type { SheetGrid } from './grid';
import type { Head } from './header';
import { problem } from './problems';
import { alternatives, label } from './words';

const groupByName = new Map<string, EconomicGroupCode>();
for (const code of economicGroupCodes) {
  for (const name of [economicGroups[code].name, ...(formerGroupNames[code]?.split('|') ?? [])]) {
    if (!groupByName.has(label(name))) groupByName.set(label(name), code);
  }
}
const itemByName = new Map<string, string>();
for (const group of economicGroupCodes) for (const item of itemsOf(group)) itemByName.set(`${group}|${label(economicName(item)!)}`, item);
for (const [item, words] of Object.entries({
  '30102': '津补贴',
  '30108': '基本养老保险缴费|机关事业单位基本养老保险费',
  '30110': '职工基本医疗保险费|城镇职工基本医疗保险缴费',
  '30212': '因公出国(境)费',
  '30231': '公务用车运行费',
  '30399': '其他对个人和家庭的补助支出',
  '30201': '办公费用',
  '31304': '对机关事业单位职业年金补助',
  '31299': '其他对企业补助支出',
}))
  for (const word of alternatives(words)) itemByName.set(`${item.slice(0, 3)}|${word}`, item);

const subtotal = new Set(['小计', '合计']);

/** Group code of a printed 经济分类 group name. */
const economicGroup = (word: string): EconomicGroupCode | undefined => groupByName.get(label(word).replace(/^\d{3}/, ''));
/** 款 code of a printed name inside a group. */
const economicItem = (group: string, word: string): string | undefined => itemByName.get(`${group}|${label(word)}`);

/** Key of one column of a matrix; undefined for a head that is none of 合计, 小计 and 款. */
function keyOf(
  path: readonly string[],
): { readonly key: string } | { readonly unknown: string; readonly group: EconomicGroupCode } | undefined {
  const last = path.at(-1)!;
  const code = /^(\d{5}|\d{3})(?!\d)/.exec(last)?.[1];
  if (code) return { key: code };
  const level = path.findIndex((word) => economicGroup(word) !== undefined);
  if (level < 0) return last === '合计' || last === '本年支出合计' ? { key: '合计' } : undefined;
  const group = economicGroup(path[level]!)!;
  if (level === path.length - 1 || subtotal.has(last)) return { key: group };
  const item = economicItem(group, last);
  return item ? { key: item } : { unknown: last, group };
}

/** Columns of the 功能 × 经济 forms. A 款 that is not in the list is kept as `399#1` and reported. */
export function findMatrixColumns(
  grid: SheetGrid,
  form: string,
  heads: readonly Head[],
  lines: { readonly headTop: number; readonly lineRow?: number },
): { columns: readonly FoundColumn[]; problems: readonly Finding[] } {
  const columns: FoundColumn[] = [];
  const problems: Finding[] = [];
  const seen = new Map<string, Head>();
  const unknown = new Map<string, number>();
  const twice = new Set<string>();
  for (const head of heads) {
    if (!head.own || head.path.length === 0) continue;
    const found = keyOf(head.path);
    if (!found) continue;
    let key: string;
    if ('key' in found) key = found.key;
    else {
      const n = (unknown.get(found.group) ?? 0) + 1;
      unknown.set(found.group, n);
      key = `${found.group}#${n}`;
      problems.push(
        problem('columnUnknown', `${form}的“${head.names.join(' · ')}”栏不在经济分类科目表中。`, [grid.at(head.row, head.column)]),
      );
    }
    // 其他支出 under 其他支出: the group and its last 款 have one name.
    if (seen.has(key) && key.length === 3) key = economicItem(key, head.path.at(-1)!) ?? key;
    const twin = seen.get(key);
    if (twin && isNumbered(grid, lines.lineRow, twin) !== isNumbered(grid, lines.lineRow, head)) {
      // 栏次 tells the column of the form from one with the same words that somebody added.
      if (isNumbered(grid, lines.lineRow, twin)) continue;
      columns.splice(
        columns.findIndex((column) => column.key === key),
        1,
      );
    } else if (twin) {
      problems.push(
        problem('columnTwice', `${form}的“${head.names.join(' · ')}”栏出现两次，无法确定以哪一栏为准。`, [
          grid.at(head.row, head.column),
          grid.at(twin.row, twin.column),
        ]),
      );
      twice.add(key);
      continue;
    }
    seen.set(key, head);
    columns.push({ key, name: head.names.join(' · '), column: head.column, percent: false });
  }
  const usable = columns.filter((column) => !twice.has(column.key));
  if (!seen.has('合计')) problems.push(problem('columnMissing', `${form}没有找到“合计”栏。`, [grid.at(lines.headTop, 0)], [], '合计'));
  return { columns: usable, problems };
}

import type { ColumnWords } from '../layouts/layout';
import type { Finding } from '../facts/outcome';
import type { SheetGrid } from './grid';
import { matchColumns, type Head } from './header';
import { problem } from './problems';

export interface FoundColumn {
  readonly key: string;
  readonly name: string;
  readonly column: number;
  readonly percent: boolean;
}

/** The wanted columns among the heads, in printed order, with a problem for each that is missing or printed twice. */
export function findColumns(
  grid: SheetGrid,
  form: string,
  heads: readonly Head[],
  wanted: readonly ColumnWords[],
  lines: { readonly headTop: number; readonly lineRow?: number },
): { readonly columns: readonly FoundColumn[]; readonly problems: readonly Finding[] } {
  const problems: Finding[] = [];
  const columns: FoundColumn[] = [];
  const matches = matchColumns(heads, wanted);
  const claimed = new Set(matches.flatMap((match) => match.heads.map((head) => head.column)));
  // A numbered column that nobody claims is most likely the missing one under a changed head.
  const orphans = heads.filter((head) => head.own && !claimed.has(head.column) && isNumbered(grid, lines.lineRow, head));
  for (const { words, heads: found, depth } of matches) {
    // 栏次 tells the column of numbers from a column with the same words that somebody added.
    const numbered = found.filter((head) => isNumbered(grid, lines.lineRow, head));
    const candidates = found.length > 1 && numbered.length > 0 ? numbered : found;
    const head = candidates[0];
    const name = words.paths[0]!.split(' > ')
      .map((level) => level.split('|')[0]!)
      .join(' · ');
    if (!head) {
      if (!words.required) continue;
      const orphan = orphans.shift();
      const cell = orphan ? grid.at(orphan.row, orphan.column) : grid.at(lines.headTop, heads[0]?.column ?? 0);
      const printed = orphan ? `；“${orphan.names.at(-1)}”不是该表的栏目名称` : '';
      problems.push(problem('columnMissing', `${form}没有找到“${name}”栏${printed}。`, [cell], [], name));
    } else if (candidates.length > 1) {
      const cells = candidates.map((candidate) => grid.at(candidate.row, candidate.column));
      problems.push(problem('columnTwice', `${form}的“${name}”栏出现 ${candidates.length} 次，无法确定以哪一栏为准。`, cells));
    } else {
      columns.push({ key: words.key, name: head.names.slice(-depth).join(' · '), column: head.column, percent: words.percent ?? false });
    }
  }
  return { columns: columns.sort((a, b) => a.column - b.column), problems };
}

/** True where 栏次 numbers the column. */
export const isNumbered = (grid: SheetGrid, lineRow: number | undefined, head: Head): boolean =>
  lineRow !== undefined && /^\d+$/.test(grid.bare(lineRow, head.column));

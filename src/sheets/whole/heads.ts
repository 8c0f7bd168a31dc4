import { economicName } from '../../layouts/codes/economic';
import type { ColumnWords } from '../../layouts/layout';
import type { Painter } from '../picture/painter';

/** The heads over one column of numbers, from above. */
export type HeadPath = readonly string[];

const first = (words: string): string => words.split('|')[0]!;

/** 资金来源·本年收入 under the path 本年收入 > 小计: the upper head is named by the key alone. */
export function headPathOf({ key, paths }: ColumnWords): HeadPath {
  const path = paths[0]!.split(' > ').map(first);
  const [above, below] = key.split('·');
  return below !== undefined && above !== path[0] && !paths[0]!.split(' > ')[0]!.split('|').includes(above!) ? [above!, ...path] : path;
}

/** Heads of a column by 经济分类; `name` is what a form prints that the list lacks. */
export function matrixPath(key: string, name: string): HeadPath {
  if (key === '合计') return ['合计'];
  const group = economicName(key.slice(0, 3)) ?? key.slice(0, 3);
  if (/^\d{3}$/.test(key)) return [group, '小计'];
  return [group, economicName(key) ?? name.split(' · ').at(-1)!];
}

/** Paints heads in `levels` rows from the present row on: equal words side by side are one head, the last reaches down. */
export function paintHeads(painter: Painter, paths: readonly HeadPath[], from: number, levels: number): void {
  const top = painter.row;
  const same = (a: HeadPath | undefined, b: HeadPath, level: number): boolean =>
    a !== undefined && a.length > level + 1 && a.slice(0, level + 1).join('\n') === b.slice(0, level + 1).join('\n');
  for (let level = 0; level < levels; level += 1) {
    paths.forEach((path, i) => {
      const word = path[level];
      const last = level === path.length - 1;
      const begins = word !== undefined && (last || !same(paths[i - 1], path, level));
      painter.cells.push({ row: top + level, column: from + i, ...(begins ? { value: word } : {}), style: 'tableHead' });
      if (!begins) return;
      if (last) {
        if (level < levels - 1) painter.merges.push({ row: top + level, column: from + i, rows: levels - level, columns: 1 });
        return;
      }
      let right = i;
      while (same(paths[right + 1], path, level)) right += 1;
      if (right > i) painter.merges.push({ row: top + level, column: from + i, rows: 1, columns: right - i + 1 });
    });
  }
}

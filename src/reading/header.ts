import type { ColumnWords } from '../layouts/layout';
import type { SheetGrid } from './grid';
import { headLabel, isBlank, levels, printedName } from './words';

/** Heads over one column, read downwards. */
export interface Head {
  readonly column: number;
  /** As labels, for comparing. */
  readonly path: readonly string[];
  /** As printed, for people; one name per word of the path. */
  readonly names: readonly string[];
  /** Row of the lowest head that begins in this column: where a person looks. */
  readonly row: number;
  /** A head begins in this very column; otherwise the column only lies under the merged head of a neighbour. */
  readonly own: boolean;
}

/**
 * Paths of heads for every column. Merged areas hold their word in the top-left cell only, and merges are not in the
 * snapshot: a head reaches right until the next head of its own or of a higher row.
 */
export function readHeads(grid: SheetGrid, top: number, bottom: number): readonly Head[] {
  const paths: string[][] = Array.from({ length: grid.width }, () => []);
  const names: string[][] = Array.from({ length: grid.width }, () => []);
  const starts: number[] = Array.from({ length: grid.width }, () => -1);
  const barrier: boolean[] = Array.from({ length: grid.width }, () => false);
  for (let row = top; row < bottom; row += 1) {
    let word = '';
    let name = '';
    for (let column = 0; column < grid.width; column += 1) {
      const filled = !isBlank(grid.value(row, column));
      if (filled) {
        word = headLabel(grid.text(row, column));
        name = printedName(grid.text(row, column));
        starts[column] = row;
      } else if (barrier[column]) word = '';
      if (filled) barrier[column] = true;
      // A head merged downwards that was copied into each of its cells says the same word twice.
      const copied = filled && row > top && !isBlank(grid.value(row - 1, column)) && headLabel(grid.text(row - 1, column)) === word;
      if (word !== '' && !copied) {
        paths[column]!.push(word);
        names[column]!.push(name);
      }
    }
  }
  return paths.map((path, column) => ({
    column,
    path,
    names: names[column]!,
    row: Math.max(top, starts[column]!),
    own: starts[column]! >= 0,
  }));
}

const fits = (path: readonly string[], wanted: readonly (readonly string[])[]): boolean =>
  path.length >= wanted.length && wanted.every((words, i) => words.includes(path[path.length - wanted.length + i]!));

interface Match {
  readonly words: ColumnWords;
  readonly heads: readonly Head[];
  /** How many of the lowest heads the matching path names; those above it belong to the block. */
  readonly depth: number;
}

/** For each wanted column the heads that print it; the first of its paths that is printed at all counts. */
export function matchColumns(heads: readonly Head[], wanted: readonly ColumnWords[]): readonly Match[] {
  const taken = new Set<number>();
  return wanted.map((words) => {
    for (const path of words.paths) {
      const found = heads.filter((head) => head.own && !taken.has(head.column) && fits(head.path, levels(path)));
      if (found.length > 0) {
        found.forEach((head) => taken.add(head.column));
        return { words, heads: found, depth: levels(path).length };
      }
    }
    return { words, heads: [], depth: 0 };
  });
}

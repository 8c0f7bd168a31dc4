import { a1, parseA1 } from '../../kernel/address';

export interface Position {
  readonly row: number;
  readonly column: number;
}
export interface Box extends Position {
  readonly rows: number;
  readonly columns: number;
}

/** Excel cuts an address at 8,192 characters. */
const LONGEST_ADDRESS = 8000;

export const boxAddress = ({ row, column, rows, columns }: Box): string =>
  rows === 1 && columns === 1 ? a1(row, column) : `${a1(row, column)}:${a1(row + rows - 1, column + columns - 1)}`;

/** Rectangle of a range such as `B3:C9`. */
export function boxOf(range: string): Box {
  const [first = '', last = first] = range.split(':');
  const from = parseA1(first);
  const to = parseA1(last);
  return { row: from.row, column: from.column, rows: to.row - from.row + 1, columns: to.column - from.column + 1 };
}

/** The single cells of a rectangle, as addresses. */
export const cellsOfBox = ({ row, column, rows, columns }: Box): readonly string[] =>
  Array.from({ length: rows * columns }, (_, i) => a1(row + Math.floor(i / columns), column + (i % columns)));

/** Cells as few rectangles: runs along a row first, then equal runs of rows that touch. */
export function boxesOf(cells: readonly Position[]): readonly Box[] {
  const rows = new Map<number, number[]>();
  for (const { row, column } of cells) listUnder(rows, row).push(column);
  const done: Box[] = [];
  let open: Box[] = [];
  for (const row of [...rows.keys()].sort((x, y) => x - y)) {
    const runs = runsOf(rows.get(row)!).map(([column, columns]) => {
      const above = open.find((box) => box.row + box.rows === row && box.column === column && box.columns === columns);
      return above ? { ...above, rows: above.rows + 1 } : { row, column, rows: 1, columns };
    });
    done.push(...open.filter((box) => !runs.some((run) => run.row === box.row && run.column === box.column)));
    open = runs;
  }
  return [...done, ...open];
}

/** The list under a key, made when it is first asked for. */
export function listUnder<Key, Item>(lists: Map<Key, Item[]>, key: Key): Item[] {
  let list = lists.get(key);
  if (!list) lists.set(key, (list = []));
  return list;
}

function runsOf(columns: readonly number[]): readonly (readonly [start: number, length: number])[] {
  const runs: [number, number][] = [];
  for (const column of [...new Set(columns)].sort((x, y) => x - y)) {
    const last = runs[runs.length - 1];
    if (last && last[0] + last[1] === column) last[1]++;
    else runs.push([column, 1]);
  }
  return runs;
}

/** Addresses for getRanges: all cells, in as few pieces as their length allows. */
export function addressesOf(cells: readonly Position[]): readonly string[] {
  return joinedAreas(boxesOf(cells).map(boxAddress));
}

/** Puts addresses together with commas, never longer than Excel takes. */
export function joinedAreas(parts: readonly string[]): readonly string[] {
  const addresses: string[] = [];
  for (const part of parts) {
    const last = addresses[addresses.length - 1];
    if (last !== undefined && last.length + part.length < LONGEST_ADDRESS) addresses[addresses.length - 1] = `${last},${part}`;
    else addresses.push(part);
  }
  return addresses;
}

import type { Finding } from '../facts/outcome';
import { column as columnWords, type ColumnWords, type FixedBody } from '../layouts/layout';
import { findColumns, type FoundColumn } from './columns';
import type { Frame } from './frame';
import type { SheetGrid } from './grid';
import { readHeads, type Head } from './header';
import { isBlank } from './words';

/** A label column with its numbers to the right. */
export interface FormBlock {
  readonly name: string;
  readonly label: number;
  /** Column of 行次. */
  readonly line?: number;
  readonly columns: readonly FoundColumn[];
}

const labelHead =
  /^(?:项目|指标)(?:名称)?(?:\(.*\))?$|^按(?:功能|支出性质|支出功能|经济).*$|^(?:支出)?(?:功能分类|性质和经济分类|经济分类)$/;
const lineHead = new Set(['行次', '序号']);

/** The blocks of a form with labelled rows, from left to right; undefined when no label column is found. */
export function findBlocks(
  grid: SheetGrid,
  frame: Frame,
  layout: FixedBody,
  form: string,
): { readonly blocks: readonly FormBlock[]; readonly dataTop: number; readonly problems: readonly Finding[] } | undefined {
  const { headTop, lineRow } = frame;
  const labelColumns = columnsOfLabels(grid, headTop, lineRow ?? Math.min(grid.height, headTop + 6));
  if (labelColumns.length === 0) return undefined;
  const dataTop = lineRow === undefined ? firstData(grid, headTop, labelColumns[0]!) : lineRow + 1;
  const heads = readHeads(grid, headTop, lineRow ?? dataTop);
  const named = layout.open ? labelColumns.map((column, i) => ({ name: String(i + 1), column })) : assign(heads, labelColumns, layout);
  const problems: Finding[] = [];
  const blocks = named.map(({ name, column }, i) => {
    const end = labelColumns.find((other) => other > column) ?? grid.width;
    const inside = heads.filter((head) => head.column > column && head.column < end);
    const line = inside.find((head) => head.own && lineHead.has(head.path.at(-1) ?? ''))?.column;
    const numbers = inside.filter((head) => head.column !== line);
    const wanted = layout.open ? openColumns(numbers) : layout.blocks.find((block) => block.name === name)!.columns;
    // Blocks of one kind beside each other (附03) need not all print every column.
    const optional = i > 0 && layout.blocks.length === 2 && layout.blocks[0]!.columns === layout.blocks[1]!.columns;
    const found = findColumns(grid, form, numbers, optional ? wanted.map((words) => ({ ...words, required: false })) : wanted, {
      headTop,
      lineRow,
    });
    problems.push(...found.problems);
    return { name, label: column, ...(line === undefined ? {} : { line }), columns: found.columns };
  });
  return { blocks, dataTop, problems };
}

function columnsOfLabels(grid: SheetGrid, top: number, bottom: number): readonly number[] {
  const columns = new Set<number>();
  for (let row = top; row < bottom; row += 1) {
    for (let column = 0; column < grid.width; column += 1) if (labelHead.test(grid.bare(row, column))) columns.add(column);
  }
  return [...columns].sort((a, b) => a - b);
}

/** Which label column is which block: by the words of its head, the rest in printed order. */
function assign(heads: readonly Head[], labelColumns: readonly number[], layout: FixedBody): readonly { name: string; column: number }[] {
  const free = new Set(labelColumns);
  const named: { name: string; column: number }[] = [];
  const take = (name: string, column: number | undefined): void => {
    if (column === undefined) return;
    free.delete(column);
    named.push({ name, column });
  };
  for (const { name, head } of layout.blocks) {
    if (head !== '')
      take(
        name,
        [...free].find((column) => head.split('|').some((word) => heads[column]!.path.some((text) => text.includes(word)))),
      );
  }
  for (const { name } of layout.blocks) if (!named.some((block) => block.name === name)) take(name, [...free][0]);
  return named.sort((a, b) => a.column - b.column);
}

function firstData(grid: SheetGrid, headTop: number, labelColumn: number): number {
  for (let row = headTop + 1; row < grid.height; row += 1) {
    if (!isBlank(grid.value(row, labelColumn)) && !labelHead.test(grid.bare(row, labelColumn))) return row;
  }
  return grid.height;
}

const openColumns = (heads: readonly Head[]): readonly ColumnWords[] =>
  heads
    .filter((head) => head.own && head.path.length > 0)
    .map((head) => columnWords(head.path.join('·').replace(/\./g, '．'), head.path.join(' > ')));

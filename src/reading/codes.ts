import type { TableRow } from '../facts/fact-set';
import type { Finding } from '../facts/outcome';
import type { CellRef } from '../kernel/workbook';
import { economicName } from '../layouts/codes/economic';
import type { RowName } from '../layouts/keys';
import type { CodeBody } from '../layouts/layout';
import { isPlain, shortened } from './amount';
import type { Body, Lookup } from './body';
import { CodeReader, codeWithName } from './code-cells';
import { findColumns, type FoundColumn } from './columns';
import { findMatrixColumns } from './economic-columns';
import type { Frame } from './frame';
import type { SheetGrid } from './grid';
import { readHeads, type Head } from './header';
import { problem } from './problems';
import { isBlank, label, printedName } from './words';

const codeHead = /科目(?:编码|代码)$/;
const nameHead = /^(?:支出)?(?:功能分类)?科目名称/;

interface Keys {
  readonly name: number;
  readonly codes: readonly number[];
  /** Columns between name and numbers: attributes of projects. */
  readonly attributes: readonly number[];
}

function keyColumns(grid: SheetGrid, heads: readonly Head[], lineRow: number | undefined, firstNumber: number): Keys | undefined {
  const name = heads.find((head) => head.own && head.path.some((word) => nameHead.test(word)))?.column;
  if (name === undefined) return undefined;
  const isLevel = (column: number): boolean =>
    ['类', '款', '项'].includes(heads[column]!.path.at(-1) ?? '') ||
    (lineRow !== undefined && ['类', '款', '项'].includes(grid.bare(lineRow, column)));
  const codes = heads
    .filter((head) => head.column < name && (head.path.some((word) => codeHead.test(word)) || isLevel(head.column)))
    .map((head) => head.column);
  const attributes = heads.filter((head) => head.column > name && head.column < firstNumber).map((head) => head.column);
  // Codes under a head of unknown words can only stand to the left of the names.
  const left = heads.filter((head) => head.column < name).map((head) => head.column);
  return { name, codes: codes.length > 0 ? codes : left, attributes };
}

/** First row below the heads when no 栏次 is printed: 合计 or a code. */
function firstData(grid: SheetGrid, headTop: number): number {
  for (let row = headTop + 1; row < grid.height; row += 1) {
    for (let column = 0; column < Math.min(grid.width, 8); column += 1) {
      const word = grid.bare(row, column);
      if (/^\d{3}(?:\d{2}){0,2}$/.test(word)) return row;
      // 合计 is a head as well: as the first row of data nothing but numbers stands to its right.
      if (word === '合计' && !hasWordsRight(grid, row, column)) return row;
    }
  }
  return grid.height;
}

const hasWordsRight = (grid: SheetGrid, row: number, column: number): boolean => {
  for (let next = column + 1; next < grid.width; next += 1) if (/[\u4e00-\u9fff]/.test(grid.bare(row, next))) return true;
  return false;
};

/** Finds rows by code and columns by their heads; undefined when the sheet prints no 科目名称. */
export function readCodes(grid: SheetGrid, frame: Frame, layout: CodeBody, form: string): Body | undefined {
  const { headTop, lineRow } = frame;
  const dataTop = lineRow === undefined ? firstData(grid, headTop) : lineRow + 1;
  const heads = readHeads(grid, headTop, lineRow ?? dataTop);
  const found =
    layout.columns === 'matrix'
      ? findMatrixColumns(grid, form, heads, { headTop, lineRow })
      : findColumns(grid, form, heads, layout.columns, { headTop, lineRow });
  const { columns } = found;
  const keys = keyColumns(grid, heads, lineRow, columns[0]?.column ?? grid.width);
  if (!keys) return undefined;

  const problems: Finding[] = [...found.problems];
  const { rows, gridRows } = readRows(grid, keys, columns, dataTop, layout.projects ?? false, form, problems);
  const parents = new Map<string, string>();
  for (const { key } of rows)
    for (const digits of [3, 5, 7]) if (/^\d/.test(key) && key.length > digits) parents.set(key.slice(0, digits), key);
  const columnOf = new Map(columns.map((column) => [column.key, column]));

  // A 款 that a matrix does not print did not occur, unless its group has a column that is not understood.
  const groupOf = (key: string): FoundColumn | undefined =>
    economicName(key) !== undefined && !columnOf.has(`${key.slice(0, 3)}#1`) ? columnOf.get(key.slice(0, 3)) : undefined;
  const total = gridRows.get('合计') ?? dataTop;

  const lookup = (row: string, key: string): Lookup => {
    const column = columnOf.get(key);
    const shown = column ?? groupOf(key);
    if (!shown) return { absent: `${form}没有“${economicName(key) ?? key}”栏` };
    const at = gridRows.get(row);
    if (at !== undefined) return column ? { cell: { row: at, column: column.column } } : { zero: { row: at, column: shown.column } };
    if (!/^\d{3}(?:\d{2}){0,2}$/.test(row)) return { absent: `${form}没有“${row}”行` };
    if (parents.has(row)) return { absent: `${form}没有科目${row}的汇总行，只有其下级` };
    return { zero: { row: total, column: shown.column } };
  };

  return {
    rows,
    columns: columns.map((column) => column.key),
    columnName: (key) => columnOf.get(key)?.name ?? key,
    lookup,
    isCount: () => false,
    isPercent: () => false,
    eachRow: (visit) => {
      const amounts = columns.map((column) => column.column);
      for (const row of gridRows.values()) visit(row, amounts);
    },
    problems,
  };
}

function readRows(
  grid: SheetGrid,
  keys: Keys,
  columns: readonly FoundColumn[],
  dataTop: number,
  projects: boolean,
  form: string,
  problems: Finding[],
): { rows: readonly TableRow[]; gridRows: ReadonlyMap<string, number> } {
  const rows: TableRow[] = [];
  const gridRows = new Map<string, number>();
  const repeats = new Map<string, number>();
  const reader = new CodeReader(grid, keys.codes);
  const joined: CellRef[] = [];
  const uncoded: Uncoded[] = [];
  let item = '';
  const add = (key: string, row: number, name: string): void => {
    rows.push({ key: key as RowName, name, row: grid.sheet.top + row });
    gridRows.set(key, row);
  };
  const next = (code: string): string => {
    const n = (repeats.get(code) ?? 0) + 1;
    repeats.set(code, n);
    return `${code}#${n}`;
  };
  for (let row = dataTop; row < grid.height; row += 1) {
    const joint = columns.some((column) => !isBlank(grid.value(row, column.column))) ? jointCell(grid, keys, row) : undefined;
    if (joint) joined.push(grid.at(row, joint.column));
    const name = shortened(printedName(joint?.name ?? grid.text(row, keys.name)));
    const read = joint ? reader.take(joint.code) : reader.read(row);
    if (!read) {
      const filled = columns.find((column) => !isBlank(grid.value(row, column.column)));
      const isTotal = [keys.name, ...keys.codes].some((column) => label(grid.text(row, column)) === '合计');
      const isProject = projects && item !== '' && name !== '' && keys.attributes.some((column) => !isBlank(grid.value(row, column)));
      if (isTotal && !gridRows.has('合计')) add('合计', row, '合计');
      else if (isProject) add(next(item), row, name);
      else if (filled && !isFootnote(grid, row)) {
        uncoded.push({ at: grid.at(row, filled.column), row: grid.sheet.top + row + 1, name });
      }
      continue;
    }
    if ('odd' in read) {
      problems.push(
        problem('rowUnknown', `${form}的科目编码“${read.odd}”不是 3、5 或 7 位数字，该行没有读入。`, [
          grid.at(row, keys.codes[0] ?? keys.name),
        ]),
      );
      continue;
    }
    const { code } = read;
    if (code.length === 7) item = code;
    const own = projects && code.length === 7 && keys.attributes.some((column) => !isBlank(grid.value(row, column)));
    if (!gridRows.has(code) && !own) add(code, row, name);
    else {
      const first = gridRows.get(code);
      // Project rows may carry the code of their 项, but have names of their own.
      if (first !== undefined && (!projects || (!own && name === shortened(printedName(grid.text(first, keys.name)))))) {
        const cells = [grid.at(row, keys.codes[0] ?? keys.name), grid.at(first, keys.codes[0] ?? keys.name)];
        problems.push(problem('codeTwice', `${form}的科目编码${code}（${name}）出现两次。`, cells));
      }
      add(next(code), row, name);
    }
  }
  problems.push(...withoutCode(uncoded, form));
  if (joined.length > 0)
    problems.push(
      problem('codeWithName', `${form}有 ${joined.length} 行的科目编码和名称写在一个单元格，已拆开读取。`, joined, [String(joined.length)]),
    );
  if (!gridRows.has('合计') && !saysEmpty(grid))
    problems.push(
      problem(
        rows.length > 0 && form.startsWith('财决') ? 'totalMissing' : 'rowMissing',
        `${form}没有找到“合计”行。`,
        [grid.at(Math.min(dataTop, grid.height - 1), keys.name)],
        [],
        '合计',
      ),
    );
  return { rows, gridRows };
}

interface Uncoded {
  readonly at: CellRef;
  /** As Excel counts. */
  readonly row: number;
  readonly name: string;
}

/** More rows without a code than this are one problem: the codes of the form are gone. */
const FEW_UNCODED = 3;

function withoutCode(rows: readonly Uncoded[], form: string): readonly Finding[] {
  const what = '有金额但没有科目编码，没有读入。';
  if (rows.length <= FEW_UNCODED)
    return rows.map(({ at, row, name }) => problem('rowUnknown', `${form}第 ${row} 行${name && `“${name}”`}${what}`, [at]));
  const [first, last] = [rows[0]!, rows.at(-1)!];
  const words = `${form}第 ${first.row} 至 ${last.row} 行中有 ${rows.length} 行${what}`;
  return [
    problem(
      'rowUnknown',
      words,
      rows.map(({ at }) => at),
      [String(rows.length)],
    ),
  ];
}

/** 本表无数据: a published form that has nothing to show has no 合计 either. */
function saysEmpty(grid: SheetGrid): boolean {
  for (let row = 0; row < grid.height; row += 1)
    for (let column = 0; column < grid.width; column += 1) if (/^[本此该]表(?:无|没有)数据/.test(grid.bare(row, column))) return true;
  return false;
}

/** The only filled one of the cells of code and name, where it holds both. */
function jointCell(grid: SheetGrid, keys: Keys, row: number): { code: string; name: string; column: number } | undefined {
  const filled = [...keys.codes, keys.name].filter((column) => !isBlank(grid.value(row, column)));
  const [column] = filled;
  if (column === undefined || filled.length > 1) return undefined;
  const found = codeWithName(grid.text(row, column));
  return found && { ...found, column };
}

/** 注：… and signatures below the data are words in the first columns. */
const isFootnote = (grid: SheetGrid, row: number): boolean => {
  for (let column = 0; column < grid.width; column += 1) {
    if (!isPlain(grid.value(row, column))) return /^(?:注|备注|说明|单位负责人|填表人|制表|审核)/.test(grid.bare(row, column));
  }
  return false;
};

import type { WorkbookSource } from '../../app/ports';
import { noProgress, type Progress } from '../../kernel/progress';
import { UserError } from '../../kernel/errors';
import type { Scalar, Sheet, Workbook } from '../../kernel/workbook';
import { codeOf, explain, type Job } from './errors';
import { inExcel } from './run';
import { trimmed } from '../../sheets/trim';

/**
 * Cells fetched in one round trip. Excel on the web answers at most 5 MB; a cell of a real workbook takes 6 bytes,
 * so 400,000 leave room for long texts. A 决算 workbook has some 70,000 and comes in one piece.
 */
const CELLS_AT_ONCE = 400_000;
/** Cells looked over before the pane may draw again. */
const CELLS_AT_A_TIME = 150_000;
/** No form is larger. More comes from a stray entry far below or far to the right. */
const MOST_CELLS = 5_000_000;

const job: Job = { what: '读取工作簿', left: '工作簿未改动。' };

/** Names of sheets by their ids, as last read. */
export type NamedSheets = Map<string, string>;

interface Used {
  readonly name: string;
  readonly id: string;
  readonly visibility: Sheet['visibility'];
  /** Undefined on an empty sheet. */
  readonly area?: Area;
}
interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}
/** Rows of one sheet that are fetched together. */
interface Piece {
  readonly sheet: string;
  readonly area: Area;
}

/**
 * Reads the workbook in front: names and visibility, sizes, values – three round trips whatever the number of sheets.
 * Only a workbook of more than 400,000 cells has its values fetched in several groups. Throws UserError.
 */
export const excelSource = (names: NamedSheets = new Map()): WorkbookSource => ({
  async read(progress: Progress = noProgress): Promise<Workbook> {
    const { file, used } = await measure();
    used.forEach(({ id, name }) => names.set(id, name));
    const groups = grouped(used);
    const blocks = new Map<string, Scalar[][]>();
    let done = 0;
    for (const group of groups) {
      await progress('读取单元格', done++, groups.length);
      for (const [{ sheet }, values] of await fetchValues(group)) blocks.set(sheet, [...(blocks.get(sheet) ?? []), ...values]);
    }
    await progress('读取单元格', done, groups.length);

    const sheets: Sheet[] = [];
    let since = 0;
    for (const { name, id, visibility, area } of used) {
      const block = blocks.get(id) ?? [];
      sheets.push({ name, visibility, ...trimmed(area?.row ?? 0, area?.column ?? 0, block) });
      since += block.length * (area?.columns ?? 0);
      if (since < CELLS_AT_A_TIME) continue;
      // Lets the pane breathe in between.
      await progress('整理数据', sheets.length, used.length);
      since = 0;
    }
    return { role: '本年', file, sheets };
  },
});

const visibilities: Readonly<Record<string, Sheet['visibility']>> = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' };

const measure = (): Promise<{ file: string; used: readonly Used[] }> =>
  inExcel(job, async (context) => {
    const { workbook } = context;
    const sheets = workbook.worksheets;
    workbook.load('name');
    sheets.load('items/name,items/id,items/visibility');
    await context.sync();

    const ranges = sheets.items.map((sheet) => {
      const range = sheet.getUsedRangeOrNullObject(true);
      range.load('rowIndex,columnIndex,rowCount,columnCount');
      return { sheet, range };
    });
    await context.sync();

    const used = ranges.map(({ sheet, range }): Used => {
      const plain = { name: sheet.name, id: sheet.id, visibility: visibilities[sheet.visibility] ?? 'visible' };
      if (range.isNullObject) return plain;
      return { ...plain, area: { row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount } };
    });
    used.forEach(refuseOversized);
    return { file: workbook.name, used };
  });

function refuseOversized({ name, area }: Used): void {
  if (!area || area.rows * area.columns <= MOST_CELLS) return;
  throw new UserError(
    { code: 'tooLarge', of: 'sheet' },
    `工作表“${name}”的已用区域有 ${area.rows} 行 × ${area.columns} 列，无法读取。请按 Ctrl+End 找到远处的多余内容并删除，保存后再试；或者先把该表移到别的工作簿。工作簿未改动。`,
    { sheet: name },
  );
}

/** Puts the sheets into as few groups as the limit allows; a sheet beyond it is cut into bands of rows. */
function grouped(used: readonly Used[]): readonly (readonly Piece[])[] {
  const groups: Piece[][] = [];
  let room = 0;
  for (const { id, area } of used) {
    if (!area) continue;
    const most = Math.max(1, Math.floor(CELLS_AT_ONCE / area.columns));
    for (let from = 0; from < area.rows; from += most) {
      const piece: Piece = { sheet: id, area: { ...area, row: area.row + from, rows: Math.min(most, area.rows - from) } };
      const cells = piece.area.rows * piece.area.columns;
      if (cells > room) {
        groups.push([]);
        room = CELLS_AT_ONCE;
      }
      groups[groups.length - 1]!.push(piece);
      room -= cells;
    }
  }
  return groups;
}

type Fetched = readonly (readonly [Piece, Scalar[][]])[];

/** Values of a group in one round trip; where Excel finds the answer too large, in two halves. */
async function fetchValues(group: readonly Piece[]): Promise<Fetched> {
  try {
    return await Excel.run(async (context) => {
      const ranges = group.map(({ sheet, area }) => {
        const range = context.workbook.worksheets.getItem(sheet).getRangeByIndexes(area.row, area.column, area.rows, area.columns);
        range.load('values');
        return range;
      });
      await context.sync();
      return ranges.map((range, i): readonly [Piece, Scalar[][]] => [group[i]!, range.values as Scalar[][]]);
    });
  } catch (error) {
    const halves = codeOf(error) === 'ResponsePayloadSizeLimitExceeded' ? halved(group) : undefined;
    if (!halves) throw explain(error, job);
    return [...(await fetchValues(halves[0])), ...(await fetchValues(halves[1]))];
  }
}

function halved(group: readonly Piece[]): readonly [readonly Piece[], readonly Piece[]] | undefined {
  if (group.length > 1) {
    const middle = Math.ceil(group.length / 2);
    return [group.slice(0, middle), group.slice(middle)];
  }
  const only = group[0];
  if (!only || only.area.rows < 2) return undefined;
  const upper = Math.ceil(only.area.rows / 2);
  const { sheet, area } = only;
  return [[{ sheet, area: { ...area, rows: upper } }], [{ sheet, area: { ...area, row: area.row + upper, rows: area.rows - upper } }]];
}

import type { WorkbookSource } from '../../app/ports';
import { noProgress, type Progress } from '../../kernel/progress';
import { UserError } from '../../kernel/errors';
import type { Scalar, Sheet, Workbook } from '../../kernel/workbook';
import { isOwnSheet } from '../../kernel/own-sheets';
import { showDays } from './days';
import type { Job } from './errors';
import { fetched, grouped, type Area } from './cell-blocks';
import { inExcel } from './run';
import { trimmed } from '../../sheets/cells/trim';

/** Cells looked over before the pane may draw again. */
const CELLS_AT_A_TIME = 50_000;
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

/**
 * Reads the workbook in front: names and visibility, sizes, values – three round trips whatever the number of sheets, two
 * more where a number is shown as a date. Only a workbook of more than 100,000 cells has its values fetched in several
 * groups. Throws UserError.
 */
export const excelSource = (names: NamedSheets = new Map()): WorkbookSource => ({
  async read(progress: Progress = noProgress): Promise<Workbook> {
    const { file, used } = await measure();
    used.forEach(({ id, name }) => names.set(id, name));
    const groups = grouped(used.flatMap(({ id, area }) => (area ? [{ sheet: id, area }] : [])));
    const blocks = new Map<string, Scalar[][]>();
    let done = 0;
    for (const group of groups) {
      await progress('读取单元格', done++, groups.length);
      for (const [{ sheet }, values] of await fetched(group, 'values', job)) blocks.set(sheet, [...(blocks.get(sheet) ?? []), ...values]);
    }
    await progress('读取单元格', done, groups.length);
    const filled = used.flatMap(({ name, id, area }) =>
      area && !isOwnSheet(name) ? [{ sheet: id, area, values: blocks.get(id) ?? [] }] : [],
    );
    await showDays(filled, job);

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

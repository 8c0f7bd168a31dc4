import type { SheetSink } from '../../app/ports';
import { noProgress, type Progress } from '../../kernel/progress';
import { UserError } from '../../kernel/errors';
import { isOwnChart } from '../../sheets/picture/chart-look';
import { UNFINISHED } from '../../sheets/ours';
import type { SheetPicture } from '../../sheets/picture/picture';
import type { Box } from '../../sheets/cells/areas';
import { codeOf } from './errors';
import { inExcel } from './run';
import { drawCharts } from './sheet-charts';
import { drawCells, finish, payloadOf } from './sheet-cells';
import { drawExtras, drawPage, drawWindow } from './sheet-extras';
import { drawSizes, drawStyles } from './sheet-styles';
import { inTheEnd, isEditing } from './in-the-end';
import { brokenOff, writingOf } from './take-back';

/** Excel on the web takes at most 5 MB in one round trip, with styles and wrapping; and Microsoft's client packs it in one go. */
const PAYLOAD = 1_500_000;

const EDITING = '正在编辑单元格：请按回车（或 Esc），随后接着写';

/** How a sheet of ours stands in the workbook before it is drawn. */
interface Before {
  readonly picture: SheetPicture;
  readonly exists: boolean;
  readonly protected: boolean;
  /** Everything that holds a value or a format; undefined on a new or empty sheet. */
  readonly used?: Box;
  readonly charts: readonly string[];
}

/**
 * Draws sheets of ours in place: at most seven round trips whatever the number of sheets, paragraphs and charts (more only
 * when the content exceeds 1.5 MB). Nothing is deleted first: new words lie over the old ones at once, and until a sheet is
 * finished its first cell says so. If Excel refuses on the way, sheets that stood there before are drawn anew, up to three
 * times and after the user has ended the editing of a cell; where it keeps refusing, sheets that were new are taken back, and
 * the error says what is left. Throws UserError, or LeftBehind for a mistake of ours.
 */
export const excelSink = (): SheetSink => ({
  async write(pictures: readonly SheetPicture[], progress: Progress = noProgress): Promise<readonly string[]> {
    if (pictures.length === 0) return [];
    await progress('准备工作表', 0, 4);
    const before = await look(pictures);
    await unlock(before);
    let adding = true;
    try {
      await addMissing(before);
      adding = false;
      await progress('写入工作表', 1, 4);
      await drawAll(before, () => progress('写入工作表', 1, 4));
      await progress('绘制图表', 2, 4);
      await complete(before);
    } catch (error) {
      // What stood on a sheet is gone in part, and cannot be had back with its looks and charts: it is made whole instead.
      // A user who is editing a cell ends that; then nothing is in the way of going on.
      const again = !adding && codeOf(error) !== undefined && (isEditing(error) || before.some(({ exists }) => exists));
      const waiting = () => progress(EDITING, 1, 4);
      if (!again || !(await inTheEnd(() => drawAnew(pictures, progress), waiting))) throw await brokenOff(error, before, adding);
    }
    await progress('设置窗口和页面', 3, 4);
    const left: string[] = [];
    const each = (job: (sheet: Excel.Worksheet, picture: SheetPicture) => void): Promise<boolean> => tolerantly(pictures, job);
    if (!(await each(drawWindow))) left.push('冻结窗格和网格线没有设置：前面可能是另一个工作簿，请点回本工作簿后再生成一次。');
    if (!(await each(drawPage))) left.push('页面设置没有生效（本机可能没有打印机），打印前请检查。');
    await progress('写入完成', 4, 4);
    return left;
  },
});

/** Two round trips: which of the sheets exist, and what stands on them. */
const look = (pictures: readonly SheetPicture[]): Promise<readonly Before[]> =>
  inExcel({ what: writingOf(pictures.map((picture) => ({ picture }))), left: '工作簿未改动。' }, async (context) => {
    const { workbook } = context;
    workbook.protection.load('protected');
    const found = pictures.map((picture) => {
      const sheet = workbook.worksheets.getItemOrNullObject(picture.name);
      sheet.load('name');
      return { picture, sheet };
    });
    await context.sync();

    const missing = found.filter(({ sheet }) => sheet.isNullObject);
    if (workbook.protection.protected && missing.length > 0) {
      const names = missing.map(({ picture }) => `“${picture.name}”`).join('、');
      throw new UserError(
        { code: 'protected', what: 'structure', sheets: missing.map(({ picture }) => picture.name) },
        `工作簿的结构受保护，不能新增工作表${names}。请在“审阅”中撤销“保护工作簿”，再重新生成。工作簿未改动。`,
      );
    }
    const states = found.map(({ picture, sheet }) => {
      if (sheet.isNullObject) return { picture };
      const used = sheet.getUsedRangeOrNullObject(false);
      used.load('rowIndex,columnIndex,rowCount,columnCount');
      const { charts, protection } = sheet;
      charts.load('items/name');
      protection.load('protected');
      return { picture, state: { used, charts, protection } };
    });
    await context.sync();

    return states.map(({ picture, state }): Before => {
      if (!state) return { picture, exists: false, protected: false, charts: [] };
      const { used, charts, protection } = state;
      return {
        picture,
        exists: true,
        protected: protection.protected,
        used: used.isNullObject
          ? undefined
          : { row: used.rowIndex, column: used.columnIndex, rows: used.rowCount, columns: used.columnCount },
        charts: charts.items.map((chart) => chart.name).filter(isOwnChart),
      };
    });
  });

/** One round trip, only where needed: a protection of an earlier version is taken off. */
async function unlock(before: readonly Before[]): Promise<void> {
  const locked = before.filter(({ protected: on }) => on).map(({ picture }) => picture.name);
  if (locked.length === 0) return;
  await inExcel({ what: writingOf(before), left: '工作簿未改动。', sheets: locked }, async (context) => {
    for (const name of locked) context.workbook.worksheets.getItem(name).protection.unprotect();
    await context.sync();
  });
}

/**
 * One round trip, only where needed: missing sheets are added. A formula that names a sheet which is not there yet would be a
 * link to another workbook to Excel.
 */
async function addMissing(before: readonly Before[]): Promise<void> {
  const missing = before.filter(({ exists }) => !exists);
  if (missing.length === 0) return;
  await Excel.run(async (context) => {
    for (const { picture } of missing) {
      const sheet = context.workbook.worksheets.add(picture.name);
      // From the first moment it says that it is not finished, and is known as ours.
      sheet.getRange('A1').values = [[UNFINISHED]];
    }
    await context.sync();
  });
}

/** One group for all sheets, as long as their content fits into one request. */
function grouped(before: readonly Before[]): readonly (readonly Before[])[] {
  const groups: Before[][] = [];
  let room = 0;
  for (const one of before) {
    const size = payloadOf(one.picture);
    if (size > room) {
      groups.push([]);
      room = PAYLOAD;
    }
    groups[groups.length - 1]!.push(one);
    room -= size;
  }
  return groups;
}

type Breathe = () => ReturnType<Progress>;

async function drawAll(before: readonly Before[], breathe: Breathe): Promise<void> {
  for (const group of grouped(before)) await draw(group, breathe);
}

/** One round trip: words, numbers and looks. The first cell of each sheet still says that it is unfinished. */
const draw = (group: readonly Before[], breathe: Breathe): Promise<void> =>
  Excel.run(async (context) => {
    context.application.suspendScreenUpdatingUntilNextSync();
    for (const { picture, used, charts } of group) {
      const sheet = context.workbook.worksheets.getItem(picture.name);
      // Nothing of it is sent before the end: the pane may draw between the steps.
      for (const step of [
        () => drawCells(sheet, picture, used),
        () => charts.forEach((name) => sheet.charts.getItem(name).delete()),
        () => drawStyles(sheet, picture),
        () => drawSizes(sheet, picture),
        () => drawExtras(sheet, picture),
      ]) {
        step();
        await breathe();
      }
    }
    await context.sync();
  });

/** After a refusal half-way: what stands there now is looked at, and everything is drawn over it. */
async function drawAnew(pictures: readonly SheetPicture[], progress: Progress): Promise<void> {
  const now = await look(pictures);
  await unlock(now);
  await addMissing(now);
  await progress('Excel 没有写完，再写一次', 1, 4);
  await drawAll(now, () => progress('Excel 没有写完，再写一次', 1, 4));
  await complete(now);
}

/** One round trip: charts, which may take their numbers from any of the sheets; then the first cells. */
const complete = (before: readonly Before[]): Promise<void> =>
  Excel.run(async (context) => {
    const sheetNamed = (name: string): Excel.Worksheet => context.workbook.worksheets.getItem(name);
    for (const { picture } of before) drawCharts(sheetNamed(picture.name), picture, sheetNamed);
    for (const { picture } of before) finish(sheetNamed(picture.name), picture);
    await context.sync();
  });

/**
 * One round trip that may fail: another workbook is in front, or there is no printer. The finished sheets must not suffer.
 * False when Excel has refused.
 */
const tolerantly = (pictures: readonly SheetPicture[], job: (sheet: Excel.Worksheet, picture: SheetPicture) => void): Promise<boolean> =>
  Excel.run(async (context) => {
    for (const picture of pictures) job(context.workbook.worksheets.getItem(picture.name), picture);
    await context.sync();
    return true;
  }).catch((error: unknown) => {
    if (codeOf(error) === undefined) throw error;
    return false;
  });

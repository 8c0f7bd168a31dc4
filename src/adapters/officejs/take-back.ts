import { LeftBehind } from '../../app/left-behind';
import { explain } from './errors';

/** A sheet that was to be written: did it stand there before? */
interface Started {
  readonly picture: { readonly name: string };
  readonly exists: boolean;
}

/** The user may be typing just now; so long after one another it is tried again, in ms. */
const pauses = [0, 300, 1000];

/**
 * Excel has refused in the middle of writing: sheets that were added by this run go again. What is thrown says what is left:
 * nothing, or sheets whose first cell says that they are not finished.
 */
export async function brokenOff(error: unknown, started: readonly Started[], window: boolean): Promise<unknown> {
  const fresh = started.filter(({ exists }) => !exists).map(({ picture }) => picture.name);
  const gone = fresh.length === 0 || (await takenBack(fresh));
  const half = started.filter(({ exists }) => (exists ? !window : !gone)).map(({ picture }) => `“${picture.name}”`);
  const left =
    half.length === 0
      ? '已写的部分已撤回，工作簿和原来一样。'
      : `报表原有的工作表未改动；${half.join('、')}只写了一部分，首格注明“尚未写完”，再点一次“生成说明”即可写完整。`;
  const told = explain(error, { what: window ? '新增工作表' : '写入说明', left, window });
  return told === error && error instanceof Error ? new LeftBehind(left, error) : told;
}

const deleteSheets = (names: readonly string[]): Promise<void> =>
  Excel.run(async (context) => {
    const sheets = names.map((name) => context.workbook.worksheets.getItemOrNullObject(name));
    sheets.forEach((sheet) => sheet.load('name'));
    await context.sync();
    sheets.filter(({ isNullObject }) => !isNullObject).forEach((sheet) => sheet.delete());
    await context.sync();
  });

/** False where Excel refuses this as well. */
async function takenBack(names: readonly string[]): Promise<boolean> {
  for (const pause of pauses) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    try {
      await deleteSheets(names);
      return true;
    } catch {
      // Tried again after the pause; what is left then is told.
    }
  }
  return false;
}

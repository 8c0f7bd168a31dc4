import { LeftBehind } from '../../app/left-behind';
import { saysUnfinished } from '../../sheets/ours';
import { explain } from './errors';
import { inTheEnd } from './in-the-end';

/** A sheet that was to be written: did it stand there before? */
interface Started {
  readonly picture: { readonly name: string };
  readonly exists: boolean;
}

/**
 * Excel has refused in the middle of writing: sheets that were added by this run go again. What is thrown says what is left:
 * nothing, or sheets whose first cell says that they are not finished.
 */
export async function brokenOff(error: unknown, started: readonly Started[], window: boolean): Promise<unknown> {
  const named = (exists: boolean): readonly string[] => started.filter((one) => one.exists === exists).map(({ picture }) => picture.name);
  const gone = named(false).length === 0 || (await inTheEnd(() => deleteSheets(named(false))));
  const begun = [...(window ? [] : named(true)), ...(gone ? [] : named(false))];
  const left = leftWith(begun, begun.length === 0 ? [] : await unfinishedOf(begun));
  const told = explain(error, { what: window ? `新增工作表${list(named(false))}` : writingOf(started), left, window });
  return told === error && error instanceof Error ? new LeftBehind(left, error) : told;
}

/** What was being done, for a sentence: a report, or one sheet of it. */
export const writingOf = (started: readonly Pick<Started, 'picture'>[]): string =>
  started.length === 1 ? `写入“${started[0]!.picture.name}”` : '写入说明';

const list = (names: readonly string[]): string => names.map((name) => `“${name}”`).join('、');

/** What stands in the workbook now, and what to do. `half` is undefined where Excel does not tell. */
function leftWith(begun: readonly string[], half: readonly string[] | undefined): string {
  if (half?.length === 0) return '已写的部分已撤回，工作簿和原来一样。';
  const repair = '再点一次“生成说明”即可写完整。';
  return half
    ? `报表原有的工作表未改动；${list(half)}只写了一部分，首格注明“尚未写完”，${repair}`
    : `报表原有的工作表未改动；Excel 不再应答，看不出${list(begun)}写到了哪里：首格注明“尚未写完”的只写了一部分，${repair}`;
}

/** Which of these sheets say that they are not finished; undefined where Excel refuses to tell. */
const unfinishedOf = (names: readonly string[]): Promise<readonly string[] | undefined> =>
  Excel.run(async (context) => {
    const sheets = names.map((name) => context.workbook.worksheets.getItemOrNullObject(name));
    sheets.forEach((sheet) => sheet.load('name'));
    await context.sync();
    const firsts = sheets
      .filter(({ isNullObject }) => !isNullObject)
      .map((sheet) => ({ name: sheet.name, first: sheet.getRange('A1').load('values') }));
    await context.sync();
    return firsts.filter(({ first }) => saysUnfinished(first.values[0]![0])).map(({ name }) => name);
  }).catch(() => undefined);

const deleteSheets = (names: readonly string[]): Promise<void> =>
  Excel.run(async (context) => {
    const sheets = names.map((name) => context.workbook.worksheets.getItemOrNullObject(name));
    sheets.forEach((sheet) => sheet.load('name'));
    await context.sync();
    sheets.filter(({ isNullObject }) => !isNullObject).forEach((sheet) => sheet.delete());
    await context.sync();
  });

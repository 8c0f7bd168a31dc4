import { isMarkFormula, MARK_FORMULA, markFills } from '../../app/mark-look';
import type { CellMarker, Mark } from '../../app/ports';
import { parseA1 } from '../../kernel/address';
import { UserError } from '../../kernel/user-error';
import { addressesOf } from './areas';
import type { Job } from './errors';
import { inExcel } from './run';

type Refusal = Awaited<ReturnType<CellMarker['mark']>>['refused'][number];

const markJob: Job = { what: '标记单元格', left: '单元格的内容和格式未改动。' };
const clearJob: Job = { what: '清除标记', left: '单元格的内容和格式未改动。' };
const PROTECTED = '工作表受保护，无法标记';

/**
 * Marks are conditional formats: they lie over the user's formats and come off whole. One for each kind and sheet.
 * Ours are known by their formula, so those of an earlier session, or of a marked copy, come off as well.
 */
export const excelMarker = (): CellMarker => ({
  mark: (marks) => inExcel(markJob, (context) => replaceMarks(context, marks)),
  clear: () =>
    inExcel(clearJob, async (context) => {
      const { refused } = await replaceMarks(context, []);
      if (refused.length === 0) return;
      const names = refused.map(({ sheet }) => `“${sheet}”`).join('、');
      throw new UserError(`工作表${names}受保护，上面的标记没有清除，其余标记已清除。请撤销保护后再点一次“清除标记”。`, {
        sheet: refused[0]!.sheet,
      });
    }),
});

/** Takes all our marks off and puts these on, in three round trips. Sheets that refuse are named; the others are marked. */
async function replaceMarks(context: Excel.RequestContext, marks: readonly Mark[]): ReturnType<CellMarker['mark']> {
  const sheets = context.workbook.worksheets;
  sheets.load('items/name,items/protection/protected');
  await context.sync();

  const found = sheets.items.map((sheet) => {
    const formats = sheet.getRange().conditionalFormats;
    formats.load('items/id,items/type,items/customOrNullObject/rule/formula');
    return { sheet, formats };
  });
  await context.sync();

  const refused: Refusal[] = [];
  const open = new Map<string, Excel.Worksheet>();
  for (const { sheet, formats } of found) {
    const ours = formats.items.filter(({ customOrNullObject: custom }) => !custom.isNullObject && isMarkFormula(custom.rule.formula));
    if (!sheet.protection.protected) {
      ours.forEach((format) => format.delete());
      open.set(nameKey(sheet.name), sheet);
    } else if (ours.length > 0 || marks.some((mark) => nameKey(mark.at.sheet) === nameKey(sheet.name))) {
      refused.push({ sheet: sheet.name, why: PROTECTED });
    }
  }

  let marked = 0;
  for (const [name, own] of bySheet(marks)) {
    const sheet = open.get(nameKey(name));
    if (sheet) marked += draw(sheet, own);
    else if (!refused.some((one) => nameKey(one.sheet) === nameKey(name)))
      refused.push({ sheet: name, why: '工作簿里没有这张工作表，可能已改名或删除' });
  }
  await context.sync();
  return { marked, refused };
}

/** Excel compares names of sheets without regard to case. */
const nameKey = (name: string): string => name.toLowerCase();

/** Only cells of the workbook in front can be marked; last year's are another file. */
function bySheet(marks: readonly Mark[]): ReadonlyMap<string, readonly Mark[]> {
  const groups = new Map<string, Mark[]>();
  for (const mark of marks) {
    if (mark.at.book === '上年') continue;
    groups.set(mark.at.sheet, [...(groups.get(mark.at.sheet) ?? []), mark]);
  }
  return groups;
}

function draw(sheet: Excel.Worksheet, marks: readonly Mark[]): number {
  let marked = 0;
  // The newest format has the highest priority: errors come last.
  for (const kind of ['rounding', 'warning', 'error'] as const) {
    const cells = new Set(marks.filter((mark) => mark.kind === kind).map((mark) => mark.at.a1.replace(/\$/g, '')));
    for (const address of addressesOf([...cells].map(parseA1))) {
      const format = sheet.getRanges(address).conditionalFormats.add(Excel.ConditionalFormatType.custom);
      format.custom.rule.formula = `=${MARK_FORMULA}`;
      format.custom.format.fill.color = `#${markFills[kind]}`;
      format.stopIfTrue = false;
    }
    marked += cells.size;
  }
  return marked;
}

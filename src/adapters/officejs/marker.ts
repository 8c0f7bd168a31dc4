import { isMarkFormula, MARK_FORMULA, markFills } from '../../app/mark-look';
import type { CellMarker, Mark } from '../../app/ports';
import { parseA1 } from '../../kernel/address';
import { UserError } from '../../kernel/errors';
import { addressesOf } from './areas';
import { codeOf, explain, type Job } from './errors';
import { inExcel } from './run';

type Refusal = Awaited<ReturnType<CellMarker['mark']>>['refused'][number];

const markJob: Job = { what: '标记单元格', left: '单元格的内容和格式未改动。' };
const clearJob: Job = { what: '清除标记', left: '单元格的内容和格式未改动。' };
const PROTECTED = '工作表受保护，无法标记';
const GONE = '工作簿里没有这张工作表，可能已改名或删除';

/**
 * Marks are conditional formats: they lie over the user's formats and come off whole. One for each kind and sheet.
 * Ours are known by their formula, so those of an earlier session, or of a marked copy, come off as well.
 */
export const excelMarker = (): CellMarker => ({
  mark: (marks) => replaceMarks(markJob, marks),
  async clear() {
    const { refused } = await replaceMarks(clearJob, []);
    if (refused.length === 0) return;
    const names = refused.map(({ sheet }) => `“${sheet}”`).join('、');
    throw new UserError(
      { code: 'protected', what: 'sheet', sheets: refused.map(({ sheet }) => sheet) },
      `工作表${names}受保护，上面的标记没有清除，其余标记已清除。请撤销保护后再点一次“清除标记”。`,
      { sheet: refused[0]!.sheet },
    );
  },
});

/** A sheet with the marks of ours that lie on it. */
interface Found {
  readonly id: string;
  readonly name: string;
  readonly protected: boolean;
  readonly ours: readonly string[];
}

/** Takes all our marks off and puts these on, in at most four round trips. Sheets that refuse are named; the others are marked. */
async function replaceMarks(job: Job, marks: readonly Mark[]): ReturnType<CellMarker['mark']> {
  const sheets = await findMarks(job);
  const wanted = bySheet(marks);
  const refused: Refusal[] = [];
  for (const sheet of sheets) {
    if (sheet.protected && (sheet.ours.length > 0 || wanted.has(nameKey(sheet.name)))) refused.push({ sheet: sheet.name, why: PROTECTED });
  }
  for (const [key, [first]] of wanted) {
    if (first && !sheets.some((sheet) => nameKey(sheet.name) === key)) refused.push({ sheet: first.at.sheet, why: GONE });
  }
  const marked = await inExcel(job, async (context) => {
    let count = 0;
    for (const { id, name, ours } of sheets.filter((sheet) => !sheet.protected)) {
      const sheet = context.workbook.worksheets.getItem(id);
      for (const format of ours) sheet.getRange().conditionalFormats.getItem(format).delete();
      count += draw(sheet, wanted.get(nameKey(name)) ?? []);
    }
    await context.sync();
    return count;
  });
  return { marked, refused };
}

/** All sheets, and which of their conditional formats are ours. */
async function findMarks(job: Job): Promise<readonly Found[]> {
  const sheets = await inExcel(job, async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/id,items/name,items/protection/protected');
    await context.sync();
    const found = worksheets.items.map((sheet) => {
      const formats = sheet.getRange().conditionalFormats;
      formats.load('items/id,items/type');
      return { sheet, formats };
    });
    await context.sync();
    return found.map(({ sheet, formats }) => ({
      id: sheet.id,
      name: sheet.name,
      protected: sheet.protection.protected,
      custom: formats.items.filter(({ type }) => type === 'Custom').map(({ id }) => id),
    }));
  });
  const custom = sheets.flatMap(({ id, custom: formats }) => formats.map((format): Format => ({ sheet: id, format })));
  const ours = custom.length > 0 ? await ownAmong(job, custom) : [];
  return sheets.map((sheet) => ({ ...sheet, ours: ours.filter(({ sheet: id }) => id === sheet.id).map(({ format }) => format) }));
}

/** A conditional format by the ids of its sheet and of itself. */
interface Format {
  readonly sheet: string;
  readonly format: string;
}

/**
 * Which of these formats are marks of ours, asked in one round trip. Some builds of Excel cannot read a rule that the user
 * has duplicated (office-js 6827, 6835); the question is then halved until that rule stands alone, and it is not ours.
 */
async function ownAmong(job: Job, formats: readonly Format[]): Promise<readonly Format[]> {
  try {
    return await Excel.run(async (context) => {
      const rules = formats.map(({ sheet, format }) => {
        const { rule } = context.workbook.worksheets.getItem(sheet).getRange().conditionalFormats.getItem(format).custom;
        rule.load('formula');
        return rule;
      });
      await context.sync();
      return formats.filter((_, i) => isMarkFormula(rules[i]!.formula));
    });
  } catch (error) {
    if (codeOf(error) === undefined || codeOf(error) === 'InvalidOperationInCellEditMode') throw explain(error, job);
    if (formats.length === 1) return [];
    const middle = Math.ceil(formats.length / 2);
    return [...(await ownAmong(job, formats.slice(0, middle))), ...(await ownAmong(job, formats.slice(middle)))];
  }
}

/** Excel compares names of sheets without regard to case. */
const nameKey = (name: string): string => name.toLowerCase();

/** Only cells of the workbook in front can be marked; last year's are another file. */
function bySheet(marks: readonly Mark[]): ReadonlyMap<string, readonly Mark[]> {
  const groups = new Map<string, Mark[]>();
  for (const mark of marks) {
    if (mark.at.book.role === '上年') continue;
    const key = nameKey(mark.at.sheet);
    groups.set(key, [...(groups.get(key) ?? []), mark]);
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

import { MARK_FORMULA, markFills } from '../../app/mark-look';
import type { CellMarker, Mark } from '../../app/ports';
import { refusedWords, type Refused } from '../../app/refused-words';
import { UserError } from '../../kernel/errors';
import { boxAddress, boxOf, cellsOfBox } from '../../sheets/cells/areas';
import { codeOf, explain, type Job } from './errors';
import { isNothing, memoryKey, planFor, type Plan } from './mark-plan';
import { namesOf, stateOf, type SheetName } from './mark-state';

const markJob: Job = { what: '标记单元格', left: '单元格的内容和格式未改动。' };
const clearJob: Job = { what: '清除标记', left: '单元格的内容和格式未改动。' };
const PROTECTED = '工作表受保护，无法标记';
const GONE = '工作簿里没有这张工作表，可能已改名或删除';
const STUCK = 'Excel 读不出这张表的条件格式（撤销过删除之后会这样）。请保存、关闭并重新打开工作簿，再做一次';
const NOT_NOW = 'Excel 没有接受这一步。请先结束正在做的事（打印、筛选、打开着的对话框），再做一次';
const UNSAID = '颜色已标好，但单元格里的说明没有写全，因为 Excel 不允许改动这里的数据验证';

/** Why a sheet has not the marks it should have, in the end. */
const whyNot = (code: string): string => (code === 'ItemNotFound' ? STUCK : code === 'AccessDenied' ? PROTECTED : NOT_NOW);

/**
 * Marks are conditional formats: they lie over the user's formats and come off whole. One for each kind and sheet, and at
 * each cell an input message that says why – unless the cell has a validation of its own. Ours are known by their formula
 * and by the title of the message, so those of an earlier session, or of a marked copy, come off as well. Only differences
 * are written, and nothing where there is none: before ExcelApi 1.19 every write empties the list of undo steps.
 */
export function excelMarker(): CellMarker {
  const memory = new Map<string, readonly string[]>();
  const carrying = new Set<string>();
  return {
    async mark(marks) {
      const { marked, refused } = await replaceMarks(markJob, marks, memory, carrying);
      return { marked, refused };
    },
    async clear() {
      const { refused, sheets } = await replaceMarks(clearJob, [], memory, carrying);
      if (refused.length > 0) throw notCleared(refused, sheets > refused.length ? '，其余标记已清除' : '');
    },
  };
}

function notCleared(refused: readonly Refused[], others: string): UserError {
  const sheets = refused.map(({ sheet }) => sheet);
  const locked = refused.every(({ why }) => why === PROTECTED);
  const words = locked
    ? `工作表${sheets.map((sheet) => `“${sheet}”`).join('、')}受保护，上面的标记没有清除${others}。请撤销保护后再点一次“清除表中的标记”。`
    : `标记没有全部清除${others}：${refusedWords(refused)}。`;
  return new UserError(locked ? { code: 'protected', what: 'sheet', sheets } : { code: 'hostRefused', told: 'marks' }, words, {
    sheet: sheets[0]!,
  });
}

/** Brings every sheet to the wanted marks. Sheets that refuse are named; the others are marked. */
async function replaceMarks(
  job: Job,
  marks: readonly Mark[],
  memory: Map<string, readonly string[]>,
  /** Sheets known to have marks of ours on them: where those should go and stay, that is told. */
  carrying: Set<string>,
): Promise<{ readonly marked: number; readonly refused: readonly Refused[]; readonly sheets: number }> {
  const wanted = bySheet(marks);
  const marksOn = (name: string): readonly Mark[] => wanted.get(nameKey(name)) ?? [];
  const refused: Refused[] = [];
  try {
    const sheets = await namesOf();
    for (const [key, [first]] of wanted) {
      if (first && !sheets.some((sheet) => nameKey(sheet.name) === key)) refused.push({ sheet: first.at.sheet, why: GONE });
    }
    const work = async (some: readonly SheetName[], withMessages: boolean): Promise<number> => {
      const found = await stateOf(some, withMessages);
      for (const sheet of found) {
        if (sheet.formats.length > 0) carrying.add(sheet.id);
        if (sheet.protected && (sheet.formats.length > 0 || marksOn(sheet.name).length > 0))
          refused.push({ sheet: sheet.name, why: PROTECTED });
      }
      const plans = found.filter((sheet) => !sheet.protected).map((sheet) => planFor(sheet, marksOn(sheet.name), memory, withMessages));
      await carryOut(plans, memory);
      plans.forEach(({ sheet, marked }) => (marked > 0 ? carrying.add(sheet.id) : carrying.delete(sheet.id)));
      return plans.reduce((sum, { marked }) => sum + marked, 0);
    };
    const said =
      (why: string) =>
      (sheet: string): void =>
        void refused.push({ sheet, why });
    const touches = ({ id, name }: SheetName): boolean => job === clearJob || marksOn(name).length > 0 || carrying.has(id);
    const marked = await guarded(sheets, work, {
      unsaid: said(UNSAID),
      refused: (sheet, code) => touches(sheet) && said(whyNot(code))(sheet.name),
    });
    return { marked, refused, sheets: sheets.length };
  } catch (error) {
    throw explain(error, job);
  }
}

interface Told {
  unsaid(sheet: string): void;
  refused(sheet: SheetName, code: string): void;
}

/** All sheets at once; if Excel refuses, sheet by sheet, so that one bad sheet never stops the rest. */
async function guarded(
  sheets: readonly SheetName[],
  work: (some: readonly SheetName[], withMessages: boolean) => Promise<number>,
  told: Told,
): Promise<number> {
  const first = await tried(() => work(sheets, true));
  if (typeof first === 'number') return first;
  let marked = 0;
  for (const sheet of sheets) {
    const whole = await tried(() => work([sheet], true));
    const plain = typeof whole === 'number' ? whole : await tried(() => work([sheet], false));
    if (typeof plain === 'string') told.refused(sheet, plain);
    else {
      if (typeof whole === 'string') told.unsaid(sheet.name);
      marked += plain;
    }
  }
  return marked;
}

/** The code where Excel refuses. Throws what no second attempt can change: the user is typing, or the mistake is not Excel's. */
async function tried(job: () => Promise<number>): Promise<number | string> {
  try {
    return await job();
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined || code === 'InvalidOperationInCellEditMode' || code === 'ApiNotFound') throw error;
    return code;
  }
}

/** Messages in one request; more would not fit into what Excel on the web takes. */
const MESSAGES = 3000;

async function carryOut(plans: readonly Plan[], memory: Map<string, readonly string[]>): Promise<void> {
  const todo = plans.filter((plan) => !isNothing(plan));
  if (todo.length === 0) return;
  const said = todo.flatMap(({ sheet, unsay, say }) => [
    ...unsay.map((message) => (context: Excel.RequestContext) => takeMessage(context.workbook.worksheets.getItem(sheet.id), message)),
    ...say.map((message) => (context: Excel.RequestContext) => putMessage(context.workbook.worksheets.getItem(sheet.id), message)),
  ]);
  const drawn = await Excel.run(async (context) => {
    context.application.suspendScreenUpdatingUntilNextSync();
    const added = todo.flatMap((plan) => putFormats(context.workbook.worksheets.getItem(plan.sheet.id), plan));
    said.slice(0, MESSAGES).forEach((job) => job(context));
    await context.sync();
    return added.map(({ sheet, format, cells }) => [memoryKey(sheet, format.id), cells] as const);
  });
  drawn.forEach(([key, cells]) => memory.set(key, cells));
  for (let from = MESSAGES; from < said.length; from += MESSAGES) await putAll(said.slice(from, from + MESSAGES));
}

const putAll = (jobs: readonly ((context: Excel.RequestContext) => void)[]): Promise<void> =>
  Excel.run(async (context) => {
    context.application.suspendScreenUpdatingUntilNextSync();
    jobs.forEach((job) => job(context));
    await context.sync();
  });

interface Added {
  readonly sheet: string;
  readonly format: Excel.ConditionalFormat;
  readonly cells: readonly string[];
}

function putFormats(sheet: Excel.Worksheet, plan: Plan): readonly Added[] {
  for (const { id, at } of plan.off) sheet.getRange(at).conditionalFormats.getItem(id).delete();
  return plan.on.flatMap(({ kind, addresses }) =>
    addresses.map((address) => {
      const format = sheet.getRanges(address).conditionalFormats.add(Excel.ConditionalFormatType.custom);
      format.custom.rule.formula = `=${MARK_FORMULA}`;
      format.custom.format.fill.color = `#${markFills[kind]}`;
      format.stopIfTrue = false;
      format.load('id');
      return { sheet: plan.sheet.id, format, cells: address.split(',').flatMap((part) => cellsOfBox(boxOf(part))) };
    }),
  );
}

function putMessage(sheet: Excel.Worksheet, { a1, title, message }: Plan['say'][number]): void {
  sheet.getRange(a1).dataValidation.prompt = { showPrompt: true, title, message };
}

/** A rule that somebody has put beside our message since stays. */
function takeMessage(sheet: Excel.Worksheet, { area, ruled }: Plan['unsay'][number]): void {
  const { dataValidation } = sheet.getRange(boxAddress(area));
  if (ruled) dataValidation.prompt = { showPrompt: false, title: '', message: '' };
  else dataValidation.clear();
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

import type { FactSet, Reading, Table } from '../facts/fact-set';
import { splitKey } from '../facts/fact-set';
import type { Finding, TableStatus } from '../facts/outcome';
import { noProgress, type Progress } from '../kernel/progress';
import { UserError } from '../kernel/errors';
import type { CellRef, Workbook } from '../kernel/workbook';
import { layouts as allLayouts } from '../layouts/index';
import { formName } from '../layouts/keys';
import type { Layout } from '../layouts/layout';
import { chooseSheets } from './copies';
import { nameOfForm } from './form-reader';
import { readFormOnce } from './read-once';
import { sheetsToRead, look } from './look';
import { textNumbers, type TextNumbers } from './text-numbers';
import { problem } from './problems';
import { missingProof } from './recognise';
import type { SheetOf } from './sheets';
import { stackedProblems } from './stacked';
import { statusesOf, type FormResult } from './statuses';
import { unlikelyMoney } from './magnitude';
import { disagreements, readBook } from './whole';

export interface WorkbookReading {
  readonly facts: FactSet;
  readonly tables: TableStatus[];
  readonly problems: Finding[];
}

export interface ReadOptions {
  /** Which sheet counts where a form stands twice: table id → sheet name. */
  readonly choose?: Readonly<Record<string, string>>;
  readonly layouts?: readonly Layout[];
}

/**
 * Reads every form of a workbook into facts in 元. Sheets are read one by one and `progress` is awaited after each.
 * Throws UserError when no sheet is a form that can be read, or when `choose` names a sheet that is no copy.
 */
export async function readWorkbook(
  workbook: Workbook,
  progress: Progress = noProgress,
  options: ReadOptions = {},
): Promise<WorkbookReading> {
  const layouts = options.layouts ?? allLayouts;
  const sheets = sheetsToRead(workbook);
  const total = sheets.length * 2;
  const looked: SheetOf[] = [];
  for (const [i, sheet] of sheets.entries()) {
    looked.push(look(sheet, layouts));
    await progress(`识别 ${sheet.name}`, i + 1, total);
  }
  const book = readBook(
    workbook.role,
    looked.flatMap(({ layout, frame }) => (layout ? [frame] : [])),
  );
  const found = looked.map((sheet) => ({ ...sheet, grid: sheet.grid.of(book) }));
  const forms = found.filter((sheet) => sheet.layout !== undefined);
  if (forms.length === 0) throw nothing(workbook, found);

  const problems: Finding[] = found.flatMap((sheet) => [...doubtful(sheet), ...unproven(sheet)]);
  const chosen = chooseSheets(forms, options.choose ?? {});
  problems.push(...chosen.problems);
  const tables = new Map<string, Table>();
  const official = new Set<string>();
  const published: Table[] = [];
  const results: FormResult[] = [];
  const written: TextNumbers[] = [];
  problems.push(...stackedProblems(forms.flatMap((form) => (form.stacked ? [{ ...form, stacked: form.stacked }] : []))));
  for (const [i, sheet] of chosen.sheets.entries()) {
    const undecided = sheet.stacked?.same === false;
    const read = undecided ? { problems: [] } : readFormOnce(sheet.grid, sheet.frame, sheet.layout!);
    problems.push(...read.problems);
    if (read.textNumbers?.length) written.push({ form: nameOfForm(sheet.layout!), cells: read.textNumbers });
    if (read.table && !tables.has(read.table.id)) tables.set(read.table.id, read.table);
    else if (read.table && official.has(read.table.id) && sheet.layout!.family === '公开') published.push(read.table);
    if (read.table && sheet.layout!.family === '财决') official.add(read.table.id);
    results.push({
      sheet,
      table: read.table,
      used: read.table !== undefined && tables.get(read.table.id) === read.table,
      told: undecided || read.problems.some(({ severity }) => severity === 'error'),
    });
    await progress(`读取 ${sheet.grid.sheet.name}`, sheets.length + i + 1, total);
  }
  problems.push(...disagreements(chosen.sheets, book), ...textNumbers(written));
  const facts: FactSet = {
    book,
    unitName: book.unit,
    year: book.year,
    file: workbook.file,
    tables,
    ...(published.length > 0 ? { published } : {}),
    find: (key) => find(tables, key),
  };
  problems.push(...unlikelyMoney(facts));
  const statuses = statusesOf(
    workbook.role,
    layouts,
    results,
    chosen.undecided,
    found.filter((sheet) => sheet.layout === undefined),
  );
  await progress('读取完成', total, total);
  return { facts, tables: statuses, problems };
}

const doubtful = ({ grid, doubt }: SheetOf): readonly Finding[] =>
  doubt ? [problem('numberTitle', doubt.message, [grid.at(doubt.at.row, doubt.at.column)])] : [];

/** A sheet that says it is a form but does not print its heads. */
function unproven(sheet: SheetOf): readonly Finding[] {
  const doubt = likeness(sheet);
  return doubt ? [problem('notProven', `${doubt.words}，没有读取。`, [doubt.at])] : [];
}

/** What a sheet looks like and what it lacks. */
function likeness({ grid, frame, near, layout }: SheetOf): { readonly words: string; readonly at: CellRef } | undefined {
  if (layout || !near) return undefined;
  const missing = missingProof(grid, frame, near).map((words) => `“${words.split('|')[0]}”`);
  const words = `工作表“${grid.sheet.name}”像${nameOfForm(near)}《${near.titles[0]}》，但没有找到${missing.join('、')}`;
  return { words, at: grid.at(Math.max(0, frame.headTop), 0) };
}

function find(tables: ReadonlyMap<string, Table>, key: string): Reading {
  const { table: id, row, column } = splitKey(key.replace(/@上年$/, ''));
  const table = tables.get(id);
  return table ? table.at(row, column) : { state: 'absent', what: `没有${formName(id)}` };
}

/** Says what is needed; a sheet that only looks like a form is named, since that is the likeliest cause. */
function nothing(workbook: Workbook, found: readonly SheetOf[]): UserError {
  const near = found.flatMap((sheet) => likeness(sheet) ?? [])[0];
  const why = near ? `${near.words}。` : '没有一张工作表带有财决表的标题（如《收入支出决算总表》）和栏目。';
  const message = `“${workbook.file}”里没有找到部门决算报表：${why}请打开从部门决算软件导出的报表（.xls 或 .xlsx），其中至少要有财决01表。`;
  const at = near?.at;
  return new UserError({ code: 'noForms' }, message, { file: workbook.file, ...(at ? { sheet: at.sheet, a1: at.a1 } : {}) });
}

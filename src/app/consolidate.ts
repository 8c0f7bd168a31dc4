import { arrangeUnits, type GivenBook, type LeftOut } from '../consolidate/arrange';
import { cellsIn } from '../consolidate/cells';
import { consolidateBooks } from '../consolidate/consolidate';
import { openPayments } from '../consolidate/eliminations';
import type { Consolidation, UnitBook } from '../consolidate/model';
import type { FactSet } from '../facts/fact-set';
import { packedFacts } from '../facts/packed';
import { phraseText } from '../facts/phrase';
import { sumOfUnits } from '../facts/sum-table';
import { UserError } from '../kernel/errors';
import { isOwnSheet, ownSheets } from '../kernel/own-sheets';
import type { Workbook } from '../kernel/workbook';
import { crc32 } from '../ooxml/crc32';
import { readWorkbook } from '../reading/read';
import type { SheetPicture } from '../sheets/picture/picture';
import { wholeForms } from '../sheets/whole/forms';
import { notesSheet, WHOLE_NOTES } from '../sheets/whole/notes';
import { readSupplementSheet } from '../supplements/read-sheet';
import { findOwnSheet } from './own-sheets';

export interface Consolidated {
  readonly result: Consolidation;
  /** Files that take no part, with the reason. */
  readonly left: readonly LeftOut[];
}

/** The same for workbooks of the same cells, whatever file they come from. Sheets of ours do not count. */
function contentOf({ sheets }: Workbook): string {
  const text = JSON.stringify(sheets.flatMap(({ name, values }) => (isOwnSheet(name) ? [] : [[name, values]])));
  return `${text.length} ${crc32(new TextEncoder().encode(text))}`;
}

/** Reads the 汇总. Throws UserError where it is none of ours. */
export const readWhole = async (workbook: Workbook): Promise<GivenBook> => given(workbook, (await readWorkbook(workbook)).facts);

/** Reads a unit's workbook; its sheets are let go, so that a county fits into memory. Throws UserError as `readWhole` does. */
export const readUnit = async (workbook: Workbook): Promise<GivenBook> =>
  given(workbook, packedFacts((await readWorkbook(workbook)).facts));

function given(workbook: Workbook, facts: FactSet): GivenBook {
  const built = workbook.sheets.some(({ name }) => name === WHOLE_NOTES);
  const sheet = findOwnSheet(workbook, ownSheets.supplement);
  const kind = sheet && readSupplementSheet(sheet).supplements.unitKind;
  const book = { file: workbook.file, unit: facts.unitName, year: facts.year, cells: cellsIn(facts), ...(kind ? { kind } : {}) };
  return { book, content: contentOf(workbook), built };
}

/**
 * 汇总核对: the 汇总 against the sum of its units. `unread` are files that the door could not use. Throws UserError where no
 * unit is left.
 */
export function consolidate(whole: GivenBook, books: readonly GivenBook[], unread: readonly LeftOut[] = []): Consolidated {
  const alone = compared(whole, books, unread, false);
  if (!books.some(({ content }) => content === whole.content)) return alone ?? refuse(whole, books, unread);
  // A workbook like the 汇总 is the 汇总 itself, or the only unit in it: whichever needs fewer causes.
  const both = compared(whole, books, unread, true);
  if (alone && both) return both.result.causes.length < alone.result.causes.length ? both : alone;
  return alone ?? both ?? refuse(whole, books, unread);
}

function compared(whole: GivenBook, books: readonly GivenBook[], unread: readonly LeftOut[], keepTwin: boolean): Consolidated | undefined {
  const { units, left } = arrangeUnits(whole, books, { keepTwin });
  const all = [...unread, ...left];
  if (units.length === 0) return undefined;
  return {
    result: consolidateBooks(
      whole.book,
      units,
      all.map(({ file }) => file),
    ),
    left: all,
  };
}

const refuse = (whole: GivenBook, books: readonly GivenBook[], unread: readonly LeftOut[]): never => {
  throw noUnits([...unread, ...arrangeUnits(whole, books).left]);
};

function noUnits(left: readonly LeftOut[]): UserError {
  const why = left.map(({ file, why: reason }) => `\n${file}：${reason}`).join('');
  return new UserError({ code: 'noForms' }, `没有可以汇总的单位报表。请给出同一年度各单位的部门决算工作簿（.xlsx 或 .xls）。${why}`);
}

/**
 * A 汇总 made from units: every form added up, and 汇总说明 with the units. Throws UserError where it is not certain what
 * belongs in it.
 */
export function makeWhole(
  name: string,
  books: readonly GivenBook[],
  unread: readonly LeftOut[] = [],
): { readonly sheets: readonly SheetPicture[]; readonly left: readonly LeftOut[] } {
  const { units, left: own } = arrangeUnits(undefined, books, { name });
  const left = [...unread, ...own];
  if (units.length === 0) throw noUnits(left);
  for (const { unit, books } of units) if (books.length > 1) throw doubled(unit, books);
  const parts = units.map(({ books: [book] }) => ({ facts: book.cells.facts, file: book.file, kind: kindOf(book) }));
  const sets = parts.map(({ facts }) => facts);
  const whole = sumOfUnits(name, sets);
  const remarks = [
    ...openPayments(units.map(({ books }) => books[0].cells)).map(({ message }) => phraseText(message)),
    '项目逐个列示，注明所属单位；增减率等比率不能相加，留空。',
    ...left.map(({ file, why }) => `没有采用 ${file}：${why}`),
  ];
  return { sheets: [notesSheet(whole, parts, remarks), ...wholeForms(whole, sets)], left };
}

/** As the unit's own 补充信息 says; otherwise 附03 tells those that have 机关运行经费. Anything else is for a person to say. */
function kindOf({ kind, cells: { facts } }: UnitBook): string {
  if (kind !== undefined) return kind === '参公事业单位' ? '参照公务员法管理的事业单位' : kind;
  const has = (key: 'F03.行政单位.统计数' | 'F03.参照公务员法管理事业单位.统计数'): boolean => {
    const found = facts.find(key);
    return found.state === 'number' && !found.fact.value.isZero();
  };
  if (has('F03.行政单位.统计数')) return '行政单位';
  return has('F03.参照公务员法管理事业单位.统计数') ? '参照公务员法管理的事业单位' : '';
}

function doubled(unit: string, books: readonly UnitBook[]): UserError {
  const files = books.map(({ file }) => file).join('、');
  return new UserError(
    { code: 'ambiguousUnit', unit },
    `“${unit}”有 ${books.length} 份不同的工作簿（${files}），不知道汇总哪一份。请只留定稿后再运行。`,
  );
}

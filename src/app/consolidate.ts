import { arrangeUnits, type GivenBook, type LeftOut } from '../consolidate/arrange';
import { cellsIn } from '../consolidate/cells';
import { consolidateBooks } from '../consolidate/consolidate';
import type { Consolidation } from '../consolidate/model';
import { UserError } from '../kernel/errors';
import type { Workbook } from '../kernel/workbook';
import { readWorkbook } from '../reading/read';

/** A workbook as a door has opened it; `content` is the same for files of equal content. */
export interface OpenedBook {
  readonly workbook: Workbook;
  readonly content: string;
}

export interface Consolidated {
  readonly result: Consolidation;
  /** Files that take no part, with the reason. */
  readonly left: readonly LeftOut[];
}

/** Reads a workbook into its amounts. Throws UserError where it is none of ours. */
export async function readGiven({ workbook, content }: OpenedBook): Promise<GivenBook> {
  const { facts } = await readWorkbook(workbook);
  return { book: { file: workbook.file, unit: facts.unitName, year: facts.year, cells: cellsIn(facts) }, content };
}

/**
 * 汇总核对: the 汇总 against the sum of its units. `unread` are files that the door could not use. Throws UserError where no
 * unit is left.
 */
export function consolidate(whole: GivenBook, given: readonly GivenBook[], unread: readonly LeftOut[] = []): Consolidated {
  const { units, left } = arrangeUnits(whole, given);
  const all = [...unread, ...left];
  if (units.length === 0) throw noUnits(all);
  return {
    result: consolidateBooks(
      whole.book,
      units,
      all.map(({ file }) => file),
    ),
    left: all,
  };
}

export function noUnits(left: readonly LeftOut[]): UserError {
  const why = left.map(({ file, why: reason }) => `\n${file}：${reason}`).join('');
  return new UserError({ code: 'noForms' }, `没有可以汇总的单位报表。请给出同一年度各单位的部门决算工作簿（.xlsx 或 .xls）。${why}`);
}

import type { Aside, CheckReport } from '../facts/outcome';
import type { Workbook } from '../kernel/workbook';
import { noProgress, type Progress } from '../kernel/progress';
import { UserError } from '../kernel/errors';
import { plainText } from '../kernel/plain';
import type { FactSet, Years } from '../facts/fact-set';
import { readWorkbook, type ReadOptions, type WorkbookReading } from '../reading/read';
import { readSupplementSheet } from '../supplements/read-sheet';
import { emptySupplements, mergeSupplements } from '../supplements/merge';
import type { Supplements } from '../supplements/supplements';
import { WHOLE_NOTES } from '../sheets/whole/notes';
import type { AnyRule } from '../rules/rule';
import { startCheck, type CheckInput, type CheckSession } from '../checks/check';
import { isOwnSheet, ownSheets } from '../kernel/own-sheets';
import { changedSheets, withKnownSheets } from './changed-sheets';
import { keptPriors } from './kept-priors';
import { findOwnSheet } from './own-sheets';
import { unitsSupplied } from './whole-notes';

export interface CheckRequest {
  readonly workbook: Workbook;
  /** Last year's workbook of the same unit. */
  readonly prior?: Workbook;
  /** Supplements from elsewhere (the JSON of the command line); they win over the 补充信息 sheet. */
  readonly supplement?: Supplements;
  /** Which copy counts, where one form stands in two sheets: `{ Z04: 'Z04 (2)' }`. */
  readonly choose?: ReadOptions['choose'];
  /** The user has confirmed that last year's workbook is of this unit under its former name. */
  readonly allowRenamedUnit?: boolean;
  /** Which budget the profile speaks of; 全年预算数 unless it says otherwise. */
  readonly budget?: CheckInput['budget'];
  /** What was found before the last edits of this very workbook: only what depends on changed sheets is checked again. */
  readonly since?: Checked;
}

/**
 * Everything known after reading and checking; the report is written from it without reading again. `years` and
 * `supplements` stay the very objects of `since` where nothing that they hold has changed.
 */
export interface Checked {
  readonly workbook: Workbook;
  readonly years: Years;
  readonly supplements: Supplements;
  /** Last year's own supplements, offered as a start for this year's reasons. */
  readonly lastSupplements?: Supplements;
  readonly asides: readonly Aside[];
  readonly report: CheckReport;
  /** What was asked for, but for the workbook itself. */
  readonly request: Omit<CheckRequest, 'workbook' | 'since'>;
  /** For checking again after an edit. */
  readonly again: {
    readonly session: CheckSession;
    readonly now: WorkbookReading;
    readonly before?: WorkbookReading;
  };
}

/**
 * Reads this year's workbook (and last year's), then checks every rule. Nothing is written.
 * Throws UserError where nothing can be used, or where last year's workbook is not last year's.
 */
export async function check(request: CheckRequest, rules: readonly AnyRule[], progress: Progress = noProgress): Promise<Checked> {
  const { workbook: read, since, ...asked } = request;
  const workbook = since ? withKnownSheets(since.workbook, read) : read;
  const now = await readWorkbook(workbook, progress, { choose: request.choose });
  // Last year's workbook is not edited here: the same snapshot is not read twice, and what rests on it stays checked.
  const sameBefore = request.prior !== undefined && since?.request.prior === request.prior;
  const before = sameBefore ? since!.again.before! : request.prior && (await readWorkbook(request.prior, progress));
  if (before) refuseWrongPrior(now.facts, before.facts, request.allowRenamedUnit ?? false);

  const changed = since && changedSheets({ workbook: since.workbook, tables: since.again.now.tables }, { workbook, tables: now.tables });
  const sameSupplements =
    changed?.has(ownSheets.supplement) === false &&
    !changed.has(WHOLE_NOTES) &&
    since?.request.supplement === request.supplement &&
    !since?.request.prior === !request.prior;
  const own = supplementSheetOf(workbook);
  const last = sameBefore ? since!.lastSupplements : request.prior && supplementSheetOf(request.prior)?.supplements;
  const supplements = sameSupplements ? since!.supplements : suppliedIn(request, own?.supplements);
  const sameYears =
    changed !== undefined &&
    [...changed].every(isOwnSheet) &&
    since!.workbook.file === workbook.file &&
    since!.request.prior === request.prior;
  const years: Years = sameYears ? since!.years : before ? { now: now.facts, before: before.facts } : { now: now.facts };

  const input: CheckInput = {
    years,
    supplements,
    tables: [...now.tables, ...(before?.tables ?? [])],
    problems: [...now.problems, ...problemsOfLastYear(before), ...(own?.problems ?? [])],
    asides: own?.asides ?? [],
    budget: request.budget,
  };
  const session = changed ? await since!.again.session.recheck(input, [...changed], progress) : await startCheck(input, rules, progress);
  return {
    workbook,
    years,
    supplements,
    lastSupplements: last,
    asides: own?.asides ?? [],
    report: session.report,
    request: asked,
    again: { session, now, before },
  };
}

const problemsOfLastYear = (before: WorkbookReading | undefined): WorkbookReading['problems'] => before?.problems ?? [];

const supplementSheetOf = (workbook: Workbook): ReturnType<typeof readSupplementSheet> | undefined => {
  const sheet = findOwnSheet(workbook, ownSheets.supplement);
  return sheet && readSupplementSheet(sheet);
};

/** What a person supplies; the units of a 汇总 made here, and figures of last year that an earlier report left, come last. */
function suppliedIn({ workbook, prior, supplement = emptySupplements }: CheckRequest, own = emptySupplements): Supplements {
  const sheet = findOwnSheet(workbook, ownSheets.supplement);
  const supplied = mergeSupplements(unitsSupplied(workbook), mergeSupplements(own, supplement));
  return sheet && !prior ? mergeSupplements(keptPriors(sheet), supplied) : supplied;
}

/** A comparison with the wrong year or another unit is worse than none. */
function refuseWrongPrior(now: FactSet, before: FactSet, allowRenamed: boolean): void {
  if (now.year !== undefined && before.year !== undefined && before.year !== now.year - 1) {
    throw new UserError(
      { code: 'wrongYear', found: before.year, wanted: now.year - 1 },
      `上年工作簿“${before.file}”是${before.year}年度的，本年工作簿“${now.file}”是${now.year}年度的。请选择${now.year - 1}年度的部门决算工作簿。`,
      { file: before.file },
    );
  }
  if (now.unitName && before.unitName && plainText(now.unitName) !== plainText(before.unitName) && !allowRenamed) {
    throw new UserError(
      { code: 'renamedUnit', before: before.unitName, now: now.unitName },
      `上年工作簿“${before.file}”的编制单位是“${before.unitName}”，本年是“${now.unitName}”。请选择同一单位的上年工作簿；如果单位已更名，请确认后再用。`,
      { file: before.file },
    );
  }
}

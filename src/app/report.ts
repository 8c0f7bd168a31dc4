import type { CheckReport } from '../facts/outcome';
import { writeReport } from '../narrative/write';
import type { Section } from '../narrative/section';
import type { Profile } from '../narrative/profile';
import type { ReportDocument } from '../narrative/document';
import { published } from '../narrative/published';
import { ownSheets, type SheetPicture } from '../sheets/picture';
import { withKept } from '../sheets/report-edits';
import { reportSheet } from '../sheets/report-sheet';
import { traceSheet } from '../sheets/trace-sheet';
import { findingsSheet } from '../sheets/findings-sheet';
import { cellIn, snapshotOf } from '../sheets/snapshot';
import { supplementSheet } from '../sheets/supplement-sheet';
import { readSupplementSheet } from '../supplements/read-sheet';
import type { Supplements } from '../supplements/supplements';
import type { Checked } from './check';
import { findOwnSheet, refuseForeignSheets } from './own-sheets';
import { marksOf } from './marks';
import type { Mark } from './ports';

/** The registries and settings a door hands in. */
export interface ReportSettings {
  readonly sections: readonly Section[];
  readonly profile: Profile;
  /** Date printed on 核对结果, e.g. 2025-08-12; the core knows no clock. */
  readonly date: string;
}

export interface ReportOutput {
  /** Our wording; `published` (narrative) gives the text with the words that a person has put on the sheet. */
  readonly document: ReportDocument;
  readonly check: CheckReport;
  /** In the order they are to stand behind the user's sheets. */
  readonly pictures: readonly SheetPicture[];
  readonly marks: readonly Mark[];
}

/**
 * Writes the 情况说明 and the pictures of our four sheets from a finished check. Touches no host.
 * Throws UserError where a sheet of the user's has the name of one of ours.
 */
export function report(checked: Checked, settings: ReportSettings): ReportOutput {
  const steps = reportSteps(checked, settings);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** The same in steps, each named as it begins: a pane breathes between them. */
export function* reportSteps(checked: Checked, settings: ReportSettings): Generator<string, ReportOutput> {
  refuseForeignSheets(checked.workbook);
  const { workbook, years, supplements, asides } = checked;
  const sheet = findOwnSheet(workbook, ownSheets.report);
  const write = (known: Supplements): ReportDocument =>
    withKept(writeReport({ years, supplements: known }, settings.sections, settings.profile), sheet);
  const previous = findOwnSheet(workbook, ownSheets.supplement);
  yield '写出说明';
  const first = published(write(supplements));
  yield '整理补充信息';
  const filled = supplementSheet({
    document: first,
    profile: settings.profile,
    years,
    supplements,
    asides,
    last: checked.lastSupplements,
    previous,
  });
  // A supplied value may come from a JSON file or move to another row: text and trace point to where it will stand.
  yield '写出说明';
  const document = write(readSupplementSheet(snapshotOf(filled)).supplements);
  yield '排版“情况说明”';
  const text = reportSheet(document, sheet);
  yield '排版“数据溯源”';
  const trace = traceSheet(document, { priorFile: years.before?.file, raw: (at) => cellIn(workbook, at) });
  yield '排版“核对结果”';
  const { unit, year } = checked.report;
  const findings = findingsSheet(checked.report, { file: workbook.file, date: settings.date, unit, year });
  return { document, check: checked.report, pictures: [text, trace, findings, filled], marks: marksOf(checked.report) };
}

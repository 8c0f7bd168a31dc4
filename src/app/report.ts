import type { Aside, CheckReport } from '../facts/outcome';
import type { PublishedDocument, ReportDocument } from '../narrative/document';
import { placed, type Places } from '../narrative/placed';
import { ownSheets } from '../kernel/own-sheets';
import { about, type Slices } from '../kernel/slices';
import type { SheetPicture } from '../sheets/picture/picture';
import { reportSlices } from '../sheets/report/sheet';
import { traceSlices } from '../sheets/trace/sheet';
import { findingsSheet } from '../sheets/findings/sheet';
import { cellIn, snapshotOf } from '../sheets/picture/snapshot';
import { supplementSlices } from '../sheets/supplement/sheet';
import { readSupplementSheet } from '../supplements/read-sheet';
import type { Supplements } from '../supplements/supplements';
import type { Dossier } from './dossier';
import { findOwnSheet, refuseForeignSheets } from './own-sheets';
import { marksOf } from './marks';
import type { Pictures } from './pictures';
import type { Mark } from './ports';
import { publishedOf } from './published-words';

export interface ReportOptions {
  /** Date printed on 核对结果, e.g. 2025-08-12; the core knows no clock. */
  readonly date: string;
  /** Takes the place of the draft: one with sentences that the user has not accepted yet. */
  readonly document?: ReportDocument;
}

export interface ReportOutput {
  /** Our wording. */
  readonly document: ReportDocument;
  /** The text to print: with the words that a person has put on the sheet. */
  readonly published: PublishedDocument;
  readonly check: CheckReport;
  readonly pictures: Pictures;
  readonly marks: readonly Mark[];
}

/** 补充信息 as it is to stand with these contents, and where each value then stands. */
export interface SupplementPicture {
  readonly picture: SheetPicture;
  readonly places: Places;
}

/** In slices. Throws UserError where a sheet of the user's has that name. */
export function* supplementPicture(
  { checked, profile, draft }: Dossier,
  supplements: Supplements = checked.supplements,
  asides: readonly Aside[] = checked.asides,
  document: PublishedDocument = publishedOf(checked.workbook, draft),
): Slices<SupplementPicture> {
  refuseForeignSheets(checked.workbook, [ownSheets.supplement]);
  const previous = findOwnSheet(checked.workbook, ownSheets.supplement);
  const { years, lastSupplements: last } = checked;
  const picture = yield* supplementSlices({ document, profile, years, supplements, asides, last, previous });
  yield;
  const { entries } = readSupplementSheet(snapshotOf(picture)).supplements;
  return { picture, places: new Map([...entries].map(([key, { at }]) => [key, at])) };
}

/**
 * The pictures of our four sheets, in steps, each named as it begins: a pane breathes between them. Touches no host and
 * writes no sentence anew. Throws UserError where a sheet of the user's has the name of one of ours.
 */
export function* reportSteps(dossier: Dossier, { date, document: draft = dossier.draft }: ReportOptions): Generator<string, ReportOutput> {
  const { checked } = dossier;
  const { workbook, years, report: check } = checked;
  refuseForeignSheets(workbook);
  yield '整理补充信息';
  const text = publishedOf(workbook, draft);
  const { picture, places } = yield* about('整理补充信息', supplementPicture(dossier, undefined, undefined, text));
  yield '排版“情况说明”';
  const document = placed(draft, places);
  const report = yield* about('排版“情况说明”', reportSlices(document, findOwnSheet(workbook, ownSheets.report)));
  yield '排版“数据溯源”';
  const printed = placed(text, places);
  const trace = yield* about('排版“数据溯源”', traceSlices(printed, { priorFile: years.before?.file, raw: (at) => cellIn(workbook, at) }));
  yield '排版“核对结果”';
  const findings = findingsSheet(check, { file: workbook.file, date, unit: check.unit, year: check.year });
  const pictures: Pictures = { 情况说明: report, 数据溯源: trace, 核对结果: findings, 补充信息: picture };
  return { document, published: printed, check, pictures, marks: marksOf(check) };
}

/** Steps that are told while a report is made: the length of its progress. */
export const reportStepCount = 4;

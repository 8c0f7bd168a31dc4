import type { Workbook } from '../kernel/workbook';
import { ownSheets } from '../kernel/own-sheets';
import type { Kept, PublishedDocument, ReportDocument } from '../narrative/document';
import { published } from '../narrative/published';
import { keptOf } from '../sheets/report/edits';
import { findOwnSheet } from './own-sheets';

/** What a person has written on the sheet 情况说明 of this workbook, by the pieces of the text. */
export const keptIn = (workbook: Workbook, draft: ReportDocument): Kept | undefined =>
  keptOf(draft, findOwnSheet(workbook, ownSheets.report));

/** A draft as it would be printed now, with these words. */
export const publishedOf = (workbook: Workbook, draft: ReportDocument): PublishedDocument => published(draft, keptIn(workbook, draft));

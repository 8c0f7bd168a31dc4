import type { CellRef } from '../kernel/workbook';
import type { Inline } from '../narrative/document';
import type { ReportInput } from '../narrative/input';
import { contradictions } from '../narrative/reasons';
import type { RolledCounts, RolledParagraph, RolledText } from './model';
import { ownText, thisYear, type Writing } from './own';
import { rollOwn } from './own-roll';

/** Last year's document: its lines as read, in order, and its file name. */
export interface LastDocument {
  readonly file: string;
  readonly lines: readonly string[];
}

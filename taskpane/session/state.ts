import type { Dossier } from '../../src/app/dossier';
import type { Kept, ReportDocument } from '../../src/narrative/document';
import type { CellRef } from '../../src/kernel/workbook';
import type { Profile } from '../../src/narrative/profile';
import type { Refused } from '../../src/app/refused-words';
import type { StaleParagraph } from '../../src/app/stale';

/** A long job under way. `total` 0 = length unknown. */
export interface Work {
  readonly what: 'reading' | 'checking' | 'writing' | 'saving';
  readonly step: string;
  readonly done: number;
  readonly total: number;
  readonly cancellable: boolean;
}

/** Something the user must know, in words of the user. `details` only for failures of ours. */
export interface Problem {
  readonly message: string;
  /** What has not been changed, or is to be done. */
  readonly after?: string;
  readonly details?: string;
  /** Last year's workbook bears another unit name; the user may confirm that the unit was renamed. */
  readonly renamed?: boolean;
}

/** What the last 生成说明 of this session put into the workbook. */
export interface Written {
  readonly document: ReportDocument;
  /** Against the sheet that stood there before; undefined at the first time. */
  readonly changed?: number;
}

/** With the dossier of the workbook that is open: its profile, its check and its draft. */
export interface PaneState extends Partial<Dossier> {
  /** start = nothing opened yet; unusable = opened, but no form could be used. */
  readonly phase: 'start' | 'reading' | 'ready' | 'unusable';
  readonly file?: string;
  readonly work?: Work;
  readonly problem?: Problem;
  /** A profile of the unit's own, offered beside those of the product. */
  readonly own?: Profile;
  /** Words of a person on the sheet 情况说明. */
  readonly kept?: Kept;
  readonly written?: Written;
  /** A 情况说明 sheet stands in the workbook, from this session or an earlier one. */
  readonly hasReport: boolean;
  /** Sheets of ours that a run which broke off has left unfinished. */
  readonly unfinished: readonly string[];
  readonly stale: readonly StaleParagraph[];
  readonly prior?: { readonly file: string };
  /** Cells changed since the check that is shown; a new check is on its way. */
  readonly outdated: boolean;
  readonly marked: boolean;
  /** The marks are those of an earlier check: writing them now would cost the user the list of undo steps. */
  readonly marksBehind: boolean;
  /** Sheets that could not be marked, and why. */
  readonly refused: readonly Refused[];
  readonly selected?: Pick<CellRef, 'sheet' | 'a1'>;
  /** How many of its parts the report shows, from the top: they are drawn one after the other when a workbook is opened. */
  readonly parts: number;
  /** A short word after an action: 已生成、已保存. */
  readonly notice?: string;
}

/** 核对, 补充信息, 说明. */
export const allParts = 3;

export const startState: PaneState = {
  phase: 'start',
  hasReport: false,
  unfinished: [],
  stale: [],
  outdated: false,
  marked: false,
  marksBehind: false,
  refused: [],
  parts: 0,
};

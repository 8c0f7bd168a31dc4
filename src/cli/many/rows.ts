import type { BookletPart } from '../../booklet/parts';
import type { CheckJson } from '../check/json';

/** Whose files they are, and the unit's folder in the output. */
export interface UnitFiles {
  readonly unit: string;
  readonly year: number;
  readonly now: string;
  readonly prior?: string;
  readonly folder: string;
}

/** What is to be done for one unit; plain data, so that a thread can do it. */
export interface UnitJob extends UnitFiles {
  readonly command: 'check' | 'report';
  readonly profile: string;
  /** The result of a check is wanted as JSON. */
  readonly json: boolean;
  readonly tables: boolean;
  readonly whole: boolean;
  readonly leaveOut: readonly BookletPart[];
  /** ISO. */
  readonly date: string;
}

/** What became of it. */
export interface UnitRow {
  readonly unit: string;
  readonly year: number;
  readonly file: string;
  readonly prior?: string;
  readonly folder: string;
  /** 'kept' = done by an earlier run over the same files; nothing was written again. */
  readonly status: 'done' | 'kept' | 'failed';
  readonly errors: number;
  readonly warnings: number;
  readonly missing: number;
  readonly counts?: CheckJson['counts'];
  /** Findings of severity error by rule. */
  readonly rules: Readonly<Record<string, number>>;
  /** What has to be filled in. */
  readonly asks: readonly string[];
  /** Why it failed. */
  readonly message?: string;
}

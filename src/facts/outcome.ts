import type { Phrase } from './phrase';
import type { CellRef, Role } from '../kernel/workbook';
import type { Source } from '../kernel/source';

/** error = 强制 (基本平衡、逻辑性公式); warning = 提示 (核实性公式); info = 舍入差 and other remarks. */
export type Severity = 'error' | 'warning' | 'info';

/** One side of an equation, or one term of it, with the cells that make it up. `value` is a decimal string in 元 (or a count). */
export interface Term {
  readonly text: string;
  readonly value: string;
  readonly cells: readonly CellRef[];
}

/** Words of a text: the paragraph by its number from 0, its characters from `start` up to `end`. */
export interface TextSpan {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

/** What a finding is about: a broken rule, a difference within the printed digits, a form that is hard to read, what a person supplied, a text. */
export type FindingKind = 'rule' | 'rounding' | 'reading' | 'supplied' | 'text';

/** One thing that is wrong at one place: a cell (the first of `cells` is the one to look at), or words of a text that rest on cells. */
export interface Finding {
  /** Stable within a run and between runs over unchanged cells: rule id + place. */
  readonly id: string;
  readonly rule: string;
  readonly kind: FindingKind;
  readonly severity: Severity;
  readonly title: string;
  /** What is wrong, by how much, where; ends with 。 A phrase until a door prints it. */
  readonly message: Phrase;
  /** What to do next. */
  readonly hint: string;
  readonly source: Source;
  readonly cells: readonly CellRef[];
  /** Set where the finding is about words of a text. */
  readonly span?: TextSpan;
  readonly left?: Term;
  readonly right?: Term;
  /** left − right, decimal string in 元. */
  readonly difference?: string;
  /** The equation in words, with names of rows and columns and the printed values. */
  readonly equation?: Phrase;
  /** Group of findings that share one cause. */
  readonly group: string;
  readonly cause?: Phrase;
  /** Fingerprint of the values of all cells of the finding: a set-aside holds only while it stays the same. */
  readonly fingerprint: string;
  /** Set when a person has set the finding aside (已核实). */
  readonly aside?: { readonly reason: string; readonly by?: string; readonly at?: string };
}

/** Findings with one cause; `cells[0]` is the most likely culprit. */
export interface CauseGroup {
  readonly id: string;
  /** cell: one wrong cell; pattern: one mistake that spoiled many cells; heading: the heading of a sheet; rounding: all 舍入差; single: a finding of which no cause is known; rest: many of these. */
  readonly kind: 'cell' | 'pattern' | 'heading' | 'rounding' | 'single' | 'rest';
  readonly severity: Severity;
  /** One sentence for the card: which cell, by how much, why it is suspected. */
  readonly title: Phrase;
  readonly why: Phrase;
  /** Signed difference of the suspected cell in 元 (what it is too high by), when one is known. */
  readonly difference?: string;
  readonly cells: readonly CellRef[];
  /** Ids of the findings. */
  readonly findings: readonly string[];
  /** 差额侦探: explanations, each with the cells that show it. Doors put 可能 before them. */
  readonly clues: readonly { readonly text: Phrase; readonly cells: readonly CellRef[] }[];
}

/** One row of the 检查台账: what became of a rule over all its places. */
export interface LedgerEntry {
  readonly rule: string;
  readonly title: string;
  readonly severity: Severity;
  readonly source: Source;
  readonly formula: string;
  readonly passed: number;
  /** Differences within the rounding of the printed digits; counted inside neither passed nor failed. */
  readonly rounding: number;
  readonly failed: number;
  readonly blocked: number;
  readonly notApplicable: number;
  /** Places of which every cell is blank: nothing to check, counted nowhere else. */
  readonly empty: number;
  /** Why places were not checked, and why others need not be. */
  readonly whyBlocked: readonly Why[];
  readonly whyNotApplicable: readonly Why[];
}

/** A reason in words, and how many places have it; a place may have several. */
export interface Why {
  readonly reason: string;
  readonly places: number;
}

export interface Counts {
  readonly passed: number;
  readonly rounding: number;
  readonly failed: number;
  readonly blocked: number;
  readonly notApplicable: number;
  /** Places of which every cell is blank: neither 平 nor 不平. */
  readonly empty: number;
}

/** What was read of a form. */
export interface TableStatus {
  readonly id: string;
  readonly title: string;
  readonly status: 'read' | 'missing' | 'unrecognised' | 'duplicate';
  /** An error among the findings says why the form could not be read. */
  readonly told?: boolean;
  readonly role: Exclude<Role, '补充'>;
  readonly sheet?: string;
  readonly unit?: '元' | '万元';
  readonly year?: number;
  /** Number of data rows read. */
  readonly rows?: number;
  /** In words: why it was not read, what that blocks, what to do. */
  readonly note?: string;
}

/** The whole result of checking one workbook. */
export interface CheckReport {
  readonly unit: string;
  /** undefined where no form prints a year: never 0, and never guessed. */
  readonly year: number | undefined;
  readonly tables: readonly TableStatus[];
  readonly findings: readonly Finding[];
  readonly groups: readonly CauseGroup[];
  /** In words, when the search for causes was broken off: findings without a cause then stand alone. */
  readonly cut?: string;
  readonly ledger: readonly LedgerEntry[];
  readonly counts: Counts;
}

/** A finding that a person has verified and set aside (已核实). It holds only while the fingerprint stays the same. */
export interface Aside {
  readonly id: string;
  readonly rule: string;
  readonly fingerprint: string;
  readonly reason: string;
  /** ISO date, as given by the door. */
  readonly at: string;
}

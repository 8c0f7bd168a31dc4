import type Decimal from 'decimal.js';
import type { Phrase } from '../facts/phrase';
import type { Traced } from '../facts/traced';
import type { CellRef } from '../kernel/workbook';
import type { BookCells, FormPlace } from './cells';

/** One workbook of a unit, as it was given. */
export interface UnitBook {
  readonly file: string;
  readonly unit: string;
  readonly year: number | undefined;
  readonly cells: BookCells;
  /** 行政单位 …, where its own 补充信息 says so. */
  readonly kind?: string;
}

/** A unit with its workbooks of the year: more than one where several that differ were given. */
export interface UnitVersions {
  readonly unit: string;
  readonly books: readonly [UnitBook, ...UnitBook[]];
}

/** A place at which the 汇总 and the sum of the units differ. */
export interface PlaceDifference {
  readonly place: FormPlace;
  /** Row and column as printed: 行政运行 · 基本支出. */
  readonly label: string;
  /** The cell of the 汇总; of a row that it does not print, that of its 合计. */
  readonly at: CellRef;
  readonly whole: Traced;
  readonly units: Traced;
  /** whole − units. */
  readonly difference: Traced;
}

/** Why the 汇总 differs. The ids are kept: scripts rely on them. */
export type CauseRule =
  'C-OMITTED' | 'C-TWICE' | 'C-VERSION' | 'C-MONEY' | 'C-CELL' | 'C-EXTRA' | 'C-FORM' | 'C-ABSENT' | 'C-TEXT' | 'C-OTHER';

/** One cause with all that follows from it. */
export interface WholeCause {
  readonly rule: CauseRule;
  /** In a few words: “甲”没有汇入. */
  readonly likely: string;
  readonly message: Phrase;
  /** What to do. */
  readonly hint: string;
  /** The unit and the file that it is about. */
  readonly unit?: string;
  readonly file?: string;
  /** Units of which one is meant, where nothing tells them apart. */
  readonly candidates?: readonly string[];
  /** Cells of the 汇总, the one to look at first in front. */
  readonly cells: readonly CellRef[];
  /** Of the first cell, in 元 or as a count. */
  readonly difference?: Traced;
  readonly places: readonly PlaceDifference[];
}

/** Money that a department and its units pay each other, and that the 汇总 leaves out – or still holds. */
export interface Elimination {
  readonly name: string;
  readonly state: 'eliminated' | 'open';
  readonly message: Phrase;
  readonly amount: Decimal;
  readonly cells: readonly CellRef[];
}

export interface Consolidation {
  readonly whole: UnitBook;
  readonly units: readonly UnitVersions[];
  /** The likeliest first. Empty = the 汇总 is the sum of its units. */
  readonly causes: readonly WholeCause[];
  readonly eliminations: readonly Elimination[];
  readonly counts: {
    /** Places that both sides were compared at. */
    readonly cells: number;
    readonly equal: number;
    readonly different: number;
    /** Within the rounding of the printed digits. */
    readonly rounding: number;
    /** Differences that are what was eliminated. */
    readonly eliminated: number;
    /** Places that could not be compared. */
    readonly unread: number;
  };
}

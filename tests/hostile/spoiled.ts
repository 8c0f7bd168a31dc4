import type { Workbook } from '../../src/kernel/workbook';
import type { Base } from './base';

export type Random = () => number;

/** A row that is wrong as a whole: its form, its code, and where it stands or should stand. */
interface SpoiledRow {
  readonly form: string;
  readonly code: string;
  /** The code that now stands there, where it was changed. */
  readonly written?: string;
  readonly sheet: string;
  readonly near: readonly number[];
}

/** A spoiled workbook, and what a person would have to be told. */
export interface Spoiled {
  readonly workbook: Workbook;
  /** Cells that are wrong, `sheet!A1`. */
  readonly cells: ReadonlySet<string>;
  /** A row that is wrong as a whole. */
  readonly row?: SpoiledRow;
  /** Further rows that are. */
  readonly more?: readonly SpoiledRow[];
  /** Checked without last year's workbook. */
  readonly alone?: boolean;
}

export interface Kind {
  readonly name: string;
  /** What the first group has to say of a mistake that spoils many cells. */
  readonly says?: RegExp;
  /** The form whose formulas are remarks: here they count as found. */
  readonly remark?: string;
  /** Undefined where the base has no place for it. */
  readonly spoil: (base: Base, random: Random) => Spoiled | undefined;
}

export const pick = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)]!;

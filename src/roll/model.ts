import type { CellRef } from '../kernel/workbook';

/** One change of words in a paragraph: `start` and `end` are offsets in last year's text; equal for an insertion. */
export interface RolledChange {
  readonly start: number;
  readonly end: number;
  readonly from: string;
  readonly to: string;
  /** Cells that this year's words rest on. */
  readonly cells: readonly CellRef[];
}

/** A stretch of last year's text that a person must look at, and why. */
export interface OpenSpot {
  readonly start: number;
  readonly end: number;
  /** For the accountant; ends with 。 */
  readonly why: string;
  /** figure = a number that stays as printed; reason = words of a person that may no longer fit; list = an item to be written. */
  readonly kind: 'figure' | 'reason' | 'list';
}

/** rolled = every figure is this year's; kept = states no figure; open = something in it is for a person to decide. */
type RolledStatus = 'rolled' | 'kept' | 'open';

export interface RolledParagraph {
  /** Number of the paragraph in last year's document; of an inserted one, of the paragraph it stands behind. */
  readonly index: number;
  /** As last year printed it; '' for an inserted paragraph. */
  readonly last: string;
  /** This year's; '' for a paragraph that goes. */
  readonly text: string;
  readonly status: RolledStatus;
  /** Why it is open, or what became of it; '' for kept ones. */
  readonly why: string;
  readonly changes: readonly RolledChange[];
  readonly open: readonly OpenSpot[];
  /** `insert` stands behind `index`, in the look of `like`. */
  readonly act: 'change' | 'insert' | 'remove';
  readonly like?: number;
  /** A whole row of a table comes (behind the row of `index`, in the look of that of `like`) or goes. */
  readonly row?:
    | { readonly kind: 'new'; readonly like: number; readonly texts: readonly string[] }
    | { readonly kind: 'gone'; readonly paragraphs: readonly number[] };
}

/** Last year's document as this year's, paragraph by paragraph, in the order of this year's text. */
export interface RolledText {
  /** Year of last year's document, and of this year's. */
  readonly from: number;
  readonly to: number;
  readonly paragraphs: readonly RolledParagraph[];
  readonly counts: RolledCounts;
}

export interface RolledCounts {
  /** Figures of last year's sections, and how many of them now are this year's, or wait for a person. */
  readonly figures: number;
  readonly rolled: number;
  readonly open: number;
}

/** 共 n 个数，已更新 m，待核 k。 */
export const countsText = ({ figures, rolled, open }: RolledCounts): string => `共 ${figures} 个数，已更新 ${rolled}，待核 ${open}。`;

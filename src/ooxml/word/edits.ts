import type { WordParagraph } from './model';

/** Who signs, and when: an ISO date and time. The core knows no clock. */
export interface Signature {
  readonly author: string;
  readonly date: string;
}

/**
 * What is to be written, in terms of the document as read: paragraphs by `index`, characters by their offset in `text`, `end`
 * exclusive. Changes of one paragraph must not overlap; comments may lie anywhere.
 */
export type WordEdit =
  /** A Word comment at these words. In a text box or a note, where Word allows none, it stands at the box or the note's mark. */
  | { readonly kind: 'comment'; readonly paragraph: number; readonly start: number; readonly end: number; readonly text: string }
  /** Tracked: the words give way to `text` in the look of the first of them. start = end inserts; an empty text deletes. */
  | {
      readonly kind: 'replace';
      readonly paragraph: number;
      readonly start: number;
      readonly end: number;
      readonly text: string;
      /** Without the highlight that the old words bear. */
      readonly plain?: true;
    }
  /** Tracked: the whole paragraph goes. */
  | { readonly kind: 'remove'; readonly paragraph: number }
  /** Tracked: a new paragraph behind another, in the look of it or of `like`. Several behind one stand in the order given. */
  | { readonly kind: 'insert'; readonly after: number; readonly text: string; readonly like?: number }
  /** Tracked: a new row behind the row of a paragraph, in the look of the row of `like`; one text per cell. */
  | { readonly kind: 'insertRow'; readonly after: number; readonly like: number; readonly texts: readonly string[] }
  /** Tracked: the row goes; these are all paragraphs in it. */
  | { readonly kind: 'removeRow'; readonly paragraphs: readonly number[] };

/** May these words be replaced? Not where a formula is among them: it can only be commented on. */
export const replaceable = (paragraph: WordParagraph, start: number, end: number): boolean =>
  paragraph.pieces.every(({ from, to, run, node }) => run !== node || to <= start || from >= end);

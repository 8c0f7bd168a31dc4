import type { TextClaim, Figure, YearUse } from '../../proof/links/claim';
import type { ProofBlock } from '../../proof/text/document';
import type { Topic } from '../../proof/links/topics';
import type { OpenSpot } from '../model';
import type { Edits } from './edits';
import type { FigureStyle } from './printing';
import type { TwoYears } from './target';

/** A figure with what last year's cells say of it. */
export interface JudgedFigure {
  readonly figure: Figure;
  readonly proved: boolean;
  /** Why it stays as printed, where it does. */
  readonly why: string;
}

/** One paragraph of last year's document with everything that is known of it, and the edits that it gets. */
export interface RollLine {
  readonly block: ProofBlock;
  readonly topic: Topic;
  readonly claims: readonly TextClaim[];
  readonly figures: readonly JudgedFigure[];
  readonly years: readonly YearUse[];
  readonly edits: Edits;
  readonly open: OpenSpot[];
}

/** What all paragraphs of a document share. */
export interface RollContext {
  readonly years: TwoYears;
  readonly style: FigureStyle;
  /** Year of last year's document. */
  readonly from: number;
  /** This year's, one more, unless a text is rolled back. */
  readonly to: number;
}

export const spanText = ({ block }: RollLine, { start, end }: { readonly start: number; readonly end: number }): string =>
  block.text.slice(start, end);

import type { Marker } from './marker';
import type { Plain } from './plain';

/** A cell of a row: the paragraph that holds it, and where its text begins there. */
export interface RowCell {
  readonly paragraph: number;
  readonly start: number;
  readonly text: string;
  /** Zero-based column of the table's grid, where cells are merged. */
  readonly column?: number;
}

/** A paragraph as the source has it. Its number is its place among all paragraphs of the source, from 0. */
export interface SourceParagraph {
  readonly index: number;
  readonly text: string;
  /** A row of a table: the texts of its cells, in order. */
  readonly row?: readonly string[];
  /** Where these cells stand, if they are paragraphs of their own. */
  readonly cells?: readonly RowCell[];
  /** Number of the table that the row belongs to, where the source tells tables apart. */
  readonly table?: number;
  /** The number that a word processor prints in front and that is no part of the text: 一、 */
  readonly label?: string;
  /** A line of the 目录. */
  readonly contents?: true;
  /** Outline level that a word processor states, from 1. */
  readonly outline?: number;
  /** Cell of the sheet 情况说明 that holds it. */
  readonly at?: { readonly sheet: string; readonly a1: string };
}

/** heading = a title; paragraph = sentences; row = a row of a table; contents = a line of the 目录, or an outline repeated elsewhere. */
export type BlockKind = 'heading' | 'paragraph' | 'row' | 'contents';

export interface ProofBlock extends SourceParagraph {
  readonly kind: BlockKind;
  readonly plain: Plain;
  readonly marker?: Marker;
  /** The title in plain words without its number: of a heading, or of a paragraph that begins with one (（一）收入情况。…). */
  readonly title?: string;
  /** Where the sentences begin in the plain text: behind the number and a title that stands in front. */
  readonly body: number;
}

export interface ProofDocument {
  readonly file: string;
  readonly blocks: readonly ProofBlock[];
}

export type { TextSpan } from '../../facts/outcome';

import type { Node } from '../tree';

/** Where a paragraph stands. A 'box' is a text box; its paragraphs come right after the one that holds the box. */
export type Place = 'body' | 'cell' | 'box' | 'footnote' | 'endnote';

/** A stretch of a paragraph's text and the element of a run that prints it. */
export interface Piece {
  /** Offsets in `WordParagraph.text`, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** The run (w:r), and in it the w:t, w:tab, w:br … */
  readonly run: Node;
  readonly node: Node;
  /**
   * Where the characters stand in the part's XML. `exact` when each can be cut from the next; otherwise (CDATA, a formula, a
   * tab) the piece is only taken whole.
   */
  readonly raw: { readonly from: number; readonly to: number };
  readonly exact: boolean;
}

/** A mark of a footnote or endnote in the text: before the character at `at`. */
export interface NoteMark {
  readonly kind: 'footnote' | 'endnote';
  readonly id: string;
  readonly at: number;
  readonly run: Node;
}

export interface WordParagraph {
  readonly kind: 'paragraph';
  /** Position in `WordDocument.paragraphs`, from 0. Findings, comments and changes name a paragraph by it. */
  readonly index: number;
  readonly place: Place;
  /**
   * As a reader sees it once all tracked insertions are accepted: inserted text counts, deleted and hidden text, field codes
   * and the printed number of a list do not. A tab is \t, a line break \n.
   */
  readonly text: string;
  /** 1 … 9 for a heading, by outline level of the paragraph or of its style. */
  readonly level?: number;
  /** Name of the paragraph style as Word shows it: `heading 1`, `Normal`, `正文·公文`, `toc 1`. */
  readonly style: string;
  /** The number that Word prints in front: `一、`, `（二）`, `1.1`, `•`. */
  readonly label?: string;
  readonly pieces: readonly Piece[];
  readonly notes: readonly NoteMark[];
  /** Paragraph (by index) and run that hold the box or carry the mark of the note; undefined in body and cells. */
  readonly host?: { readonly paragraph: number; readonly run: Node };
  /** Somebody's tracked changes are in it. */
  readonly tracked: boolean;
  readonly part: string;
  readonly node: Node;
}

export interface WordCell {
  readonly kind: 'cell';
  /** Zero-based column of the table's grid, and how many columns and rows it spans. */
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
  readonly blocks: readonly WordBlock[];
  /** Texts of its paragraphs, joined by \n. */
  readonly text: string;
}

export interface WordTable {
  readonly kind: 'table';
  /** Cells by row; a cell that continues one above is left out. */
  readonly rows: readonly (readonly WordCell[])[];
}

export type WordBlock = WordParagraph | WordTable;

/** A comment that stands in the file. */
export interface WordComment {
  readonly id: string;
  readonly author: string;
  readonly text: string;
}

export interface WordDocument {
  /** The body in reading order; boxes and notes are not among them but in `paragraphs`. */
  readonly blocks: readonly WordBlock[];
  /** Every paragraph: body and cells in reading order, boxes behind their host, then footnotes and endnotes. */
  readonly paragraphs: readonly WordParagraph[];
  readonly comments: readonly WordComment[];
}

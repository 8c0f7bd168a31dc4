/**
 * A sheet of ours as a picture of cells: what stands where and in which named style. Both hosts (the .xlsx file and
 * Excel) draw the same picture, so they cannot differ in words, figures or order. Nothing here computes.
 */
export type StyleName =
  | 'title'
  | 'subtitle'
  | 'heading1'
  | 'heading2'
  | 'heading3'
  | 'body'
  | 'bodyBlank'
  | 'bodyEdited'
  | 'source'
  | 'tableHead'
  | 'tableText'
  | 'tableWrap'
  | 'tableNumber'
  | 'tableAmount'
  | 'tablePercent'
  | 'tableCount'
  | 'tableLink'
  | 'good'
  | 'bad'
  | 'warn'
  | 'muted'
  | 'label'
  | 'input'
  | 'inputNumber'
  | 'inputCount'
  | 'statusText'
  | 'reference'
  | 'hint'
  | 'plain';

export interface PictureCell {
  /** Zero-based. */
  readonly row: number;
  readonly column: number;
  /** Text is always written as text: a value beginning with = + - @ never becomes a formula. Numbers are display values. */
  readonly value?: string | number;
  /** Formula with leading `=`; `value` then carries the result known now. */
  readonly formula?: string;
  readonly style: StyleName;
  /** Link to a cell of this workbook. */
  readonly link?: { readonly sheet: string; readonly a1: string };
}

export interface PictureChart {
  readonly id: string;
  readonly kind: 'column' | 'pie';
  readonly title: string;
  /** Where the numbers stand; the sheet is one of the pictures written together. */
  readonly data: {
    readonly sheet: string;
    readonly categories: string;
    readonly series: readonly { readonly name: string; readonly nameCell?: string; readonly values: string }[];
  };
  /** The same numbers as literals, for hosts that cache them in the chart. */
  readonly cache: { readonly categories: readonly string[]; readonly series: readonly (readonly number[])[] };
  /** Zero-based cell box the chart covers. */
  readonly box: { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number };
  /** Excel number format of the data labels, e.g. `0.00`. */
  readonly labelFormat: string;
}

export interface SheetPicture {
  readonly name: string;
  readonly tabColor?: string;
  /** Width in characters of the default font, per column from A. */
  readonly columns: readonly { readonly width: number; readonly hidden?: boolean }[];
  /** Height in points of rows that need one. */
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly cells: readonly PictureCell[];
  readonly merges: readonly { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number }[];
  readonly charts: readonly PictureChart[];
  readonly freezeRows?: number;
  readonly gridlines?: boolean;
  /** Drop-down lists. */
  readonly lists?: readonly { readonly range: string; readonly options: readonly string[] }[];
  /** What shows when a cell to fill is selected: a title of at most 32, a message of at most 255 characters. */
  readonly prompts?: readonly { readonly range: string; readonly title: string; readonly message: string }[];
  readonly page?: {
    readonly orientation: 'portrait' | 'landscape';
    readonly fitToWidth: boolean;
    /** Centimetres. */
    readonly margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
    /** `A1:B80` */
    readonly area?: string;
    readonly repeatRows?: number;
    /** e.g. 第 &P 页 共 &N 页 */
    readonly footer?: string;
  };
  /** Conditional formats of our own sheets (✓/✗): `formula` is relative to the top-left cell of `range`. */
  readonly conditions?: readonly { readonly range: string; readonly formula: string; readonly style: 'good' | 'bad' | 'warn' }[];
}

/** The look of every named style, once for all hosts. Sizes in points, colours as RRGGBB. */
export interface StyleLook {
  readonly font: string;
  readonly size: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly color?: string;
  readonly fill?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'center';
  readonly wrap?: boolean;
  readonly border?: 'thin' | 'bottom';
  readonly format?: string;
  readonly indent?: number;
}

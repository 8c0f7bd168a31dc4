import { parseA1 } from '../../kernel/address';
import type { SheetPicture } from './picture';

const PAPER = { portrait: 21, landscape: 29.7 } as const;
/** Pixels of one character of column width, and of the padding of a cell. */
const CHARACTER = 7;
const PADDING = 5;
/** Columns are rounded to whole pixels of the screen and of the printer. */
const ROUNDING = 0.995;

const centimetres = (width: number): number => ((width * CHARACTER + PADDING) / 96) * 2.54;

/** Width on paper, at 100 %, of the columns that are printed, and the room between the margins of A4. Centimetres. */
export function printedWidth({ columns, page }: SheetPicture): { readonly width: number; readonly room: number } {
  const [from, to] = (page?.area ?? '').split(':');
  const first = from ? parseA1(from).column : 0;
  const last = to ? parseA1(to).column : columns.length - 1;
  const printed = columns.filter(({ hidden }, i) => !hidden && i >= first && i <= last);
  const width = printed.reduce((sum, column) => sum + centimetres(column.width), 0);
  const { orientation = 'portrait', margins } = page ?? {};
  return { width, room: PAPER[orientation] - (margins?.left ?? 0) - (margins?.right ?? 0) };
}

/**
 * Per cent at which the printed columns fit on the paper, 100 at most. Excel takes a scale at any time; to fit to a width it
 * forgets unless its tab 页面布局 is in front (office-js 1860).
 */
export function printScale(picture: SheetPicture): number {
  const { width, room } = printedWidth(picture);
  return Math.max(10, Math.min(100, Math.floor((room / width) * ROUNDING * 100)));
}

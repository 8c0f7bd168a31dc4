/** Pixels of one character of column width (Calibri or 等线 11), and of the padding inside a cell. */
const CHARACTER = 7;
const PADDING = 8;
/** Excel refuses a taller row. */
export const MAX_ROW = 409;

/** Whether a character fills the square; others are about half as wide. */
const isWide = (code: number): boolean =>
  (code >= 0x2e80 && code <= 0xff60) || code > 0xffff || code === 0x2014 || (code >= 0x2018 && code <= 0x201d) || code === 0x2026;

/** Width of a text on one line in points at a font size. */
function textWidth(text: string, size: number): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i)!;
    if (code > 0xffff) i += 1;
    width += isWide(code) ? size : size * 0.55;
  }
  return width;
}

/** How many lines a wrapped cell needs. Figures and Latin words are not broken; a Chinese character may end any line. */
export function wrappedLines(text: string, columnWidth: number, size: number): number {
  const room = Math.max(size, (columnWidth * CHARACTER - PADDING) * 0.75);
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    lines += 1;
    // No character is wider than it is high: most cells of a sheet are answered here.
    if (paragraph.length * size <= room) continue;
    let used = 0;
    for (const token of paragraph.match(/[A-Za-z0-9.,%_!$#-]+|./gu) ?? []) {
      const width = textWidth(token, size);
      if (used > 0 && used + width > room) {
        lines += Math.max(1, Math.ceil(width / room));
        used = width % room;
      } else {
        lines += Math.max(0, Math.ceil(width / room) - 1);
        used += width > room ? width % room : width;
      }
    }
  }
  return lines;
}

/** Row height in points for a wrapped text: the lines, and a little air. */
export const heightOf = (text: string, columnWidth: number, size: number, air = 4): number =>
  Math.ceil(wrappedLines(text, columnWidth, size) * size * 1.45 + air);

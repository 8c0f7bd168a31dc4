import { markerOf } from './marker';
import { plainOf } from './plain';
import type { SourceParagraph } from './document';

/** Half-width characters count half. */
const widthOf = (line: string): number => [...line.trim()].reduce((sum, char) => sum + (char.charCodeAt(0) < 0x100 ? 0.5 : 1), 0);

const closed = /[。！？；][”’"）)]?$/;
const NEIGHBOURS = 6;
/** A line that is broken off for the page fills this much of it. */
const FULL = 0.72;
const LONG = 60;

interface Line {
  readonly text: string;
  readonly width: number;
}

/**
 * Paragraphs of a text file. Lines that were broken where the page ends (with a blank line between them, as texts taken
 * from a PDF have it) are joined again; a line that is a title, an item, an indented paragraph or a row with tabs is one of its own.
 */
export function textParagraphs(text: string): readonly SourceParagraph[] {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .split(/[\n\f]/)
    .filter((line) => line.trim() !== '' && !/^\s*(?:-\s*)?\d{1,3}(?:\s*-)?\s*$/.test(line))
    .map((line): Line => ({ text: line, width: widthOf(line) }));
  const wrapped = isWrapped(lines);
  const paragraphs: string[] = [];
  let open = false;
  lines.forEach((line, i) => {
    const hanging = /[、，（]$/.test(paragraphs[paragraphs.length - 1] ?? '') && !isRow(line.text);
    if (open && (hanging || continues(line.text))) paragraphs[paragraphs.length - 1] += line.text.trim();
    else paragraphs.push(line.text.replace(/\s+$/, ''));
    open = isOpen(lines, i, wrapped);
  });
  return paragraphs.map((paragraph, index) => ({
    index,
    text: paragraph,
    ...(isRow(paragraph)
      ? {
          row: paragraph.split('\t').map((cell) => cell.trim()),
        }
      : {}),
  }));
}

const isRow = (line: string): boolean => line.trim().includes('\t');

/** Do many lines stop in the middle of a sentence? */
function isWrapped(lines: readonly Line[]): boolean {
  const long = lines.filter(({ text, width }) => width > 15 && width < LONG && !isRow(text));
  const broken = long.filter(({ text }) => !/[。！？；：、，）]$/.test(text.trim()));
  return broken.length > 20 && broken.length > long.length / 4;
}

function isOpen(lines: readonly Line[], i: number, wrapped: boolean): boolean {
  const { text, width } = lines[i]!;
  const line = text.trim();
  if (isRow(text) || /^\t/.test(text)) return false;
  if (!wrapped) return width > LONG && !/[。！？；：）”]$/.test(line);
  if (isTitle(line)) return false;
  const near = Math.max(
    ...lines.slice(Math.max(0, i - NEIGHBOURS), i + NEIGHBOURS + 1).map((other) => (isRow(other.text) ? 0 : other.width)),
  );
  if (width < FULL * near) return /其中[：:]$/.test(line) || (/[，、]$/.test(line) && width > 4);
  return !closed.test(line) || width > 0.9 * near;
}

/** A numbered title fills its line by chance. */
const isTitle = (line: string): boolean => {
  const plain = plainOf(line).text;
  return (markerOf(plain)?.level ?? 9) <= 2 && /(?:情况|说明|总表|职责|设置|概况|解释)。?$/.test(plain) && !/[，；]/.test(plain);
};

/** Can a line go on with what the line before left open? */
function continues(line: string): boolean {
  if (/^[\u3000\t]{1,}\S/.test(line) || isRow(line)) return false;
  const plain = plainOf(line).text;
  const marker = markerOf(plain);
  if (/^(?:（(?:图|注|名词|解释)|附[件表]\d*$)/.test(plain)) return false;
  return marker === undefined || (marker.level === 3 && !/^\d{1,2}[.、]\D/.test(plain));
}

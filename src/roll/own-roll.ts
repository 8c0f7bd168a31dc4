import type { ReportDocument } from '../narrative/document';
import type { Inline, Paragraph } from '../narrative/document';
import type { OpenSpot, RolledParagraph } from './model';
import type { OwnText } from './own';
import { ownPieces, restsOf, type OwnPiece } from './own-pieces';
import { changed, rewording } from './rewording';

/** What this year's report of ours makes of the lines of last year's. */
export interface OwnRoll {
  /** By the number of the line. */
  readonly lines: ReadonlyMap<number, RolledParagraph>;
  /** New paragraphs, in the order of this year's text. */
  readonly inserted: readonly RolledParagraph[];
}

/**
 * Each line of ours becomes this year's line of the same id; what this year does not write goes, and what is new is put in
 * behind its neighbour. `carried`: words of a person that this year's supplements do not give. `remarks`: words that
 * contradict this year's figures, by field.
 */
export function rollOwn(
  lines: readonly string[],
  own: OwnText,
  now: ReportDocument,
  carried: Carried,
  remarks: ReadonlyMap<string, string>,
): OwnRoll {
  const pieces = ownPieces(now);
  const byId = new Map(pieces.map((piece) => [piece.id, piece]));
  const lineOf = new Map([...own.ids].map(([line, id]) => [id, line]));
  const rolled = new Map<number, RolledParagraph>();
  for (const [index, id] of own.ids) {
    const piece = byId.get(id);
    const last = lines[index]!;
    rolled.set(index, piece ? rolledLine(index, last, piece, carried, remarks) : gone(index, last, id));
  }
  return { lines: rolled, inserted: insertions(pieces, lineOf, own, carried) };
}

/** Was this inline taken over from last year's text? */
type Carried = (inline: Inline) => string | undefined;

function rolledLine(index: number, line: string, piece: OwnPiece, carried: Carried, remarks: ReadonlyMap<string, string>): RolledParagraph {
  const lead = line.length - line.trimStart().length;
  const inner = line.trim();
  const rests = piece.paragraph ? restsOf(piece.paragraph) : [];
  const changes = rewording(inner, piece.text, rests).map((change) => ({ ...change, start: change.start + lead, end: change.end + lead }));
  const open = piece.paragraph ? spotsOf(line, piece.paragraph, carried, remarks) : [];
  const status = open.length > 0 ? 'open' : changes.length > 0 || /\d/.test(piece.text) ? 'rolled' : 'kept';
  return {
    index,
    last: line,
    text: changed(line, changes),
    status,
    why: open.map(({ why }) => why).join(''),
    changes,
    open,
    act: 'change',
  };
}

const gone = (index: number, last: string, id: string): RolledParagraph => ({
  index,
  last,
  text: '',
  status: 'rolled',
  why: /^chart /.test(id) ? '本年没有可画的数，图题删去。' : '本年报表没有这一项，整段删去。',
  changes: [],
  open: [],
  act: 'remove',
});

/** Blanks, and words of last year: each with the place in last year's line where a person looks for it. */
function spotsOf(line: string, paragraph: Paragraph, carried: Carried, remarks: ReadonlyMap<string, string>): readonly OpenSpot[] {
  const spots: OpenSpot[] = [];
  for (const inline of paragraph.inlines) {
    if (inline.kind === 'blank')
      spots.push({ start: 0, end: line.length, kind: isFigure(inline.key) ? 'figure' : 'reason', why: `待补充：${inline.ask}。` });
    const key = carried(inline);
    if (key === undefined || inline.kind !== 'supplied') continue;
    const start = Math.max(0, line.indexOf(inline.text));
    const end = line.includes(inline.text) ? start + inline.text.length : line.length;
    spots.push({ start, end, kind: 'reason', why: remarks.get(key) ?? `“${inline.text}”沿用上年，请核对。` });
  }
  return spots;
}

/** Is the field that fills a blank a number that the text prints? */
const isFigure = (key: string): boolean => /^(?:itemBudgets|priorYear|form)\./.test(key);

/** Paragraphs that last year's report of ours did not have; one that a person rewrote or struck out is not put in again. */
function insertions(
  pieces: readonly OwnPiece[],
  lineOf: ReadonlyMap<string, number>,
  own: OwnText,
  carried: Carried,
): readonly RolledParagraph[] {
  const added: RolledParagraph[] = [];
  let behind: number | undefined;
  let like: number | undefined;
  for (const piece of pieces) {
    const line = lineOf.get(piece.id);
    if (line !== undefined) {
      behind = line;
      if (piece.paragraph) like = line;
      continue;
    }
    if (!piece.paragraph || own.last.has(piece.id) || behind === undefined) continue;
    const blank = piece.paragraph.inlines.some((inline) => inline.kind === 'blank' || carried(inline) !== undefined);
    added.push({
      index: behind,
      last: '',
      text: piece.text,
      status: blank ? 'open' : 'rolled',
      why: blank ? '本年新增的段落，还有内容待补充。' : '本年新增的段落。',
      changes: [{ start: 0, end: 0, from: '', to: piece.text, cells: restsOf(piece.paragraph).flatMap(({ cells }) => cells) }],
      open: [],
      act: 'insert',
      like: like ?? behind,
    });
  }
  return added;
}

import { reasonLead } from '../../proof/links/phrases';
import { placeIn } from '../../proof/text/plain';
import type { RollLine } from './line';

/** Words in which a person reasonLead something. */
interface Reason {
  /** Where the words that introduce it begin, with the mark in front: ，主要原因是 or a sentence of its own. */
  readonly from: number;
  /** The explanation itself, without its closing mark. */
  readonly start: number;
  readonly end: number;
  /** In a sentence of its own, which goes with its full stop. */
  readonly own: boolean;
}

/** Every explanation of a paragraph, in order, as places in its printed text. */
export function reasonsOf({ block }: RollLine): readonly Reason[] {
  const { plain, body } = block;
  const found: Reason[] = [];
  let done = body;
  for (const match of plain.text.matchAll(reasonLead)) {
    if (match.index < done) continue;
    const start = match.index + match[0].length;
    const stop = plain.text.indexOf('。', start);
    const end = stop < 0 ? plain.text.length : stop;
    if (end <= start) continue;
    done = end;
    const mark = plain.text[match.index - 1];
    const own = mark === '。' && stop >= 0;
    const intro = own || mark !== '，' ? match.index : match.index - 1;
    const at = placeIn(plain, start, end);
    found.push({ from: placeIn(plain, intro, end).start, start: at.start, end: at.end, own });
  }
  return found;
}

/** The explanation that follows a place, in the same sentence or as the next one; struck out it goes with its full stop. */
export function reasonBehind(line: RollLine, from: number): { readonly from: number; readonly end: number } | undefined {
  const reason = reasonsOf(line).find(({ start }) => start > from);
  if (!reason) return undefined;
  const between = line.block.text.slice(from, reason.from).replace(/\s/g, '');
  if (!/^[。；，]?$/.test(between)) return undefined;
  return { from: reason.from, end: reason.own ? reason.end + 1 : reason.end };
}

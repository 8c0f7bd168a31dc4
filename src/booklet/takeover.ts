import { linesOf, type Line } from '../performance/text/lines';
import type { TextBlock } from '../performance/text/blocks';
import { suppliedBook } from '../kernel/workbook';
import type { Supplied } from '../supplements/supplements';

/** What last year's document says of the unit: what does not change from year to year. */
export interface TakenOver {
  readonly duties: readonly Supplied[];
  readonly structure: readonly Supplied[];
}

const partHead = /^第([一二三四五])部分/;
/** 1. （1） ⑴ – we number anew. */
const ownNumber = /^(?:\(\d+\)|（\d+）|\d+[.．、]|[⑴-⒇]|[①-⑳])\s*/;
const subHead = /^(?:（[一二三四五六七八九十]+）|\([一二三四五六七八九十]+\))/;
const chapter = /^[一二三四五六七八九十]+、/;

type Topic = 'duties' | 'structure' | 'other';
const topicOf = (head: string): Topic | undefined => {
  if (/职责|职能/.test(head)) return 'duties';
  if (/机构设置|机构情况|单位构成|部门构成/.test(head)) return 'structure';
  return /工作|任务|目标/.test(head) ? 'other' : undefined;
};

/** Lines between 第一部分 and 第二部分: of the document, not of its contents. */
function firstPart(lines: readonly Line[]): readonly Line[] {
  const heads = lines.flatMap((line, i) => {
    const number = partHead.exec(line.text)?.[1];
    return number === undefined ? [] : [{ number, i }];
  });
  const pieces = heads
    .filter(({ number }) => number === '一')
    .map(({ i }) => lines.slice(i + 1, heads.find((head) => head.i > i && head.number === '二')?.i ?? lines.length));
  return pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), []);
}

/**
 * 概况 of last year's document (Word or text): duties and structure word for word. The work of the year is not taken
 * over: it is another year's. `file` names the document in the trace.
 */
export function takeOver(blocks: readonly TextBlock[], file: string): TakenOver {
  const found: { duties: Supplied[]; structure: Supplied[] } = { duties: [], structure: [] };
  let topic: Topic = 'other';
  for (const line of firstPart(linesOf(blocks).lines)) {
    const { printed, text } = line;
    if (chapter.test(text) && text.length <= 30) {
      topic = topicOf(text) ?? 'other';
      continue;
    }
    if (subHead.test(text) && text.length <= 24) {
      topic = topicOf(text) ?? topic;
      continue;
    }
    if (topic === 'other' || /^\d+$/.test(text)) continue;
    found[topic].push({
      key: `overview.${topic}`,
      text: printed.replace(ownNumber, ''),
      at: { book: suppliedBook, sheet: file, a1: `第${line.span(0, 1).paragraph + 1}段` },
    });
  }
  return found;
}

import { markerOf, type Marker } from './marker';
import { plainOf, type Plain } from './plain';
import type { BlockKind, ProofDocument, SourceParagraph, ProofBlock } from './document';

const MOST = 50;
const figure = /\d(?:亿元|万元|元|%|辆|批次|人次)/;
/** Titles that are printed without a number. */
const unnumbered =
  /^(?:.{0,40}(?:决算情况说明|自评报告(?:范本)?|绩效评价报告|情况说明|三公经费(?:支出)?(?:说明|决算(?:情况)?))|名词解释|目录|附件\d*|附表\d*)$/;
const pageNumber = /[.…·]{3,}\d*$|^[^\t]+\t\d{1,3}$/;

/** Paragraphs of a source with what each of them is. Empty paragraphs are left out; numbers stay those of the source. */
export function documentOf(file: string, paragraphs: readonly SourceParagraph[]): ProofDocument {
  const seen = new Set<string>();
  const blocks: ProofBlock[] = [];
  for (const paragraph of paragraphs) {
    const plain = plainOf(paragraph.text);
    if (plain.text === '') continue;
    const block = blockOf(paragraph, plain);
    const repeated = /^\t/.test(paragraph.text) && [...seen].some((text) => text.startsWith(plain.text));
    blocks.push(paragraph.contents || repeated || pageNumber.test(paragraph.text.trim()) ? { ...block, kind: 'contents' } : block);
    seen.add(plain.text);
  }
  return { file, blocks: withoutContents(blocks) };
}

function blockOf(paragraph: SourceParagraph, plain: Plain): ProofBlock {
  const printed = markerOf(plain.text);
  const label = paragraph.label === undefined || printed ? undefined : markerOf(plainOf(paragraph.label).text + '题');
  // A number that the word processor prints is no part of the text.
  const marker = printed ?? (label && { ...label, length: 0 });
  if (paragraph.row) return { ...paragraph, kind: 'row', plain, body: 0 };
  const head = titleOf(plain.text, marker, paragraph.outline);
  return { ...paragraph, plain, ...(marker ? { marker } : {}), ...head };
}

function titleOf(text: string, marker: Marker | undefined, outline: number | undefined): { kind: BlockKind; title?: string; body: number } {
  const start = marker?.length ?? 0;
  const rest = text.slice(start);
  const stop = rest.search(/[。：；]/);
  const whole = stop < 0 || stop === rest.length - 1;
  const short = rest.length <= MOST && !figure.test(rest);
  if (!marker) {
    const title = rest.replace(/[。：]$/, '');
    const isTitle = whole && short && (outline !== undefined || unnumbered.test(title)) && !/[，；]/.test(title);
    return isTitle ? { kind: 'heading', title, body: text.length } : { kind: 'paragraph', body: 0 };
  }
  const titled = marker.level <= 2 || outline !== undefined || /[（，]\d+分/.test(rest);
  if (whole && short && titled && !/[，；]/.test(rest.replace(/（[^）]*）/g, '')))
    return { kind: 'heading', title: rest.replace(/[。：]$/, ''), body: text.length };
  // （一）收入情况。… – a title in front of the sentences.
  const first = rest.slice(0, Math.max(stop, 0));
  const inFront = rest[stop] === '。' && first.length > 0 && first.length <= 24 && !/[\d，]|（[类款项]）/.test(first);
  return inFront ? { kind: 'paragraph', title: first, body: start + stop + 1 } : { kind: 'paragraph', body: start };
}

/** A 目录 in front: four or more titles in a row, each of which stands again further down. */
function withoutContents(blocks: readonly ProofBlock[]): readonly ProofBlock[] {
  const last = new Map<string, number>();
  blocks.forEach((block, i) => last.set(block.plain.text, i));
  const again = blocks.map((block, i) => block.kind === 'heading' && last.get(block.plain.text)! > i);
  const run = (i: number): number => {
    let from = i;
    let to = i;
    while (from > 0 && again[from - 1]) from--;
    while (to + 1 < blocks.length && again[to + 1]) to++;
    return to - from + 1;
  };
  return blocks.map((block, i) => (again[i] && run(i) >= 4 ? { ...block, kind: 'contents' as const } : block));
}

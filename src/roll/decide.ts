import type { OpenSpot, RolledParagraph, RolledText } from './model';
import { changed } from './rewording';

/** A change, by the place of its paragraph in the list and its own in it; a paragraph that comes or goes as a whole has no second. */
export const changeId = (paragraph: number, change?: number): string => (change === undefined ? `${paragraph}` : `${paragraph}.${change}`);

/** The changes of a paragraph that a person decides about, one by one. */
export const changeIds = ({ act, changes }: RolledParagraph, paragraph: number): readonly string[] =>
  act === 'change' ? changes.map((_, i) => changeId(paragraph, i)) : [changeId(paragraph)];

const amounts = /\d[\d,]*(?:\.\d+)?(?:亿元|万元|元|%|辆|批次|人次|个|台|人)/g;
const figuresIn = (text: string): number => text.normalize('NFKC').match(amounts)?.length ?? 0;

/** The text without the changes that a person keeps out: there last year's words stay and are marked. */
export function decided(rolled: RolledText, kept: ReadonlySet<string>): RolledText {
  if (kept.size === 0) return rolled;
  let figures = 0;
  const paragraphs = rolled.paragraphs.flatMap((paragraph, i): readonly RolledParagraph[] => {
    const out = changeIds(paragraph, i).map((id) => kept.has(id));
    if (!out.includes(true)) return [paragraph];
    if (paragraph.act === 'insert') return [];
    figures += paragraph.changes.reduce((sum, { from }, j) => sum + (out[j] ? figuresIn(from) : 0), 0);
    return [paragraph.act === 'remove' ? staying(paragraph) : without(paragraph, out)];
  });
  const { counts } = rolled;
  const waiting = Math.min(figures, counts.rolled);
  return { ...rolled, paragraphs, counts: { ...counts, rolled: counts.rolled - waiting, open: counts.open + waiting } };
}

const spotAt = (start: number, end: number, words: string): OpenSpot => ({
  start,
  end,
  kind: /\d/.test(words) ? 'figure' : 'reason',
  why: `按您的选择保留上年的写法${words === '' ? '' : `“${words}”`}，请核对。`,
});

function without(paragraph: RolledParagraph, out: readonly boolean[]): RolledParagraph {
  const stays = paragraph.changes.filter((_, j) => !out[j]);
  const open = [
    ...paragraph.open,
    ...paragraph.changes.flatMap(({ start, end, from }, j): readonly OpenSpot[] => (out[j] ? [spotAt(start, end, from)] : [])),
  ];
  return {
    ...paragraph,
    text: changed(paragraph.last, stays),
    changes: stays,
    open,
    status: 'open',
    why: [...new Set(open.map(({ why }) => why))].join(''),
  };
}

function staying(paragraph: RolledParagraph): RolledParagraph {
  const spot = spotAt(0, paragraph.last.length, '');
  return { ...paragraph, act: 'change', text: paragraph.last, open: [spot], status: 'open', why: spot.why };
}

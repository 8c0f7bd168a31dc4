import type { RolledFile, RollSource } from '../../../src/app/roll';
import type { RolledParagraph } from '../../../src/roll/model';

/** A paragraph as it is listed: its place in the text, and the title that it stands under. */
export interface Entry {
  readonly at: number;
  readonly paragraph: RolledParagraph;
  readonly under: string;
}

interface Entries {
  /** Paragraphs that change or wait for a person. */
  readonly text: readonly Entry[];
  /** Cells of the 公开表 inside the document. */
  readonly cells: readonly Entry[];
}

const matters = ({ status, changes, act }: RolledParagraph): boolean => status === 'open' || changes.length > 0 || act !== 'change';

export function entriesOf({ document, word }: RollSource, { rolled }: RolledFile): Entries {
  const titles = new Map(document.blocks.flatMap(({ kind, index, text }) => (kind === 'heading' ? [[index, text.trim()] as const] : [])));
  const inTable = new Set(word?.document.paragraphs.flatMap(({ place, index }) => (place === 'cell' ? [index] : [])));
  const text: Entry[] = [];
  const cells: Entry[] = [];
  let under = '';
  rolled.paragraphs.forEach((paragraph, at) => {
    if (matters(paragraph)) (inTable.has(paragraph.index) && paragraph.act === 'change' ? cells : text).push({ at, paragraph, under });
    if (titles.has(paragraph.index) && paragraph.act === 'change') under = titles.get(paragraph.index)!;
  });
  return { text, cells };
}

/** Words of a paragraph in order: as last year, struck out, or new. */
interface Stretch {
  readonly kind: 'same' | 'old' | 'new';
  readonly words: string;
  /** Number of the change, where it is one. */
  readonly change?: number;
}

export function stretchesOf({ last, text, changes, act }: RolledParagraph, kept: (change: number) => boolean): readonly Stretch[] {
  if (act === 'insert') return [{ kind: 'new', words: text }];
  if (act === 'remove') return [{ kind: 'old', words: last }];
  const made: Stretch[] = [];
  let at = 0;
  changes.forEach(({ start, end, from, to }, change) => {
    if (start > at) made.push({ kind: 'same', words: last.slice(at, start) });
    if (kept(change)) made.push({ kind: 'same', words: from, change });
    else {
      if (from !== '') made.push({ kind: 'old', words: from, change });
      if (to !== '') made.push({ kind: 'new', words: to, change });
    }
    at = end;
  });
  if (at < last.length) made.push({ kind: 'same', words: last.slice(at) });
  return made.filter(({ words }) => words !== '');
}

import { OfficePackage } from '../package';
import type { Node } from '../tree';
import { splice, type Edit } from '../xml';
import { readZip } from '../zip-read';
import { addComments, freeCommentId } from './comments';
import { replaceable, type Signature, type WordEdit } from './edits';
import type { WordFile } from './file';
import type { WordParagraph } from './model';
import { insertion, removal, type NewParagraph } from './paragraphs';
import { Pen } from './pen';
import { insertedRows, removedRow, type NewRow } from './rows';
import { markText, type TextMarks } from './runs';

/**
 * The user's own file with comments and tracked changes in it. Changed are the parts that hold the words (and, for comments,
 * comments.xml, its relationship and its type); every other part stays byte for byte. Accepting all changes gives the new
 * text, rejecting all gives the old. Throws an Error where edits contradict each other: that is a defect of the caller.
 */
export function editWord(file: WordFile, edits: readonly WordEdit[], by: Signature): Uint8Array {
  const parts = new OfficePackage(readZip(file.bytes));
  editParts(parts, file, edits, by);
  return parts.bytes();
}

/** The same within the parts of the file, for a caller who changes others of them as well. */
export function editParts(parts: OfficePackage, file: WordFile, edits: readonly WordEdit[], by: Signature): void {
  let comment = freeCommentId(parts, file.main);
  const comments: { id: number; text: string }[] = [];
  const found = new Collected(file.document.paragraphs);
  for (const edit of edits) {
    if (edit.kind !== 'comment') found.change(edit);
    else {
      comments.push({ id: comment, text: found.comment(edit, comment) });
      comment++;
    }
  }
  for (const [part, tree] of file.trees) {
    const pen = new Pen(tree.prefix, by, highestId(tree.xml) + 1);
    const own = found.of(part);
    const all = [
      ...own.hosts.flatMap(({ run, id }): Edit[] => [
        { start: run.start, end: run.start, text: pen.commentStart(id) },
        { start: run.end, end: run.end, text: pen.commentEnd(id) },
      ]),
      ...own.texts.flatMap(({ paragraph, marks }) => markText(tree, paragraph, marks(pen), pen, neighbourOf(paragraph, file))),
      ...own.removed.flatMap(({ paragraph, comments: about }) => removal(tree, paragraph, pen, about)),
      ...own.inserted.flatMap(([after, added]) => insertion(file.trees, after, added, pen)),
      ...own.rows.flatMap(([after, added]) => insertedRows(tree, after, added, pen)),
      ...own.goneRows.flatMap((paragraphs) => removedRow(tree, paragraphs, pen)),
    ];
    if (all.length > 0) parts.set(part, splice(tree.xml, all));
  }
  addComments(parts, file.main, comments, by);
}

const highestId = (xml: string): number => {
  let most = 0;
  for (const [, id] of xml.matchAll(/\s[\w.-]+:id="(\d{1,9})"/g)) most = Math.max(most, Number(id));
  return most;
};

type Change = Exclude<WordEdit, { readonly kind: 'comment' }>;

interface OfParagraph {
  readonly deletions: { from: number; to: number }[];
  readonly insertions: { at: number; look: number; text: string; plain: boolean }[];
  readonly comments: { from: number; to: number; id: number }[];
}

/** The edits by what they touch. */
class Collected {
  private readonly texts = new Map<WordParagraph, OfParagraph>();
  private readonly removed = new Set<WordParagraph>();
  private readonly inserted = new Map<WordParagraph, NewParagraph[]>();
  private readonly rows = new Map<WordParagraph, NewRow[]>();
  private readonly goneRows: (readonly WordParagraph[])[] = [];
  private readonly hosts: { readonly part: string; readonly run: Node; readonly id: number }[] = [];

  constructor(private readonly paragraphs: readonly WordParagraph[]) {}

  change(edit: Change): void {
    switch (edit.kind) {
      case 'insert': {
        const after = this.paragraph(edit.after);
        const all = this.inserted.get(after) ?? [];
        this.inserted.set(after, [...all, { text: edit.text, like: edit.like === undefined ? after : this.paragraph(edit.like) }]);
        return;
      }
      case 'remove': {
        this.removed.add(this.paragraph(edit.paragraph));
        return;
      }
      case 'insertRow': {
        const after = this.paragraph(edit.after);
        this.rows.set(after, [...(this.rows.get(after) ?? []), { like: this.paragraph(edit.like), texts: edit.texts }]);
        return;
      }
      case 'removeRow': {
        this.goneRows.push(edit.paragraphs.map((index) => this.paragraph(index)));
        return;
      }
      case 'replace': {
        const paragraph = this.paragraph(edit.paragraph);
        const { start, end, text } = edit;
        if (start < 0 || end < start || end > paragraph.text.length) throw new Error(`no span ${start}–${end} in ${paragraph.index}`);
        if (halves(paragraph.text, start) || halves(paragraph.text, end))
          throw new Error(`half a character at ${start}–${end} of ${paragraph.index}`);
        if (!replaceable(paragraph, start, end)) throw new Error(`a formula stands in ${start}–${end} of ${paragraph.index}`);
        const { deletions, insertions } = this.textOf(paragraph);
        if (deletions.some(({ from, to }) => from < end && start < to)) throw new Error(`changes overlap in ${paragraph.index}`);
        if (end > start) deletions.push({ from: start, to: end });
        if (text !== '') insertions.push({ at: end, look: end > start ? start : Math.max(0, start - 1), text, plain: edit.plain === true });
      }
    }
  }

  /** Takes the comment in and gives its text, which says where it belongs if it cannot stand there. */
  comment(edit: Extract<WordEdit, { readonly kind: 'comment' }>, id: number): string {
    const paragraph = this.paragraph(edit.paragraph);
    if (paragraph.host) {
      const host = this.paragraph(paragraph.host.paragraph);
      this.hosts.push({ part: host.part, run: paragraph.host.run, id });
      const words = paragraph.text.slice(edit.start, edit.end);
      return `（${places[paragraph.place] ?? ''}“${words}”）${edit.text}`;
    }
    this.textOf(paragraph).comments.push({ ...snapped(paragraph, edit.start, edit.end), id });
    return edit.text;
  }

  of(part: string): {
    readonly hosts: readonly { readonly run: Node; readonly id: number }[];
    readonly texts: readonly { readonly paragraph: WordParagraph; readonly marks: (pen: Pen) => TextMarks }[];
    readonly removed: readonly { readonly paragraph: WordParagraph; readonly comments: readonly number[] }[];
    readonly inserted: readonly (readonly [WordParagraph, readonly NewParagraph[]])[];
    readonly rows: readonly (readonly [WordParagraph, readonly NewRow[]])[];
    readonly goneRows: readonly (readonly WordParagraph[])[];
  } {
    const texts = [...this.texts].filter(([paragraph]) => paragraph.part === part);
    for (const [paragraph] of texts)
      if (this.removed.has(paragraph)) throw new Error(`paragraph ${paragraph.index} is changed and removed`);
    return {
      hosts: this.hosts.filter((host) => host.part === part),
      texts: texts.map(([paragraph, { deletions, insertions, comments }]) => ({
        paragraph,
        marks: (pen) => ({
          deletions,
          insertions,
          opens: comments.map(({ from, id }) => ({ at: from, xml: pen.commentStart(id) })),
          closes: comments.map(({ to, id }) => ({ at: to, xml: pen.commentEnd(id) })),
        }),
      })),
      removed: [...this.removed].flatMap((paragraph) => {
        if (paragraph.part !== part) return [];
        const { deletions = [], insertions = [], comments = [] } = this.texts.get(paragraph) ?? {};
        if (deletions.length + insertions.length > 0) throw new Error(`paragraph ${paragraph.index} is changed and removed`);
        return [{ paragraph, comments: comments.map(({ id }) => id) }];
      }),
      inserted: [...this.inserted].filter(([after]) => after.part === part),
      rows: [...this.rows].filter(([after]) => after.part === part),
      goneRows: this.goneRows.filter(([first]) => first?.part === part),
    };
  }

  private textOf(paragraph: WordParagraph): OfParagraph {
    const there = this.texts.get(paragraph) ?? { deletions: [], insertions: [], comments: [] };
    this.texts.set(paragraph, there);
    return there;
  }

  private paragraph(index: number): WordParagraph {
    const found = this.paragraphs[index];
    if (!found) throw new Error(`no paragraph ${index}`);
    return found;
  }
}

/** How far from an empty cell another may stand whose look its text takes. */
const near = 8;

/** The filled cell next to an empty one, those in front of it first. */
function neighbourOf({ index, place, pieces }: WordParagraph, { document: { paragraphs } }: WordFile): WordParagraph | undefined {
  if (place !== 'cell' || pieces.length > 0) return undefined;
  for (let step = 1; step <= near; step++)
    for (const other of [paragraphs[index - step], paragraphs[index + step]])
      if (other?.place === 'cell' && other.pieces.length > 0) return other;
  return undefined;
}

const places: Partial<Record<WordParagraph['place'], string>> = { box: '文本框', footnote: '脚注', endnote: '尾注' };

/** Would a cut in front of `at` part the two halves of a character? */
const halves = (text: string, at: number): boolean => /[\udc00-\udfff]/.test(text[at] ?? '');

/** At least one character, and no cut inside a piece that cannot be cut. */
function snapped({ text, pieces }: WordParagraph, start: number, end: number): { from: number; to: number } {
  const last = text.length;
  let from = Math.max(0, Math.min(start, last));
  let to = Math.max(from, Math.min(end, last));
  if (from === to) from = Math.max(0, from - 1);
  if (from === to) to = Math.min(last, to + 1);
  if (halves(text, from)) from--;
  if (halves(text, to)) to++;
  for (const piece of pieces) {
    if (piece.exact) continue;
    if (piece.from < from && from < piece.to) from = piece.from;
    if (piece.from < to && to < piece.to) to = piece.to;
  }
  return { from, to };
}

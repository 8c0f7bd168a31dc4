import { childOf, source, type Node, type Tree } from '../tree';
import { splice, type Edit } from '../xml';
import type { Piece, WordParagraph } from './model';
import { rawOffset } from './paragraph';
import type { Pen } from './pen';

/** What happens to a paragraph's text; all offsets are those of the text as read. */
export interface TextMarks {
  readonly deletions: readonly { readonly from: number; readonly to: number }[];
  /** Text that comes in behind the character before `at`, in the look of the one at `look`. */
  readonly insertions: readonly { readonly at: number; readonly look: number; readonly text: string; readonly plain?: boolean }[];
  /** Elements in front of the character at `at`. */
  readonly opens: readonly { readonly at: number; readonly xml: string }[];
  /** Elements behind the character before `at`. */
  readonly closes: readonly { readonly at: number; readonly xml: string }[];
}

/** Edits of the part's XML that make these marks; runs to which nothing happens are not touched. */
export function markText(tree: Tree, paragraph: WordParagraph, marks: TextMarks, pen: Pen, neighbour?: WordParagraph): readonly Edit[] {
  return new Marker(tree, paragraph, marks, pen, neighbour).edits();
}

const highlights = ['highlight', 'shd'];

/** The look of a run (w:rPr) for new text; a tracked change of the look is not copied. */
export function lookOf(tree: Tree, run: Node | undefined, plain = false): string {
  const properties = childOf(run, 'rPr');
  if (!properties) return '';
  const { start, end } = properties;
  const out = properties.children.filter(({ name }) => name === 'rPrChange' || (plain && highlights.includes(name)));
  return splice(
    tree.xml.slice(start, end),
    out.map((child) => ({ start: child.start - start, end: child.end - start, text: '' })),
  );
}

class Marker {
  private readonly xml: string;

  constructor(
    private readonly tree: Tree,
    private readonly paragraph: WordParagraph,
    private readonly marks: TextMarks,
    private readonly pen: Pen,
    /** Whose look new text takes where the paragraph shows none. */
    private readonly neighbour: WordParagraph | undefined,
  ) {
    this.xml = tree.xml;
  }

  edits(): readonly Edit[] {
    const { pieces, node } = this.paragraph;
    if (pieces.length === 0) return this.intoEmpty(node);
    return [...new Set(pieces.map(({ run }) => run))].flatMap((run): readonly Edit[] => {
      const own = pieces.filter((piece) => piece.run === run);
      const opaque = own[0]!.node === run;
      const text = opaque ? this.front(own[0]!.from, run) + source(this.xml, run) + this.behind(own[0]!.to, run) : this.rewritten(run, own);
      return text === undefined || text === source(this.xml, run) ? [] : [{ start: run.start, end: run.end, text }];
    });
  }

  /** A paragraph without text gets everything at its end. */
  private intoEmpty(node: Node): readonly Edit[] {
    const { opens, insertions, closes } = this.marks;
    const look = childOf(childOf(node, 'pPr'), 'rPr');
    const properties = look
      ? `<${this.pen.p}rPr>${plainLook(this.xml, look)}</${this.pen.p}rPr>`
      : lookOf(this.tree, this.neighbour?.pieces[0]?.run);
    const text = [
      ...opens.map(({ xml }) => xml),
      ...insertions.map((one) => this.pen.inserted(this.pen.run(properties, this.pen.text(one.text)))),
      ...closes.map(({ xml }) => xml),
    ].join('');
    if (node.close > node.inner || this.xml[node.inner - 2] !== '/') return [{ start: node.close, end: node.close, text }];
    const tag = this.xml.slice(node.start, node.inner - 2);
    return [{ start: node.start, end: node.end, text: `${tag}>${text}</${this.pen.p}p>` }];
  }

  private front(at: number, run: Node): string {
    return (at === 0 ? this.incoming(0, run) : '') + textAt(this.marks.opens, at);
  }
  private behind(at: number, run: Node): string {
    return this.incoming(at, run) + textAt(this.marks.closes, at);
  }

  private incoming(at: number, run: Node): string {
    const { pieces } = this.paragraph;
    return this.marks.insertions
      .filter((one) => one.at === at)
      .map(({ look, text, plain }) => {
        const like = pieces.find(({ to }) => to > look) ?? pieces[pieces.length - 1]!;
        const made = this.pen.inserted(this.pen.run(lookOf(this.tree, like.run, plain), this.pen.text(text)));
        const { parent } = run;
        // Inside somebody else's insertion ours would be theirs: theirs ends before it and begins again behind it.
        if (parent?.name !== 'ins' && parent?.name !== 'moveTo') return made;
        return `</${this.pen.p}${parent.name}>${made}${this.xml.slice(parent.start, parent.inner)}`;
      })
      .join('');
  }

  /** The run cut where marks want it; undefined where nothing happens to it. */
  private rewritten(run: Node, pieces: readonly Piece[]): string | undefined {
    const opening = this.xml.slice(run.start, run.inner);
    const attributes = /^<[^\s/>]+([^>]*)>$/.exec(opening)?.[1] ?? '';
    const properties = source(this.xml, childOf(run, 'rPr'));
    let out = '';
    let kept: string[] = [];
    let gone = false;
    let touched = false;
    const flush = (): void => {
      if (kept.length > 0) {
        const text = this.pen.run(properties, kept.join(''), attributes);
        out += gone ? this.pen.deleted(text) : text;
      }
      kept = [];
    };
    const put = (xml: string, deleted: boolean, front = '', behind = ''): void => {
      if (front || deleted !== gone) flush();
      out += front;
      gone = deleted;
      kept.push(xml);
      if (behind) {
        flush();
        out += behind;
      }
      touched ||= deleted || front !== '' || behind !== '';
    };
    for (const child of run.children) {
      if (child.name === 'rPr') continue;
      const piece = pieces.find(({ node }) => node === child);
      if (!piece) put(source(this.xml, child), false);
      else {
        const cuts = this.cuts(piece);
        cuts.slice(1).forEach((to, i) => {
          const from = cuts[i]!;
          const deleted = this.marks.deletions.some((one) => one.from <= from && to <= one.to);
          put(this.segment(piece, from, to, deleted), deleted, this.front(from, run), this.behind(to, run));
        });
      }
    }
    flush();
    return touched ? out : undefined;
  }

  private cuts(piece: Piece): readonly number[] {
    const { deletions, insertions, opens, closes } = this.marks;
    const wanted = [...deletions.flatMap(({ from, to }) => [from, to]), ...[...insertions, ...opens, ...closes].map(({ at }) => at)];
    const inside = piece.exact ? wanted.filter((at) => at > piece.from && at < piece.to) : [];
    return [...new Set([piece.from, ...inside, piece.to])].sort((a, b) => a - b);
  }

  private segment(piece: Piece, from: number, to: number, deleted: boolean): string {
    const whole = from === piece.from && to === piece.to;
    if (piece.node.name !== 't' || (whole && !deleted)) return source(this.xml, piece.node);
    const start = whole ? piece.raw.from : rawOffset(this.xml, piece, from);
    const end = to === piece.to ? piece.raw.to : rawOffset(this.xml, piece, to);
    return this.pen.raw(this.xml.slice(start, end), deleted);
  }
}

const textAt = (all: TextMarks['opens'], at: number): string =>
  all
    .filter((mark) => mark.at === at)
    .map(({ xml }) => xml)
    .join('');

const changes = new Set(['ins', 'del', 'moveFrom', 'moveTo', 'rPrChange']);

/** What a paragraph's mark says about the look, without the changes that are tracked on the mark itself. */
export const plainLook = (xml: string, mark: Node): string =>
  mark.children
    .filter(({ name }) => !changes.has(name))
    .map((child) => source(xml, child))
    .join('');

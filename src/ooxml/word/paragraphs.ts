import { childOf, source, type Node, type Tree } from '../tree';
import type { Edit } from '../xml';
import type { WordParagraph } from './model';
import type { Pen } from './pen';
import { lookOf, plainLook } from './runs';

/**
 * The paragraph with everything in it, and its mark where another paragraph or table follows, as tracked deletions.
 * Comments (by id) lie over the whole of it.
 */
export function removal(tree: Tree, paragraph: WordParagraph, pen: Pen, comments: readonly number[] = []): readonly Edit[] {
  const { node } = paragraph;
  const runs = outerRuns(node).map((run): Edit => ({ start: run.start, end: run.end, text: pen.deleted(goneText(tree, run)) }));
  const properties = childOf(node, 'pPr');
  // The mark of the last one belongs to its cell or page; a mark that ends a section keeps the section.
  const keep = !nextBlock(node) || childOf(properties, 'sectPr') !== undefined;
  const about = node.close > node.inner ? around(node, properties, comments, pen) : [];
  return [...(keep ? [] : [markEdit(tree, node, pen, 'del')]), ...about, ...runs];
}

function around(node: Node, properties: Node | undefined, comments: readonly number[], pen: Pen): readonly Edit[] {
  if (comments.length === 0) return [];
  const start = properties?.end ?? node.inner;
  return [
    { start, end: start, text: comments.map((id) => pen.commentStart(id)).join('') },
    { start: node.close, end: node.close, text: comments.map((id) => pen.commentEnd(id)).join('') },
  ];
}

/** Runs that are not yet deleted; those in a text box belong to the run that holds the box. */
function outerRuns(node: Node): readonly Node[] {
  return node.children.flatMap((child): readonly Node[] => {
    if (child.name === 'r' || child.name === 'm:oMath' || child.name === 'm:oMathPara') return [child];
    return ['pPr', 'del', 'moveFrom'].includes(child.name) ? [] : outerRuns(child);
  });
}

/** A run as it stands inside w:del: its text and field codes have names of their own there. */
function goneText(tree: Tree, run: Node): string {
  let out = '';
  let at = run.start;
  for (const child of run.children) {
    if (child.name !== 't' && child.name !== 'instrText') continue;
    const name = child.name === 't' ? 'delText' : 'delInstrText';
    const inner = tree.xml.slice(child.inner, child.close);
    const written = inner.trim() === inner || /\sxml:space=/.test(tree.xml.slice(child.start, child.inner)) ? inner : inner.trim();
    out += `${tree.xml.slice(at, child.start)}<${tree.prefix}${name} xml:space="preserve">${written}</${tree.prefix}${name}>`;
    at = child.end;
  }
  return out + tree.xml.slice(at, run.end);
}

/** Puts a tracked change on the paragraph's own mark (w:pPr/w:rPr). */
function markEdit(tree: Tree, node: Node, pen: Pen, kind: 'del' | 'ins'): Edit {
  const { p } = pen;
  const mark = pen.mark(kind);
  const properties = childOf(node, 'pPr');
  if (!properties) return { start: node.inner, end: node.inner, text: `<${p}pPr><${p}rPr>${mark}</${p}rPr></${p}pPr>` };
  const look = childOf(properties, 'rPr');
  if (look) {
    const text = `<${p}rPr>${look.children
      .filter(({ name }) => name === 'ins')
      .map((child) => source(tree.xml, child))
      .join('')}${mark}${look.children
      .filter(({ name }) => name !== 'ins')
      .map((child) => source(tree.xml, child))
      .join('')}</${p}rPr>`;
    return { start: look.start, end: look.end, text };
  }
  const behind = properties.children.find(({ name }) => name === 'sectPr' || name === 'pPrChange');
  if (properties.close === properties.inner && properties.children.length === 0) {
    const tag = tree.xml.slice(properties.start, properties.inner).replace(/\s*\/?>$/, '>');
    const end = properties.end;
    return { start: properties.start, end, text: `${tag}<${p}rPr>${mark}</${p}rPr></${p}pPr>` };
  }
  const at = behind?.start ?? properties.close;
  return { start: at, end: at, text: `<${p}rPr>${mark}</${p}rPr>` };
}

export interface NewParagraph {
  readonly text: string;
  /** The paragraph whose look it takes. */
  readonly like: WordParagraph;
}

/** New paragraphs behind `after`, tracked, in the order given. */
export function insertion(trees: ReadonlyMap<string, Tree>, after: WordParagraph, all: readonly NewParagraph[], pen: Pen): readonly Edit[] {
  const tree = trees.get(after.part)!;
  const { node } = after;
  const place = { start: node.end, end: node.end };
  if (nextBlock(node)?.name === 'p') {
    const text = all.map(({ text: words, like }) => whole(trees.get(like.part)!, like, words, pen, like, true));
    return [{ ...place, text: text.join('') }];
  }
  // At the end of a cell or page the old mark must stay the last: rejected, the new marks go and the last one's look remains.
  const text = all.map(({ text: words, like }, i) => whole(tree, after, words, pen, like, i < all.length - 1, trees.get(like.part)!));
  return [markEdit(tree, node, pen, 'ins'), { ...place, text: text.join('') }];
}

function whole(
  tree: Tree,
  shape: WordParagraph,
  words: string,
  pen: Pen,
  look: WordParagraph,
  marked: boolean,
  lookTree: Tree = tree,
): string {
  const { p } = pen;
  const properties = childOf(shape.node, 'pPr');
  const kept = (properties?.children ?? [])
    .filter(({ name }) => !['rPr', 'sectPr', 'pPrChange'].includes(name))
    .map((child) => source(tree.xml, child))
    .join('');
  const own = childOf(properties, 'rPr');
  const mark = `${marked ? pen.mark('ins') : ''}${own ? plainLook(tree.xml, own) : ''}`;
  const inner = `${kept}${mark ? `<${p}rPr>${mark}</${p}rPr>` : ''}`;
  const run = pen.inserted(pen.run(lookOf(lookTree, look.pieces[0]?.run), pen.text(words)));
  return `<${p}p>${inner ? `<${p}pPr>${inner}</${p}pPr>` : ''}${run}</${p}p>`;
}

function nextBlock(node: Node): Node | undefined {
  const siblings = node.parent?.children ?? [];
  return siblings.slice(siblings.indexOf(node) + 1).find(({ name }) => name === 'p' || name === 'tbl');
}

import { attributeOf, childOf, type Node } from '../tree';
import { unescape } from '../xml-text';
import type { NoteMark, Piece } from './model';
import type { Styles } from './styles';

/** Fields (page numbers, contents) may begin in one paragraph and end in another; true while a code is being read. */
export type Fields = boolean[];

interface Content {
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly notes: readonly NoteMark[];
  /** Contents of text boxes, with the run that holds each. */
  readonly boxes: readonly { readonly node: Node; readonly run: Node }[];
  readonly tracked: boolean;
}

const gone = new Set(['del', 'moveFrom']);
const through = new Set([
  'ins',
  'moveTo',
  'hyperlink',
  'smartTag',
  'sdt',
  'sdtContent',
  'customXml',
  'fldSimple',
  'dir',
  'bdo',
  'rubyBase',
]);

/** What a paragraph (w:p) prints, and from which runs. */
export function readContent(xml: string, paragraph: Node, styles: Styles, fields: Fields): Content {
  const pieces: Piece[] = [];
  const notes: NoteMark[] = [];
  const boxes: { node: Node; run: Node }[] = [];
  let text = '';
  let tracked = false;

  const put = (run: Node, node: Node, words: string, raw = { from: node.start, to: node.end }, exact = false): void => {
    if (words === '' || fields.includes(true)) return;
    pieces.push({ from: text.length, to: text.length + words.length, run, node, raw, exact });
    text += words;
  };

  const child = (run: Node, node: Node): void => {
    switch (node.name) {
      case 't': {
        const { words, raw, exact } = textOf(xml, node);
        return put(run, node, words, raw, exact);
      }
      case 'tab':
      case 'ptab':
        return put(run, node, '\t');
      case 'cr':
        return put(run, node, '\n');
      case 'br':
        return /^(page|column)$/.test(attributeOf(xml, node, 'type') ?? '') ? undefined : put(run, node, '\n');
      case 'noBreakHyphen':
        return put(run, node, '-');
      case 'fldChar':
        return field(fields, attributeOf(xml, node, 'fldCharType'));
      case 'footnoteReference':
      case 'endnoteReference': {
        const kind = node.name === 'footnoteReference' ? 'footnote' : 'endnote';
        notes.push({ kind, id: attributeOf(xml, node, 'id') ?? '', at: text.length, run });
        return;
      }
      case 'ruby':
        return walk(childOf(node, 'rubyBase')?.children ?? []);
      case 'drawing':
      case 'pict':
      case 'object':
      case 'mc:AlternateContent':
        for (const box of boxesIn(node)) boxes.push({ node: box, run });
        return;
    }
  };

  const walk = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      if (node.name === 'r') {
        if (!hidden(xml, node, styles)) for (const part of node.children) child(node, part);
      } else if (gone.has(node.name)) tracked = true;
      else if (through.has(node.name)) {
        if (node.name === 'ins' || node.name === 'moveTo') tracked = true;
        walk(node.children);
      } else if (node.name === 'mc:AlternateContent') walk(chosen(node)?.children ?? []);
      else if (node.name.startsWith('m:')) put(node, node, mathText(xml, node));
    }
  };
  walk(paragraph.children);
  return { text, pieces, notes, boxes, tracked };
}

function field(fields: Fields, type: string | undefined): void {
  if (type === 'begin') fields.push(true);
  else if (type === 'separate' && fields.length > 0) fields[fields.length - 1] = false;
  else if (type === 'end') fields.pop();
}

/** Without xml:space="preserve" white space at the ends is not printed; a line end in between is a blank. */
function textOf(xml: string, node: Node): { words: string; raw: Piece['raw']; exact: boolean } {
  let from = node.inner;
  let to = node.close;
  if (attributeOf(xml, node, 'space') !== 'preserve') {
    while (from < to && isSpace(xml.charCodeAt(from))) from++;
    while (to > from && isSpace(xml.charCodeAt(to - 1))) to--;
  }
  const written = xml.slice(from, to);
  const marked = written.includes('<');
  const plain = marked ? written.replace(/<!--[\s\S]*?-->/g, '').replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1') : written;
  return { words: unescape(plain).replace(/[\r\n]/g, ' '), raw: { from, to }, exact: !marked };
}

const isSpace = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13;

function hidden(xml: string, run: Node, styles: Styles): boolean {
  const properties = childOf(run, 'rPr');
  if (!properties) return false;
  const own = childOf(properties, 'vanish');
  if (own) return !/^(0|false|off)$/.test(attributeOf(xml, own, 'val') ?? '1');
  const style = childOf(properties, 'rStyle');
  return style !== undefined && styles.hides(attributeOf(xml, style, 'val'));
}

/** Of the ways to show one thing, the newest; the others are for older programs. */
const chosen = (node: Node): Node | undefined => childOf(node, 'mc:Choice') ?? childOf(node, 'mc:Fallback');

function boxesIn(node: Node): readonly Node[] {
  if (node.name === 'txbxContent') return [node];
  const inner = node.name === 'mc:AlternateContent' ? chosen(node) : node;
  return inner ? inner.children.flatMap(boxesIn) : [];
}

const mathText = (xml: string, node: Node): string =>
  node.name === 'm:t' ? unescape(xml.slice(node.inner, node.close)) : node.children.map((part) => mathText(xml, part)).join('');

/** Position in the XML of the character at `offset` of an exact piece; entities and pairs of surrogates count as they print. */
export function rawOffset(xml: string, piece: Piece, offset: number): number {
  let at = piece.raw.from;
  for (let left = offset - piece.from; left > 0; left--) {
    if (xml[at] !== '&') at++;
    else {
      const end = xml.indexOf(';', at);
      const entity = xml.slice(at, end + 1);
      const words = unescape(entity);
      if (words === entity) at++;
      else {
        at = end + 1;
        left -= words.length - 1;
      }
    }
  }
  return at;
}

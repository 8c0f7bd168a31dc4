import { PackageError } from './fault';
import { escapeAttribute, unescape } from './xml-text';

/** One child element of a root, as positions in the text of its document. */
export interface Element {
  /** Local name, without prefix. */
  readonly name: string;
  readonly start: number;
  /** End of the start tag. */
  readonly inner: number;
  readonly end: number;
  /** The start tag, `<sheet name="…"/>`. */
  readonly tag: string;
}

/** A document and its root element's children. */
export interface Outline {
  readonly xml: string;
  /** Prefix of the root and so of its own kind, with colon: '' or `x:`. */
  readonly prefix: string;
  readonly root: Element;
  readonly children: readonly Element[];
}

const token = /<(?:!--[\s\S]*?-->|!\[CDATA\[[\s\S]*?\]\]>|[?!][^>]*>|(\/?)([^\s/>]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>)/g;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Children of the element that opens first at or after `from`. Cell data is stepped over, so a sheet costs no more than its frame. */
export function outline(xml: string, from = 0): Outline {
  const children: Element[] = [];
  let root: { name: string; start: number; inner: number; tag: string } | undefined;
  let open: { name: string; start: number; inner: number; tag: string } | undefined;
  let depth = 0;
  token.lastIndex = from;
  for (let found = token.exec(xml); found; found = token.exec(xml)) {
    const [tag, close, name, , empty] = found;
    if (name === undefined) continue;
    const here = { name: localName(name), start: found.index, inner: token.lastIndex, tag };
    if (close) {
      depth--;
      if (depth === 1 && open) children.push({ ...open, end: token.lastIndex });
      if (depth === 0 && root) return { xml, prefix: prefixOf(root.tag), root: { ...root, end: token.lastIndex }, children };
      continue;
    }
    if (depth === 0) {
      root = here;
      if (empty) return { xml, prefix: prefixOf(tag), root: { ...here, end: token.lastIndex }, children };
    } else if (depth === 1) {
      if (empty) children.push({ ...here, end: token.lastIndex });
      else open = here;
    }
    if (empty) continue;
    depth++;
    if (here.name === 'sheetData') {
      const end = xml.indexOf(`</${name}>`, token.lastIndex);
      if (end >= 0) token.lastIndex = end;
    }
  }
  throw new PackageError({ kind: 'malformedXml', part: '' });
}

const prefixOf = (tag: string): string => /^<([^\s/>:]+:)?/.exec(tag)![1] ?? '';

/** Value of an attribute of a start tag, by local name or with prefix, unescaped. */
export function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return found ? unescape(found[1] ?? found[2] ?? '') : undefined;
}

/** The start tag with an attribute set; other attributes stay as they are. */
export function withAttribute(tag: string, name: string, value: string): string {
  const written = ` ${name}="${escapeAttribute(value)}"`;
  const present = new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`);
  return present.test(tag) ? tag.replace(present, () => written) : tag.replace(/\s*(\/?)>$/, (_, slash: string) => `${written}${slash}>`);
}

/** Replaces `xml[start, end)` by `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies edits that do not overlap; edits at one place keep their order. */
export function splice(xml: string, edits: readonly Edit[]): string {
  let out = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    out += xml.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return out + xml.slice(at);
}

/** Position at which a child may be inserted so that the schema's order of children holds. */
export function placeFor(document: Outline, name: string, order: readonly string[]): number {
  const rank = order.indexOf(name);
  const before = document.children.filter((child) => {
    const r = order.indexOf(child.name);
    return r >= 0 && r <= rank;
  });
  return before.length > 0 ? before[before.length - 1]!.end : document.root.inner;
}

/** The text without these elements; the very same text where there are none. */
export const removed = (xml: string, elements: readonly Element[]): string =>
  elements.length === 0
    ? xml
    : splice(
        xml,
        elements.map(({ start, end }) => ({ start, end, text: '' })),
      );

/** The element becomes the last child of the root, which may have been empty (`<Types/>`). */
export function insertLast(xml: string, element: string): string {
  const { root } = outline(xml);
  const tag = root.tag;
  if (tag.endsWith('/>')) {
    const name = /^<([^\s/>]+)/.exec(tag)![1];
    return splice(xml, [{ start: root.start, end: root.end, text: `${tag.slice(0, -2).trimEnd()}>${element}</${name}>` }]);
  }
  const close = xml.lastIndexOf('</', root.end - 1);
  return splice(xml, [{ start: close, end: close, text: element }]);
}

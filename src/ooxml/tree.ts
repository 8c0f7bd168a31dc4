import { PackageError } from './fault';
import { unescape } from './xml-text';

/** An element with its place in the text of its part, so that an edit can be made there and nowhere else. */
export interface Node {
  /** Name without the prefix of the root's own kind: `p` for `w:p`; other kinds keep theirs: `mc:Choice`. */
  readonly name: string;
  readonly parent: Node | undefined;
  readonly start: number;
  /** End of the start tag. */
  readonly inner: number;
  /** Start of the end tag; equals `inner` where there is none. */
  close: number;
  end: number;
  readonly children: Node[];
}

export interface Tree {
  readonly xml: string;
  readonly root: Node;
  /** Prefix of the root, with colon: `w:`, or '' for a default namespace. */
  readonly prefix: string;
}

/** Far more than any document that people write; a file beyond it is refused, not followed. */
const MOST_NODES = 4_000_000;
const MOST_DEPTH = 400;

/** The elements of a part. Throws PackageError where it is not well-formed, far too deep or far too large. */
export function parseTree(xml: string): Tree {
  let root: Node | undefined;
  let open: Node | undefined;
  let prefix = '';
  let depth = 0;
  let count = 0;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    const start = at;
    const skipped = skip(xml, at);
    if (skipped > at) {
      at = skipped;
      continue;
    }
    if (root && !open) break;
    at = tagEnd(xml, at);
    if (xml[start + 1] === '/') {
      if (!open || !xml.startsWith(nameAt(xml, open.start + 1), start + 2)) throw malformed();
      open.close = start;
      open.end = at;
      open = open.parent;
      depth--;
      continue;
    }
    const raw = nameAt(xml, start + 1);
    if (!root) prefix = raw.slice(0, raw.indexOf(':') + 1);
    if (++count > MOST_NODES || depth > MOST_DEPTH) throw malformed();
    const name = prefix && raw.startsWith(prefix) ? raw.slice(prefix.length) : raw;
    const node: Node = { name, parent: open, start, inner: at, close: at, end: at, children: [] };
    open?.children.push(node);
    root ??= node;
    if (xml[at - 2] !== '/') {
      open = node;
      depth++;
    }
  }
  if (!root || open) throw malformed();
  return { xml, root, prefix };
}

const malformed = (): PackageError => new PackageError({ kind: 'malformedXml', part: '' });

/** End of a comment, CDATA section, declaration or instruction that begins at `at`; `at` where none does. */
function skip(xml: string, at: number): number {
  const kinds = [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<?', '?>'],
    ['<!', '>'],
  ] as const;
  if (xml[at + 1] !== '!' && xml[at + 1] !== '?') return at;
  const [, close] = kinds.find(([from]) => xml.startsWith(from, at))!;
  const end = xml.indexOf(close, at);
  if (end < 0) throw malformed();
  return end + close.length;
}

/** Behind the `>` of the tag; one inside quotes does not end it. */
function tagEnd(xml: string, at: number): number {
  let end = xml.indexOf('>', at);
  let from = at;
  for (;;) {
    if (end < 0) throw malformed();
    const quote = firstQuote(xml, from, end);
    if (quote < 0) return end + 1;
    const closing = xml.indexOf(xml[quote]!, quote + 1);
    if (closing < 0) throw malformed();
    from = closing + 1;
    if (closing > end) end = xml.indexOf('>', closing);
  }
}

function firstQuote(xml: string, from: number, to: number): number {
  for (let i = from; i < to; i++) if (xml.charCodeAt(i) === 34 || xml.charCodeAt(i) === 39) return i;
  return -1;
}

function nameAt(xml: string, at: number): string {
  let end = at;
  for (; end < xml.length; end++) {
    const c = xml.charCodeAt(end);
    if (c <= 32 || c === 47 || c === 62) break;
  }
  return xml.slice(at, end);
}

const patterns = new Map<string, RegExp>();

/** Value of an attribute by its local name, whatever its prefix. */
export function attributeOf(xml: string, node: Node, name: string): string | undefined {
  const known = patterns.get(name);
  const pattern = known ?? new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  if (!known) patterns.set(name, pattern);
  const found = pattern.exec(xml.slice(node.start, node.inner));
  return found ? unescape(found[1] ?? found[2] ?? '') : undefined;
}

export const childOf = (node: Node | undefined, name: string): Node | undefined => node?.children.find((child) => child.name === name);

/** First descendant of that path. */
export const at = (node: Node | undefined, ...path: readonly string[]): Node | undefined =>
  path.reduce<Node | undefined>((from, name) => childOf(from, name), node);

/** The element as it is written. */
export const source = (xml: string, node: Node | undefined): string => (node ? xml.slice(node.start, node.end) : '');

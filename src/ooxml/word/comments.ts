import { OfficePackage } from '../package';
import { attributeOf, childOf, parseTree, type Node } from '../tree';
import { insertLast, splice } from '../xml';
import { escapeAttribute, escapeText } from '../xml-text';
import { readZip } from '../zip-read';
import type { Signature } from './edits';

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${main}">`;

const commentsPart = (parts: OfficePackage, document: string): string | undefined => {
  const target = parts.relationships(document).find(({ type, external }) => type === 'comments' && !external)?.target;
  return target !== undefined && parts.has(target) ? target : undefined;
};

/** The first comment id that is free. */
export function freeCommentId(parts: OfficePackage, document: string): number {
  const part = commentsPart(parts, document);
  if (part === undefined) return 0;
  const { xml, root } = parseTree(parts.text(part));
  return Math.max(-1, ...root.children.map((node) => Number(attributeOf(xml, node, 'id')) || 0)) + 1;
}

/** Adds comments to the package; each line of a text is a paragraph of its comment. */
export function addComments(
  parts: OfficePackage,
  document: string,
  comments: readonly { readonly id: number; readonly text: string }[],
  by: Signature,
): void {
  if (comments.length === 0) return;
  let part = commentsPart(parts, document);
  if (part === undefined) {
    const usual = document.replace(/[^/]*$/, 'comments');
    part = parts.has(`${usual}.xml`) ? parts.free(usual) : `${usual}.xml`;
    parts.set(part, `${head}</w:comments>`);
    parts.declare(part, TYPE);
    parts.relate(document, 'comments', part);
  }
  const xml = parts.text(part);
  const { prefix } = parseTree(xml);
  const p = prefix;
  const a = prefix || 'w:';
  const initials = escapeAttribute(by.author.slice(0, 2));
  const text = comments.map(({ id, text: words }) => {
    const paragraphs = words
      .split('\n')
      .map((line) => `<${p}p><${p}r><${p}t xml:space="preserve">${escapeText(line)}</${p}t></${p}r></${p}p>`);
    return `<${p}comment ${a}id="${id}" ${a}author="${escapeAttribute(by.author)}" ${a}date="${escapeAttribute(by.date)}" ${a}initials="${initials}">${paragraphs.join('')}</${p}comment>`;
  });
  parts.set(part, insertLast(xml, text.join('')));
}

/**
 * The file without some of its comments: those of an earlier run. All other comments and everything else stay as they are;
 * the very same bytes where there are none.
 */
export function withoutComments(bytes: Uint8Array, isOurs: (author: string, words: string) => boolean): Uint8Array {
  const parts = new OfficePackage(readZip(bytes));
  const document = parts.mainPart();
  const part = document === undefined ? undefined : commentsPart(parts, document);
  if (document === undefined || part === undefined) return bytes;
  const comments = parseTree(parts.text(part));
  const wordsOf = ({ start, end }: Node): string => comments.xml.slice(start, end).replace(/<[^>]*>/g, '');
  const ours = comments.root.children.filter((node) => isOurs(attributeOf(comments.xml, node, 'author') ?? '', wordsOf(node)));
  if (ours.length === 0) return bytes;
  const ids = new Set(ours.map((node) => attributeOf(comments.xml, node, 'id')));

  const { xml, root } = parseTree(parts.text(document));
  const gone = anchors(xml, root, ids);
  parts.set(document, splice(xml, gone.map(cut)));
  if (ours.length < comments.root.children.length) parts.set(part, splice(comments.xml, ours.map(cut)));
  else {
    parts.unrelate(document, ({ type, target }) => type === 'comments' && target.toLowerCase() === part.toLowerCase());
    parts.remove(part);
    parts.undeclare([part]);
  }
  return parts.bytes();
}

const cut = ({ start, end }: Node): { start: number; end: number; text: string } => ({ start, end, text: '' });

function anchors(xml: string, node: Node, ids: ReadonlySet<string | undefined>): readonly Node[] {
  return node.children.flatMap((child): readonly Node[] => {
    const named = /^comment(RangeStart|RangeEnd|Reference)$/.test(child.name);
    if (named) return ids.has(attributeOf(xml, child, 'id')) ? [child] : [];
    if (child.name !== 'r') return anchors(xml, child, ids);
    const inside = anchors(xml, child, ids);
    // A run that held nothing else goes with its mark.
    const rest = child.children.filter((part) => part !== childOf(child, 'rPr') && !inside.includes(part));
    return inside.length > 0 && rest.length === 0 ? [child] : inside;
  });
}

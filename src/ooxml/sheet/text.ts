import { unescape } from '../xml-text';
import type { Tags } from './tags';

const escapes = /_x([0-9A-Fa-f]{4})_/g;

/** A text as a person sees it: entities and Excel's own `_x000D_` resolved, line ends as \n. */
export const storedText = (written: string): string => lineEnds(decoded(written));

const lineEnds = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);

function decoded(written: string): string {
  let text = written;
  if (text.includes('<![CDATA[')) text = text.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, inner: string) => inner.replace(/&/g, '&amp;'));
  if (text.includes('&')) text = unescape(text);
  if (text.includes('_x')) text = text.replace(escapes, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return text;
}

/** The text inside an element (`si`, `is`) that has just been opened: plain or in runs, phonetic help left out. */
export function textInside(tags: Tags, element: string): string {
  let text = '';
  let skipped = 0;
  while (tags.next()) {
    if (tags.closing) {
      if (tags.name === element) return lineEnds(text);
      if (tags.name === 'rPh') skipped--;
    } else if (tags.name === 'rPh' && !tags.empty) skipped++;
    else if (tags.name === 't' && !tags.empty && skipped === 0) text += content(tags, 't');
  }
  throw tags.malformed();
}

/** The text between the tag just found and the one that ends it. */
export const written = (tags: Tags, element: string): string => lineEnds(content(tags, element));

function content(tags: Tags, element: string): string {
  const from = tags.end;
  while (tags.next()) if (tags.closing && tags.name === element) return decoded(tags.xml.slice(from, tags.start));
  throw tags.malformed();
}

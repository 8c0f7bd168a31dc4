import { Tags } from './tags';
import { textInside } from './text';

/** The shared strings of a workbook, in order. */
export function sharedStrings(xml: string, part: string): readonly string[] {
  const tags = new Tags(xml, part);
  const all: string[] = [];
  while (tags.next()) {
    if (tags.name === 'sst' && tags.closing) return all;
    if (tags.name === 'sst' && tags.empty) return all;
    if (tags.name === 'si') all.push(tags.empty ? '' : textInside(tags, 'si'));
  }
  throw tags.malformed();
}

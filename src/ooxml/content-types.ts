import { attribute, insertLast, outline, removed, type Outline } from './xml';
import { escapeAttribute } from './xml-text';

/** Name of the part that says what each part is. */
export const TYPES = '[Content_Types].xml';

const overrides = (document: Outline, parts: readonly string[]): Outline['children'] => {
  const names = new Set(parts.map((part) => `/${part.toLowerCase()}`));
  return document.children.filter(({ name, tag }) => name === 'Override' && names.has((attribute(tag, 'PartName') ?? '').toLowerCase()));
};

/** The types with one part declared; an earlier declaration of it is replaced. */
export function withType(xml: string, part: string, contentType: string): string {
  const rest = withoutTypes(xml, [part]);
  return insertLast(rest, `<${outline(rest).prefix}Override PartName="/${escapeAttribute(part)}" ContentType="${contentType}"/>`);
}

/** The types without the declarations of these parts; the very same text where there are none. */
export const withoutTypes = (xml: string, parts: readonly string[]): string => removed(xml, overrides(outline(xml), parts));

/** The content type of a part, by its own declaration or by its extension. */
export function typeOf(xml: string, part: string): string | undefined {
  const document = outline(xml);
  const own = overrides(document, [part])[0];
  if (own) return attribute(own.tag, 'ContentType');
  const extension = part.replace(/^.*\./, '').toLowerCase();
  const usual = document.children.find(({ name, tag }) => name === 'Default' && attribute(tag, 'Extension')?.toLowerCase() === extension);
  return usual && attribute(usual.tag, 'ContentType');
}

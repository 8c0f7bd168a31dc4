import { attribute, insertLast, outline } from './xml';
import { escapeAttribute } from './xml-text';

export interface Relationship {
  readonly id: string;
  /** Last word of the relationship type: worksheet, styles, chart, comments … */
  readonly type: string;
  /** Name of the part, seen from the package; the address as written where it lies outside. */
  readonly target: string;
  readonly external: boolean;
}

const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
const head =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">';

/** `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`; '' is the package itself. */
export const relsPath = (part: string): string => part.replace(/([^/]*)$/, '_rels/$1.rels');

/** What a .rels part of `part` says. */
export const readRelationships = (xml: string, part: string): readonly Relationship[] =>
  outline(xml).children.map(({ tag }) => {
    const external = attribute(tag, 'TargetMode') === 'External';
    const target = attribute(tag, 'Target') ?? '';
    return {
      id: attribute(tag, 'Id') ?? '',
      type: (attribute(tag, 'Type') ?? '').replace(/^.*\//, ''),
      target: external ? target : resolvePart(part, target),
      external,
    };
  });

/** A whole .rels part. Targets are part names. */
export const relationshipsXml = (inner: readonly { readonly id: string; readonly type: string; readonly target: string }[]): string =>
  `${head}${inner.map(({ id, type, target }) => element('', id, type, target)).join('')}</Relationships>`;

/** The .rels part with one relationship more. */
export const withRelationship = (xml: string, id: string, type: string, target: string): string =>
  insertLast(xml, element(outline(xml).prefix, id, type, target));

const element = (prefix: string, id: string, type: string, target: string): string =>
  `<${prefix}Relationship Id="${id}" Type="${types}${type}" Target="/${escapeAttribute(target)}"/>`;

/** A target as it is written in a .rels part, seen from the part it belongs to. */
function resolvePart(part: string, target: string): string {
  const path = target.startsWith('/') ? target.slice(1) : `${part.replace(/[^/]*$/, '')}${target}`;
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

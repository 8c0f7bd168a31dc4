import { attribute, outline, placeFor, splice, withAttribute, type Edit } from '../../ooxml/xml';
import { escapeAttribute, escapeText } from '../../ooxml/xml-text';

const order = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
  'calcPr',
] as const;
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface SheetEntry {
  readonly name: string;
  readonly relationship: string;
  readonly sheetId: number;
}

/** The sheets a workbook part lists, in tab order. */
export function sheetsOf(xml: string): readonly SheetEntry[] {
  const sheets = outline(xml).children.find(({ name }) => name === 'sheets');
  if (!sheets) return [];
  return outline(xml, sheets.start).children.map(({ tag }) => ({
    name: attribute(tag, 'name') ?? '',
    relationship: attribute(tag, '[\\w.-]+:id') ?? '',
    sheetId: Number(attribute(tag, 'sheetId')),
  }));
}

/** Adds a sheet behind the last one. */
export function appendSheet(xml: string, name: string, relationship: string): string {
  const document = outline(xml);
  const sheets = document.children.find((child) => child.name === 'sheets')!;
  const id = Math.max(0, ...sheetsOf(xml).map(({ sheetId }) => sheetId)) + 1;
  const element = `<${document.prefix}sheet name="${escapeAttribute(name)}" sheetId="${id}" r:id="${relationship}" xmlns:r="${relationships}"/>`;
  const close = xml.lastIndexOf('</', sheets.end - 1);
  return splice(xml, [{ start: close, end: close, text: element }]);
}

/** Names that belong to one sheet, e.g. its print area. */
interface SheetNames {
  /** Position among the tabs. */
  readonly sheet: number;
  readonly names: readonly (readonly [name: string, reference: string])[];
}

/** Replaces all names that are local to the given sheets. */
export function withSheetNames(xml: string, sheets: readonly SheetNames[]): string {
  const document = outline(xml);
  const p = document.prefix;
  const ours = new Set(sheets.map(({ sheet }) => String(sheet)));
  const added = sheets
    .flatMap(({ sheet, names }) =>
      names.map(([name, ref]) => `<${p}definedName name="${name}" localSheetId="${sheet}">${escapeText(ref)}</${p}definedName>`),
    )
    .join('');
  const block = document.children.find(({ name }) => name === 'definedNames');
  if (!block) {
    if (!added) return xml;
    const at = placeFor(document, 'definedNames', order);
    return splice(xml, [{ start: at, end: at, text: `<${p}definedNames>${added}</${p}definedNames>` }]);
  }
  const kept = outline(xml, block.start).children.filter(({ tag }) => !ours.has(attribute(tag, 'localSheetId') ?? ''));
  const inner = kept.map(({ start, end }) => xml.slice(start, end)).join('') + added;
  // An empty list of names is not allowed.
  return splice(xml, [{ start: block.start, end: block.end, text: inner ? `<${p}definedNames>${inner}</${p}definedNames>` : '' }]);
}

/** Excel recalculates every formula when it opens the file. */
export function withFullCalculation(xml: string): string {
  const document = outline(xml);
  const there = document.children.find(({ name }) => name === 'calcPr');
  if (there)
    return splice(xml, [{ start: there.start, end: there.inner, text: withAttribute(there.tag, 'fullCalcOnLoad', '1') } satisfies Edit]);
  const at = placeFor(document, 'calcPr', order);
  return splice(xml, [{ start: at, end: at, text: `<${document.prefix}calcPr fullCalcOnLoad="1"/>` }]);
}

/** Strict Open XML has other namespaces throughout; parts of the usual kind must not be mixed in. */
export const isStrict = (xml: string): boolean => outline(xml).root.tag.includes('purl.oclc.org/ooxml');

import { isMarkFormula, markFills, MARK_FORMULA } from '../../app/mark-look';
import type { Mark } from '../../app/ports';
import { withMessages, withoutMessages } from './mark-messages';
import type { StyleSheet } from './styles';
import { outline, placeFor, removed, splice, type Element } from '../../ooxml/xml';
import { escapeText, unescape } from '../../ooxml/xml-text';

const order = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
] as const;

const kinds: readonly Mark['kind'][] = ['error', 'warning', 'rounding'];

/** Conditional formats that mark cells, one element per kind. `priority` is the first free one of the sheet. */
export function markFormats(marks: readonly Mark[], styles: StyleSheet, priority: number, prefix = ''): string {
  const p = prefix;
  return kinds
    .filter((kind) => marks.some((mark) => mark.kind === kind))
    .map((kind, i) => {
      const cells = [...new Set(marks.filter((mark) => mark.kind === kind).map((mark) => mark.at.a1))].join(' ');
      const rule = `<${p}cfRule type="expression" dxfId="${styles.overlay({ fill: markFills[kind] })}" priority="${priority + i}">`;
      const formula = `<${p}formula>${escapeText(MARK_FORMULA)}</${p}formula>`;
      return `<${p}conditionalFormatting sqref="${cells}">${rule}${formula}</${p}cfRule></${p}conditionalFormatting>`;
    })
    .join('');
}

/** A worksheet without our marks: the very text it had before they were put on. */
const withoutMarks = (xml: string): string => withoutMessages(withoutFormats(xml));

function withoutFormats(xml: string): string {
  if (!xml.includes('conditionalFormatting')) return xml;
  const gone = outline(xml).children.flatMap((element): readonly Element[] => {
    if (element.name !== 'conditionalFormatting') return [];
    const rules = outline(xml, element.start).children.filter(({ name }) => name === 'cfRule');
    const ours = rules.filter((rule) => isOurs(xml, rule));
    if (ours.length === 0) return [];
    return ours.length === rules.length ? [element] : ours;
  });
  return removed(xml, gone);
}

function isOurs(xml: string, rule: Element): boolean {
  const formula = /<(?:[\w.-]+:)?formula>([^<]*)</.exec(xml.slice(rule.inner, rule.end));
  return formula !== null && isMarkFormula(unescape(formula[1]!));
}

/** A worksheet with these marks instead of earlier ones; nothing else of it changes. */
export function withMarks(xml: string, marks: readonly Mark[], styles: StyleSheet): string {
  const plain = withoutMarks(xml);
  if (marks.length === 0) return plain;
  const document = outline(plain);
  const data = document.children.find(({ name }) => name === 'sheetData');
  const taken = [...plain.slice(data?.end ?? 0).matchAll(/\spriority="(\d+)"/g)].map(([, n]) => Number(n));
  const at = placeFor(document, 'conditionalFormatting', order);
  const text = markFormats(marks, styles, Math.max(0, ...taken) + 1, document.prefix);
  const coloured = splice(plain, [{ start: at, end: at, text }]);
  return withMessages(coloured, marks, (whole) => placeFor(outline(whole), 'dataValidations', order));
}

import { isMarkTitle, markMessage } from '../../app/mark-look';
import type { Mark } from '../../app/ports';
import { parseA1 } from '../../kernel/address';
import { attribute, outline, splice, withAttribute, type Edit, type Element } from '../../ooxml/xml';
import { messageXml } from './cell-messages';

const LIST = 'dataValidations';

const listIn = (xml: string): Element | undefined => outline(xml).children.find(({ name }) => name === LIST);
const rulesIn = (xml: string, list: Element): readonly Element[] =>
  outline(xml, list.start).children.filter(({ name }) => name === 'dataValidation');
const isOurs = ({ tag }: Element): boolean => isMarkTitle(attribute(tag, 'promptTitle') ?? '');
/** Somebody has given the cell a rule beside our message since: only the message goes. */
const isRuled = ({ tag }: Element): boolean => (attribute(tag, 'type') ?? 'none') !== 'none';

/** A worksheet without the messages of our marks: the very text it had before they were put on. */
export function withoutMessages(xml: string): string {
  const list = xml.includes('promptTitle') ? listIn(xml) : undefined;
  if (!list) return xml;
  const rules = rulesIn(xml, list);
  const gone = rules.filter((rule) => isOurs(rule) && !isRuled(rule));
  if (gone.length > 0 && gone.length === rules.length) return splice(xml, [{ start: list.start, end: list.end, text: '' }]);
  const silent = rules.filter((rule) => isOurs(rule) && isRuled(rule));
  return splice(xml, [
    ...counted(list, -gone.length),
    ...gone.map(({ start, end }): Edit => ({ start, end, text: '' })),
    ...silent.map(({ start, tag }): Edit => ({ start, end: start + tag.length, text: tag.replace(/\s(promptTitle|prompt)="[^"]*"/g, '') })),
  ]);
}

/** The same with a message at each marked cell that has no validation of its own. `at` is where a list may be put in. */
export function withMessages(xml: string, marks: readonly Mark[], at: (xml: string) => number): string {
  const list = listIn(xml);
  const { prefix } = outline(xml);
  const taken = takenCells(xml, list);
  const texts = new Map(
    marks.filter((mark) => !taken(mark.at.a1)).map((mark) => [mark.at.a1, messageXml(mark.at.a1, markMessage(mark), prefix)]),
  );
  if (texts.size === 0) return xml;
  const inner = [...texts.values()].join('');
  if (!list) {
    const place = at(xml);
    return splice(xml, [{ start: place, end: place, text: `<${prefix}${LIST} count="${texts.size}">${inner}</${prefix}${LIST}>` }]);
  }
  const end = xml.lastIndexOf('</', list.end - 1);
  return splice(xml, [...counted(list, texts.size), { start: end, end, text: inner }]);
}

/** The number of validations that the list says it has, put right. */
function counted({ start, tag }: Element, more: number): readonly Edit[] {
  const count = attribute(tag, 'count');
  if (count === undefined || more === 0) return [];
  return [{ start, end: start + tag.length, text: withAttribute(tag, 'count', String(Number(count) + more)) }];
}

/** Cells with a validation of somebody else, those of newer Excel versions included. */
function takenCells(xml: string, list: Element | undefined): (a1: string) => boolean {
  const own = list ? rulesIn(xml, list).map(({ tag }) => attribute(tag, 'sqref') ?? '') : [];
  const boxes = [...own, ...newerIn(xml)].flatMap((ranges) => ranges.split(/\s+/)).flatMap(boxOf);
  return (a1) => {
    const { row, column } = parseA1(a1);
    return boxes.some(({ from, to }) => row >= from.row && row <= to.row && column >= from.column && column <= to.column);
  };
}

function newerIn(xml: string): readonly string[] {
  const start = xml.search(/<([\w.-]+:)?extLst[\s>]/);
  const extensions = start < 0 ? '' : xml.slice(start);
  return [...extensions.matchAll(/<[\w.-]+:dataValidations[\s\S]*?<\/[\w.-]+:dataValidations>/g)].flatMap(([block]) =>
    [...block.matchAll(/<[\w.-]+:sqref>([^<]*)</g)].map(([, ranges]) => ranges!),
  );
}

function boxOf(range: string): readonly { readonly from: { row: number; column: number }; readonly to: { row: number; column: number } }[] {
  const [from, to = from] = range.replace(/\$/g, '').split(':');
  return /^[A-Z]+\d+$/.test(from ?? '') && /^[A-Z]+\d+$/.test(to ?? '') ? [{ from: parseA1(from!), to: parseA1(to!) }] : [];
}

/**
 * A second, simple opinion on tracked changes: reads WordprocessingML into a tree and accepts or rejects everything in it as
 * the standard says. Shares nothing with the code under test.
 */
interface Element {
  name: string;
  tag: string;
  children: (Element | string)[];
}

function parse(xml: string): Element {
  const root: Element = { name: '', tag: '', children: [] };
  const stack = [root];
  let at = 0;
  for (const found of xml.matchAll(/<[?!][^>]*>|<(\/?)([\w:.-]+)((?:"[^"]*"|'[^']*'|[^>"'])*?)(\/?)>/g)) {
    const top = stack[stack.length - 1]!;
    if (found.index > at) top.children.push(xml.slice(at, found.index));
    at = found.index + found[0].length;
    const [, close, name, attributes, empty] = found;
    if (name === undefined) continue;
    if (close) {
      const ended = stack.pop()!;
      if (ended.name !== name) throw new Error(`</${name}> ends <${ended.name}>`);
      continue;
    }
    const made: Element = { name, tag: attributes ?? '', children: [] };
    top.children.push(made);
    if (!empty) stack.push(made);
  }
  if (stack.length !== 1) throw new Error(`<${stack[stack.length - 1]!.name}> is not closed`);
  return root.children.find((child): child is Element => typeof child !== 'string')!;
}

export type Way = 'accept' | 'reject';
const dropped = { accept: ['w:del', 'w:moveFrom'], reject: ['w:ins', 'w:moveTo'] };
const freed = { accept: ['w:ins', 'w:moveTo'], reject: ['w:del', 'w:moveFrom'] };
const elements = (of: Element | undefined): Element[] =>
  (of?.children ?? []).filter((child): child is Element => typeof child !== 'string');
const find = (of: Element | undefined, name: string): Element | undefined => elements(of).find((child) => child.name === name);

/** All children with changes settled; paragraphs whose mark goes run into the next one, which gives its properties. */
function settle(of: Element, way: Way): (Element | string)[] {
  const out: (Element | string)[] = [];
  let carried: (Element | string)[] | undefined;
  for (const child of of.children) {
    if (typeof child === 'string') {
      out.push(child);
      continue;
    }
    if (of.name !== 'w:rPr' && dropped[way].includes(child.name)) continue;
    // A row whose mark goes, goes whole.
    if (child.name === 'w:tr' && dropped[way].some((kind) => find(find(child, 'w:trPr'), kind))) continue;
    const inner = settle(child, way);
    if (of.name !== 'w:rPr' && freed[way].includes(child.name)) {
      out.push(...inner);
      continue;
    }
    const name = child.name === 'w:delText' ? 'w:t' : child.name === 'w:delInstrText' ? 'w:instrText' : child.name;
    const made: Element = { ...child, name, children: inner };
    if (child.name !== 'w:p') {
      if (carried && child.name === 'w:tbl') carried = undefined;
      out.push(made);
      continue;
    }
    const mark = find(find(child, 'w:pPr'), 'w:rPr');
    const goes = dropped[way].some((kind) => find(mark, kind));
    const content = inner.filter((part) => typeof part === 'string' || part.name !== 'w:pPr');
    if (carried) made.children = [...elements(made).filter((part) => part.name === 'w:pPr'), ...carried, ...content];
    carried = undefined;
    if (goes) carried = made.children.filter((part) => typeof part === 'string' || part.name !== 'w:pPr');
    else out.push(made);
  }
  return out;
}

const decode = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#(\d+);/g, (_, n) => String.fromCodePoint(Number(n)))
    .replace(/&amp;/g, '&');

function textOf(of: Element): string {
  return of.children
    .map((child) => {
      if (typeof child === 'string') return '';
      if (child.name === 'w:t') {
        const text = child.children.join('');
        return decode(/xml:space="preserve"/.test(child.tag) ? text : text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, ''));
      }
      if (child.name === 'w:tab' && of.name === 'w:r') return '\t';
      if (child.name === 'w:br') return '\n';
      return ['w:delText', 'w:instrText', 'w:pPr', 'w:rPr'].includes(child.name) ? '' : textOf(child);
    })
    .join('');
}

function paragraphs(of: Element): Element[] {
  return elements(of).flatMap((child) => (child.name === 'w:p' ? [child] : paragraphs(child)));
}

interface Settled {
  readonly text: string;
  readonly style: string;
}

/** The paragraphs of a document part after all changes were accepted or rejected. */
export function settled(xml: string, way: Way): readonly Settled[] {
  const body = find(parse(xml), 'w:body')!;
  return paragraphs({ ...body, children: settle(body, way) }).map((paragraph) => ({
    text: textOf(paragraph),
    style: /w:val="([^"]*)"/.exec(find(find(paragraph, 'w:pPr'), 'w:pStyle')?.tag ?? '')?.[1] ?? '',
  }));
}

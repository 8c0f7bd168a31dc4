import { at, attributeOf, childOf, parseTree, type Node, type Tree } from '../tree';
import { OfficePackage } from '../package';
import { splice, type Edit } from '../xml';
import { escapeText, unescape } from '../xml-text';
import { readZip } from '../zip-read';

/** A chart of one series as it stands in a package: what its cache prints. */
export interface WordChart {
  readonly part: string;
  readonly kind: 'pie' | 'other';
  readonly categories: readonly string[];
  /** Decimal strings as cached. */
  readonly values: readonly string[];
}

/** What a chart is to show; both lists have one length, at least 1. */
export interface ChartData {
  readonly categories: readonly string[];
  readonly values: readonly string[];
}

interface Places {
  readonly tree: Tree;
  readonly cat: Node;
  readonly val: Node;
}

/** The charts of a document that have exactly one series with text categories, in the order of their parts. */
export function readCharts(parts: OfficePackage, main: string): readonly WordChart[] {
  return parts
    .relationships(main)
    .filter(({ type, external, target }) => type === 'chart' && !external && parts.has(target))
    .flatMap(({ target }): WordChart[] => {
      const places = placesOf(parts.text(target));
      if (!places) return [];
      const { tree, cat, val } = places;
      const [categories, values] = [pointsOf(tree, cat), pointsOf(tree, val)];
      if (values.length === 0 || categories.length !== values.length) return [];
      return [{ part: target, kind: tree.xml.includes(`${tree.prefix}pieChart`) ? 'pie' : 'other', categories, values }];
    });
}

/** Writes new data into a chart: its caches, the ranges it names, and the workbook inside the document. */
export function writeChart(parts: OfficePackage, { part, values: old }: WordChart, data: ChartData): void {
  const { tree, cat, val } = placesOf(parts.text(part))!;
  parts.set(part, splice(tree.xml, [...cacheEdits(tree, cat, data.categories), ...cacheEdits(tree, val, data.values)]));
  const book = parts.relationships(part).find(({ type, external, target }) => type === 'package' && !external && parts.has(target));
  if (book) parts.put(book.target, withData(parts.bytesOf(book.target), data, old.length));
}

function placesOf(xml: string): Places | undefined {
  const tree = parseTree(xml);
  const series = all(tree.root, 'ser');
  const [cat, val] = [childOf(series[0], 'cat'), childOf(series[0], 'val')];
  const [names, numbers] = [childOf(cat, 'strRef') ?? childOf(cat, 'numRef'), childOf(val, 'numRef')];
  return series.length === 1 && names && numbers ? { tree, cat: names, val: numbers } : undefined;
}

const all = (node: Node, name: string): readonly Node[] =>
  node.children.flatMap((child) => (child.name === name ? [child] : all(child, name)));
const cacheOf = (ref: Node): Node | undefined => childOf(ref, 'strCache') ?? childOf(ref, 'numCache');
const textOf = ({ xml }: Tree, node: Node | undefined): string => (node ? unescape(xml.slice(node.inner, node.close)) : '');

const pointsOf = (tree: Tree, ref: Node): readonly string[] =>
  (cacheOf(ref)?.children ?? []).filter(({ name }) => name === 'pt').map((point) => textOf(tree, childOf(point, 'v')));

/** The points of a cache anew, and the last row of the range they come from. */
function cacheEdits(tree: Tree, ref: Node, values: readonly string[]): readonly Edit[] {
  const cache = cacheOf(ref)!;
  const p = tree.prefix;
  const edits: Edit[] = [];
  const count = childOf(cache, 'ptCount');
  const points = cache.children.filter(({ name }) => name === 'pt');
  const text = values.map((value, i) => `<${p}pt idx="${i}"><${p}v>${escapeText(value)}</${p}v></${p}pt>`).join('');
  if (count) edits.push({ start: count.start, end: count.end, text: `<${p}ptCount val="${values.length}"/>` });
  edits.push({ start: points[0]!.start, end: points.at(-1)!.end, text });
  const formula = childOf(ref, 'f');
  const range = /^([^]*\$[A-Z]+\$)(\d+)(:\$[A-Z]+\$)(\d+)$/.exec(textOf(tree, formula));
  if (formula && range) {
    const last = Number(range[2]) + values.length - 1;
    edits.push({ start: formula.inner, end: formula.close, text: escapeText(`${range[1]}${range[2]}${range[3]}${last}`) });
  }
  return edits;
}

/** The data sheet of a chart: categories in A2 and below, values in B2 and below; rows that are left over are emptied. */
function withData(bytes: Uint8Array, data: ChartData, old: number): Uint8Array {
  const parts = new OfficePackage(readZip(bytes));
  const main = parts.mainPart();
  const sheet = main && parts.relationships(main).find(({ type, target }) => type === 'worksheet' && parts.has(target))?.target;
  if (!sheet) return bytes;
  const tree = parseTree(parts.text(sheet));
  const rows = at(tree.root, 'sheetData');
  if (!rows || rows.close === rows.inner) return bytes;
  const p = tree.prefix;
  const isData = (row: Node): boolean =>
    Number(attributeOf(tree.xml, row, 'r') ?? 0) > 1 && Number(attributeOf(tree.xml, row, 'r')) <= old + 1;
  const kept = rows.children
    .filter((row) => !isData(row))
    .map((row) => ({ at: Number(attributeOf(tree.xml, row, 'r') ?? 0), text: tree.xml.slice(row.start, row.end) }));
  const made = data.categories.map((category, i) => ({
    at: i + 2,
    text: `<${p}row r="${i + 2}"><${p}c r="A${i + 2}" t="inlineStr"><${p}is><${p}t>${escapeText(category)}</${p}t></${p}is></${p}c><${p}c r="B${i + 2}"><${p}v>${data.values[i]}</${p}v></${p}c></${p}row>`,
  }));
  const free = kept.filter(({ at: row }) => row <= 1 || row > data.categories.length + 1);
  const body = [...free, ...made]
    .sort((a, b) => a.at - b.at)
    .map(({ text }) => text)
    .join('');
  const dimension = childOf(tree.root, 'dimension');
  const edits: Edit[] = [{ start: rows.inner, end: rows.close, text: body }];
  if (dimension)
    edits.push({ start: dimension.start, end: dimension.end, text: `<${p}dimension ref="A1:B${data.categories.length + 1}"/>` });
  parts.set(sheet, splice(tree.xml, edits));
  return parts.bytes();
}

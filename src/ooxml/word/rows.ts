import { childOf, source, type Node, type Tree } from '../tree';
import type { Edit } from '../xml';
import type { WordParagraph } from './model';
import { removal } from './paragraphs';
import type { Pen } from './pen';
import { lookOf, plainLook } from './runs';

/** The row of a table that a paragraph stands in. */
function rowNode({ node, index }: WordParagraph): Node {
  for (let at: Node | undefined = node; at; at = at.parent) if (at.name === 'tr') return at;
  throw new Error(`paragraph ${index} stands in no row`);
}

/** Can a row like this be written once more? Not where a cell goes on above or below, or holds more than text. */
export function repeatable(paragraph: WordParagraph): boolean {
  const row = rowNode(paragraph);
  return row.children.every(({ name }) => ['tblPrEx', 'trPr', 'tc'].includes(name)) && cellsOf(row).every(isPlain);
}

const cellsOf = (row: Node): readonly Node[] => row.children.filter(({ name }) => name === 'tc');
const isPlain = (cell: Node): boolean =>
  childOf(childOf(cell, 'tcPr'), 'vMerge') === undefined && cell.children.every(({ name }) => name === 'tcPr' || name === 'p');

export interface NewRow {
  /** A paragraph of the row that it looks like. */
  readonly like: WordParagraph;
  /** One text per cell. */
  readonly texts: readonly string[];
}

/** New rows behind the row of a paragraph, tracked, in the order given. */
export function insertedRows(tree: Tree, after: WordParagraph, rows: readonly NewRow[], pen: Pen): readonly Edit[] {
  const { end } = rowNode(after);
  return [{ start: end, end, text: rows.map((row) => rowText(tree, row, pen)).join('') }];
}

function rowText(tree: Tree, { like, texts }: NewRow, pen: Pen): string {
  const { p } = pen;
  const row = rowNode(like);
  const [exception, properties] = [childOf(row, 'tblPrEx'), childOf(row, 'trPr')];
  const kept = (properties?.children ?? []).filter(({ name }) => !['ins', 'del', 'trPrChange', 'tblHeader'].includes(name));
  const cells = cellsOf(row).map((cell, i) => cellText(tree, cell, row, texts[i] ?? '', pen));
  const own = kept.map((child) => source(tree.xml, child)).join('');
  return `<${p}tr>${source(tree.xml, exception)}<${p}trPr>${own}${pen.mark('ins')}</${p}trPr>${cells.join('')}</${p}tr>`;
}

function cellText(tree: Tree, cell: Node, row: Node, text: string, pen: Pen): string {
  const { p } = pen;
  const paragraph = childOf(cell, 'p');
  const properties = childOf(paragraph, 'pPr');
  const shape = (properties?.children ?? [])
    .filter(({ name }) => !['rPr', 'sectPr', 'pPrChange'].includes(name))
    .map((child) => source(tree.xml, child))
    .join('');
  const own = childOf(properties, 'rPr');
  const mark = `<${p}rPr>${pen.mark('ins')}${own ? plainLook(tree.xml, own) : ''}</${p}rPr>`;
  const run = firstRun(paragraph) ?? cellsOf(row).map(firstRun).find(Boolean);
  const words = text === '' ? '' : pen.inserted(pen.run(lookOf(tree, run), pen.text(text)));
  return `<${p}tc>${source(tree.xml, childOf(cell, 'tcPr'))}<${p}p><${p}pPr>${shape}${mark}</${p}pPr>${words}</${p}p></${p}tc>`;
}

const firstRun = (node: Node | undefined): Node | undefined =>
  node?.name === 'r' ? node : node?.children.map(firstRun).find((found) => found !== undefined);

/** The whole row as a tracked deletion: its mark and everything in its paragraphs. */
export function removedRow(tree: Tree, paragraphs: readonly WordParagraph[], pen: Pen): readonly Edit[] {
  const row = rowNode(paragraphs[0]!);
  const properties = childOf(row, 'trPr');
  const { p } = pen;
  const mark = pen.mark('del');
  const change = childOf(properties, 'trPrChange');
  const at = change?.start ?? properties?.close;
  const own: Edit =
    properties && properties.close > properties.inner
      ? { start: at!, end: at!, text: mark }
      : properties
        ? { start: properties.start, end: properties.end, text: `<${p}trPr>${mark}</${p}trPr>` }
        : { start: firstCell(row), end: firstCell(row), text: `<${p}trPr>${mark}</${p}trPr>` };
  return [own, ...paragraphs.flatMap((paragraph) => removal(tree, paragraph, pen))];
}

const firstCell = (row: Node): number => row.children.find(({ name }) => name !== 'tblPrEx')?.start ?? row.inner;

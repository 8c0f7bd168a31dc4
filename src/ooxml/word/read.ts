import { at, attributeOf, childOf, type Node, type Tree } from '../tree';
import type { Place, WordBlock, WordCell, WordParagraph, WordTable } from './model';
import type { Numbering } from './numbering';
import { readContent, type Fields } from './paragraph';
import { outlineLevel, type Styles } from './styles';

/** The part that is being read, and what surrounds the blocks in it. */
interface Where {
  readonly part: string;
  readonly tree: Tree;
  readonly place: Place;
  readonly host?: WordParagraph['host'];
  /** Fields that are open: they may end in a later paragraph. */
  readonly fields: Fields;
}

/** What is read of one part after another; paragraphs are numbered through. */
export class BlockReader {
  readonly paragraphs: WordParagraph[] = [];
  /** Notes met so far, in the order of their marks. */
  readonly notes: { readonly kind: 'footnote' | 'endnote'; readonly id: string; readonly host: NonNullable<WordParagraph['host']> }[] = [];

  constructor(
    private readonly styles: Styles,
    private readonly numbering: Numbering,
  ) {}

  /** The blocks inside a body, cell, box or note. */
  blocks(inside: Node, where: Where): readonly WordBlock[] {
    return contents(inside).flatMap((node): readonly WordBlock[] => {
      if (node.name === 'tbl') return [this.table(node, where)];
      const paragraph = this.paragraph(node, where);
      return paragraph ? [paragraph] : [];
    });
  }

  private paragraph(node: Node, where: Where): WordParagraph | undefined {
    const { xml } = where.tree;
    const { host } = where;
    const properties = childOf(node, 'pPr');
    const value = (...path: readonly string[]): string | undefined => {
      const found = at(properties, ...path);
      return found && attributeOf(xml, found, 'val');
    };
    const { text, pieces, notes, boxes, tracked } = readContent(xml, node, this.styles, where.fields);
    const mark = childOf(properties, 'rPr');
    const dead = childOf(mark, 'del') ?? childOf(mark, 'moveFrom');
    // Deleted with its mark, it is no paragraph any more for whoever reads the accepted text.
    if (dead && text === '' && boxes.length === 0) return undefined;

    const styleId = value('pStyle');
    const style = this.styles.paragraph(styleId);
    const numId = value('numPr', 'numId') ?? style.numId;
    const numLevel = value('numPr', 'ilvl');
    const label =
      numId === undefined || numId === '0'
        ? undefined
        : this.numbering.next(numId, numLevel === undefined ? style.numLevel : Number(numLevel), styleId);
    const paragraph: WordParagraph = {
      kind: 'paragraph',
      index: this.paragraphs.length,
      place: where.place,
      text,
      level: childOf(properties, 'outlineLvl') ? outlineLevel(value('outlineLvl')) : style.level,
      style: style.name,
      label,
      pieces,
      notes,
      host,
      tracked: tracked || dead !== undefined || childOf(mark, 'ins') !== undefined,
      part: where.part,
      node,
    };
    this.paragraphs.push(paragraph);
    for (const { node: box, run } of boxes) {
      this.blocks(box, { ...where, place: 'box', host: host ?? { paragraph: paragraph.index, run } });
    }
    if (!host) for (const { kind, id, run } of notes) this.notes.push({ kind, id, host: { paragraph: paragraph.index, run } });
    return paragraph;
  }

  private table(table: Node, where: Where): WordTable {
    const { xml } = where.tree;
    const inside: Where = where.place === 'body' ? { ...where, place: 'cell' } : where;
    const rows: (WordCell & { rows: number })[][] = [];
    /** The cell that began in a column and may go on below. */
    const above = new Map<number, WordCell & { rows: number }>();
    for (const row of contents(table, 'tr')) {
      const properties = childOf(row, 'trPr');
      if (childOf(properties, 'del')) continue;
      const cells: (WordCell & { rows: number })[] = [];
      let column = Number(val(xml, childOf(properties, 'gridBefore')) ?? 0) || 0;
      for (const cell of contents(row, 'tc')) {
        const own = childOf(cell, 'tcPr');
        const columns = Math.max(1, Math.min(1000, Number(val(xml, childOf(own, 'gridSpan')) ?? 1) || 1));
        const merge = childOf(own, 'vMerge');
        const goesOn = merge !== undefined && val(xml, merge) !== 'restart' && above.has(column);
        const blocks = this.blocks(cell, inside);
        if (goesOn) above.get(column)!.rows++;
        else {
          const text = textsOf(blocks).join('\n');
          const made = { kind: 'cell' as const, column, columns, rows: 1, blocks, text };
          cells.push(made);
          if (merge) above.set(column, made);
          else above.delete(column);
        }
        column += columns;
      }
      rows.push(cells);
    }
    return { kind: 'table', rows };
  }
}

const val = (xml: string, node: Node | undefined): string | undefined => node && attributeOf(xml, node, 'val');

const textsOf = (blocks: readonly WordBlock[]): readonly string[] =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : block.rows.flat().map(({ text }) => text)));

const wrappers = new Set(['sdt', 'sdtContent', 'customXml', 'ins', 'moveTo']);

/** Paragraphs and tables (or rows, or cells) inside, also where a content control or a tracked move wraps them. */
const contents = (inside: Node, ...names: readonly string[]): readonly Node[] => {
  const wanted = names.length > 0 ? names : ['p', 'tbl'];
  return inside.children.flatMap((node) =>
    wanted.includes(node.name) ? [node] : wrappers.has(node.name) ? contents(node, ...wanted) : [],
  );
};

import { PackageError } from '../fault';
import { OfficePackage } from '../package';
import { attributeOf, childOf, parseTree, type Tree } from '../tree';
import { readZip } from '../zip-read';
import type { WordComment, WordDocument } from './model';
import { readNumbering } from './numbering';
import { readContent } from './paragraph';
import { BlockReader } from './read';
import { readStyles, type Styles } from './styles';

/**
 * A .docx as read: its paragraphs with their text and structure, and the bytes they came from. `editWord` writes changes of
 * it. Everything is positions in the file's own XML, so that an edit touches nothing else.
 */
export interface WordFile {
  readonly document: WordDocument;
  readonly bytes: Uint8Array;
  /** The parts that were read, as trees, by the name that `WordParagraph.part` gives. */
  readonly trees: ReadonlyMap<string, Tree>;
  /** Name of the main part: word/document.xml. */
  readonly main: string;
}

/** Reads a .docx. Throws PackageError where the package has no Word document or a part of it is damaged. */
export function readWord(bytes: Uint8Array): WordFile {
  const parts = new OfficePackage(readZip(bytes));
  const main = parts.mainPart();
  if (main === undefined) throw new PackageError({ kind: 'missingPart', part: 'word/document.xml' });
  const trees = new Map<string, Tree>();
  const relations = parts.relationships(main);
  const part = (type: string): { readonly name: string; readonly tree: Tree } | undefined => {
    const name = relations.find((relation) => relation.type === type && !relation.external)?.target;
    return name !== undefined && parts.has(name) ? { name, tree: named(name, parts.text(name)) } : undefined;
  };

  const tree = named(main, parts.text(main));
  const body = childOf(tree.root, 'body');
  if (tree.root.name !== 'document' || !body) throw new PackageError({ kind: 'missingPart', part: 'word/document.xml' });
  trees.set(main, tree);
  const styles = readStyles(part('styles')?.tree);
  const reader = new BlockReader(styles, readNumbering(part('numbering')?.tree));
  const blocks = reader.blocks(body, { part: main, tree, place: 'body', fields: [] });
  for (const kind of ['footnote', 'endnote'] as const) {
    const notes = part(`${kind}s`);
    if (!notes) continue;
    trees.set(notes.name, notes.tree);
    const byId = new Map(notes.tree.root.children.map((note) => [attributeOf(notes.tree.xml, note, 'id'), note]));
    for (const { kind: of, id, host } of reader.notes) {
      const note = of === kind ? byId.get(id) : undefined;
      if (note) reader.blocks(note, { part: notes.name, tree: notes.tree, place: kind, host, fields: [] });
    }
  }
  const comments = part('comments');
  return {
    document: { blocks, paragraphs: reader.paragraphs, comments: comments ? commentsOf(comments.tree, styles) : [] },
    bytes,
    trees,
    main,
  };
}

function named(part: string, xml: string): Tree {
  try {
    return parseTree(xml);
  } catch (error) {
    if (error instanceof PackageError) throw new PackageError({ kind: 'malformedXml', part });
    throw error;
  }
}

const commentsOf = ({ xml, root }: Tree, styles: Styles): readonly WordComment[] =>
  root.children
    .filter(({ name }) => name === 'comment')
    .map((comment) => ({
      id: attributeOf(xml, comment, 'id') ?? '',
      author: attributeOf(xml, comment, 'author') ?? '',
      text: comment.children
        .filter(({ name }) => name === 'p')
        .map((paragraph) => readContent(xml, paragraph, styles, []).text)
        .join('\n'),
    }));

import { inWord } from '../../ooxml/word/damaged';
import { replaceable, type WordEdit } from '../../ooxml/word/edits';
import type { WordFile } from '../../ooxml/word/file';
import type { WordBlock, WordCell, WordParagraph } from '../../ooxml/word/model';
import { editWord } from '../../ooxml/word/write';
import type { ProofFinding } from '../../proof/checks/finding';
import { evidenceWords } from '../../proof/evidence';
import type { ProofReport } from '../../proof/proof';
import type { RowCell, SourceParagraph } from '../../proof/text/document';

export const COMMENT_AUTHOR = '决算说明助手';

/** The paragraphs of a Word document as 校对 reads them, numbered as in the document; a row of a table is one, with its cells. */
export function wordParagraphs({ document }: WordFile): readonly SourceParagraph[] {
  const inTables = new Set<number>();
  const found: SourceParagraph[] = [];
  let tables = 0;
  const walk = (blocks: readonly WordBlock[]): void => {
    for (const block of blocks) {
      if (block.kind === 'paragraph') found.push(paragraphOf(block));
      else {
        const table = ++tables;
        for (const row of block.rows) walkRow(row, table);
      }
    }
  };
  // A frame drawn as a table of one cell per row holds paragraphs, not figures of a form.
  const walkRow = (row: readonly WordCell[], table: number): void => {
    row.forEach(({ blocks }) => mark(blocks));
    if (row.length === 1) walk(row[0]!.blocks);
    else if (row.length > 1) found.push({ ...rowOf(row), table });
  };
  const mark = (blocks: readonly WordBlock[]): void =>
    blocks.forEach((block) =>
      block.kind === 'paragraph' ? inTables.add(block.index) : block.rows.flat().forEach((cell) => mark(cell.blocks)),
    );
  walk(document.blocks);
  const seen = new Set([...found.map(({ index }) => index), ...inTables]);
  // Text boxes and notes are not among the blocks of the body: each is read behind the paragraph that holds it, in its section.
  const outside = document.paragraphs.filter(({ index }) => !seen.has(index));
  const notes = outside.find(({ place }) => place !== 'box')?.index ?? Infinity;
  for (const paragraph of outside) {
    const host = paragraph.place === 'box' ? paragraph.index : (paragraph.host?.paragraph ?? notes);
    const next = found.findIndex(({ index }) => index > host && index < notes);
    found.splice(next < 0 ? found.length : next, 0, paragraphOf(paragraph));
  }
  return found;
}

const paragraphOf = ({ index, text, label, level, style }: WordParagraph): SourceParagraph => ({
  index,
  text,
  ...(label !== undefined && !/^[•·-]/.test(label) ? { label } : {}),
  ...(level !== undefined ? { outline: level } : {}),
  ...(/^toc \d|^目录/i.test(style) ? { contents: true as const } : {}),
});

function rowOf(row: readonly WordCell[]): SourceParagraph {
  const cells = row.map((cell): RowCell => ({
    paragraph: firstOf(cell.blocks) ?? -1,
    start: 0,
    text: cell.text,
    column: cell.column,
  }));
  return { index: cells[0]!.paragraph, text: cells.map(({ text }) => text).join('\t'), row: cells.map(({ text }) => text), cells };
}

const firstOf = (blocks: readonly WordBlock[]): number | undefined => {
  const block = blocks[0];
  return block?.kind === 'paragraph' ? block.index : block && firstOf(block.rows[0]?.[0]?.blocks ?? []);
};

const kinds = { error: '错误', warning: '疑似', info: '建议' } as const;
const heads = Object.values(kinds).map((kind) => `【${kind}】`);

/** A comment of 校对 itself, from an earlier run; those of 承上年 say something else. */
export const isProofComment = (author: string, words: string): boolean =>
  author === COMMENT_AUTHOR && heads.some((head) => words.startsWith(head));

/**
 * The user's own file with a comment at the words of every finding; nothing else of it changes. Where a suggestion was
 * taken, the words give way to it as a tracked change. `date` is an ISO date and time.
 */
export function withFindings(
  file: WordFile,
  report: Pick<ProofReport, 'file' | 'against'>,
  findings: readonly ProofFinding[],
  date: string,
  taken: readonly ProofFinding[] = [],
): Uint8Array {
  const edits = findings.flatMap((finding): readonly WordEdit[] => {
    const { span, severity, message, suggestion } = finding;
    const advice = suggestion ? `建议：${suggestion}` : '';
    const text = `【${kinds[severity]}】${message}${evidenceWords(report, finding)}${advice}`;
    return [{ kind: 'comment', ...span, text }, ...(taken.includes(finding) ? replacement(file, finding) : [])];
  });
  return inWord(report.file, () => editWord(file, edits, { author: COMMENT_AUTHOR, date }));
}

function replacement({ document }: WordFile, { span, suggestion }: ProofFinding): readonly WordEdit[] {
  const paragraph = document.paragraphs[span.paragraph];
  return paragraph && suggestion !== undefined && replaceable(paragraph, span.start, span.end)
    ? [{ kind: 'replace', ...span, text: suggestion }]
    : [];
}

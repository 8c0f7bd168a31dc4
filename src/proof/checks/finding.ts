import type { Severity } from '../../facts/outcome';
import type { CellRef } from '../../kernel/workbook';
import type { ProofDocument, TextSpan, ProofBlock } from '../text/document';
import { placeIn } from '../text/plain';
import type { ProofRuleId } from './rulebook';
import { rulebook } from './rulebook';

/** One thing that is wrong with a text, at its words. */
export interface ProofFinding {
  /** Of the rulebook, or E01… of the self-evaluation. */
  readonly rule: ProofRuleId | `E${number}`;
  readonly severity: Severity;
  readonly span: TextSpan;
  /** The words as printed. */
  readonly quote: string;
  /** What is right, where that is known. */
  readonly expected?: string;
  /** What is wrong and how the right figure follows; ends with 。 */
  readonly message: string;
  /** The words that may stand in place of the quoted ones. */
  readonly suggestion?: string;
  readonly cells: readonly CellRef[];
  /** Findings that share one cause. */
  readonly group: string;
}

export interface FindingMore {
  readonly expected?: string;
  readonly suggestion?: string;
  readonly cells?: readonly CellRef[];
  readonly severity?: Severity;
  readonly group?: string;
}

const severityOf = (rule: ProofFinding['rule']): Severity => (rule in rulebook ? rulebook[rule as ProofRuleId].severity : 'warning');

const paragraphs = new WeakMap<ProofDocument, ReadonlyMap<number, string>>();

/** Every paragraph by its number; that of a row is its first cell's. */
function paragraphsOf(document: ProofDocument): ReadonlyMap<number, string> {
  let known = paragraphs.get(document);
  if (!known) {
    const rows = document.blocks.map(({ index, text }) => [index, text] as const);
    const cells = document.blocks.flatMap(({ cells: own = [] }) => own.map(({ paragraph, text }) => [paragraph, text] as const));
    known = new Map([...rows, ...cells]);
    paragraphs.set(document, known);
  }
  return known;
}

/** The text of a paragraph, also of one that is a cell of a row. */
export const wordsAt = (document: ProofDocument, paragraph: number): string => paragraphsOf(document).get(paragraph) ?? '';

/** A finding at a place of the printed text. */
export function findingAt(
  document: ProofDocument,
  rule: ProofFinding['rule'],
  span: TextSpan,
  message: string,
  more: FindingMore = {},
): ProofFinding {
  const { expected, suggestion, cells = [], severity = severityOf(rule), group } = more;
  return {
    rule,
    severity,
    span,
    quote: wordsAt(document, span.paragraph).slice(span.start, span.end),
    message,
    cells,
    group: group ?? `${rule}@${span.paragraph}:${span.start}`,
    ...(expected !== undefined ? { expected } : {}),
    ...(suggestion !== undefined ? { suggestion } : {}),
  };
}

/** The same at a stretch of the plain text of a block. */
export function findingIn(
  document: ProofDocument,
  rule: ProofFinding['rule'],
  block: ProofBlock,
  start: number,
  end: number,
  message: string,
  more: FindingMore = {},
): ProofFinding {
  return findingAt(document, rule, { paragraph: block.index, ...placeIn(block.plain, start, end) }, message, more);
}

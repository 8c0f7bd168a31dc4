import type { ProofBlock, RowCell } from '../../../src/proof/text/document';
import type { ProvedFigure } from '../../../src/proof/proof';
import type { OpenFinding } from './entry';

/** A stretch of a paragraph that looks the same throughout. */
export interface TextPiece {
  readonly text: string;
  readonly figure?: ProvedFigure;
  /** The finding whose words these are; of several the gravest. */
  readonly finding?: OpenFinding;
  /** First piece of its finding or figure: the one that is a stop. */
  readonly first: boolean;
}

/** The paragraphs of a block: one, or the cells of a row. */
export const partsOf = (block: ProofBlock): readonly RowCell[] => {
  if (block.kind !== 'row') return [{ paragraph: block.index, start: 0, text: block.text }];
  if (block.cells) return block.cells;
  let start = 0;
  return block.text.split('\t').map((text) => {
    const cell = { paragraph: block.index, start, text };
    start += text.length + 1;
    return cell;
  });
};

const rank = { error: 0, warning: 1, info: 2 } as const;

/** A part cut where a figure or the words of a finding begin or end. */
export function piecesOfPart(
  { paragraph, start: from, text }: RowCell,
  figures: readonly ProvedFigure[],
  findings: readonly OpenFinding[],
): readonly TextPiece[] {
  const inside = ({ paragraph: of, start, end }: { paragraph: number; start: number; end: number }): boolean =>
    of === paragraph && start < from + text.length && end > from;
  const own = figures.filter(({ figure }) => inside(figure.span));
  const told = findings
    .filter(({ finding }) => inside(finding.span))
    .sort((a, b) => rank[a.finding.severity] - rank[b.finding.severity] || lengthOf(a) - lengthOf(b));
  const cuts = new Set([from, from + text.length]);
  for (const { start, end } of [...own.map(({ figure }) => figure.span), ...told.map(({ finding }) => finding.span)]) {
    cuts.add(Math.max(start, from));
    cuts.add(Math.min(end, from + text.length));
  }
  const places = [...cuts].sort((a, b) => a - b);
  const seen = new Set<unknown>();
  return places.slice(0, -1).flatMap((start, i): readonly TextPiece[] => {
    const end = places[i + 1]!;
    if (end === start) return [];
    const covers = (span: { readonly start: number; readonly end: number }): boolean => span.start <= start && span.end >= end;
    const figure = own.find((one) => covers(one.figure.span));
    const finding = told.find((one) => covers(one.finding.span));
    const what = finding ?? figure;
    const first = what !== undefined && !seen.has(what);
    seen.add(what);
    return [{ text: text.slice(start - from, end - from), first, ...(figure ? { figure } : {}), ...(finding ? { finding } : {}) }];
  });
}

const lengthOf = ({ finding: { span } }: OpenFinding): number => span.end - span.start;

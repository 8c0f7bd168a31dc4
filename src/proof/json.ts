import type { ProofReport } from './proof';
import type { CellRef } from '../kernel/workbook';
import { evidenceOf } from './evidence';

/** A cell of a workbook, or (book 本文) of a table in the text: then with the paragraph that holds it. */
interface EvidenceJson {
  readonly book: string;
  readonly sheet: string;
  readonly address: string;
  readonly paragraph?: number;
}

/** The shapes of the published contract, version 1. */
export interface ProofFileJson {
  readonly file: string;
  readonly unit: string;
  /** null where neither the text nor the workbook says a year. */
  readonly year: number | null;
  /** What the figures were held against: workbook, tables (公开表 of the text itself), text (only each other). */
  readonly against: ProofReport['against'];
  /** Present where the text seems to be of another unit or year than the workbook. */
  readonly doubt?: string;
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    /** Number of the paragraph in the file, from 0; characters of its text. */
    readonly paragraph: number;
    readonly start: number;
    readonly end: number;
    readonly quote: string;
    readonly expected?: string;
    readonly message: string;
    readonly suggestion?: string;
    readonly cells: readonly EvidenceJson[];
    readonly group: string;
  }[];
  readonly figures: readonly {
    readonly paragraph: number;
    readonly start: number;
    readonly end: number;
    readonly text: string;
    readonly status: 'confirmed' | 'contradicted' | 'unchecked';
    /** Key of what the figure states; absent where it was not understood. */
    readonly measure?: string;
    readonly kind?: string;
    readonly cells: readonly EvidenceJson[];
  }[];
  readonly counts: ProofReport['counts'];
}

/** One text as `proof --format json` and the pane tell it. */
export function proofJson(report: ProofReport): ProofFileJson {
  const json = (cell: CellRef): EvidenceJson => {
    const { book, sheet, a1, span } = evidenceOf(report, cell);
    return { book, sheet, address: a1, ...(span ? { paragraph: span.paragraph } : {}) };
  };
  return {
    file: report.file,
    unit: report.unit,
    year: report.year ?? null,
    against: report.against,
    ...(report.doubt !== undefined ? { doubt: report.doubt } : {}),
    findings: report.findings.map(({ rule, severity, span, quote, expected, message, suggestion, cells, group }) => ({
      rule,
      severity,
      ...span,
      quote,
      ...(expected !== undefined ? { expected } : {}),
      message,
      ...(suggestion !== undefined ? { suggestion } : {}),
      cells: cells.map(json),
      group,
    })),
    figures: report.figures.map(({ figure: { span, text, claim }, status, cells }) => ({
      ...span,
      text,
      status,
      ...(claim ? { measure: claim.measure.id, kind: claim.kind } : {}),
      cells: cells.map(json),
    })),
    counts: report.counts,
  };
}

import type { ProofReport } from '../proof/proof';
import { cellJson, type CellJson } from './check-json';

/** The shapes of the published contract, version 1. */
export interface ProofFileJson {
  readonly file: string;
  readonly unit: string;
  /** null where neither the text nor the workbook says a year. */
  readonly year: number | null;
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
    readonly cells: readonly CellJson[];
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
    readonly cells: readonly CellJson[];
  }[];
  readonly counts: ProofReport['counts'];
}

export function proofJson(report: ProofReport): ProofFileJson {
  return {
    file: report.file,
    unit: report.unit,
    year: report.year ?? null,
    findings: report.findings.map(({ rule, severity, span, quote, expected, message, suggestion, cells, group }) => ({
      rule,
      severity,
      ...span,
      quote,
      ...(expected !== undefined ? { expected } : {}),
      message,
      ...(suggestion !== undefined ? { suggestion } : {}),
      cells: cells.map(cellJson),
      group,
    })),
    figures: report.figures.map(({ figure: { span, text, claim }, status, cells }) => ({
      ...span,
      text,
      status,
      ...(claim ? { measure: claim.measure.id, kind: claim.kind } : {}),
      cells: cells.map(cellJson),
    })),
    counts: report.counts,
  };
}

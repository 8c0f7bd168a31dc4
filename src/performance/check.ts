import type { Severity } from '../facts/outcome';
import type { Source } from '../kernel/source';
import type { CellRef } from '../kernel/workbook';
import { evaluationRules } from './rules/index';
import type { TextFault, GivenBooks } from './rules/rule';
import { defaultScheme } from '../layouts/evaluation/index';
import type { Span, TextBlock } from './text/blocks';
import { readEvaluation, type EvaluationText } from './text/read';

/** What is wrong at a place of a self-evaluation. */
export interface EvaluationFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly title: string;
  /** Ends with 。 */
  readonly message: string;
  readonly hint: string;
  readonly source: Source;
  /** The first is where a person should look first. */
  readonly spans: readonly Span[];
  readonly cells: readonly CellRef[];
  readonly expected?: string;
}

export interface EvaluationCheck {
  readonly text: EvaluationText;
  readonly findings: readonly EvaluationFinding[];
  /** What became of each rule: 通过, 不符, or nothing to check. */
  readonly ledger: readonly { readonly rule: string; readonly outcome: 'passed' | 'failed' | 'notApplicable' }[];
}

/** What is known besides the text; all of it may be missing. */
export type Beside = Partial<Omit<GivenBooks, 'text'>>;

/**
 * Checks a finished 部门整体绩效自评报告 with its forms (also within a whole document) against E01–E20. `blocks` are its
 * paragraphs and rows of tables; places of findings are characters of those paragraphs. Throws nothing: what cannot be
 * understood is not checked.
 */
export function checkSelfEvaluation(blocks: readonly TextBlock[], beside: Beside = {}): EvaluationCheck {
  const text = readEvaluation(blocks);
  const given: GivenBooks = { ...beside, text, scheme: beside.scheme ?? defaultScheme };
  const checked = evaluationRules.map((rule) => ({ rule, faults: rule.check(given) }));
  return {
    text,
    findings: checked.flatMap(({ rule, faults = [] }) =>
      faults.map(({ message, spans, cells = [], expected, severity = rule.severity }: TextFault): EvaluationFinding => ({
        rule: rule.id,
        severity,
        title: rule.title,
        message,
        hint: rule.hint,
        source: rule.source,
        spans,
        cells,
        ...(expected === undefined ? {} : { expected }),
      })),
    ),
    ledger: checked.map(({ rule, faults }) => ({
      rule: rule.id,
      outcome: faults === undefined ? 'notApplicable' : faults.length > 0 ? 'failed' : 'passed',
    })),
  };
}

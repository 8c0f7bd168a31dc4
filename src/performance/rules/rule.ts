import type { Severity } from '../../facts/outcome';
import type { Source } from '../../kernel/source';
import type { CellRef } from '../../kernel/workbook';
import type { Years } from '../../facts/fact-set';
import type { Scheme } from '../../layouts/evaluation/scheme';
import type { SelfEvaluation } from '../evaluation';
import type { Span, TextBlock } from '../text/blocks';
import type { EvaluationText } from '../text/read';

/** What a rule may look at. Everything but the text may be missing; what needs it is then not checked. */
export interface GivenBooks {
  readonly text: EvaluationText;
  readonly scheme: Scheme;
  readonly years?: Years;
  /** What a person supplied for the self-evaluation. */
  readonly input?: SelfEvaluation;
  /** The 情况说明 of the same unit and year. */
  readonly explanation?: readonly TextBlock[];
  /** Still being written: its blanks are listed elsewhere. */
  readonly draft?: true;
  /** Name of the unit and year of the workbook. */
  readonly unit?: string;
  readonly year?: number;
}

/** One thing that is wrong. The first span is where a person should look first. */
export interface TextFault {
  /** Ends with 。 */
  readonly message: string;
  readonly spans: readonly Span[];
  readonly cells?: readonly CellRef[];
  /** What should stand there. */
  readonly expected?: string;
  /** Where it is more certain than the rule usually is. */
  readonly severity?: Severity;
}

export interface EvaluationRule {
  /** E01 … E20, never reused. */
  readonly id: `E${number}`;
  readonly title: string;
  readonly severity: Severity;
  readonly source: Source;
  readonly words: string;
  readonly example: string;
  readonly counter: string;
  readonly hint: string;
  /** undefined = nothing in the text that it speaks of. */
  readonly check: (given: GivenBooks) => readonly TextFault[] | undefined;
}

const page = (clause: string, by: Source['by'] = 'derived'): Source => ({
  by,
  doc: '部门整体和项目支出绩效自评',
  clause,
  unverified: true,
});
/** Follows from how the report and its forms are built. */
export const ofForms = (clause: string): Source => page(clause);
/** Our own advice. */
export const houseSource = (clause: string): Source => page(clause, 'house');

import type { Fact } from '../facts/traced';
import type { CellRef } from '../kernel/workbook';
import type { Supplied } from '../supplements/supplements';
import type { ProjectKind } from './text/projects';

/** One indicator as a person supplies it. */
export interface IndicatorInput {
  readonly l1: string;
  readonly l2: string;
  readonly name: string;
  readonly op: string;
  /** As typed; `target` is its number. */
  readonly targetText: string;
  readonly target?: Fact;
  readonly unit: string;
  readonly weight?: Fact;
  readonly actualText: string;
  readonly actual?: Fact;
  readonly score?: Fact;
  readonly reason: string;
  readonly at: CellRef;
}

export interface ProjectInput {
  readonly name: string;
  readonly kind: ProjectKind;
  readonly budget?: Fact;
  readonly plan?: Fact;
  readonly paid?: Fact;
  readonly fiscal?: Fact;
  readonly other?: Fact;
  readonly goal?: Supplied;
  readonly result?: Supplied;
  readonly indicators: readonly IndicatorInput[];
  readonly at: CellRef;
}

/** The block `selfEvaluation` of 补充信息. */
export interface SelfEvaluation {
  readonly scheme?: string;
  /** 行政, 工勤, 事业, 实有 */
  readonly staff: ReadonlyMap<string, Fact>;
  /** Last year and this year, in 元. */
  readonly generalExpense?: { readonly budget?: readonly [Fact, Fact]; readonly outturn?: readonly [Fact, Fact] };
  readonly projects: readonly ProjectInput[];
  readonly department?: { readonly goal?: Supplied; readonly tasks: readonly { readonly name: Supplied; readonly content?: Supplied }[] };
  /** Of the department. */
  readonly indicators: readonly IndicatorInput[];
  score(id: string): Fact | undefined;
  text(id: string): Supplied | undefined;
  readonly problems: readonly Supplied[];
  readonly advice: readonly Supplied[];
}

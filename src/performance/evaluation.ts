import type { Fact } from '../facts/traced';
import type { CellRef } from '../kernel/workbook';
import { suppliedNumber, suppliedRows, suppliedText, suppliedTexts, type SuppliedRow } from '../supplements/rows';
import type { Supplied, Supplements } from '../supplements/supplements';
import { tableAt } from '../supplements/tables';
import { projectKinds, type ProjectKind } from './text/projects';

/** One indicator as a person supplies it. */
export interface IndicatorInput {
  readonly l1: string;
  readonly l2: string;
  readonly name: string;
  /** Name of its project; '' = of the department. */
  readonly project: string;
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
  /** 元, as all amounts. */
  readonly budget?: Fact;
  readonly plan?: Fact;
  readonly paid?: Fact;
  readonly fiscal?: Fact;
  readonly other?: Fact;
  readonly paidOther?: Fact;
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
  readonly department: { readonly goal?: Supplied; readonly tasks: readonly { readonly name: Supplied; readonly content?: Supplied }[] };
  /** Of the department. */
  readonly indicators: readonly IndicatorInput[];
  score(id: string): Fact | undefined;
  text(id: string): Supplied | undefined;
  readonly problems: readonly Supplied[];
  readonly advice: readonly Supplied[];
}

const ROOT = 'selfEvaluation';
const rowsAt = (supplements: Supplements, ...path: readonly string[]): readonly SuppliedRow[] =>
  suppliedRows(supplements.entries, tableAt([ROOT, ...path])!);

const indicatorOf = (row: SuppliedRow): IndicatorInput => ({
  l1: row.words('l1'),
  l2: row.words('l2'),
  name: row.words('l3'),
  project: row.words('project'),
  op: row.words('op').replace('＝', '='),
  targetText: row.words('target'),
  target: row.number('target'),
  unit: row.words('unit'),
  weight: row.number('weight'),
  actualText: row.words('actual'),
  actual: row.number('actual'),
  score: row.number('score'),
  reason: row.words('reason'),
  at: row.at,
});

/** What a person has supplied for the self-evaluation; undefined when nothing was. */
export function selfEvaluationOf(supplements: Supplements): SelfEvaluation | undefined {
  const { entries } = supplements;
  if (![...entries.keys()].some((key) => key.startsWith(`${ROOT}.`))) return undefined;
  const number = (path: string, label: string, unit: Fact['unit'] = 'count'): Fact | undefined =>
    suppliedNumber(entries, `${ROOT}.${path}`, label, unit);
  const pair = (what: 'budget' | 'outturn', label: string): readonly [Fact, Fact] | undefined => {
    const [last, now] = ['1', '2'].map((i) =>
      number(`generalExpense.${what}.${i}`, `${i === '1' ? '上年' : '本年'}一般性支出${label}`, '元'),
    );
    return last && now ? [last, now] : undefined;
  };
  const all = rowsAt(supplements, 'indicators').map(indicatorOf);
  const [budget, outturn] = [pair('budget', '预算'), pair('outturn', '执行')];
  return {
    scheme: suppliedText(entries, `${ROOT}.scheme`)?.text,
    staff: new Map(
      ['行政', '工勤', '事业', '实有'].flatMap((kind): readonly (readonly [string, Fact])[] => {
        const count = number(`staff.${kind}`, kind === '实有' ? '年末实有人数' : `${kind}编制`);
        return count ? [[kind, count]] : [];
      }),
    ),
    ...(budget || outturn ? { generalExpense: { budget, outturn } } : {}),
    projects: rowsAt(supplements, 'projects').map((row): ProjectInput => ({
      name: row.words('name'),
      kind: projectKinds.find((kind) => kind === row.words('kind')) ?? '阶段',
      budget: row.number('budget', '元'),
      plan: row.number('plan', '元'),
      paid: row.number('paid', '元'),
      fiscal: row.number('fiscal', '元'),
      other: row.number('other', '元'),
      paidOther: row.number('paidOther', '元'),
      goal: row.text('goal'),
      result: row.text('result'),
      indicators: all.filter(({ project }) => project === row.words('name')),
      at: row.at,
    })),
    department: {
      goal: suppliedText(entries, `${ROOT}.department.goal`),
      tasks: rowsAt(supplements, 'department', 'tasks').flatMap((row) => {
        const name = row.text('name');
        return name ? [{ name, content: row.text('content') }] : [];
      }),
    },
    indicators: all.filter(({ project }) => project === '' || project === '部门整体'),
    score: (id) => number(`scores.${id}`, `得分 ${id}`),
    text: (id) => suppliedText(entries, `${ROOT}.texts.${id}`),
    problems: suppliedTexts(entries, `${ROOT}.texts.problems`),
    advice: suppliedTexts(entries, `${ROOT}.texts.advice`),
  };
}

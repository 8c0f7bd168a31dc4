import { percent, sum, times } from '../../facts/arithmetic';
import type { Traced } from '../../facts/traced';
import { leavesOf, type Scheme, type SchemeNode } from '../../layouts/evaluation/scheme';
import type { ProjectInput, SelfEvaluation } from '../evaluation';

/** Scores as supplied, or as they follow from figures; a sum is there only where every part is. */
export interface Scores {
  of(node: SchemeNode): Traced | undefined;
  part(id: string): Traced | undefined;
  readonly total: Traced | undefined;
  /** Σ执行数 ÷ Σ预算数 of all projects. */
  readonly rate: Traced | undefined;
}

type Known = ProjectInput & { readonly budget: NonNullable<ProjectInput['budget']>; readonly paid: NonNullable<ProjectInput['paid']> };
export const isScored = (project: ProjectInput): project is Known => project.budget !== undefined && project.paid !== undefined;

/** Execution of these projects in %, where all of them have both amounts. */
export function rateOf(projects: readonly ProjectInput[]): Traced | undefined {
  const known = projects.filter(isScored);
  if (projects.length === 0 || known.length < projects.length) return undefined;
  return percent(sum(...known.map(({ paid }) => paid)), sum(...known.map(({ budget }) => budget)));
}

const all = (parts: readonly (Traced | undefined)[]): Traced | undefined =>
  parts.length > 0 && parts.every((part) => part !== undefined) ? sum(...(parts as readonly Traced[])) : undefined;

export function scoresOf(scheme: Scheme, input: SelfEvaluation | undefined): Scores {
  const rate = input && rateOf(input.projects);
  const leaf = (node: SchemeNode): Traced | undefined => {
    const given = input?.score(node.id);
    if (given || node.follows !== '项目执行率' || !rate || rate.value.gt(100)) return given;
    // A score is printed and added up with two decimals.
    return times(rate, String(node.points / 100), 'count');
  };
  const of = (node: SchemeNode): Traced | undefined => (node.children ? all(leavesOf(node).map(leaf)) : leaf(node));
  const part = (id: string): Traced | undefined => all(scheme.parts.find((one) => one.id === id)!.groups.map(of));
  return { of, part, total: all(scheme.parts.map(({ id }) => part(id))), rate };
}

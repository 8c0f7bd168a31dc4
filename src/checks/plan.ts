import type { Claim, Expr } from '../rules/rule';
import { missingForm } from './exact';
import type { FenGrid, Grids } from './grid';
import { gridOf, type Leaf } from './resolve';

/** A leaf with its sign in left − right. */
export interface PlanTerm {
  readonly leaf: Leaf;
  readonly times: number;
  readonly grid: FenGrid;
}

/** left − right of a claim over the forms of these workbooks. */
export interface RulePlan {
  readonly is: Claim['is'];
  readonly terms: readonly PlanTerm[];
  /** In fen. */
  readonly constant: number;
}

/** left − right as leaves with their signs, and a number in fen: follows from the claim alone. */
interface FlatClaim {
  readonly leaves: readonly { readonly leaf: Leaf; readonly times: number }[];
  readonly constant: number;
}
const flattened = new WeakMap<Claim, FlatClaim>();

export function flattenedClaim(claim: Claim): FlatClaim {
  const known = flattened.get(claim);
  if (known) return known;
  const leaves: { leaf: Leaf; times: number }[] = [];
  let constant = 0;
  const walk = (expr: Expr, times: number): void => {
    switch (expr.op) {
      case 'sum':
        return expr.terms.forEach((term) => walk(term, times));
      case 'minus':
        walk(expr.left, times);
        return walk(expr.right, -times);
      case 'times':
        return walk(expr.of, times * expr.factor);
      case 'amount':
        constant += times * expr.value * 100;
        return;
      default:
        leaves.push({ leaf: expr, times });
    }
  };
  walk(claim.left, 1);
  walk(claim.right, -1);
  const made = { leaves, constant };
  flattened.set(claim, made);
  return made;
}

/** A form that is missing though it would be empty adds nothing; any other missing form is told. */
export function planOf(claim: Claim, grids: Grids): RulePlan | { readonly missing: readonly string[] } {
  const terms: PlanTerm[] = [];
  const missing: string[] = [];
  const { leaves, constant } = flattenedClaim(claim);
  for (const { leaf, times } of leaves) {
    const grid = gridOf(leaf, grids);
    if (grid) terms.push({ leaf, times, grid });
    else missing.push(...missingForm(leaf, grids));
  }
  if (missing.length > 0) return { missing: [...new Set(missing)] };
  return { is: claim.is, terms, constant };
}

import type { Aside, CauseGroup, Finding, Severity, Term } from '../facts/outcome';
import { cellKey, placeKey, type CellRef } from '../kernel/workbook';
import { decimalString } from '../facts/money';
import type { Fact } from '../facts/traced';
import type { SpecialOutcome, SpecialRule } from '../rules/rule';
import type { Side } from './exact';
import { fingerprint } from './fingerprint';
import { failureKey, type Failure } from './failure';
import { comparesAmounts, equationOf, messageOf } from './messages';

/** Each cell once, in order. */
export function distinct(cells: readonly CellRef[]): readonly CellRef[] {
  const seen = new Map<string, CellRef>();
  for (const cell of cells) if (!seen.has(cellKey(cell))) seen.set(cellKey(cell), cell);
  return [...seen.values()];
}

const factsOf = (side: Side): readonly Fact[] => side.parts.map((part) => part.fact);

/** Cells of printed rows, blank ones behind; of an unprinted row only when there is nothing else to point at. */
function cellsOfFacts(facts: readonly Fact[]): readonly CellRef[] {
  const printed = facts.filter((fact) => !fact.noRow);
  const written = printed.filter((fact) => !fact.blank);
  return distinct([...written, ...printed, ...(printed.length > 0 ? [] : facts)].map((fact) => fact.at));
}

/** A side that is one cell is what the finding is about, even a blank one; it stays in front. */
function cellsOfSides(left: Side, right: Side, because: readonly Fact[]): readonly CellRef[] {
  const single = [left, right].find((side) => side.parts.length === 1 && !side.parts[0]!.fact.noRow);
  return distinct([...(single ? [single.parts[0]!.fact.at] : []), ...cellsOfFacts([...factsOf(left), ...factsOf(right), ...because])]);
}

const termOf = (side: Side): Term => ({
  text: factsOf(side)
    .slice(0, 12)
    .map((fact) => fact.label)
    .join('，'),
  value: decimalString(side.value),
  cells: cellsOfFacts(factsOf(side)),
});

/** Sides where two of them are compared; a difference only of amounts. */
function sidesOf(rule: Failure['rule'], verdict: Failure['verdict']): Pick<Finding, 'left' | 'right' | 'difference'> {
  if (rule.claim.right.op === 'amount' || rule.claim.left.op === 'amount') return {};
  const sides = { left: termOf(verdict.left), right: termOf(verdict.right) };
  return comparesAmounts(rule, verdict) ? { ...sides, difference: decimalString(verdict.difference) } : sides;
}

const ROUNDING_HINT = '差额在印出位数的舍入范围之内，不必改表。';

/** A failed or merely rounded formula as a finding; its group is set later. */
export function findingOf(failure: Failure): Finding {
  const { rule, verdict } = failure;
  const facts = [...factsOf(verdict.left), ...factsOf(verdict.right), ...(verdict.because ?? [])];
  return {
    id: failureKey(rule, failure.place),
    rule: rule.id,
    kind: verdict.kind === 'rounding' ? 'rounding' : 'rule',
    severity: verdict.kind === 'rounding' ? 'info' : rule.severity,
    title: rule.title,
    message: messageOf(rule, verdict),
    hint: verdict.kind === 'rounding' ? ROUNDING_HINT : rule.hint,
    source: rule.source,
    cells: cellsOfSides(verdict.left, verdict.right, verdict.because ?? []),
    ...sidesOf(rule, verdict),
    equation: equationOf(rule, verdict),
    group: '',
    fingerprint: fingerprint(facts.map((fact) => `${placeKey(fact.at)}=${fact.value.toString()}`)),
  };
}

/** A failed place of a special rule as a finding. */
export function specialFinding(rule: SpecialRule, outcome: Extract<SpecialOutcome, { kind: 'failed' }>): Finding {
  return {
    id: `${rule.id}@${outcome.place}`,
    rule: rule.id,
    kind: 'rule',
    severity: rule.severity,
    title: rule.title,
    message: outcome.message,
    hint: rule.hint,
    source: rule.source,
    cells: distinct(outcome.cells),
    left: outcome.left,
    right: outcome.right,
    difference: outcome.difference,
    group: '',
    fingerprint: fingerprint([...outcome.cells.map(placeKey), ...outcome.values]),
  };
}

/** Marks what a person has verified, as long as none of its cells has changed since. */
export function setAside(finding: Finding, asides: readonly Aside[]): Finding {
  const found = asides.find((aside) => aside.id === finding.id && aside.fingerprint === finding.fingerprint);
  return found ? { ...finding, aside: { reason: found.reason, at: found.at } } : finding;
}

const ranks: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

export const gravest = (severities: readonly Severity[]): Severity => [...severities].sort((a, b) => ranks[a] - ranks[b])[0] ?? 'info';

/** Errors first, then the causes that explain most. */
export const byWeight = (a: CauseGroup, b: CauseGroup): number =>
  ranks[a.severity] - ranks[b.severity] || Number(isRow(b)) - Number(isRow(a)) || b.findings.length - a.findings.length;

/** A whole row, form or workbook that is wrong stands for everything it explains. */
const isRow = ({ kind, findings }: CauseGroup): boolean => kind === 'heading' || findings.some((id) => /^(ROW-|MONEY-|READ-F21)/.test(id));

import Decimal from 'decimal.js';
import type { Fact } from '../facts/traced';
import { splitKey, type Reading } from '../facts/fact-set';
import { economicName } from '../layouts/codes/economic';
import { formName, type ColumnName, type RowName, type TableId } from '../layouts/keys';
import { emptyWhen, type Claim, type Expr, type Rule } from '../rules/rule';
import type { Grids } from './grid';
import { columnKey, columnsAt, gridOf, rowKey, rowsAt, type Leaf, type RulePlace } from './resolve';

/** A term of one side: a cell and how often it counts. */
export interface Part {
  readonly fact: Fact;
  readonly times: number;
}

/** One side of a claim, worked out exactly. */
export interface Side {
  readonly value: Decimal;
  readonly half: Decimal;
  readonly parts: readonly Part[];
  /** Cells that print `—`. */
  readonly dashes: number;
  /** What is missing, in words. */
  readonly missing: readonly string[];
  /** Rows or columns the form does not print at this level. */
  readonly unstated: readonly string[];
}

/** Both sides were there: 平, 舍入差 or 不平 – or every cell is blank, and there is nothing to say. */
export interface Compared {
  readonly kind: 'passed' | 'rounding' | 'failed' | 'empty';
  readonly left: Side;
  readonly right: Side;
  /** left − right. */
  readonly difference: Decimal;
  /** Half of the last printed digit of every cell, added up. */
  readonly half: Decimal;
  /** Cells of the condition that made the rule apply. */
  readonly because?: readonly Fact[];
}

export type Verdict = Compared | { readonly kind: 'blocked' | 'notApplicable'; readonly reasons: readonly string[] };

const ZERO = new Decimal(0);
const nothing: Side = { value: ZERO, half: ZERO, parts: [], dashes: 0, missing: [], unstated: [] };

const join = (a: Side, b: Side, sign: number): Side => ({
  value: sign < 0 ? a.value.minus(b.value) : a.value.plus(b.value),
  half: a.half.plus(b.half),
  parts: [...a.parts, ...(sign < 0 ? b.parts.map((part) => ({ fact: part.fact, times: -part.times })) : b.parts)],
  dashes: a.dashes + b.dashes,
  missing: [...a.missing, ...b.missing],
  unstated: [...a.unstated, ...b.unstated],
});

/** Works one side out with Decimal. Dashes add nothing; what cannot be read is listed as missing. */
export function sideOf(expr: Expr, grids: Grids, place: RulePlace): Side {
  switch (expr.op) {
    case 'sum': {
      const sides = expr.terms.map((term) => sideOf(term, grids, place));
      return sides.slice(1).reduce((a, b) => join(a, b, 1), sides[0] ?? nothing);
    }
    case 'minus':
      return join(sideOf(expr.left, grids, place), sideOf(expr.right, grids, place), -1);
    case 'times': {
      const side = sideOf(expr.of, grids, place);
      const parts = side.parts.map((part) => ({ fact: part.fact, times: part.times * expr.factor }));
      return { ...side, value: side.value.times(expr.factor), half: side.half.times(Math.abs(expr.factor)), parts };
    }
    case 'amount':
      return { ...nothing, value: new Decimal(expr.value) };
    default:
      return leafSide(expr, grids, place);
  }
}

function leafSide(leaf: Leaf, grids: Grids, place: RulePlace): Side {
  const grid = gridOf(leaf, grids);
  if (!grid) return { ...nothing, missing: missingForm(leaf, grids) };
  const rows = rowsAt(leaf, grid, place.row);
  const columns = columnsAt(leaf, grid, place);
  if (rows === undefined && (grid.byCode || leaf.op === 'rows'))
    return { ...nothing, unstated: [`${formName(leaf.table)}未列到这一级科目`] };
  if (columns === undefined && leaf.op === 'columns')
    return { ...nothing, unstated: [`${formName(leaf.table)}未列“${economicName(place.column ?? '') ?? '经济分类'}”各款`] };
  const keys = columns?.map((c) => grid.table.columns[c]!) ?? [columnKey((leaf as Exclude<Leaf, { op: 'columns' }>).column, place)];
  const named =
    rows !== undefined && (rows.length > 0 || leaf.op === 'rows')
      ? rows.map((r) => grid.table.rows[r]!.key)
      : [rowKey(leaf as Exclude<Leaf, { op: 'rows' }>, place.row)];
  const readings = named.flatMap((row) => keys.map((key) => grid.table.at(row as RowName, key as ColumnName)));
  const side = addUp(readings, leaf.table);
  // A column that the form does not print at all: for some rules this is no gap.
  return columns === undefined && side.missing.length > 0 ? { ...side, unstated: [`${formName(leaf.table)}未列“${keys[0]}”栏`] } : side;
}

function addUp(readings: readonly Reading[], table: string): Side {
  let value = ZERO;
  let half = ZERO;
  let dashes = 0;
  const parts: Part[] = [];
  const missing: string[] = [];
  for (const reading of readings) {
    if (reading.state === 'number') {
      value = value.plus(reading.fact.value);
      half = half.plus(reading.fact.half);
      parts.push({ fact: reading.fact, times: 1 });
    } else if (reading.state === 'dash') dashes += 1;
    else missing.push(missingCell(reading, table));
  }
  return { value, half, dashes, parts, missing, unstated: [] };
}

function missingCell(reading: Exclude<Reading, { state: 'number' | 'dash' }>, table: string): string {
  // Its words name the form.
  if (reading.state === 'absent') return reading.what;
  const at = `${formName(table)} ${reading.at.a1}（${reading.label}）`;
  return reading.state === 'blank' ? `${at}是空白` : `${at}是文字“${reading.text}”`;
}

/** What to say of a form that is not in the workbook: nothing where it would be empty, and so adds nothing. */
export function missingForm(leaf: Leaf, grids: Grids): readonly string[] {
  const book = leaf.op === 'cell' ? leaf.book : '本年';
  if (isEmptyForm(leaf.table, book, grids)) return [];
  if (book === '上年' && !grids.hasBook('上年')) return ['缺上年工作簿'];
  return [`缺${book === '上年' ? '上年的' : ''}${formName(leaf.table)}`];
}

/** Other forms state that the form would be empty. */
function isEmptyForm(table: TableId, book: '本年' | '上年', grids: Grids): boolean {
  const witnesses = (emptyWhen[table] ?? []).map(splitKey).filter((key) => grids.find(key.table, book));
  return (
    witnesses.length > 0 &&
    witnesses.every(({ table: witness, row, column }) => {
      const reading = grids.find(witness, book)!.table.at(row, column);
      return reading.state === 'dash' || (reading.state === 'number' && reading.fact.value.isZero());
    })
  );
}

/** Is left − right as a claim says, but for the slack? */
export const holds = (claim: Claim['is'], difference: Decimal, slack: Decimal): boolean =>
  claim === '=' ? difference.abs().lte(slack) : claim === '≤' ? difference.lte(slack) : difference.neg().lte(slack);

/** The condition of the rule does not hold here. */
export const premiseFails: Verdict = { kind: 'notApplicable', reasons: ['前提不成立'] };

/** 平, 舍入差, 不平 – or why it cannot be said. */
export function judge(rule: Rule, grids: Grids, place: RulePlace): Verdict {
  if (rule.given) {
    const given = judgeClaim(rule.given, grids, place, rule);
    if (!('left' in given)) return given;
    if (given.kind !== 'passed') return premiseFails;
    const verdict = judgeClaim(rule.claim, grids, place, rule);
    return 'left' in verdict ? { ...verdict, because: [...given.left.parts, ...given.right.parts].map((part) => part.fact) } : verdict;
  }
  return judgeClaim(rule.claim, grids, place, rule);
}

function judgeClaim(claim: Claim, grids: Grids, place: RulePlace, rule: Rule): Verdict {
  const left = sideOf(claim.left, grids, place);
  const right = sideOf(claim.right, grids, place);
  for (const side of [left, right]) {
    if (side.unstated.length > 0 && (rule.ifPrinted || side.missing.length === 0)) return { kind: 'notApplicable', reasons: side.unstated };
  }
  for (const side of [left, right])
    if (side.dashes > 0 && side.parts.length === 0) return { kind: 'notApplicable', reasons: ['表中为“—”'] };
  const missing = [...left.missing, ...right.missing];
  if (missing.length > 0) return { kind: 'blocked', reasons: missing };
  if (rule.skipBlank && claim === rule.claim) {
    const side = rule.skipBlank === 'left' ? left : right;
    if (side.parts.every((part) => part.fact.blank)) return { kind: 'notApplicable', reasons: ['表中未填列'] };
  }
  const difference = left.value.minus(right.value);
  const half = left.half.plus(right.half);
  const slack = claim === rule.claim && rule.tolerance ? new Decimal(rule.tolerance.yuan) : ZERO;
  const kind = holds(claim.is, difference, slack) ? 'passed' : holds(claim.is, difference, slack.plus(half)) ? 'rounding' : 'failed';
  const empty = kind !== 'failed' && claim === rule.claim && [...left.parts, ...right.parts].every(isUnprinted);
  return { kind: empty ? 'empty' : kind, left, right, difference, half };
}

const isUnprinted = ({ fact }: Part): boolean => fact.blank === true || fact.noRow === true;

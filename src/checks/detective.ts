import type Decimal from 'decimal.js';
import type { CauseGroup } from '../facts/outcome';
import type { CellRef } from '../kernel/workbook';
import { abs, minus } from '../facts/arithmetic';
import { splitKey } from '../facts/fact-set';
import { exactly, merged, printed, say, stating, type Phrase } from '../facts/phrase';
import type { Fact, Traced } from '../facts/traced';
import type { Cause } from './cause';
import type { FenGrid, Grids } from './grid';
import { isCapital } from './resolve';
import { cellName } from './messages';

type Clue = CauseGroup['clues'][number];

/**
 * 差额侦探: how a suspected cell may have come by its difference. Everything here is offered as 可能, with the cells that
 * show it; nothing is claimed.
 */
export function cluesFor(cause: Cause, culprit: Fact, excess: Traced, grids: Grids, suspects: ReadonlySet<number>): readonly Clue[] {
  const right = minus(culprit, excess);
  const own = ofItself(culprit, right, excess);
  // What the number itself tells needs no amount that happens to be the same elsewhere.
  if (own.length > 0) return own;
  return [...ofOtherCells(cause, culprit, right.value, excess.value.abs(), grids, suspects), ...ofTerms(cause, culprit, excess)].slice(
    0,
    4,
  );
}

const clue = (text: Phrase, ...cells: readonly CellRef[]): Clue => ({ text: merged(text), cells });

const isOfCapital = (fact: Fact): boolean => {
  const { row, column } = splitKey(fact.key);
  return isCapital(row) || isCapital(column);
};

/** What one number can tell: left blank, sign, decimal point, digits changed over. */
function ofItself(culprit: Fact, right: Traced, excess: Traced): readonly Clue[] {
  const { value, at } = culprit;
  if (culprit.blank) return [clue(say`漏填：${cellName(culprit)}是空白，应为 ${exactly(right)}。`, at)];
  if (right.value.isZero()) return [];
  if (value.equals(right.value.neg())) return [clue(say`正负号填反：差额正好是本数的两倍。`, at)];
  for (const factor of [10, 100, 10000]) {
    const words = printed(factor === 10000 ? '（元与万元混用）' : '（小数点错位）');
    if (value.equals(right.value.times(factor))) return [clue(say`多填了 ${stating(`${factor} 倍`, culprit, right)}${words}。`, at)];
    if (right.value.equals(value.times(factor)) || right.value.div(factor).toDecimalPlaces(2).equals(value))
      return [clue(say`少填，应为现数的 ${stating(`${factor} 倍`, culprit, right)}${words}。`, at)];
  }
  if (value.equals(right.value.times(2))) return [clue(say`重复计算了一遍：现数正好是应有数的两倍。`, at)];
  if (isTransposed(value, right.value)) return [clue(say`数字颠倒：差额 ${exactly(abs(excess))}能被 9 整除，对调两位后即相符。`, at)];
  return [];
}

/** Two neighbouring digits changed over; the difference is then a multiple of nine. */
function isTransposed(a: Decimal, b: Decimal): boolean {
  const [x, y] = [a.abs().toFixed(2), b.abs().toFixed(2)];
  if (x.length !== y.length) return false;
  const differing = [...x].flatMap((digit, index) => (digit === y[index] ? [] : [index]));
  const [i, j] = differing;
  return (
    differing.length === 2 &&
    i !== undefined &&
    j !== undefined &&
    x[i] === y[j] &&
    x[j] === y[i] &&
    (j === i + 1 || x.slice(i + 1, j) === '.')
  );
}

/** Neighbours of the cell, in its row and its column, that have just the value that is missing or too much. */
function ofOtherCells(
  cause: Cause,
  culprit: Fact,
  right: Decimal,
  size: Decimal,
  grids: Grids,
  suspects: ReadonlySet<number>,
): readonly Clue[] {
  const id = grids.idOf(culprit);
  if (id === undefined) return [];
  const { grid, row, column } = grids.cell(id);
  const clues: Clue[] = [];
  // A cell that the failed formulas already set against this one is equal to it by right, not by a slip.
  const compared = new Set(
    cause.failures.flatMap(({ verdict }) => [...verdict.left.parts, ...verdict.right.parts].map((part) => part.fact.key)),
  );
  for (const fact of neighbours(grid, row, column)) {
    if (compared.has(fact.key)) continue;
    // Only a cell that is itself suspected can hold what belongs here; elsewhere the same amount is at home.
    const strayed = fact.value.equals(right) && suspects.has(grids.idOf(fact) ?? -1);
    if (right.abs().gte(1) && strayed) clues.push(clue(say`串行或串栏：应有数与${cellName(fact)}相同。`, fact.at));
    else if (culprit.value.abs().gte(1) && fact.value.equals(culprit.value) && size.gte(1))
      clues.push(clue(say`误抄：现数与${cellName(fact)}相同。`, fact.at));
    else if (size.gte(1) && fact.value.abs().equals(size))
      clues.push(clue(say`差额正好等于${cellName(fact)}，可能${printed(omission(fact))}。`, fact.at));
    if (clues.length === 2) break;
  }
  return clues;
}

const omission = (fact: Fact): string => (isOfCapital(fact) ? '漏计了基本建设部分' : '漏加、重复加了这一格，或填错了位置');

function neighbours(grid: FenGrid, row: number, column: number): readonly Fact[] {
  const found: Fact[] = [];
  const take = (r: number, c: number): void => {
    if (r === row && c === column) return;
    if (grid.fen[r * grid.width + c] === 0) return;
    const reading = grid.table.at(grid.table.rows[r]!.key, grid.table.columns[c]!);
    if (reading.state === 'number' && !reading.fact.blank) found.push(reading.fact);
  };
  for (let d = 1; d < Math.max(grid.width, grid.table.rows.length) && found.length < 400; d++) {
    for (const r of [row - d, row + d]) if (r >= 0 && r < grid.table.rows.length) take(r, column);
    for (const c of [column - d, column + d]) if (c >= 0 && c < grid.width) take(row, c);
  }
  return found;
}

/** A term of a failed formula that equals the difference, or half of it: left out, added twice, or with the wrong sign. */
function ofTerms(cause: Cause, culprit: Fact, excess: Traced): readonly Clue[] {
  const size = excess.value.abs();
  const seen = new Set<string>();
  const found: { readonly fact: Fact; readonly clue: Clue }[] = [];
  for (const { verdict } of cause.failures) {
    for (const { fact } of [...verdict.left.parts, ...verdict.right.parts]) {
      if (fact.key === culprit.key || fact.noRow || fact.value.isZero() || seen.has(fact.key) || size.lt(1)) continue;
      seen.add(fact.key);
      if (fact.value.abs().equals(size))
        found.push({
          fact,
          clue: clue(say`差额正好等于${cellName(fact)}，可能${printed(excess.value.isNegative() ? '漏加' : '重复加')}了它。`, fact.at),
        });
      else if (fact.value.abs().times(2).equals(size))
        found.push({ fact, clue: clue(say`差额正好是${cellName(fact)}的两倍，可能加减号用反。`, fact.at) });
    }
  }
  const near = found.filter(({ fact }) => isOfCapital(fact));
  return (near.length > 0 ? near : found.slice(0, 2)).map((one) => one.clue);
}

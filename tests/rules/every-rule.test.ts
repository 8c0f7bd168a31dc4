import fc from 'fast-check';
import type Decimal from 'decimal.js';
import { judge, sideOf, type Part } from '../../src/checks/exact';
import { Grids } from '../../src/checks/grid';
import { placeColumns, placeRows, type RulePlace } from '../../src/checks/resolve';
import type { Claim, Rule } from '../../src/rules/rule';
import { isFormula } from '../../src/rules/rule';
import { rules } from '../../src/rules/index';
import { paper } from './paper';

const formulas = rules.filter(isFormula);

const yearsOf = (written: Readonly<Record<string, string>>): Grids =>
  new Grids({ now: paper(written), before: paper(lastYear(written), { role: '上年' }) });
const lastYear = (written: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(written).flatMap(([key, value]) => (key.endsWith('@上年') ? [[key.slice(0, -3), value]] : [])));

const partsOf = (claim: Claim, grids: Grids, place: RulePlace): readonly Part[] => [
  ...sideOf(claim.left, grids, place).parts,
  ...sideOf(claim.right, grids, place).parts.map((part) => ({ fact: part.fact, times: -part.times })),
];

/** left − right of a claim when its cells hold these amounts. */
const gap = (claim: Claim, written: Readonly<Record<string, string>>, place: RulePlace): Decimal => {
  const grids = yearsOf(written);
  return sideOf(claim.left, grids, place).value.minus(sideOf(claim.right, grids, place).value);
};

/**
 * Fills the cells of a claim with random amounts, then moves one of them until the claim holds to the fen. `fixed` cells
 * belong to the condition and stay.
 */
function satisfy(
  claim: Claim,
  place: RulePlace,
  amounts: readonly number[],
  written: Record<string, string>,
  fixed: ReadonlySet<string>,
): string {
  const parts = partsOf(claim, yearsOf({}), place).filter((part) => !part.fact.noRow);
  const free = parts.filter((part) => !fixed.has(part.fact.key));
  free.forEach(
    (part, n) =>
      (written[part.fact.key] =
        part.fact.unit === 'count' ? String((amounts[n % amounts.length]! % 90) + 1) : (amounts[n % amounts.length]! / 100).toFixed(2)),
  );
  const pivot = free.find((part) => Math.abs(part.times) === 1) ?? free[0]!;
  const value = gap(claim, written, place).div(pivot.times);
  written[pivot.fact.key] = sideOf({ op: 'cell', ...keyOf(pivot.fact.key) }, yearsOf(written), place)
    .value.minus(value)
    .toString();
  return pivot.fact.key;
}

const keyOf = (key: string): { table: never; row: string; column: string; book: '本年' | '上年' } => {
  const plain = key.replace(/@上年$/, '');
  return {
    table: plain.slice(0, plain.indexOf('.')) as never,
    row: plain.slice(plain.indexOf('.') + 1, plain.lastIndexOf('.')),
    column: plain.slice(plain.lastIndexOf('.') + 1),
    book: key.endsWith('@上年') ? '上年' : '本年',
  };
};

/** A place where the rule has something to say. */
function placeOf(rule: Rule): RulePlace {
  const grids = yearsOf({});
  const rows = placeRows(rule.each, grids)!;
  const columns = placeColumns(rule.each, grids)!;
  // The last row that is no total keeps clear of conditions on 合计; the last column has every part.
  return { row: rows[rows.length - 1], column: columns[columns.length - 1] };
}

test.each(formulas.map((rule) => [rule.id, rule.title, rule] as const))('%s is seen to pass and to fail: %s', (_id, _title, rule) => {
  const place = placeOf(rule);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 999_999_999 }), { minLength: 7, maxLength: 11 }), (amounts) => {
      const written: Record<string, string> = {};
      const fixed = new Set<string>();
      if (rule.given) {
        const bound = satisfy(rule.given, place, amounts, written, fixed);
        // Well above a bound rather than on it, so that figures per head stay whole.
        if (rule.given.is === '≥')
          written[bound] = partsOf(rule.given, yearsOf(written), place)[0]!.fact.unit === 'count' ? '12' : '600000';
        partsOf(rule.given, yearsOf(written), place).forEach((part) => fixed.add(part.fact.key));
      }
      const claimed = partsOf(rule.claim, yearsOf({}), place).filter((part) => !part.fact.noRow && !fixed.has(part.fact.key));
      expect(claimed.length).toBeGreaterThan(0);
      const pivot = satisfy(rule.claim, place, amounts, written, fixed);
      expect(judge(rule, yearsOf(written), place).kind).toBe('passed');

      const part = partsOf(rule.claim, yearsOf(written), place).find(({ fact }) => fact.key === pivot)!;
      const step = (part.fact.unit === 'count' ? 1 : 0.01) + (rule.tolerance?.yuan ?? 0);
      const wrongWay = rule.claim.is === '≥' ? -1 : 1;
      const broken = { ...written, [pivot]: part.fact.value.plus(wrongWay * step * Math.sign(part.times)).toString() };
      expect(judge(rule, yearsOf(broken), place).kind).toBe('failed');
    }),
    { numRuns: 3, seed: 20240612 },
  );
});

import { sideOf, judge, type Part } from '../../src/checks/exact';
import { Grids } from '../../src/checks/grid';
import { placeColumns, placeRows, type RulePlace } from '../../src/checks/resolve';
import { rules } from '../../src/rules/index';
import { isFormula, type Expr, type Rule } from '../../src/rules/rule';
import { writtenCatalogue } from '../measure/rules-md';
import { paper } from './paper';

type Cells = Map<string, string>;

/** `- 例：` of every rule as RULES.md prints it. */
const printed = new Map(
  writtenCatalogue()
    .split(/^### /m)
    .flatMap((part) => {
      const example = /^- 例：(.*)$/m.exec(part)?.[1];
      return example === undefined ? [] : [[part.slice(0, part.indexOf(' ')), example] as const];
    }),
);

const gridsOf = (cells: Cells): Grids => {
  const of = (last: boolean): Record<string, string> =>
    Object.fromEntries([...cells].flatMap(([key, value]) => (key.endsWith('@上年') === last ? [[key.replace('@上年', ''), value]] : [])));
  return new Grids({ now: paper(of(false)), before: paper(of(true), { role: '上年' }) });
};
const empty = gridsOf(new Map());
const numbersIn = (text: string): readonly string[] => text.match(/-?\d+(\.\d+)?/g) ?? [];
const partsOf = (expr: Expr, place: RulePlace): readonly Part[] => sideOf(expr, empty, place).parts.filter((part) => !part.fact.noRow);

/** Leaves in the order in which they are printed; each Σ prints two of its cells. */
function slotsOf(expr: Expr, place: RulePlace): readonly (string | number)[] {
  switch (expr.op) {
    case 'sum':
      return expr.terms.flatMap((term) => slotsOf(term, place));
    case 'minus':
      return [...slotsOf(expr.left, place), ...slotsOf(expr.right, place)];
    case 'times':
      return [expr.factor, ...slotsOf(expr.of, place)];
    case 'amount':
      return [expr.value];
    default:
      return partsOf(expr, place)
        .slice(0, expr.op === 'cell' ? 1 : 2)
        .map((part) => part.fact.key);
  }
}

/** Puts the numbers of a printed side into the cells it speaks of; says what does not fit. */
function put(expr: Expr, text: string, place: RulePlace, cells: Cells): string | undefined {
  const numbers = numbersIn(text);
  const slots = slotsOf(expr, place);
  if (slots.length !== numbers.length) {
    // The total of a side alone: one of its cells holds it, all others are zero.
    const part = partsOf(expr, place).find(({ fact, times }) => times === 1 && !cells.has(fact.key));
    if (numbers.length !== 1 || !part) return `“${text}”不合 ${slots.length} 项`;
    cells.set(part.fact.key, numbers[0]!);
    return undefined;
  }
  for (const [n, slot] of slots.entries()) {
    const number = numbers[n]!;
    if (typeof slot === 'number') {
      if (slot !== Number(number)) return `“${text}”印 ${number}，公式是 ${slot}`;
    } else if (cells.has(slot)) return `同一格 ${slot} 印了两次`;
    else cells.set(slot, number);
  }
  return undefined;
}

/** Two numbers of a Σ need two cells. */
const isRoomy = (expr: Expr, place: RulePlace): boolean =>
  expr.op === 'sum'
    ? expr.terms.every((term) => isRoomy(term, place))
    : expr.op === 'minus'
      ? isRoomy(expr.left, place) && isRoomy(expr.right, place)
      : expr.op === 'times'
        ? isRoomy(expr.of, place)
        : expr.op === 'amount' || partsOf(expr, place).length >= (expr.op === 'cell' ? 1 : 2);

function placeOf(rule: Rule): RulePlace | undefined {
  const rows = [...placeRows(rule.each, empty)!].reverse();
  const columns = [...placeColumns(rule.each, empty)!].reverse();
  return rows
    .flatMap((row) => columns.map((column) => ({ row, column })))
    .find((place) => isRoomy(rule.claim.left, place) && isRoomy(rule.claim.right, place));
}

/** Makes a condition true with cells that the example says nothing of. */
function grant(rule: Rule, place: RulePlace, cells: Cells): void {
  if (!rule.given) return;
  const { left, right, is } = rule.given;
  const gap = (): number => {
    const grids = gridsOf(cells);
    return sideOf(left, grids, place)
      .value.minus(sideOf(right, grids, place).value)
      .toNumber();
  };
  const [free] = partsOf(left, place).filter(({ fact }) => !cells.has(fact.key));
  if (free) cells.set(free.fact.key, String(is === '≤' ? 0 : -gap() / free.times));
}

/** Every number with its operator worked out as a reader would: × before ＋ and －, brackets first; in hundredths of a fen. */
function reckon(text: string): number {
  const inner = /（([^（）]*)）/.exec(text);
  if (inner) return reckon(text.replace(inner[0], String(reckon(inner[1]!))));
  const terms = text.split(/ (?=[＋－] )/).map((term) => {
    const sign = term.startsWith('－') ? -1 : 1;
    const factors = term
      .replace(/^[＋－] /, '')
      .split(' × ')
      .map(Number);
    return sign * factors.reduce((a, b) => a * b);
  });
  return Math.round(terms.reduce((a, b) => a + b) * 10000) / 10000;
}

/** What is wrong with the example of a formula; [] when it says the truth. */
function faultsOf(rule: Rule, example: string): readonly string[] {
  const found = /^平：(.+) ([=≤≥]) (.+)；不平：(左|右)边为 (.+)$/.exec(example);
  if (!found) return ['不成例'];
  const [, left, is, right, side, broken] = found as unknown as [string, string, string, string, '左' | '右', string];
  if (is !== rule.claim.is) return [`印 ${is}，公式是 ${rule.claim.is}`];
  const place = placeOf(rule);
  if (!place) return ['没有一处可算'];
  const verdict = (l: string, r: string): string => {
    const cells: Cells = new Map();
    const misfit = put(rule.claim.left, l, place, cells) ?? put(rule.claim.right, r, place, cells);
    if (misfit) return misfit;
    grant(rule, place, cells);
    const judged = judge(rule, gridsOf(cells), place);
    return 'reasons' in judged ? judged.reasons.join('；') : judged.kind;
  };
  const good = verdict(left, right);
  const bad = side === '左' ? verdict(broken, right) : verdict(left, broken);
  return [
    ...(good === 'passed' ? [] : [`平：${good}`]),
    ...(bad === 'failed' ? [] : [`不平：${bad}`]),
    ...(reckon(left) === reckon(right) ? [] : [`${left} 与 ${right} 不等`]),
  ];
}

const formulas = rules.filter(isFormula);

test('every example of a formula holds as printed, and its counter-example breaks the rule', () => {
  const wrong = formulas.flatMap((rule) => {
    const faults = faultsOf(rule, printed.get(rule.id) ?? '');
    return faults.length > 0 ? [`${rule.id} ${printed.get(rule.id) ?? ''} → ${faults.join('；')}`] : [];
  });
  expect(wrong).toEqual([]);
});

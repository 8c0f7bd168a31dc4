import Decimal from 'decimal.js';
import { abs, growth, minus, negate, percent, sum, times } from '../../src/facts/arithmetic';
import { cellsOf, factsOf, type Fact } from '../../src/facts/traced';
import { thisYear } from '../kit/books';

const fact = (a1: string, value: number, half = 0, unit: Fact['unit'] = '元'): Fact => ({
  kind: 'fact',
  key: `Z04.合计.${a1}`,
  value: new Decimal(value),
  half: new Decimal(half),
  unit,
  scale: 1,
  at: { book: thisYear, sheet: 'Z04', a1 },
  label: a1,
});
const [a, b] = [fact('A1', 100.1, 0.5), fact('B1', 40.05, 0.25)];
const shown = (n: { value: Decimal; half: Decimal; unit: string }): readonly string[] => [n.value.toString(), n.half.toString(), n.unit];

test('sums and differences are exact, and their uncertainties add up', () => {
  expect(shown(sum(a, b))).toEqual(['140.15', '0.75', '元']);
  expect(shown(minus(a, b))).toEqual(['60.05', '0.75', '元']);
  expect(shown(sum())).toEqual(['0', '0', '元']);
  expect(shown(sum(fact('C1', 3, 0, 'count')))).toEqual(['3', '0', 'count']);
  // A binary sum of these is 0.30000000000000004.
  expect(sum(fact('A2', 0.1), fact('B2', 0.2)).value.toString()).toBe('0.3');
});

test('a sign turned and a sign dropped keep the uncertainty', () => {
  expect(shown(negate(a))).toEqual(['-100.1', '0.5', '元']);
  expect(shown(abs(negate(b)))).toEqual(['40.05', '0.25', '元']);
});

test('a share and a growth are percentages; on a base of nothing there is none', () => {
  expect(shown(percent(fact('A1', 1), fact('B1', 8))!)).toEqual(['12.5', '0', '%']);
  expect(shown(growth(fact('A1', 90), fact('B1', 80))!)).toEqual(['12.5', '0', '%']);
  expect(growth(fact('A1', 60), fact('B1', 80))!.value.toString()).toBe('-25');
  expect([percent(a, fact('B1', 0)), growth(a, fact('B1', 0))]).toEqual([undefined, undefined]);
});

test('a multiple takes the unit that is asked, and its uncertainty is never negative', () => {
  const points = times(a, '-0.04', '%');
  expect(shown(points)).toEqual(['-4.004', '0.02', '%']);
  expect(points.by!.toString()).toBe('-0.04');
  expect(times(a, '2').unit).toBe('元');
});

test('a number remembers its cells in order, each once, and its facts each time', () => {
  const total = minus(sum(b, a), abs(b));
  expect(total.op).toBe('minus');
  expect(cellsOf(total).map(({ a1 }) => a1)).toEqual(['B1', 'A1']);
  expect(factsOf(total).map(({ at }) => at.a1)).toEqual(['B1', 'A1', 'B1']);
  // A cell of a 汇总 stands for those of the units.
  const whole: Fact = { ...fact('Z9', 140.15), of: sum(a, b) };
  expect(cellsOf(whole).map(({ a1 }) => a1)).toEqual(['A1', 'B1']);
  expect(factsOf(whole).map(({ at }) => at.a1)).toEqual(['A1', 'B1']);
});

import { lastYear, thisYear } from '../kit/books';
import Decimal from 'decimal.js';
import fc from 'fast-check';
import { abs, growth, minus, negate, percent, sum, times } from '../../src/facts/arithmetic';
import { formulaOf, wordsOf } from '../../src/facts/formula';
import type { Fact, Traced } from '../../src/facts/traced';

const fact = (a1: string, value: number | string, more: Partial<Fact> = {}): Fact => ({
  kind: 'fact',
  key: `Z01.${a1}.决算数`,
  value: new Decimal(value),
  half: new Decimal(0),
  unit: '元',
  scale: 1,
  label: `${a1} · 决算数`,
  at: { book: thisYear, sheet: 'Z01', a1 },
  ...more,
});
const [a, b, c] = [fact('A1', 10), fact('B1', 4), fact('C1', 2)];
const excel = (n: Traced): string => formulaOf(n, ({ at }) => at.a1);

describe('formulaOf', () => {
  it.each<[string, Traced, string]>([
    ['one cell', a, 'A1'],
    ['a cell in 万元', fact('A1', 100000, { scale: 10000 }), 'A1*10000'],
    ['a row that the form does not print', fact('A1', 0, { noRow: true }), '0'],
    ['sum', sum(a, b, c), 'A1+B1+C1'],
    ['sum of nothing', sum(), '0'],
    ['difference of a sum', minus(a, sum(b, c)), 'A1-(B1+C1)'],
    ['difference of a difference', minus(minus(a, b), minus(b, c)), 'A1-B1-(B1-C1)'],
    ['absolute value', abs(minus(a, b)), 'ABS(A1-B1)'],
    ['negation', minus(a, negate(b)), 'A1-(-B1)'],
    ['share', percent(a, b)!, 'A1/B1*100'],
    ['share of one', percent(sum(a), b)!, 'A1/B1*100'],
    ['share of a difference of a difference', percent(a, minus(a, minus(b, c)))!, 'A1/(A1-(B1-C1))*100'],
    ['share of a sum', percent(sum(a, b), sum(b, c))!, '(A1+B1)/(B1+C1)*100'],
    ['share of a 万元 cell', percent(a, fact('B1', 40000, { scale: 10000 }))!, 'A1/(B1*10000)*100'],
    ['growth', growth(a, b)!, '(A1-B1)/B1*100'],
    ['times', times(percent(a, b)!, '0.1'), 'A1/B1*100*0.1'],
    ['times of a sum', times(sum(a, b), '0.1'), '(A1+B1)*0.1'],
    ['share of a row that the form does not print', percent(a, fact('B1', 4, { noRow: true, scale: 10000 }))!, 'A1/0*100'],
    ['growth of a negation', growth(negate(a), negate(b))!, '(-A1-(-B1))/(-B1)*100'],
    ['growth of sums', growth(sum(a, b), abs(minus(a, c)))!, '(A1+B1-ABS(A1-C1))/(ABS(A1-C1))*100'],
  ])('%s', (_, n, text) => expect(excel(n)).toBe(text));

  it('puts brackets around a divisor whatever signs the name of a sheet has', () => {
    const named = (n: Traced): string => formulaOf(n, ({ at }) => `'甲)表('!${at.a1}`);
    expect(named(percent(a, sum(b, c))!)).toBe("'甲)表('!A1/('甲)表('!B1+'甲)表('!C1)*100");
  });

  it('computes what the traced number holds, for any tree of operations', () => {
    const leaf = fc.record({ name: fc.constantFrom('A1', 'B1', 'C1', 'D1'), scale: fc.constantFrom(1, 10000) });
    const cells: Record<string, number> = { A1: 1234.5, B1: -77.25, C1: 3, D1: 900001 };
    const tree = fc.letrec<{ n: Traced }>((tie) => ({
      n: fc.oneof(
        { maxDepth: 4 },
        leaf.map(({ name, scale }): Traced => fact(name, new Decimal(cells[name]!).times(scale).toString(), { scale })),
        fc.array(tie('n'), { minLength: 1, maxLength: 4 }).map((terms): Traced => sum(...terms)),
        fc.tuple(tie('n'), tie('n')).map(([x, y]): Traced => minus(x, y)),
        tie('n').map((x): Traced => abs(x)),
        tie('n').map((x): Traced => negate(x)),
        fc.tuple(tie('n'), tie('n')).map(([x, y]): Traced => percent(x, y) ?? x),
        fc.tuple(tie('n'), tie('n')).map(([x, y]): Traced => growth(x, y) ?? y),
      ),
    })).n;
    fc.assert(
      fc.property(tree, (n) => {
        const script = excel(n).replace(/ABS\(/g, 'Math.abs(').replace(/--/g, '- -');
        const value = new Function(...Object.keys(cells), `return ${script}`)(...Object.values(cells)) as number;
        const size = Math.max(1, Math.abs(value), n.value.abs().toNumber());
        // Differences of large close numbers lose digits in floating point; a wrong bracket is wrong by far more.
        expect(Math.abs(value - n.value.toNumber()) / size).toBeLessThan(1e-6);
      }),
      { numRuns: 300 },
    );
  });
});

describe('wordsOf', () => {
  const before = fact('A9', 8, { at: { book: lastYear, sheet: 'Z01', a1: 'A9' } });
  it.each<[Traced, string]>([
    [sum(a, b), 'A1 · 决算数 ＋ B1 · 决算数'],
    [abs(minus(a, before)), '（A1 · 决算数 － 上年A9 · 决算数）的绝对值'],
    [percent(a, sum(b, c))!, 'A1 · 决算数 ÷ （B1 · 决算数 ＋ C1 · 决算数） × 100%'],
    [growth(a, before)!, '（A1 · 决算数 － 上年A9 · 决算数）÷ 上年A9 · 决算数 × 100%'],
    [fact('A1', 0, { noRow: true }), 'A1 · 决算数（表中无此行，按0）'],
    [sum(), '无（0）'],
    [percent(sum(a), b)!, 'A1 · 决算数 ÷ B1 · 决算数 × 100%'],
    [abs(a), 'A1 · 决算数的绝对值'],
    [abs(percent(a, b)!), '（A1 · 决算数 ÷ B1 · 决算数 × 100%）的绝对值'],
    [minus(a, sum(b, c)), 'A1 · 决算数 － （B1 · 决算数 ＋ C1 · 决算数）'],
    [minus(minus(a, b), c), 'A1 · 决算数 － B1 · 决算数 － C1 · 决算数'],
    [minus(a, negate(b)), 'A1 · 决算数 － （－B1 · 决算数）'],
    [negate(a), '－A1 · 决算数'],
    [negate(sum(a, b)), '－（A1 · 决算数 ＋ B1 · 决算数）'],
    [times(percent(a, b)!, '0.1'), 'A1 · 决算数 ÷ B1 · 决算数 × 100% × 0.1'],
    [times(sum(a, b), '0.1'), '（A1 · 决算数 ＋ B1 · 决算数） × 0.1'],
  ])('says %#', (n, words) => expect(wordsOf(n)).toBe(words));
});

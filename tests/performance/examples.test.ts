import { overviewRules } from '../../src/booklet/overview-check';
import { evaluationRules } from '../../src/performance/rules/index';

const texts = [...evaluationRules, ...overviewRules];
const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.005;
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
type Relation = (numbers: readonly number[]) => boolean;

/** Whether the numbers of an example, as they stand in it, agree – and those of its counter-example do not. */
const relations: Readonly<Record<string, { readonly example: Relation; readonly counter: Relation }>> = {
  E01: { example: ([all, ...parts]) => near(all!, sum(parts.slice(0, 5))) && all === parts[5], counter: ([all, parts]) => all !== parts },
  E02: {
    example: ([all, ...parts]) => near(all!, sum(parts)),
    counter: ([all, a, b, c, total]) => near(total!, sum([a!, b!, c!])) && all !== total,
  },
  E03: { example: ([a, b, c, total]) => near(total!, sum([a!, b!, c!])), counter: ([parts, total]) => parts !== total },
  E04: { example: ([points, got]) => got! < points!, counter: ([points, got, less]) => got! > points! && less! < points! },
  E05: {
    example: ([budget, spent, rate, got]) => near((spent! / budget!) * 100, rate!) && near(rate! / 10, got!),
    counter: ([points, rate, got, due]) => near((points! * rate!) / 100, due!) && !near(got!, due!),
  },
  E06: { example: (n) => sum(n.slice(0, 5)) === n[5] && n[5]! + n[6]! === 100, counter: ([all]) => all !== 90 && all !== 100 },
  E07: { example: ([a, b, all]) => a! + b! === all, counter: ([a, b]) => a !== b },
  E08: {
    example: ([a, b, c, d, e, f]) => near(a!, b! + c!) && near(d!, e! + f!) && a === d && c === f,
    counter: ([income, spending]) => income !== spending,
  },
  E09: { example: ([a, b]) => a === b, counter: ([a, b]) => a !== b },
  E10: { example: ([a, b]) => a === b, counter: ([a, b]) => a !== b },
  E11: { example: ([goal, got]) => goal === got, counter: ([goal, got]) => goal !== got },
  E12: { example: ([goal, , got]) => got! >= goal!, counter: ([goal, weight]) => goal! > 0 && weight! > 0 },
  E14: {
    example: ([all, low, high]) => low! <= all! && all! <= high!,
    counter: ([all, a, b, high]) => near((a! / b!) * 100, all!) && all! > high!,
  },
  E17: { example: ([got, points]) => got! < points!, counter: ([got, points]) => got === points },
  E18: { example: ([a, b]) => a === b, counter: ([a, b]) => a !== b },
  E19: {
    example: ([now, before, less, rate]) => before! - now! === less && near((less! / before!) * 100, rate!),
    counter: ([year, stated]) => year !== stated,
  },
  B01: { example: ([a, b]) => a === b, counter: ([a, b]) => a !== b },
  B02: { example: ([all, a, b]) => all === a! + b!, counter: ([all, a, b]) => all !== a! + b! },
};

/** Words only, or a limit that stands in the rule: no reckoning can say whether these are right. */
const words = ['E13', 'E15', 'E16', 'E20', 'B03'];

const numbersIn = (text: string): readonly number[] => (text.match(/\d+(\.\d+)?/g) ?? []).map(Number);

test('every example is reckoned or named as words only', () => {
  expect([...Object.keys(relations), ...words].sort()).toEqual(texts.map(({ id }) => id).sort());
});

test.each(texts.filter(({ id }) => !words.includes(id)).map((rule) => [rule.id, rule.example, rule.counter] as const))(
  '%s: the numbers agree in “%s” and do not in “%s”',
  (id, example, counter) => {
    expect(relations[id]!.example(numbersIn(example))).toBe(true);
    expect(relations[id]!.counter(numbersIn(counter))).toBe(true);
  },
);

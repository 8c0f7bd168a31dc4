import { checkFacts } from '../../src/checks/check';
import { phraseText } from '../../src/facts/phrase';
import { sumOfUnits } from '../../src/facts/sum-table';
import type { FactSet } from '../../src/facts/fact-set';
import type { Key } from '../../src/layouts/keys';
import { cellsOf, type Fact } from '../../src/facts/traced';
import { readWorkbook } from '../../src/reading/read';
import { rules } from '../../src/rules/index';
import { errorsOf, factsInput } from '../checks/support';
import { buildYears, cellOf, units, withCell, withoutSheet } from '../kit/index';

const [one, two] = [units.onlyGeneral, units.withFund].map((unit) => buildYears(unit).now) as [
  ReturnType<typeof buildYears>['now'],
  ReturnType<typeof buildYears>['now'],
];
const read = async (workbook: Parameters<typeof readWorkbook>[0]): Promise<FactSet> => (await readWorkbook(workbook)).facts;
const number = (set: FactSet, key: Key): Fact => {
  const found = set.find(key);
  if (found.state !== 'number') throw new Error(`${key}: ${found.state}`);
  return found.fact;
};

test('every cell is the sum of the units, counts included, and remembers the cells of both', async () => {
  const parts = [await read(one), await read(two)];
  const whole = sumOfUnits('青川示例区某部门', parts);
  for (const key of ['Z01.收入总计.决算数', 'Z04.合计.基本支出', 'Z05.2010301.30101', 'F03.公务用车保有量.统计数'] as const) {
    const added = number(whole, key);
    const own = parts.map((set) => number(set, key));
    expect([key, added.value.toString()]).toEqual([key, own[0]!.value.plus(own[1]!.value).toString()]);
    expect(cellsOf(added).filter(({ book }) => book.unit === parts[0]!.unitName).length).toBeGreaterThan(0);
    expect(new Set(cellsOf(added).map(({ book }) => book.unit)).size).toBe(2);
  }
});

test('the rules run on the sum as it is: units that balance add up to a whole that balances', async () => {
  const whole = sumOfUnits('青川示例区某部门', [await read(one), await read(two)]);
  const report = await checkFacts(factsInput(whole), rules);
  expect(errorsOf(report).map(({ message }) => phraseText(message))).toEqual([]);
  expect(report.counts.passed).toBeGreaterThan(500);
});

test('a wrong cell of one unit is wrong in the sum, and named by its own workbook', async () => {
  const { a1 } = cellOf(two, 'Z04', '2010301', '基本支出');
  const wrong = await read(withCell(two, 'Z04', a1, 1));
  const report = await checkFacts(factsInput(sumOfUnits('某部门', [await read(one), wrong])), rules);
  expect(errorsOf(report).length).toBeGreaterThan(0);
});

test('a form that only one unit has is its form; a text of one unit is not passed over', async () => {
  const first = await read(withoutSheet(one, 'Z09'));
  const second = await read(two);
  expect(sumOfUnits('某部门', [first, second]).find('Z09.合计.本年支出·合计')).toMatchObject({ state: 'number' });
  expect(sumOfUnits('某部门', [first, second]).find('Z99.合计.本年支出' as Key).state).toBe('absent');
  const { a1 } = cellOf(one, 'Z04', '合计', '基本支出');
  const text = await read(withCell(one, 'Z04', a1, '约5万'));
  expect(sumOfUnits('某部门', [text, second]).find('Z04.合计.基本支出')).toMatchObject({
    state: 'text',
    at: { a1, book: { unit: text.unitName } },
  });
});

import { cellsOf } from '../../src/facts/traced';
import { readWorkbook } from '../../src/reading/read';
import { budgetSum } from '../../src/supplements/budget-sum';
import { parseSupplement } from '../../src/supplements/parse';
import { buildYears, units } from '../kit/index';

const whole = 'Z01_1.本年支出合计.全年预算数·一般公共';
const factsOfNow = async () => (await readWorkbook(buildYears(units.abroad).now)).facts;
const codes = ['2010301', '2010302'];
const supplied = (itemBudgets: Readonly<Record<string, string>>) => parseSupplement({ itemBudgets }, 's.json');

test('the sum and its gap rest on the supplied budgets and the cell of the form', async () => {
  const now = await factsOfNow();
  const form = now.find(whole);
  if (form.state !== 'number') throw new Error('the unit prints no budget');
  const rest = form.fact.value.minus('100.25').toFixed(2);

  const equal = budgetSum(now, supplied({ 2010301: '100.25', 2010302: rest }), codes)!;
  expect([equal.total.value.toFixed(2), equal.gap!.value.toFixed(2), equal.equal]).toEqual([form.fact.value.toFixed(2), '0.00', true]);
  expect(cellsOf(equal.gap!).map(({ a1 }) => a1)).toEqual([form.fact.at.a1, 'itemBudgets.2010301', 'itemBudgets.2010302']);

  const less = budgetSum(now, supplied({ 2010301: '100.24', 2010302: rest }), codes)!;
  expect([less.gap!.value.toFixed(2), less.equal]).toEqual(['0.01', false]);
});

test('a part is no sum, and none is compared with a form that is not there', async () => {
  const now = await factsOfNow();
  expect(budgetSum(now, supplied({ 2010301: '1.00' }), codes)).toBeUndefined();
  expect(budgetSum(now, supplied({}), [])).toBeUndefined();
  const bare = { ...now, find: () => ({ state: 'missing' }) } as unknown as typeof now;
  const alone = budgetSum(bare, supplied({ 2010301: '1.00', 2010302: '2.00' }), codes)!;
  expect([alone.total.value.toFixed(2), alone.gap, alone.equal]).toEqual(['3.00', undefined, false]);
});

import Decimal from 'decimal.js';
import { readyAnswers } from '../../src/app/ready-answers';
import { product } from '../../src/product/index';
import { emptySupplements, withEntry } from '../../src/supplements/merge';
import { fieldOf } from '../../src/supplements/fields';
import type { Entry } from '../../src/supplements/supplements';
import { clean } from '../kit/index';

const [profile] = product.profiles;
const supplied = (given: readonly (readonly [string, Entry['value']])[]) =>
  given.reduce((all, [key, value]) => withEntry(all, key, value), emptySupplements);

async function answers(key: string, given: readonly (readonly [string, Entry['value']])[] = [], last = emptySupplements) {
  const { years } = await product.check({ workbook: clean(), profile });
  return { years, found: readyAnswers(key, fieldOf(key)!, { years, supplements: supplied(given) }, last) };
}

test('of the vehicles that 附03 prints, those that are left are offered for the type that is asked for', async () => {
  const { years, found } = await answers('vehicles.kept.轿车');
  const kept = years.now.find('F03.公务用车保有量.统计数');
  const all = kept.state === 'number' ? kept.fact.value.toNumber() : NaN;
  expect(found).toEqual([{ label: `${all} 辆都是轿车`, text: String(all) }]);
  const rest = await answers('vehicles.kept.越野车', [['vehicles.kept.轿车', new Decimal(1)]]);
  expect(rest.found).toEqual([{ label: `其余 ${all - 1} 辆都是越野车`, text: String(all - 1) }]);
  // Nothing is left: nothing is offered.
  expect((await answers('vehicles.kept.越野车', [['vehicles.kept.轿车', new Decimal(all)]])).found).toEqual([]);
  expect((await answers('vehicles.kept.越野车', [['vehicles.kept.轿车', new Decimal(all + 1)]])).found).toEqual([]);
});

test('a number of projects: as many as are named, and later steps as many as were evaluated', async () => {
  const named = [1, 2, 3].map((n) => [`performance.projects.${n}`, `项目${n}`] as const);
  expect((await answers('performance.evaluated', named)).found).toEqual([{ label: '就是列出的 3 个', text: '3' }]);
  expect((await answers('performance.evaluated')).found).toEqual([]);
  const { found } = await answers('performance.targets', [...named, ['performance.evaluated', new Decimal(5)]]);
  expect(found).toEqual([{ label: '与事前评估的相同：5 个', text: '5' }]);
});

test('last year’s words come before words in common use; nothing is offered for a reason that nobody has given', async () => {
  const last = supplied([['reception.use', '住宿费']]);
  expect((await answers('reception.use', [], last)).found.map(({ label }) => label)).toEqual([
    '用上年的：住宿费',
    '常用：交通费、住宿费、用餐费等',
  ]);
  expect((await answers('reasons.S01')).found).toEqual([]);
});

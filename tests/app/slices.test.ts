import { product } from '../../src/product/index';
import { buildWorkbook } from '../kit/build';
import { largeUnit } from '../bench/large';

test('of a unit with many 项 no section is written and no sheet drawn in one go: the pane breathes in between, a few hundred rows at a time', async () => {
  const items = 900;
  const pauses = new Map<string, number>();
  const workbook = buildWorkbook(largeUnit(items));
  const dossier = await product.open({ workbook, profile: product.profiles[0] }, (step) => {
    pauses.set(step, (pauses.get(step) ?? 0) + 1);
  });
  const general = [...pauses].filter(([step]) => step.startsWith('拟写 一般公共预算财政拨款支出')).map(([, count]) => count);
  expect(Math.max(...general)).toBeGreaterThan(items / 250);
  expect(pauses.get('拟写 名词解释')).toBeGreaterThan(items / 250);
  const shown: number[] = [];
  await product.report(dossier, { date: '2025-08-12' }, (step, done, total) => {
    pauses.set(step, (pauses.get(step) ?? 0) + 1);
    shown.push(done / total);
  });
  expect(pauses.get('整理补充信息')).toBeGreaterThan(items / 250);
  expect(pauses.get('排版“数据溯源”')).toBeGreaterThan(items / 250);
  expect(shown).toEqual([...shown].sort((a, b) => a - b));
  expect(shown.at(-1)).toBe(1);
});

import { product } from '../../src/product/index';
import { buildWorkbook } from '../kit/build';
import { largeUnit } from '../bench/large';

test('of a unit with many 项 no sheet is drawn in one go: the pane breathes in between, a few hundred rows at a time', async () => {
  const items = 900;
  const dossier = await product.open({ workbook: buildWorkbook(largeUnit(items)), profile: product.profiles[0] });
  const pauses = new Map<string, number>();
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

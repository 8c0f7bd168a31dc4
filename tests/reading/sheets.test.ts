import { sameCells } from '../../src/reading/sheets';
import { isOwnSheet, ownSheets } from '../../src/kernel/own-sheets';
import { _, sheet, z01, z04 } from './grids';

test('our own sheets are known by their names, blanks around them aside', () => {
  const names = [...Object.values(ownSheets), ' 情况说明 ', '情况说明（旧）', 'Z01', '填报说明'];
  expect(names.filter(isOwnSheet)).toEqual(['情况说明', '数据溯源', '核对结果', '补充信息', ' 情况说明 ']);
});

test('sheets are the same when every cell is, whatever range is stored', () => {
  const form = z04();
  expect(sameCells(form, { ...form, name: 'x', visibility: 'hidden' })).toBe(true);
  expect(sameCells(form, { ...form, values: [...form.values, ['', null]] })).toBe(true);
  expect(sameCells(form, { ...form, values: [...form.values, [0]] })).toBe(false);
  expect(sameCells(form, z01())).toBe(false);
  expect(sameCells(sheet('a', [[_, 1]]), sheet('b', [[1]], { left: 1 }))).toBe(true);
});

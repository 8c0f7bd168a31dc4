import { isOwn, sameCells } from '../../src/reading/sheets';
import { isOwnSheet, ownSheets } from '../../src/sheets/picture';
import { _, sheet, z01, z04 } from './grids';

test('reading and writing mean the same sheets by “our own”', () => {
  for (const name of [...Object.values(ownSheets), ' 情况说明 ', '情况说明（旧）', 'Z01', '填报说明'])
    expect([name, isOwn(name)]).toEqual([name, isOwnSheet(name)]);
});

test('sheets are the same when every cell is, whatever range is stored', () => {
  const form = z04();
  expect(sameCells(form, { ...form, name: 'x', visibility: 'hidden' })).toBe(true);
  expect(sameCells(form, { ...form, values: [...form.values, ['', null]] })).toBe(true);
  expect(sameCells(form, { ...form, values: [...form.values, [0]] })).toBe(false);
  expect(sameCells(form, z01())).toBe(false);
  expect(sameCells(sheet('a', [[_, 1]]), sheet('b', [[1]], { left: 1 }))).toBe(true);
});

import fc from 'fast-check';
import { arbitraryUnit, buildYears, clean, cleanYears, cellOf, units, valueAt, withCell } from './index';
import { misfits } from './reconcile';

describe('the clean workbook', () => {
  test('adds up again from its printed cells, this year and last', () => {
    const { now, before } = cleanYears();
    expect(misfits(now)).toEqual([]);
    expect(misfits(before)).toEqual([]);
  });

  test('opens with what last year closed with', () => {
    const { now, before } = cleanYears();
    const closing = cellOf(before, 'Z02', '合计', '年末结转和结余 > 合计');
    const opening = cellOf(now, 'Z02', '合计', '年初结转和结余 > 合计');
    expect(valueAt(now, opening.sheet, opening.a1)).toBe(200218.7);
    expect(valueAt(before, closing.sheet, closing.a1)).toBe(200218.7);
  });

  test('no longer adds up when a single cell is a fen too high', () => {
    const { sheet, a1 } = cellOf(clean(), 'Z08', '2010301', '商品和服务支出 > 公务接待费');
    expect(a1).toBe('AJ12');
    expect(misfits(withCell(clean(), sheet, a1, 58000.01))).not.toEqual([]);
  });

  test('prints the sheets of the export in order, names cut at 31 characters', () => {
    const names = clean().sheets.map((s) => s.name);
    expect(names).toHaveLength(23);
    expect(names[0]).toBe('Z01 收入支出决算总表(财决01表)');
    expect(names[12]).toBe('Z08_1 一般公共预算财政拨款基本支出决算明细表(财决08-');
    expect(names.every((name) => name.length <= 31)).toBe(true);
  });
});

test.each(Object.entries(units))('the unit %s adds up again, this year and last', (_, unit) => {
  const { now, before } = buildYears(unit);
  expect(misfits(now)).toEqual([]);
  expect(before ? misfits(before) : []).toEqual([]);
});

test('every random unit adds up again, this year and last', () => {
  fc.assert(
    fc.property(arbitraryUnit(), (unit) => {
      const { now, before } = buildYears(unit);
      expect(misfits(now)).toEqual([]);
      expect(before ? misfits(before) : []).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

import Decimal from 'decimal.js';
import { decimalsOf, decimalString, fromCellNumber, yuan } from '../../src/facts/money';

describe('a number of a cell', () => {
  test.each([
    [54600.84999999963, '54600.85'],
    [1.8e-12, '0'],
    [-3.6379788070917e-12, '0'],
    [0.1 + 0.2, '0.3'],
    [1e-20, '0'],
    // A true third decimal is no noise, and one fen in 万元 is the sixth.
    [12.345, '12.345'],
    [5.460085, '5.460085'],
    [123456789.01, '123456789.01'],
    [-7, '-7'],
  ])('%d is read as %s', (cell, amount) => {
    expect(fromCellNumber(cell).toString()).toBe(amount);
  });

  test.each([NaN, Infinity, -Infinity])('%d is refused', (cell) => {
    expect(() => fromCellNumber(cell)).toThrow();
  });
});

describe('an amount in print', () => {
  test.each([
    ['0', 2, '0.00'],
    ['999.995', 2, '1,000.00'],
    ['1234567.8', 2, '1,234,567.80'],
    ['-1234.005', 2, '-1,234.01'],
    ['123456', 0, '123,456'],
    ['0.0049', 2, '0.00'],
  ])('%s with %d decimals is %s', (amount, decimals, text) => {
    expect(yuan(new Decimal(amount), decimals)).toBe(text);
  });

  test('two decimals unless it has more than fen; a quotient without end is cut to two', () => {
    expect(['5', '5.4', '5.45', '5.456', '5.460085', '0.33333333333'].map((n) => decimalsOf(new Decimal(n)))).toEqual([2, 2, 2, 3, 6, 2]);
  });

  test('for a machine: no separators, rounded half up', () => {
    expect([decimalString(new Decimal('-1234.565')), decimalString(new Decimal('7'), 0)]).toEqual(['-1234.57', '7']);
  });
});

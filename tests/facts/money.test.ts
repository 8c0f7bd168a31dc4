import { fromCellNumber } from '../../src/facts/money';

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

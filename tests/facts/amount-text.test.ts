import { typedAmount, plainDecimal, printedNumber } from '../../src/facts/amount-text';

describe('amountOf', () => {
  it.each([
    ['1,234.50', '1234.5'],
    ['１２３４．５０', '1234.5'],
    [' 12 ', '12'],
    ['-3.20', '-3.2'],
    ['+5', '5'],
    ['0', '0'],
    ['1，234，567', '1234567'],
    ['0.10', '0.1'],
  ])('reads %j', (text, value) => expect(typedAmount(text)?.toString()).toBe(value));
  it.each(['', '—', '-', '12万', '1,23', '12,3456', '1.2.3', '1e5', '(5)', 'NaN', '0x10', '.5'])('takes %j for no number', (text) =>
    expect(typedAmount(text)).toBeUndefined(),
  );
});

describe('printedNumber', () => {
  it.each([
    ['(1,234.50)', '-1234.5'],
    ['￥ 1,234.50', '1234.5'],
    ['−5.5', '-5.5'],
    ['.5', '0.5'],
    ['12.', '12'],
    ['（１，２３４）', '-1234'],
    [' (12) ', '-12'],
    ['12 ', '12'],
  ])('reads %j as a form prints it', (text, value) => expect(printedNumber(text)?.toString()).toBe(value));
  it.each(['', '.', '(-5)', '12 34', '1,2345', '1e3', '--5', '5(3)', '(5)3', '(5'])('takes %j for no number', (text) =>
    expect(printedNumber(text)).toBeUndefined(),
  );
});

describe('plainDecimal', () => {
  it('takes a plain decimal string only', () => {
    expect(plainDecimal('-1234.50')?.toFixed(2)).toBe('-1234.50');
    expect(['7', '0.5', '-3'].map((text) => plainDecimal(text)?.toString())).toEqual(['7', '0.5', '-3']);
    for (const text of ['1,234', ' 1', '1e3', '', '+1', '１', '1.', 'a1']) expect(plainDecimal(text)).toBeUndefined();
  });
});

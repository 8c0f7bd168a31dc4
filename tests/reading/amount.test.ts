import { readAmount } from '../../src/reading/amount';
import { UNCALCULATED, type Scalar } from '../../src/kernel/workbook';

const show = (cell: Scalar | undefined): string => {
  const amount = readAmount(cell);
  return amount.state === 'number' ? amount.value.toString() : amount.state === 'text' ? `text:${amount.text}` : amount.state;
};

describe('an amount cell', () => {
  test.each<[Scalar, string]>([
    [1234.5, '1234.5'],
    [0.1 + 0.2, '0.3'],
    [0, '0'],
    [-3112, '-3112'],
    ['1,234.50', '1234.5'],
    ['12,345,678.90', '12345678.9'],
    ['１２３４．５０', '1234.5'],
    ['１，２３４．５０', '1234.5'],
    ['  88.10  ', '88.1'],
    ['88.10\u3000', '88.1'],
    ['\u00a088.10', '88.1'],
    ['0.00', '0'],
    ['-5', '-5'],
    ['－5.5', '-5.5'],
    ['−5.5', '-5.5'],
    ['(1,234.50)', '-1234.5'],
    ['（1,234.50）', '-1234.5'],
    ['￥1,234.50', '1234.5'],
    ['.5', '0.5'],
    ['12.', '12'],
  ])('%p is the number %s', (cell, expected) => expect(show(cell)).toBe(expected));

  test.each(['—', '-', '－', '－－', '——', ' — ', '--', '–', '─', '―'])('%p is a dash: not applicable', (cell) =>
    expect(show(cell)).toBe('dash'),
  );
  test.each<[Scalar | undefined]>([[null], [undefined], [''], ['  '], ['\u3000'], ['\n']])('%p is blank', (cell) =>
    expect(show(cell)).toBe('blank'),
  );
  test.each<[Scalar]>([
    ['约5万'],
    ['1,2345'],
    ['1234,50'],
    ['1.2.3'],
    ['12%'],
    ['无'],
    ['#REF!'],
    ['#DIV/0!'],
    [UNCALCULATED],
    ['100元'],
    ['(-5)'],
    ['12 34'],
    ['1e3'],
    ['12\n34'],
    ['(约\n5)'],
  ])('%p is text, never guessed', (cell) => expect(show(cell)).toBe(`text:${String(cell)}`));
  test('a logical value is text', () => expect(show(true)).toBe('text:TRUE'));
  test('a number keeps the fen that Excel shows', () => expect(show(11003862.81)).toBe('11003862.81'));
});

import { countText } from '../../src/kernel/count-text';
import { lastYear, thisYear } from '../kit/books';
import { commonEnds } from '../../taskpane/pane/SectionText';
import { readField } from '../../taskpane/pane/entries';
import { amountText, cellText, chineseNumber } from '../../taskpane/ui/words';
import { inOrder } from '../../taskpane/files/order';
import { isDark } from '../../taskpane/ui/theme';

describe('words and numbers of the pane', () => {
  test.each([
    ['-1234567.5', '−1,234,567.50', '−1,234,567.50'],
    ['100', '100.00', '+100.00'],
    ['0.00', '0.00', '0.00'],
    ['-0.00', '0.00', '0.00'],
  ])('%s is shown as %s, with a sign as %s', (decimal, plain, signed) => {
    expect(amountText(decimal)).toBe(plain);
    expect(amountText(decimal, true)).toBe(signed);
  });

  test('counts are spaced, section numbers are Chinese', () => {
    expect(countText(28029)).toBe('28 029');
    expect([1, 10, 11, 14, 20].map(chineseNumber)).toEqual(['一', '十', '十一', '十四', '二十']);
  });

  test('a cell is named by its form, a cell of last year says so', () => {
    const tables = [{ id: 'Z05_1', title: '', status: 'read', role: '上年', sheet: 'x' }] as const;
    expect(cellText({ book: lastYear, sheet: 'x', a1: 'E12' }, tables)).toBe('上年 财决05-1表 E12');
    expect(cellText({ book: thisYear, sheet: '别的', a1: 'E12' }, tables)).toBe('别的 E12');
  });

  test('only what differs between an old and a new sentence is struck and added', () => {
    expect(commonEnds('合计100万元。', '合计120万元。')).toEqual([3, 4]);
    expect(commonEnds('相同', '相同')).toEqual([2, 0]);
    expect(commonEnds('aa', 'aaa')).toEqual([2, 0]);
  });

  test('amounts are read as people write them; anything else is asked again', () => {
    expect(readField({ type: 'amount' }, ' １，234.50 ')).toMatchObject({ value: expect.anything() });
    expect(readField({ type: 'amount' }, '12万')).toHaveProperty('wrong');
    expect(readField({ type: 'amount' }, '-5')).toHaveProperty('wrong');
    expect(readField({ type: 'count' }, '1.5')).toHaveProperty('wrong');
    expect(readField({ type: 'text' }, '  ')).toEqual({ value: undefined });
  });

  test('two workbooks dropped at once are told apart by their years', () => {
    const names = inOrder([new File([], '2023决算.xls'), new File([], '2024决算.xlsx')]).map(({ name }) => name);
    expect(names).toEqual(['2024决算.xlsx', '2023决算.xls']);
  });

  test('the background of the host decides between light and dark', () => {
    expect(isDark('#262626')).toBe(true);
    expect(isDark('#ffffff')).toBe(false);
  });
});

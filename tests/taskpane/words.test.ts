import { parseBudgets, budgetsOf } from '../../taskpane/needs/budgets';
import { commonEnds } from '../../taskpane/pane/SectionText';
import { readField } from '../../taskpane/pane/NeedField';
import { amountText, cellText, chineseNumber, countText } from '../../taskpane/ui/words';
import { inOrder } from '../../taskpane/files/order';
import { isDark } from '../../taskpane/ui/theme';

const asText = (list: ReturnType<typeof parseBudgets>) =>
  Object.fromEntries([...list.amounts].map(([code, amount]) => [code, amount.toFixed(2)]));

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
    const tables = [{ id: 'Z05_1', title: '', status: 'read', book: '上年', sheet: 'x' }] as const;
    expect(cellText({ book: '上年', sheet: 'x', a1: 'E12' }, tables)).toBe('上年 财决05-1表 E12');
    expect(cellText({ book: '本年', sheet: '别的', a1: 'E12' }, tables)).toBe('别的 E12');
  });

  test('only what differs between an old and a new sentence is struck and added', () => {
    expect(commonEnds('合计100万元。', '合计120万元。')).toEqual([3, 4]);
    expect(commonEnds('相同', '相同')).toEqual([2, 0]);
    expect(commonEnds('aa', 'aaa')).toEqual([2, 0]);
  });

  test('amounts are read as people write them; anything else is asked again', () => {
    expect(readField('amount', ' １，234.50 ')).toMatchObject({ value: expect.anything() });
    expect(readField('amount', '12万')).toHaveProperty('wrong');
    expect(readField('amount', '-5')).toHaveProperty('wrong');
    expect(readField('count', '1.5')).toHaveProperty('wrong');
    expect(readField('text', '  ')).toEqual({ value: undefined });
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

describe('全年预算数 from a pasted list', () => {
  test('tabs, names between, thousands separators and full-width digits', () => {
    expect(
      asText(parseBudgets('科目编码\t名称\t全年预算数\n2010301\t行政运行\t4,406,714.00\n2010302 一般行政管理事务 ２９２３１８１')),
    ).toEqual({
      '2010301': '4406714.00',
      '2010302': '2923181.00',
    });
  });

  test('类, 款 and 项 in three cells; 类 and 款 rows and totals are passed over', () => {
    expect(asText(parseBudgets('合计\t\t\t900\n201\t\t\t900\n201\t03\t\t900\n201\t03\t01\t900'))).toEqual({ '2010301': '900.00' });
  });

  test('万元 in the head counts for all; projects of one 项 are added; a line without an amount is reported', () => {
    const list = parseBudgets('单位：万元\n2010301\t1.5\n2010301\t2\n2010302\t待定');
    expect(asText(list)).toEqual({ '2010301': '35000.00' });
    expect([list.unit, list.problems]).toEqual(['万元', [{ row: 4, text: '没有读出金额：2010302 待定' }]]);
  });

  test('without any unit the amounts are taken as 元 and the list says that none was named', () => {
    expect(parseBudgets('2010301\t44').unit).toBeUndefined();
    expect(parseBudgets('单位：元\n2010301\t44').unit).toBe('元');
  });

  test('a budget table in a workbook is found by its head', () => {
    const values = [
      ['项目支出预算表', null, null, null],
      ['科目编码', '科目名称', '年初预算', '全年预算数'],
      [2010301, '行政运行', 1, 4406714],
    ];
    const found = budgetsOf({ book: '上年', file: 'b.xlsx', sheets: [{ name: '预算', visibility: 'visible', top: 0, left: 0, values }] });
    expect(found && asText(found)).toEqual({ '2010301': '4406714.00' });
    expect(found?.sheet).toBe('预算');
    expect(found?.problems).toEqual([]);
  });
});

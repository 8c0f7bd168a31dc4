import { priorFigure } from '../../src/narrative/prior';
import { inputOf, type Given } from './written';

const prior = (figure: Parameters<typeof priorFigure>[1], given: Given): { from?: string; value?: string; ask?: string; key?: string } => {
  const { amount, from } = priorFigure(inputOf(given), figure);
  return amount.kind === 'gap' ? { ask: amount.ask, key: amount.key } : { from, value: amount.value.toString() };
};
const cs02 = { 'CS02.公务接待费.上年数': '300', 'CS02.因公出国（境）费.上年数': '20', 'CS02.公务用车购置及运行维护费.上年数': '1' };
const typed = { priorYear: { '三公.接待': '500.00', 收支总计: '9.00' } } as const;

describe('last year’s figure', () => {
  test('comes from last year’s workbook first', () => {
    expect(prior('三公.接待', { now: cs02, before: { 'F03.公务接待费.统计数': '400' }, supplement: typed })).toEqual({
      from: '上年决算报表',
      value: '400',
    });
  });

  test('then from 上年数 of CS02, the whole of 三公 as the sum of its parts', () => {
    expect(prior('三公.接待', { now: cs02, supplement: typed })).toEqual({ from: 'CS02', value: '300' });
    expect(prior('三公.合计', { now: cs02, supplement: typed })).toEqual({ from: 'CS02', value: '321' });
  });

  test('then from 补充信息', () => {
    expect(prior('收支总计', { now: cs02, supplement: typed })).toEqual({ from: '补充信息', value: '9' });
    expect(prior('三公.接待', { now: { 'CS02.公务接待费.上年数': '空' }, supplement: typed })).toEqual({ from: '补充信息', value: '500' });
  });

  test('a cell of last year that is no number does not count as zero', () => {
    expect(prior('三公.接待', { now: {}, before: { 'F03.公务接待费.统计数': '—' }, supplement: typed })).toEqual({
      from: '补充信息',
      value: '500',
    });
  });

  test('and is missing otherwise, naming year and figure', () => {
    expect(prior('收支总计', { now: {} })).toEqual({ ask: '2023年度收、支总计', key: 'priorYear.收支总计' });
  });

  test('a workbook of another year is not compared with', () => {
    const before = { 'Z01.收入总计.决算数': '400' };
    expect(prior('收支总计', { now: {}, before, beforeOptions: { year: 2022 } })).toEqual({
      ask: '2023年度收、支总计（所选上年文件是2022年度的）',
      key: 'priorYear.收支总计',
    });
    expect(prior('收支总计', { now: {}, before, beforeOptions: { year: undefined } })).toEqual({ from: '上年决算报表', value: '400' });
  });
});

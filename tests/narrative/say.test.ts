import { lastYear, suppliedBook, thisYear } from '../kit/books';
import Decimal from 'decimal.js';
import type { Fact } from '../../src/facts/traced';
import { paragraphText } from '../../src/narrative/document';
import {
  chineseNumeral,
  joined,
  nothing,
  paragraph,
  printed,
  say,
  sentence,
  stating,
  supplied,
  type Phrase,
} from '../../src/narrative/say';

const at = { book: thisYear, sheet: 'Z01', a1: 'E37' } as const;
const fact: Fact = {
  kind: 'fact',
  key: 'Z01.收入总计.决算数',
  value: new Decimal(5),
  half: new Decimal(0),
  unit: '元',
  scale: 1,
  at,
  label: '总计',
};
const text = (...parts: readonly Phrase[]): string => paragraphText(paragraph('x', parts));

describe('say', () => {
  test('不足0.01万元 does not stand behind 为', () => {
    const under = { kind: 'figure', text: '不足0.01万元', of: fact, shown: { as: 'wan', decimals: 2 } } as const;
    expect(text(say`支出决算为${under}，其中：办公费${under}。`)).toBe('支出决算不足0.01万元，其中：办公费不足0.01万元。');
    expect(text(say`总计均为${{ ...under, text: '5万元' }}。`)).toBe('总计均为5万元。');
  });

  test('accepts no number and no string in a slot', () => {
    // @ts-expect-error a number in a slot does not compile
    const number = (): Phrase => say`合计${319.72}万元`;
    // @ts-expect-error a string in a slot does not compile
    const string = (): Phrase => say`合计${'319.72'}万元`;
    expect([number, string]).toHaveLength(2);
    expect(text(say`合计${printed('若干')}`)).toBe('合计若干');
  });

  test('joins only what there is', () => {
    expect(text(joined([say`甲`, nothing, say`乙`], '；'))).toBe('甲；乙');
    expect(text(sentence(nothing, say`甲`, nothing))).toBe('甲。');
    expect(sentence(nothing, nothing)).toEqual([]);
  });

  test('runs neighbouring words together, but keeps words that rest on figures apart', () => {
    const inlines = paragraph('x', [say`甲`, say`乙`, [stating('持平', fact)], say`。`]).inlines;
    expect(inlines.map((inline) => inline.kind === 'words' && inline.text)).toEqual(['甲乙', '持平', '。']);
  });

  test('names the forms that figures and statements come from, last year apart', () => {
    const before: Fact = { ...fact, key: 'Z01.收入总计.决算数@上年', at: { ...at, book: lastYear } };
    const typed: Fact = { ...fact, key: '补充.priorYear.收支总计', at: { ...at, book: suppliedBook } };
    expect(paragraph('x', [[stating('持平', fact, before, typed)]], ['人工确认']).sources).toEqual([
      '财决01表',
      '上年财决01表',
      '补充信息',
      '人工确认',
    ]);
  });

  test.each([
    ['人员减少。', '人员减少'],
    ['主要原因是人员减少；', '人员减少'],
    ['主要变动原因：\n人员减少 ', '人员减少'],
    ['原因为人员减少。。', '人员减少'],
    ['=1+1', '=1+1'],
  ])('fits a supplied text into a sentence: %s', (given, fitted) => {
    expect(supplied({ key: 'reasons.S01', text: given, at })).toEqual({ kind: 'supplied', text: fitted, key: 'reasons.S01', at });
  });

  test.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [23, '二十三'],
  ])('numbers sections: %i', (n, numeral) => {
    expect(chineseNumeral(n)).toBe(numeral);
  });
});

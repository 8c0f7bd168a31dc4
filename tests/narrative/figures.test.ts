import { thisYear } from '../kit/books';
import Decimal from 'decimal.js';
import type { Fact } from '../../src/facts/traced';
import { textOf } from '../../src/narrative/document';
import { printer } from '../../src/narrative/figures';
import { gap } from '../../src/narrative/input';
import type { Phrase } from '../../src/narrative/say';
import { profileOf } from './written';

const profile = profileOf();
const print = printer(profile);
const yuan = (value: string, unit: Fact['unit'] = '元'): Fact => ({
  kind: 'fact',
  key: 'Z01.收入总计.决算数',
  value: new Decimal(value),
  half: new Decimal(0),
  unit,
  scale: 1,
  at: { book: thisYear, sheet: 'Z01', a1: 'E37' },
  label: '总计',
});
const words = (phrase: Phrase): string => phrase.map(textOf).join('');

describe('wan', () => {
  test.each([
    ['10898277', '1089.83万元'],
    ['2760000', '276万元'],
    ['935000', '93.5万元'],
    ['50', '0.01万元'],
    ['149.99', '0.01万元'],
    ['49.99', '不足0.01万元'],
    ['0', '0万元'],
    ['-935000', '-93.5万元'],
    ['-20', '0万元'],
    ['123456789012.5', '12345678.9万元'],
  ])('prints %s 元 as %s', (value, text) => {
    expect(print.wan(yuan(value))).toMatchObject({ kind: 'figure', text, shown: { as: 'wan', decimals: 2 } });
  });

  test('rounds half up once, from 元: 0.005 万元 is a cent', () => {
    expect(print.wan(yuan('123450'))).toMatchObject({ text: '12.35万元' });
    expect(print.wan(yuan('123449.99'))).toMatchObject({ text: '12.34万元' });
  });

  test('prints a gap as a visible blank', () => {
    expect(print.wan(gap('财决01表', 'form.Z01'))).toEqual({ kind: 'blank', ask: '财决01表', key: 'form.Z01' });
  });

  test('decimals, trailing zeros and separators are settings of the profile', () => {
    const other = printer({ ...profile, decimals: { wan: 4, percent: 1 }, dropTrailingZeros: false, thousandsSeparator: true });
    expect(other.wan(yuan('12345678900'))).toMatchObject({ text: '1,234,567.8900万元' });
    expect(other.wan(yuan('0.1'))).toMatchObject({ text: '不足0.0001万元' });
    expect(words(other.share(yuan('3'), yuan('8')))).toBe('占37.5%');
    expect(printer({ ...profile, decimals: { wan: 0, percent: 0 } }).wan(yuan('12345678'))).toMatchObject({ text: '1235万元' });
  });
});

describe('share', () => {
  test.each([
    ['669', '1000', '占66.9%'],
    ['1', '3', '占33.33%'],
    ['2', '3', '占66.67%'],
    ['5', '5', '占100%'],
    ['1', '1000000', '占比不足0.01%'],
    ['0', '5', ''],
    ['5', '0', ''],
    ['5', '-5', ''],
    ['-1', '1000000', ''],
  ])('of %s in %s is “%s”', (a, b, text) => {
    expect(words(print.share(yuan(a), yuan(b)))).toBe(text);
  });

  test('says of what, and says nothing where a figure is missing', () => {
    expect(words(print.shareOf(yuan('1'), yuan('4'), '本年支出合计'))).toBe('占本年支出合计的25%');
    expect(words(print.shareOf(yuan('1'), yuan('400000000'), '本年支出合计'))).toBe('占本年支出合计的比重不足0.01%');
    expect(print.share(gap('a', 'b'), yuan('4'))).toEqual([]);
    expect(print.share(yuan('4'), gap('a', 'b'))).toEqual([]);
  });
});

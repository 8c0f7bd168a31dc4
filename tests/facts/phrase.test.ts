import Decimal from 'decimal.js';
import type { Fact } from '../../src/facts/traced';
import {
  blank,
  cellNamed,
  exactly,
  joined,
  merged,
  namesCell,
  nothing,
  phraseText,
  printed,
  printsAmount,
  say,
  sentence,
  stating,
} from '../../src/facts/phrase';
import { lastYear, thisYear } from '../kit/books';

const at = { book: thisYear, sheet: '财决04表', a1: 'F12' };
const fact = (value: string, unit: Fact['unit'] = '元'): Fact => ({
  kind: 'fact',
  key: 'Z04.合计.基本支出',
  value: new Decimal(value),
  half: new Decimal(0),
  unit,
  scale: 1,
  at,
  label: '合计 · 基本支出',
});

test('clauses are joined without a separator left over or doubled, and a sentence of nothing is nothing', () => {
  const clauses = [nothing, say`甲`, nothing, say`乙${printed('丙')}`, nothing];
  expect(phraseText(joined(clauses, '；'))).toBe('甲；乙丙');
  expect(joined([say`甲`, say`乙`], '')).toHaveLength(2);
  expect(phraseText(sentence(...clauses))).toBe('甲，乙丙。');
  expect(sentence(nothing)).toEqual([]);
});

test('a template says its slots in their places and keeps what a slot carries', () => {
  const ask = blank('原因', 'reasons.S01');
  expect(say`${printed('甲')}为${ask}。`).toEqual([printed('甲'), printed('为'), ask, printed('。')]);
  expect(phraseText(say`甲${ask}`)).toBe('甲【待补充：原因】');
});

test('neighbouring words become one; words that rest on figures, and figures, stay apart; empty words go', () => {
  const same = stating('持平', fact('1'));
  const phrase = merged([...say`甲`, ...say`乙`, printed(''), same, ...say`丙`, exactly(fact('1')), printed(''), ...say`丁`]);
  expect(phrase.map((inline) => inline.kind)).toEqual(['words', 'words', 'words', 'figure', 'words']);
  expect(phrase[0]).toEqual(printed('甲乙'));
  expect(phrase[1]).toBe(same);
  const figures = merged([exactly(fact('1')), printed(''), exactly(fact('2'))]);
  expect(figures.map((inline) => inline.kind)).toEqual(['figure', 'figure']);
  expect(phraseText(phrase)).toBe('甲乙持平丙1.00 元丁');
});

test.each([
  ['1234.5', '元', '1,234.50 元', 'yuan', 2],
  ['1234.5678', '元', '1,234.5678 元', 'yuan', 4],
  ['1234', 'count', '1,234', 'count', 0],
  ['12.345', 'count', '12.35', 'count', 2],
  ['97', '%', '97', 'count', 0],
] as const)('%s %s is printed as %s', (value, unit, text, as, decimals) => {
  const of = fact(value, unit);
  expect(exactly(of)).toEqual({ kind: 'figure', text, of, shown: { as, decimals } });
});

test('a phrase names a cell only by sheet, place and workbook together', () => {
  const phrase = say`见${cellNamed('财决04表 F12', at)}${exactly(fact('1'))}`;
  expect(namesCell(phrase, { ...at })).toBe(true);
  expect(namesCell(phrase, { ...at, a1: 'F13' })).toBe(false);
  expect(namesCell(phrase, { ...at, sheet: '财决05表' })).toBe(false);
  expect(namesCell(phrase, { ...at, book: lastYear })).toBe(false);
  // The figure comes from the cell but does not name it.
  expect(namesCell([exactly(fact('1'))], at)).toBe(false);
});

test('a phrase prints an amount whatever its sign; a count of the same size is no amount', () => {
  const phrase = say`多${exactly(fact('-5'))}，${exactly(fact('7', 'count'))}人`;
  expect(['5', '-5', '5.00', '7', '6'].map((amount) => printsAmount(phrase, amount))).toEqual([true, true, true, false, false]);
  expect(printsAmount(say`5`, '5')).toBe(false);
});

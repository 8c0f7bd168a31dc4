import { phraseText } from '../../src/facts/phrase';
import { suppliedBook } from '../kit/books';
import type { Sheet } from '../../src/kernel/workbook';
import { snapshotOf } from '../../src/sheets/picture/snapshot';
import { emptySupplements } from '../../src/supplements/parse';
import { readSupplementSheet } from '../../src/supplements/read-sheet';
import { parseA1 } from '../../src/kernel/address';
import { rowWith } from './fixture';
import { draw, filled, typed } from './supplement-drawn';

describe('readSupplementSheet', () => {
  const sheet = snapshotOf(draw(filled));
  const problemsAfter = (key: string, value: string | number, column = 2): readonly string[] =>
    readSupplementSheet(typed(sheet, key, value, column)).problems.map(({ rule, message }) => `${rule} ${phraseText(message)}`);
  const cell = (key: string, column = 'C'): string => `${column}${sheet.values.findIndex((row) => row[0] === key) + 1}`;

  it.each<[string, string | number, string]>([
    ['priorYear.机关运行经费', '九十万', 'SUP-F01 “补充信息”表 {} “上年机关运行经费（元）”填的是“九十万”，不是数。'],
    ['performance.evaluated', 1.5, 'SUP-F03 “补充信息”表 {} “开展事前绩效评估的项目数”填的是“1.5”，不是不小于 0 的整数。'],
    ['unitKind', '企业', 'SUP-F04 “补充信息”表 {} “单位性质”填的是“企业”，只能是行政单位、参公事业单位、事业单位之一。'],
    ['confirmFullBudget', '也许', 'SUP-F04 “补充信息”表 {} “没有预算数的项按完成预算100%填列”填的是“也许”，只能是“是”或“否”。'],
    ['reasons.S01', '#REF!', 'SUP-F09 “补充信息”表 {} “收、支总计变动的主要原因”是错误值 #REF!。'],
  ])('names the bad cell of %s', (key, value, words) => expect(problemsAfter(key, value)).toEqual([words.replace('{}', cell(key))]));

  it('names a code that is none, a code given twice, a negative amount, and half a pair', () => {
    expect(problemsAfter('itemBudgets.2010302', '20103', 1)).toEqual([expect.stringMatching(/^SUP-F05 .*“20103”不是7位/)]);
    expect(problemsAfter('itemBudgets.2010302', '2010301', 1)).toEqual([expect.stringMatching(/^SUP-F07 .*“2010301”已在前面填过/)]);
    expect(problemsAfter('vehicles.bought.轿车.count', -5, 3)).toEqual([expect.stringMatching(/^SUP-F02 .*不能是负数/)]);
    expect(problemsAfter('vehicles.bought.轿车.count', '', 3)).toEqual([
      expect.stringMatching(/^SUP-F08 .*填了轿车的购置数量（辆），没有填购置金额/),
    ]);
    expect(problemsAfter('vehicles.bought.轿车.count', '飞机', 1)).toEqual([expect.stringMatching(/^SUP-F06 .*“飞机”不是可用的车型/)]);
  });

  it('asks for no amount where no vehicle was bought', () => {
    const none = typed(typed(sheet, 'vehicles.bought.轿车.count', 0), 'vehicles.bought.轿车.count', null, 3);
    expect(readSupplementSheet(none).problems).toEqual([]);
    expect(readSupplementSheet(none).supplements.vehiclesBought).toEqual([]);
  });

  it('points each problem at its cell and says what to do', () => {
    const [problem] = readSupplementSheet(typed(sheet, 'reasons.S01', '#REF!')).problems;
    expect(problem).toMatchObject({ severity: 'error', cells: [{ book: suppliedBook, sheet: '补充信息', a1: cell('reasons.S01') }] });
    expect(problem!.hint).toMatch(/。$/);
  });

  it('refuses a sheet of another make as a whole and keeps its content', () => {
    const foreign: Sheet = { ...sheet, top: 0, left: 0, values: [['原因', '人员减少']] };
    const reading = readSupplementSheet(foreign);
    expect(reading.problems.map(({ rule }) => rule)).toEqual(['SUP-F10']);
    expect(reading.supplements.entries.size).toBe(0);
    expect(rowWith(draw(emptySupplements, { previous: foreign }), 1, '人员减少')).toBeGreaterThan(0);
    expect(readSupplementSheet({ ...foreign, values: [] }).problems).toEqual([]);
  });

  it('reads rows that have been moved and a sheet that does not start in A1', () => {
    const rows = sheet.values.filter((row) => row[0] === 'reasons.S01');
    const moved = { ...sheet, values: [...sheet.values.filter((row) => row[0] !== 'reasons.S01'), ...rows] };
    expect(readSupplementSheet(moved).supplements.reason('S01')?.text).toBe('=人员减少');
    expect(readSupplementSheet({ ...sheet, top: 3 }).supplements.reason('S01')?.at.a1).toBe(`C${parseA1(cell('reasons.S01')).row + 4}`);
  });
});

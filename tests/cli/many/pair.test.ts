import { pairUp, type Identity } from '../../../src/app/pair';

const file = (path: string, unit: string, year: number | undefined, content = path): Identity => ({ path, unit, year, content });

describe('workbooks are paired by what stands in them', () => {
  test('this year with last year of the same unit, whatever the files are called; blanks and width of letters do not matter', () => {
    const { pairs, left } = pairUp([
      file('b/2.xlsx', '经济和信息化局', 2023),
      file('a/1.xlsx', '经济和 信息化局', 2024),
      file('甲.xls', '政府办（本级）', 2024),
    ]);
    expect(pairs).toEqual([
      { unit: '经济和信息化局', year: 2024, now: 'a/1.xlsx', prior: 'b/2.xlsx' },
      { unit: '政府办（本级）', year: 2024, now: '甲.xls', prior: undefined },
    ]);
    expect(left).toEqual([]);
  });

  test('files that cannot take part are named with the reason; all others go on', () => {
    const { pairs, left } = pairUp([
      file('1.xlsx', '甲', 2024),
      file('2.xlsx', '乙', 2024),
      file('旧.xlsx', '乙', 2020),
      file('同.xlsx', '乙', 2024, '2.xlsx'),
      file('一.xlsx', '丙', 2024),
      file('二.xlsx', '丙', 2024),
      file('三.xlsx', '丙', 2023),
      file('只有上年.xlsx', '丁', 2023),
      file('没年.xlsx', '戊', undefined),
      file('没名.xlsx', '', 2024),
    ]);
    expect(pairs.map(({ now, prior }) => [now, prior])).toEqual([
      ['1.xlsx', undefined],
      ['2.xlsx', undefined],
    ]);
    expect(Object.fromEntries(left.map(({ path, why }) => [path, why]))).toEqual({
      '旧.xlsx': '是2020年度的，不是本年（2024）也不是上年。',
      '同.xlsx': '与 2.xlsx 完全相同，只用后者。',
      '一.xlsx': '“丙”2024年度有 2 份不同的工作簿，不知道用哪一份。请只留一份后再运行。',
      '二.xlsx': '“丙”2024年度有 2 份不同的工作簿，不知道用哪一份。请只留一份后再运行。',
      '三.xlsx': '“丙”的另一年度有几份不同的工作簿，本单位没有处理。',
      '只有上年.xlsx': '是2023年度的，没有找到“丁”2024年度的工作簿。',
      '没年.xlsx': expect.stringContaining('没有读到年度'),
      '没名.xlsx': expect.stringContaining('没有读到编制单位'),
    });
  });

  test('one stray file of a later year does not make everybody’s workbooks old', () => {
    expect(pairUp([file('1', '甲', 2024), file('2', '乙', 2024), file('3', '丙', 2025)]).pairs.map(({ now }) => now)).toEqual(['1', '2']);
  });
});

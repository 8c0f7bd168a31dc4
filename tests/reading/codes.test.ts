import { facts, insertColumn, problems, put, read, sheet, z04, z04Rows, _ } from './grids';

const z04Keys = ['Z04.合计.本年支出合计', 'Z04.20103.基本支出', 'Z04.2010301.基本支出', 'Z04.2010302.项目支出'];
const z04Values = ['300.55', '100.5', '100.5', '200.05'];
/** The values of the four figures, wherever they stand. */
const valuesOf = async (rows: Parameters<typeof z04>[0], name?: string): Promise<readonly string[]> => {
  const reading = await read([z04(rows, name)]);
  expect(problems(reading).filter((text) => !text.startsWith('READ-F28'))).toEqual([]);
  return Object.values(facts(reading, ...z04Keys)).map((text) => text.split(' ')[0]!);
};

describe('a column table', () => {
  test('keys → values and addresses; blank, dash and zero rows are told apart', async () => {
    const reading = await read([z04()]);
    expect(
      facts(
        reading,
        ...z04Keys,
        'Z04.2010302.基本支出',
        'Z04.2010302.上缴上级支出',
        'Z04.2050101.基本支出',
        'Z04.205.项目支出',
        'Z04.2010302.没有的栏',
      ),
    ).toEqual({
      'Z04.合计.本年支出合计': '300.55 E9',
      'Z04.20103.基本支出': '100.5 F11',
      'Z04.2010301.基本支出': '100.5 F12',
      'Z04.2010302.项目支出': '200.05 G13',
      'Z04.2010302.基本支出': 'blank F13',
      'Z04.2010302.上缴上级支出': 'dash H13',
      // Nothing printed: none occurred, shown at the 合计 cell of the column.
      'Z04.2050101.基本支出': 'zero F9',
      'Z04.205.项目支出': 'zero G9',
      'Z04.2010302.没有的栏': 'absent',
    });
    expect(problems(reading)).toEqual([]);
  });

  test('rows carry code, printed name and sheet row; the label names row and column', async () => {
    const { facts: found } = await read([z04()]);
    const table = found.tables.get('Z04')!;
    expect(table.rows).toEqual([
      { key: '合计', name: '合计', row: 8 },
      { key: '201', name: '一般公共服务支出', row: 9 },
      { key: '20103', name: '政府办公厅（室）及相关机构事务', row: 10 },
      { key: '2010301', name: '行政运行', row: 11 },
      { key: '2010302', name: '一般行政管理事务', row: 12 },
    ]);
    expect(table.columns).toEqual(['本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出']);
    const reading = table.at('2010302', '项目支出');
    expect(reading.state === 'number' && [reading.fact.label, reading.fact.key, reading.fact.unit, reading.fact.half.toString()]).toEqual([
      '一般行政管理事务 · 项目支出',
      'Z04.2010302.项目支出',
      '元',
      '0',
    ]);
  });

  test('shifted by rows and columns, and by the first stored cell', async () => {
    const rows = [[_], ...z04Rows().map((row) => [_, _, ...row])];
    const reading = await read([sheet('Z04', rows, { top: 2, left: 1 })]);
    expect(facts(reading, 'Z04.2010302.项目支出')).toEqual({ 'Z04.2010302.项目支出': '200.05 J16' });
    expect(problems(reading)).toEqual([]);
  });

  test.each([
    [
      'numbers as text',
      z04Rows().map((row, r) => (r < 8 ? row : row.map((cell) => (typeof cell === 'number' ? ` ${cell.toFixed(2)}\u3000` : cell)))),
    ],
    ['codes as numbers', z04Rows().map((row, r) => (r < 8 || !/^\d/.test(String(row[0])) ? row : [Number(row[0]), ...row.slice(1)]))],
    [
      'codes split over 类, 款, 项',
      z04Rows().map((row, r) =>
        r < 9 ? row : [String(row[0]).slice(0, 3), String(row[0]).slice(3, 5) || _, String(row[0]).slice(5) || _, ...row.slice(3)],
      ),
    ],
    ['a blank column among the numbers', insertColumn(z04Rows(), 5)],
    [
      'a blank column and no 栏次 row',
      insertColumn(
        z04Rows().map((row, r) => (r === 7 ? ['类', '款', '项'] : row)),
        5,
      ),
    ],
    ['a column of remarks', insertColumn(z04Rows(), 6, (r) => (r === 3 ? '备注' : null))],
    ['line breaks and spaces in heads', put(put(z04Rows(), 3, 4, '本年支\n出 合 计'), 3, 6, '项目\u3000支出')],
    [
      'a blank row below the heads and another in the data',
      [...z04Rows().slice(0, 8), [_], ...z04Rows().slice(8, 11), [_], ...z04Rows().slice(11)],
    ],
    ['no 栏次 row', z04Rows().map((row, r) => (r === 7 ? ['类', '款', '项'] : row))],
    ['notes below', [...z04Rows(), [_], ['注：本表反映单位本年度各项支出情况。'], ['单位负责人：', _, _, _, '填表人：', 20250131]]],
    ['a code head of other words', put(z04Rows(), 4, 0, '编  码')],
    ['other columns in between', insertColumn(z04Rows(), 4, (r) => (r === 3 ? '审核意见' : null))],
    [
      'columns in another order',
      z04Rows().map((row, r) => (r < 3 ? row : [...row.slice(0, 4), row[6] ?? _, row[5] ?? _, row[4] ?? _, ...row.slice(7)])),
    ],
  ])('reads the same with %s', async (_name, rows) => expect(await valuesOf(rows)).toEqual(z04Values));

  test('without 类 and 款 rows the 项 are read, and the missing sum is unknown, not zero', async () => {
    const reading = await read([z04(z04Rows().filter((row) => !['201', '20103'].includes(String(row[0]))))]);
    expect(facts(reading, 'Z04.2010301.基本支出', 'Z04.201.基本支出', 'Z04.20103.基本支出', 'Z04.208.基本支出')).toEqual({
      'Z04.2010301.基本支出': '100.5 F10',
      'Z04.201.基本支出': 'absent',
      'Z04.20103.基本支出': 'absent',
      'Z04.208.基本支出': 'zero F9',
    });
  });

  test('万元: facts in 元, half of the last printed digit', async () => {
    const reading = await read([z04(z04Rows('万元'))]);
    const found = reading.facts.find('Z04.2010302.项目支出');
    expect(found.state === 'number' && [found.fact.value.toString(), found.fact.half.toString(), found.fact.scale]).toEqual([
      '2000500',
      '50',
      10000,
    ]);
    const exact = await read([z04(put(z04Rows('万元'), 8, 4, 300.551234))]);
    const total = exact.facts.find('Z04.合计.本年支出合计');
    expect(total.state === 'number' && [total.fact.value.toString(), total.fact.half.toString()]).toEqual(['3005512.34', '0']);
  });

  test('READ-F15 names a column whose head was changed', async () => {
    const reading = await read([z04(put(z04Rows(), 3, 5, '基本开支'))]);
    expect(problems(reading)).toEqual(['READ-F15 F4 财决04表没有找到“基本支出”栏；“基本开支”不是该表的栏目名称。']);
    expect(facts(reading, 'Z04.合计.基本支出', 'Z04.合计.项目支出')).toEqual({
      'Z04.合计.基本支出': 'absent',
      'Z04.合计.项目支出': '200.05 G9',
    });
  });

  test('READ-F16 two columns of one name: none is guessed', async () => {
    const twice = insertColumn(z04Rows(), 6, (r) => (r === 3 ? '基本支出' : r === 7 ? 9 : null));
    const reading = await read([z04(twice)]);
    expect(problems(reading)).toEqual(['READ-F16 F4 G4 财决04表的“基本支出”栏出现 2 次，无法确定以哪一栏为准。']);
    expect(reading.facts.find('Z04.合计.基本支出').state).toBe('absent');
  });

  test('of two columns of one name only one may carry a 栏次', async () => {
    const reading = await read([z04(insertColumn(z04Rows(), 6, (r) => (r === 3 ? '基本支出' : null)))]);
    expect(problems(reading)).toEqual([]);
    expect(facts(reading, 'Z04.合计.基本支出')).toEqual({ 'Z04.合计.基本支出': '100.5 F9' });
  });

  test('READ-F23 no 合计 row', async () => {
    const reading = await read([z04(put(z04Rows(), 8, 3, '全部'))]);
    expect(reading.problems.map((p) => p.rule).sort()).toEqual(['READ-F20', 'READ-F23']);
  });

  test('READ-F20 a row with amounts but no code', async () => {
    const reading = await read([z04([...z04Rows(), [_, _, _, '其他事务', 5]])]);
    expect(problems(reading)).toEqual(['READ-F20 E14 财决04表第 14 行“其他事务”有金额但没有科目编码，没有读入。']);
  });

  test('READ-F20 and so it is in a form without projects, whatever stands beside its name', async () => {
    const opinions = insertColumn(z04Rows(), 4, (r) => (r === 3 ? '审核意见' : null));
    const reading = await read([z04([...opinions, [_, _, _, '其他事务', '同意', 5]])]);
    expect(problems(reading)).toEqual(['READ-F20 F14 财决04表第 14 行“其他事务”有金额但没有科目编码，没有读入。']);
  });

  test('READ-F20 a code of eight digits', async () => {
    const reading = await read([z04([...z04Rows(), ['20103021', _, _, '其他事务', 5]])]);
    expect(problems(reading)).toEqual(['READ-F20 A14 财决04表的科目编码“20103021”不是 3、5 或 7 位数字，该行没有读入。']);
  });

  test('READ-F21 one code twice', async () => {
    const other = await read([z04([...z04Rows(), ['2010302', _, _, '机关服务', 7]])]);
    expect(problems(other)).toEqual(['READ-F21 A14 A13 财决04表的科目编码2010302（机关服务）出现两次。']);
    const reading = await read([z04([...z04Rows(), ['2010302', _, _, '一般行政管理事务', 7]])]);
    expect(problems(reading)).toEqual(['READ-F21 A14 A13 财决04表的科目编码2010302（一般行政管理事务）出现两次。']);
    expect(facts(reading, 'Z04.2010302.本年支出合计', 'Z04.2010302#1.本年支出合计')).toEqual({
      'Z04.2010302.本年支出合计': '200.05 E13',
      'Z04.2010302#1.本年支出合计': '7 E14',
    });
  });
});

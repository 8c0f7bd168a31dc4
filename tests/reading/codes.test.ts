import type { Scalar } from '../../src/kernel/workbook';
import { facts, insertColumn, matrix, matrixRows, problems, put, read, sheet, z04, z04Rows, _ } from './grids';

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

  test('READ-F20 a code of eight digits', async () => {
    const reading = await read([z04([...z04Rows(), ['20103021', _, _, '其他事务', 5]])]);
    expect(problems(reading)).toEqual(['READ-F20 A14 财决04表的科目编码“20103021”不是 3、5 或 7 位数字，该行没有读入。']);
  });

  test('READ-F21 one code twice', async () => {
    const reading = await read([z04([...z04Rows(), ['2010302', _, _, '一般行政管理事务', 7]])]);
    expect(problems(reading)).toEqual(['READ-F21 A14 A13 财决04表的科目编码2010302（一般行政管理事务）出现两次。']);
    expect(facts(reading, 'Z04.2010302.本年支出合计', 'Z04.2010302#1.本年支出合计')).toEqual({
      'Z04.2010302.本年支出合计': '200.05 E13',
      'Z04.2010302#1.本年支出合计': '7 E14',
    });
  });
});

describe('a matrix', () => {
  test('columns by the path of heads: groups, 款, and 其他支出 under 其他支出', async () => {
    const reading = await read([matrix()]);
    expect(reading.facts.tables.get('Z05')!.columns).toEqual([
      '合计',
      '301',
      '30101',
      '30102',
      '302',
      '30201',
      '30212',
      '303',
      '30301',
      '399',
      '39907',
      '39999',
    ]);
    expect(facts(reading, 'Z05.合计.合计', 'Z05.合计.301', 'Z05.2010301.30212', 'Z05.合计.399', 'Z05.合计.39999')).toEqual({
      'Z05.合计.合计': '21 E7',
      'Z05.合计.301': '3 F7',
      'Z05.2010301.30212': '4 K8',
      'Z05.合计.399': '6 N7',
      'Z05.合计.39999': '4 P7',
    });
    expect(problems(reading)).toEqual([]);
  });

  test('a 款 that is not printed did not occur; a group that is not printed is unknown', async () => {
    const reading = await read([matrix()]);
    expect(facts(reading, 'Z05.2010301.30311', 'Z05.2080505.30201', 'Z05.合计.30901', 'Z05.合计.309')).toEqual({
      'Z05.2010301.30311': 'zero L8',
      'Z05.2080505.30201': 'zero J7',
      'Z05.合计.30901': 'absent',
      'Z05.合计.309': 'absent',
    });
  });

  test('an inserted 款 shifts what follows', async () => {
    const reading = await read([matrix(insertColumn(matrixRows(), 8, (r) => ({ 4: '奖金', 5: 99, 6: 1 })[r] ?? null))]);
    expect(facts(reading, 'Z05.合计.30103', 'Z05.合计.302', 'Z05.合计.39999')).toEqual({
      'Z05.合计.30103': '1 I7',
      'Z05.合计.302': '7 J7',
      'Z05.合计.39999': '4 Q7',
    });
    expect(problems(reading)).toEqual([]);
  });

  test('READ-F17 an unknown 款 is kept beside its group and reported; its siblings are then not taken for zero', async () => {
    const reading = await read([matrix(put(matrixRows(), 4, 9, '办公用品费'))]);
    expect(problems(reading)).toEqual(['READ-F17 J5 财决05表的“商品和服务支出 · 办公用品费”栏不在经济分类科目表中。']);
    expect(facts(reading, 'Z05.合计.302#1', 'Z05.合计.30201', 'Z05.合计.30311')).toEqual({
      'Z05.合计.302#1': '3 J7',
      'Z05.合计.30201': 'absent',
      'Z05.合计.30311': 'zero L7',
    });
  });

  test('group heads copied into each of their columns', async () => {
    let group: Scalar = null;
    const heads = matrixRows()[3]!.map((cell, c) => (c < 5 ? cell : (group = cell ?? group)));
    const reading = await read([matrix(matrixRows().map((row, r) => (r === 3 ? heads : row)))]);
    expect(problems(reading)).toEqual([]);
    expect(facts(reading, 'Z05.合计.301', 'Z05.合计.30212', 'Z05.合计.399', 'Z05.合计.39999')).toEqual({
      'Z05.合计.301': '3 F7',
      'Z05.合计.30212': '4 K7',
      'Z05.合计.399': '6 N7',
      'Z05.合计.39999': '4 P7',
    });
  });

  test('heads that print codes', async () => {
    const rows = put(put(matrixRows(), 3, 8, '302商品和服务支出'), 4, 9, '30201办公费');
    expect(facts(await read([matrix(rows)]), 'Z05.合计.302', 'Z05.合计.30201')).toEqual({
      'Z05.合计.302': '7 I7',
      'Z05.合计.30201': '3 J7',
    });
  });

  test('heads of earlier years', async () => {
    const rows = put(put(matrixRows(), 3, 11, '对个人和家庭的补助支出'), 4, 10, '因公出国(境)费用');
    expect(facts(await read([matrix(rows)]), 'Z05.合计.303', 'Z05.合计.30212')).toEqual({
      'Z05.合计.303': '5 L7',
      'Z05.合计.30212': '4 K7',
    });
  });
});

describe('project rows', () => {
  const attributes = ['二级项目代码', '二级项目类别'];
  const projectRows = (title = '项目支出决算明细表', number = '财决05-2表') => {
    const rows = matrixRows(title, number).map((row, r) => [...row.slice(0, 4), ...(r === 4 ? attributes : [_, _]), ...row.slice(4)]);
    return [
      ...rows,
      ['2010301', _, _, '    日常专项', '5100', '其他运转类', 20, 3],
      ['2010301', _, _, '    年鉴编纂', '5101', '其他运转类', 1],
    ];
  };

  test('stand below their 项 under #1, #2; repeated codes are no mistake here', async () => {
    const reading = await read([sheet('Z05_2', projectRows())]);
    expect(problems(reading)).toEqual([]);
    expect(reading.facts.tables.get('Z05_2')!.rows.map((row) => `${row.key} ${row.name}`)).toEqual([
      '合计 合计',
      '2010301 行政运行',
      '2010301#1 日常专项',
      '2010301#2 年鉴编纂',
    ]);
    expect(facts(reading, 'Z05_2.2010301.合计', 'Z05_2.2010301#1.合计', 'Z05_2.2010301#2.合计')).toEqual({
      'Z05_2.2010301.合计': '21 G8',
      'Z05_2.2010301#1.合计': '20 G9',
      'Z05_2.2010301#2.合计': '1 G10',
    });
  });

  test('without a code of their own belong to the 项 above', async () => {
    const rows = projectRows().map((row, r) => (r >= 8 ? [_, ...row.slice(1)] : row));
    const reading = await read([sheet('Z05_2', rows)]);
    expect(facts(reading, 'Z05_2.2010301#2.合计')).toEqual({ 'Z05_2.2010301#2.合计': '1 G10' });
    expect(problems(reading)).toEqual([]);
  });

  test('without a 项 row its sum is unknown', async () => {
    const reading = await read([
      sheet(
        'Z05_2',
        projectRows().filter((__, r) => r !== 7),
      ),
    ]);
    expect(facts(reading, 'Z05_2.2010301.合计', 'Z05_2.2010301#1.合计')).toEqual({
      'Z05_2.2010301.合计': 'absent',
      'Z05_2.2010301#1.合计': '20 G8',
    });
  });
});

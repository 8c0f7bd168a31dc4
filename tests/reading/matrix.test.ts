import type { Scalar } from '../../src/kernel/workbook';
import { facts, insertColumn, matrix, matrixRows, problems, put, read, sheet, _, type Row } from './grids';

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
    expect(facts(reading, 'Z05.2010301.30311', 'Z05.2080505.30201', 'Z05.合计.30901', 'Z05.合计.309', 'Z05.合计.30188')).toEqual({
      'Z05.2010301.30311': 'zero L8',
      'Z05.2080505.30201': 'zero J7',
      'Z05.合计.30901': 'absent',
      'Z05.合计.309': 'absent',
      // Last year's form may print a 款 that the list does not know: nothing says that it did not occur.
      'Z05.合计.30188': 'absent',
    });
  });

  test('a group in one column, without its 款, is the group, also where a 款 has its name', async () => {
    const reading = await read([matrix(put(matrixRows(), 4, 13, null).map((row) => row.slice(0, 14)))]);
    expect(facts(reading, 'Z05.合计.399', 'Z05.合计.39999')).toEqual({ 'Z05.合计.399': '6 N7', 'Z05.合计.39999': 'zero N7' });
  });

  test.each([
    ['right before', 9, 'K'],
    ['behind', 10, 'J'],
    ['some columns before', 8, 'K'],
  ])('of two columns of one name the one with 栏次 counts: the other was added %s it', async (_where, at, own) => {
    const rows = insertColumn(matrixRows(), at, (r) => ({ 3: '商品和服务支出', 4: '办公费', 6: 77, 7: 77 })[r] ?? null);
    const reading = await read([matrix(rows)]);
    expect(problems(reading)).toEqual([]);
    expect(facts(reading, 'Z05.合计.30201', 'Z05.合计.302')).toEqual({
      'Z05.合计.30201': `3 ${own}7`,
      'Z05.合计.302': `7 ${at === 8 ? 'J' : 'I'}7`,
    });
    const unnumbered = await read([matrix(rows.filter((_row, r) => r !== 5))]);
    expect(problems(unnumbered)).toEqual([
      expect.stringMatching(/^READ-F16 .*“商品和服务支出 · 办公费”栏出现两次，无法确定以哪一栏为准。$/),
    ]);
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

  test('the column of the sum is 合计 or 本年支出合计; without it the form says so', async () => {
    expect(facts(await read([matrix(put(matrixRows(), 3, 4, '本年支出合计'))]), 'Z05.合计.合计')).toEqual({ 'Z05.合计.合计': '21 E7' });
    const without = await read([matrix(put(matrixRows(), 3, 4, '总数'))]);
    expect(problems(without)).toEqual(['READ-F15 A4 财决05表没有找到“合计”栏。']);
    expect(facts(without, 'Z05.合计.合计', 'Z05.合计.301')).toEqual({ 'Z05.合计.合计': 'absent', 'Z05.合计.301': '3 F7' });
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

  test('READ-F20 a row with amounts but no code is a project only below a 项, with a name and with attributes', async () => {
    const row = (name: string | null, attribute: string | null): Row => [_, _, _, name, attribute, _, 7];
    const found = async (rows: readonly Row[]): Promise<readonly string[]> => {
      const reading = await read([sheet('Z05_2', rows)]);
      return [
        ...problems(reading),
        ...reading.facts.tables
          .get('Z05_2')!
          .rows.slice(-1)
          .map(({ key }) => key),
      ];
    };
    const [rows, last] = [projectRows(), '2010301#2'];
    const told = (at: number, name: string): string =>
      `READ-F20 G${at} 财决05-2表第 ${at} 行${name && `“${name}”`}有金额但没有科目编码，没有读入。`;
    expect(await found([...rows, row('临时专项', '5102')])).toEqual(['2010301#3']);
    expect(await found([...rows, row('临时专项', _)])).toEqual([told(11, '临时专项'), last]);
    expect(await found([...rows, row(_, '5102')])).toEqual([told(11, ''), last]);
    expect(await found([...rows.slice(0, 7), row('临时专项', '5102'), ...rows.slice(7)])).toEqual([told(8, '临时专项'), last]);
  });

  test('READ-F21 a code that comes again is a 项 printed twice only where the name does too and no attribute stands there', async () => {
    const long = '某项工作'.repeat(20);
    const again = async (first: string, name: string, attribute: string | null): Promise<readonly string[]> =>
      problems(await read([sheet('Z05_2', [...put(projectRows(), 7, 3, first), ['2010301', _, _, name, attribute, _, 7]])]));
    const twice = 'READ-F21 A11 A8 财决05-2表的科目编码2010301（行政运行）出现两次。';
    expect(await again('行政运行', '  行政运行', _)).toEqual([twice]);
    expect(await again('行政运行', '临时专项', _)).toEqual([]);
    expect(await again('行政运行', '行政运行', '5102')).toEqual([]);
    expect(await again(long, long, _)).toEqual([expect.stringContaining('（共 80 个字）')]);
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

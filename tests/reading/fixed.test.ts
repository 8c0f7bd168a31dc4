import { caption, facts, insertColumn, problems, put, read, sheet, z01, z01Rows, _, type Row } from './grids';

const keys = [
  'Z01.一般公共预算财政拨款收入.年初预算数',
  'Z01.其他收入.决算数',
  'Z01.收入总计.决算数',
  'Z01.201.决算数',
  'Z01.229.决算数',
  'Z01.399.决算数',
  'Z01.基本支出.全年预算数',
  'Z01.本年支出合计.决算数',
  'Z01.支出总计.全年预算数',
];
const values = ['90', '1.25', '99.25', '93', '4', '7', '61', '97', '98'];

describe('财决01', () => {
  test('keys → values and addresses', async () => {
    const reading = await read([z01()]);
    expect(problems(reading)).toEqual([]);
    expect(
      facts(reading, ...keys, 'Z01.结余分配.决算数', 'Z01.年末结转和结余.年初预算数', 'Z01.人员经费.决算数', 'Z01.301.年初预算数'),
    ).toEqual({
      'Z01.一般公共预算财政拨款收入.年初预算数': '90 C7',
      'Z01.其他收入.决算数': '1.25 E8',
      'Z01.收入总计.决算数': '99.25 E17',
      'Z01.201.决算数': '93 J7',
      'Z01.229.决算数': '4 J8',
      'Z01.399.决算数': '7 O13',
      'Z01.基本支出.全年预算数': '61 N7',
      'Z01.本年支出合计.决算数': '97 O14',
      'Z01.支出总计.全年预算数': '98 N17',
      'Z01.结余分配.决算数': 'blank O15',
      'Z01.年末结转和结余.年初预算数': 'blank M16',
      'Z01.人员经费.决算数': '52 O8',
      'Z01.301.年初预算数': 'dash M12',
    });
  });

  test('功能 classes and 经济 groups that are not printed did not occur; other rows are unknown', async () => {
    const reading = await read([z01()]);
    expect(facts(reading, 'Z01.231.决算数', 'Z01.307.决算数', 'Z01.上缴上级支出.决算数')).toEqual({
      'Z01.231.决算数': 'zero O14',
      'Z01.307.决算数': 'zero O11',
      'Z01.上缴上级支出.决算数': 'absent',
    });
  });

  test('without the block of 功能 its classes are unknown, though the total stands elsewhere; what is absent is named', async () => {
    const foot = z01Rows().map((row, r) => (r >= 13 && r <= 16 ? row.map((cell, c) => (c === 10 ? (row[5] ?? null) : cell)) : row));
    const reading = await read([z01(foot.map((row) => [...row.slice(0, 5), ...row.slice(10)]))]);
    expect(facts(reading, 'Z01.本年支出合计.决算数', 'Z01.231.决算数', 'Z01.307.决算数')).toEqual({
      'Z01.本年支出合计.决算数': '97 J14',
      'Z01.231.决算数': 'absent',
      'Z01.307.决算数': 'zero J11',
    });
    expect(reading.facts.find('Z01.上缴上级支出.决算数')).toEqual({ state: 'absent', what: '财决01表没有“上缴上级支出”行' });
  });

  test('names are printed without ordinal, 行次 is kept', async () => {
    const table = (await read([z01()])).facts.tables.get('Z01')!;
    expect(table.row('229')).toEqual({ key: '229', name: '其他支出', line: 54, row: 7 });
    expect(table.row('本年支出合计')).toEqual({ key: '本年支出合计', name: '本年支出合计', line: 84, row: 13 });
    const total = table.at('支出总计', '决算数');
    expect(total.state === 'number' && total.fact.label).toBe('总计 · 决算数');
  });

  const same: readonly (readonly [string, readonly Row[]])[] = [
    ['inserted rows and columns', insertColumn(insertColumn([[_], ...z01Rows().slice(0, 8), [_], ...z01Rows().slice(8)], 10), 0)],
    ['a column inside a block', insertColumn(z01Rows(), 3)],
    ['full-width brackets and spaces', put(put(z01Rows(), 4, 5, '项 目（按功能分类）'), 13, 0, '本 年 收 入 合 计')],
    ['no 栏次 row', z01Rows().filter((__, r) => r !== 5)],
    ['no 行次', z01Rows().map((row, r) => (r < 4 ? row : row.map((cell, c) => ([1, 6, 11].includes(c) ? null : cell))))],
    [
      'labels of the foot in the 性质 block',
      z01Rows().map((row, r) => (r >= 13 && r <= 16 ? row.map((cell, c) => (c === 5 ? null : c === 10 ? (row[5] ?? null) : cell)) : row)),
    ],
    [
      'text amounts',
      z01Rows().map((row, r) =>
        r < 6 ? row : row.map((cell, c) => (typeof cell === 'number' && ![1, 6, 11].includes(c) ? `${cell.toFixed(2)} ` : cell)),
      ),
    ],
    ['heads of two lines', put(put(z01Rows(), 4, 2, '年初\n预算数'), 4, 14, '2024年决算数')],
    ['plain 项目 over all three blocks', put(put(z01Rows(), 4, 5, '项目'), 4, 10, '项目')],
  ];
  test.each(same.slice(0, -1))('reads the same with %s', async (_name, rows) => {
    const reading = await read([z01(rows)]);
    // Numbers of text format are read as numbers, and said to be (READ-F28).
    expect(problems(reading).filter((problem) => !problem.startsWith('READ-F28'))).toEqual([]);
    expect(Object.values(facts(reading, ...keys)).map((text) => text.split(' ')[0])).toEqual(values);
  });

  test('the form of 2016 has no 全年预算数: those facts are unknown, the others are read', async () => {
    const reading = await read([z01(z01Rows().map((row, r) => (r < 4 ? row : row.filter((__, c) => ![3, 8, 13].includes(c)))))]);
    expect(facts(reading, 'Z01.收入总计.全年预算数', 'Z01.收入总计.决算数', 'Z01.支出总计.决算数')).toEqual({
      'Z01.收入总计.全年预算数': 'absent',
      'Z01.收入总计.决算数': '99.25 D17',
      'Z01.支出总计.决算数': '99.25 L17',
    });
  });

  test('values beside the label where 行次 says so', async () => {
    const beside = z01Rows().map((row, r) =>
      r >= 13 && r <= 16 ? [...row.slice(0, 6), row[11] ?? null, row[12] ?? null, row[13] ?? null, row[14] ?? null] : row,
    );
    expect(facts(await read([z01(beside)]), 'Z01.本年支出合计.决算数', 'Z01.支出总计.决算数')).toEqual({
      'Z01.本年支出合计.决算数': '97 J14',
      'Z01.支出总计.决算数': '99.25 J17',
    });
  });

  test('READ-F20 an amount in a row that has lost its label, in the block where it stands', async () => {
    const reading = await read([z01(put(put(z01Rows(), 7, 5, _), 7, 4, _))]);
    expect(problems(reading)).toEqual(['READ-F20 J8 财决01表第 8 行有金额但没有项目名称，没有读入。']);
  });

  test('READ-F20 an unknown class with money: reported, and nothing is taken for zero', async () => {
    const reading = await read([z01(put(z01Rows(), 7, 5, '二十三、其它的支出'))]);
    expect(problems(reading)).toEqual(['READ-F20 F8 J8 财决01表的“其它的支出”行有金额但不认识，没有读入。']);
    expect(facts(reading, 'Z01.229.决算数', 'Z01.231.决算数', 'Z01.307.决算数')).toEqual({
      'Z01.229.决算数': 'absent',
      'Z01.231.决算数': 'absent',
      'Z01.307.决算数': 'zero O11',
    });
  });

  test('READ-F19 one label twice: none is guessed', async () => {
    const reading = await read([z01(put(z01Rows(), 9, 10, '一、基本支出'))]);
    expect(problems(reading)).toContain('READ-F19 K7 K10 财决01表的“基本支出”行出现 2 次，无法确定以哪一行为准。');
    expect(reading.facts.find('Z01.基本支出.决算数').state).toBe('absent');
  });

  test('READ-F18 a row without which the form is of little use', async () => {
    const reading = await read([z01(put(z01Rows(), 15, 0, '年初余额'))]);
    expect(reading.problems.map((p) => p.rule).sort()).toEqual(['READ-F18', 'READ-F20']);
  });

  test('READ-F15 a block without its column of 决算数 says so, and its amounts are unknown', async () => {
    const reading = await read([z01(put(z01Rows(), 4, 9, '执行情况'))]);
    expect(problems(reading)).toEqual(['READ-F15 J5 财决01表没有找到“决算数”栏；“执行情况”不是该表的栏目名称。']);
    expect(facts(reading, 'Z01.201.决算数', 'Z01.其他收入.决算数')).toEqual({
      'Z01.201.决算数': 'absent',
      'Z01.其他收入.决算数': '1.25 E8',
    });
  });

  test('READ-F18 two rows of the same printed name are told apart', async () => {
    const reading = await read([z01(z01Rows().map((row) => row.map((cell) => (cell === '总计' ? null : cell))))]);
    const missing = problems(reading).filter((text) => text.startsWith('READ-F18'));
    expect(missing.map((text) => text.replace(/^.*财决01表/, ''))).toEqual([
      '没有找到“总计”行（收入总计）。',
      '没有找到“总计”行（支出总计）。',
    ]);
  });
});

const z01_1Rows = (): Row[] => {
  const four = ['小计', '一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款'];
  return [
    ...caption('财政拨款收入支出决算总表', '财决01-1表', 17),
    ['收入', _, _, _, _, '支出'],
    [
      '项目',
      '行次',
      '年初预算数',
      '全年预算数',
      '决算数',
      '项目(按功能分类)',
      '行次',
      '决算数',
      _,
      _,
      _,
      '项目(按支出性质和经济分类)',
      '行次',
      '决算数',
    ],
    [_, _, _, _, _, _, _, ...four, _, _, ...four],
    ['栏次', _, 1, 2, 3, '栏次', _, 4, 5, 6, 7, '栏次', _, 8, 9, 10, 11],
    ['一、一般公共预算财政拨款', 1, _, _, 80, '一、一般公共服务支出', 33, 85, 82, 3, _, '一、基本支出', 59, 60, 60],
    ['二、政府性基金预算财政拨款', 2, _, _, 5, _, _, _, _, _, _, '二、项目支出', 62, 25, 22, 3],
    ['本年收入合计', 27, _, _, 85, '本年支出合计', _, _, _, _, _, _, 85, 85, 82, 3],
    ['年初财政拨款结转和结余', 28, _, _, 3, '年末财政拨款结转和结余', _, _, _, _, _, _, 86, 3, 1, 2],
    ['一、一般公共预算财政拨款', 29, _, _, 3, '一、一般公共预算财政拨款', _, _, _, _, _, _, 87, 1, 1],
    ['二、政府性基金预算财政拨款', 30, _, _, _, '二、政府性基金预算财政拨款', _, _, _, _, _, _, 88, 2, _, 2],
    ['总计', 32, _, _, 88, '总计', _, _, _, _, _, _, 90, 88, 83, 5],
  ];
};

test('财决01-1: rows of the same words are told apart by what stands above them, funds by their heads', async () => {
  const reading = await read([sheet('Z01_1 财政拨款收入支出决算总表(财决01-1表)', z01_1Rows())]);
  expect(problems(reading)).toEqual([]);
  expect(
    facts(
      reading,
      'Z01_1.一般公共预算财政拨款.决算数',
      'Z01_1.年初一般公共.决算数',
      'Z01_1.年初政府性基金.决算数',
      'Z01_1.201.决算数·政府性基金',
      'Z01_1.本年支出合计.决算数·一般公共',
      'Z01_1.年末一般公共.决算数·小计',
      'Z01_1.年末政府性基金.决算数·政府性基金',
      'Z01_1.支出总计.决算数·小计',
      'Z01_1.项目支出.决算数·国有资本',
    ),
  ).toEqual({
    'Z01_1.一般公共预算财政拨款.决算数': '80 E8',
    'Z01_1.年初一般公共.决算数': '3 E12',
    'Z01_1.年初政府性基金.决算数': 'blank E13',
    'Z01_1.201.决算数·政府性基金': '3 J8',
    'Z01_1.本年支出合计.决算数·一般公共': '82 O10',
    'Z01_1.年末一般公共.决算数·小计': '1 N12',
    'Z01_1.年末政府性基金.决算数·政府性基金': '2 P13',
    'Z01_1.支出总计.决算数·小计': '88 N14',
    'Z01_1.项目支出.决算数·国有资本': 'blank Q9',
  });
});

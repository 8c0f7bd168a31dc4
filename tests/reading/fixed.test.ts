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
    expect(problems(reading)).toEqual([]);
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

describe('财决附03', () => {
  const f03Rows = (
    heads: readonly string[],
    left: readonly (readonly [string, ...(number | string | null)[]])[],
    right: readonly (readonly [string, number | string | null])[],
  ): Row[] => {
    const width = heads.length + 5;
    const rows = Math.max(left.length, right.length);
    return [
      ...caption('机构运行信息表', '财决附03表', width),
      ['项  目', '行次', ...heads, '项  目', '行次', '统计数'],
      ['栏  次', _, ...heads.map((__, i) => i + 1), '栏  次', _, heads.length + 1],
      ...Array.from({ length: rows }, (__, i) => {
        const [word, ...numbers] = left[i] ?? [null];
        return [word ?? null, i + 1, ...heads.map((___, c) => numbers[c] ?? null), right[i]?.[0] ?? null, i + 22, right[i]?.[1] ?? null];
      }),
    ];
  };
  const right: readonly (readonly [string, number | string | null])[] = [
    ['二、机关运行经费', 92],
    ['（一）行政单位', 92],
    ['三、国有资产占用情况', '—'],
    ['（一）车辆数合计（辆）', 3],
    ['  1．部级领导干部用车', 1],
    ['  2．主要领导干部用车', 1],
    ['  7．离退休干部服务用车', 1],
    ['（二）单价100万元（含）以上设备（不含车辆）', 2],
  ];

  test('three number columns; amounts and counts; either name of a use', async () => {
    const rows = f03Rows(
      ['年初预算数', '全年预算数', '统计数'],
      [
        ['一、“三公”经费支出', '—', '—', '—'],
        ['（一）支出合计', 50, 46, 45],
        ['  1．因公出国（境）费', null, null, null],
        ['  2．公务用车购置及运行维护费', 20, 16, 15],
        ['  3．公务接待费', 30, 30, 30],
        ['  5．国内公务接待批次（个）', '—', '—', 170],
        ['     其中：外事接待批次（个）', '—', '—', null],
      ],
      right,
    );
    const reading = await read([sheet('附03', rows)]);
    expect(problems(reading)).toEqual([]);
    expect(
      facts(
        reading,
        'F03.三公经费支出合计.全年预算数',
        'F03.公务接待费.统计数',
        'F03.国内公务接待批次.统计数',
        'F03.国内公务接待批次.全年预算数',
        'F03.机关运行经费.统计数',
        'F03.机关运行经费.全年预算数',
        'F03.副部（省）级及以上领导用车.统计数',
        'F03.主要负责人用车.统计数',
        'F03.离退休干部用车.统计数',
        'F03.单价100万元以上设备.统计数',
        'F03.政府采购支出合计.统计数',
      ),
    ).toEqual({
      'F03.三公经费支出合计.全年预算数': '46 D7',
      'F03.公务接待费.统计数': '30 E10',
      'F03.国内公务接待批次.统计数': '170 E11',
      'F03.国内公务接待批次.全年预算数': 'dash D11',
      'F03.机关运行经费.统计数': '92 H6',
      'F03.机关运行经费.全年预算数': 'absent',
      'F03.副部（省）级及以上领导用车.统计数': '1 H10',
      'F03.主要负责人用车.统计数': '1 H11',
      'F03.离退休干部用车.统计数': '1 H12',
      'F03.单价100万元以上设备.统计数': '2 H13',
      'F03.政府采购支出合计.统计数': 'absent',
    });
    const table = reading.facts.tables.get('F03')!;
    expect([table.unitOf('公务接待费'), table.unitOf('国内公务接待批次'), table.unitOf('车辆数合计')]).toEqual(['元', 'count', 'count']);
  });

  const left = (numbers: (number | null)[]): readonly (readonly [string, ...(number | null)[]])[] => [
    ['（一）支出合计', ...numbers],
    ['1．因公出国（境）费', ...numbers.map(() => null)],
    ['3．公务接待费', ...numbers],
    ['2．公务用车购置及运行维护费', ...numbers.map(() => null)],
  ];
  test('two number columns: the 预算数 of 2017 is the 年初预算数', async () => {
    const reading = await read([sheet('F03', f03Rows(['预算数', '统计数'], left([9, 7]), right))]);
    expect(
      facts(reading, 'F03.公务接待费.年初预算数', 'F03.公务接待费.统计数', 'F03.公务接待费.全年预算数', 'F03.车辆数合计.统计数'),
    ).toEqual({
      'F03.公务接待费.年初预算数': '9 C8',
      'F03.公务接待费.统计数': '7 D8',
      'F03.公务接待费.全年预算数': 'absent',
      'F03.车辆数合计.统计数': '3 G9',
    });
  });
  test('one number column', async () => {
    const reading = await read([sheet('F03', f03Rows(['统计数'], left([7]), right))]);
    expect(problems(reading)).toEqual([]);
    expect(facts(reading, 'F03.公务接待费.统计数', 'F03.机关运行经费.统计数')).toEqual({
      'F03.公务接待费.统计数': '7 C8',
      'F03.机关运行经费.统计数': '92 F6',
    });
  });
  test('万元: counts are never scaled', async () => {
    const rows = f03Rows(['统计数'], left([7]), right).map((row, r) =>
      r === 2 ? row.map((cell) => (cell === '金额单位：元' ? '金额单位：万元' : cell)) : row,
    );
    const reading = await read([sheet('F03', rows)]);
    expect(facts(reading, 'F03.公务接待费.统计数', 'F03.车辆数合计.统计数')).toEqual({
      'F03.公务接待费.统计数': '70000 C8',
      'F03.车辆数合计.统计数': '3 F9',
    });
  });
});

test('主要指标变动情况表: amounts, and a percentage as a number or as text', async () => {
  const reading = await read([
    sheet('CS02 主要指标变动情况表', [
      ['主要指标变动情况表'],
      ['编制单位：某局', _, _, '2024年度', _, '金额单位：元'],
      ['项目', '行次', '本年数', '上年数', '增减额', '增减率（%）'],
      ['因公出国（境）费', 1, 0, 0, 0, _],
      ['公务用车购置及运行维护费', 2, 15, 10, 5, 50],
      ['公务接待费', 3, 30, 40, -10, '-25%'],
    ]),
  ]);
  expect(problems(reading)).toEqual([]);
  expect(
    facts(reading, 'CS02.公务接待费.本年数', 'CS02.公务接待费.上年数', 'CS02.公务接待费.增减率', 'CS02.公务用车购置及运行维护费.增减率'),
  ).toEqual({
    'CS02.公务接待费.本年数': '30 C6',
    'CS02.公务接待费.上年数': '40 D6',
    'CS02.公务接待费.增减率': '-25 F6',
    'CS02.公务用车购置及运行维护费.增减率': '50 F5',
  });
  const rate = reading.facts.find('CS02.公务接待费.增减率');
  expect(rate.state === 'number' && rate.fact.unit).toBe('%');
});

test('财决附01 and 附02, whose rows nobody has seen, are read under their printed words and a blank stays unknown', async () => {
  const reading = await read([
    sheet('F02', [
      ['基本数字表'],
      [_, _, '财决附02表'],
      ['编制单位：某局', '2024年度', '金额单位：元'],
      ['项目', '行次', '年末实有人数'],
      ['栏次', _, 1],
      ['一、在职人员', 1, 20],
      ['  1．行政人员', 2, _],
    ]),
  ]);
  expect(problems(reading)).toEqual([]);
  expect(facts(reading, 'F02.在职人员.年末实有人数', 'F02.行政人员.年末实有人数')).toEqual({
    'F02.在职人员.年末实有人数': '20 C6',
    'F02.行政人员.年末实有人数': 'blank C7',
  });
});

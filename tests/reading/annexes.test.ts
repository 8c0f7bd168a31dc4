import { _, caption, facts, problems, read, sheet, type Row } from './grids';

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
    'F02.行政人员.年末实有人数': 'unknown C7',
  });
});

test('附02: heads of two lines are one column, a dot in them parts no key, and persons need no money unit', async () => {
  const reading = await read([
    sheet('F02', [
      ['基本数字表'],
      [_, _, '财决附02表'],
      ['编制单位：某局', '2024年度'],
      ['项目', '行次', '年末实有人数', _],
      [_, _, '合计', '在编.人'],
      ['栏次', _, 1, 2],
      ['一、在职人员', 1, 20, 3],
    ]),
  ]);
  expect(problems(reading)).toEqual([]);
  const table = reading.facts.tables.get('F02')!;
  expect(table.columns.map((column) => [column, table.columnName(column)])).toEqual([
    ['年末实有人数·合计', '年末实有人数 · 合计'],
    ['年末实有人数·在编．人', '年末实有人数 · 在编.人'],
  ]);
  expect(facts(reading, 'F02.在职人员.年末实有人数·在编．人')).toEqual({ 'F02.在职人员.年末实有人数·在编．人': '3 D7' });
});

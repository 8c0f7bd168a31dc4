import type { Sheet } from '../../src/kernel/workbook';
import { tableIds } from '../../src/layouts/shape';
import { _, caption, facts, insertColumn, problems, put, read, sheet, z04, type Row } from './grids';

const open = (title: string, number: string, width: number, rows: readonly Row[]): Sheet =>
  sheet(number, [...caption(title, number, width, '万元'), ...rows]);

const p01 = open('收入支出决算总表', '公开01表', 6, [
  ['收入', _, _, '支出'],
  ['项目', '行次', '决算数', '项目', '行次', '决算数'],
  ['栏次', _, 1, '栏次', _, 2],
  ['一、一般公共预算财政拨款收入', 1, 1079.95, '一、一般公共服务支出', 32, 855.26],
  ['八、其他收入', 8, 0.11, '八、社会保障和就业支出', 39, 232.83],
  ['本年收入合计', 27, 1080.06, '本年支出合计', 57, 1088.09],
  ['使用非财政拨款结余（含专用结余）', 28, _, '结余分配', 58, _],
  ['年初结转和结余', 29, 9.77, '年末结转和结余', 59, 1.74],
  ['总计', 31, 1089.83, '总计', 60, 1089.83],
]);

test('公开01: the figures of 财决01 under its keys, in 元, with half of the last printed digit', async () => {
  const reading = await read([p01]);
  expect(problems(reading)).toEqual([]);
  expect(
    facts(
      reading,
      'Z01.收入总计.决算数',
      'Z01.其他收入.决算数',
      'Z01.201.决算数',
      'Z01.本年支出合计.决算数',
      'Z01.支出总计.决算数',
      'Z01.收入总计.全年预算数',
      'Z01.基本支出.决算数',
    ),
  ).toEqual({
    'Z01.收入总计.决算数': '10898300 C12',
    'Z01.其他收入.决算数': '1100 C8',
    'Z01.201.决算数': '8552600 F7',
    'Z01.本年支出合计.决算数': '10880900 F9',
    'Z01.支出总计.决算数': '10898300 F12',
    'Z01.收入总计.全年预算数': 'absent',
    'Z01.基本支出.决算数': 'absent',
  });
  const total = reading.facts.find('Z01.收入总计.决算数');
  expect(total.state === 'number' && [total.fact.half.toString(), total.fact.scale]).toEqual(['50', 10000]);
  expect(reading.tables.find((table) => table.id === 'P01')).toMatchObject({ status: 'read', unit: '万元', rows: 12 });
});

test('beside 公开01 alone every 财决 form but 财决01 is missing, and no 公开 form is', async () => {
  const { tables } = await read([p01]);
  const missing = tables.filter(({ status }) => status === 'missing').map(({ id }) => id);
  expect(missing).toEqual(tableIds.filter((id) => id !== 'Z01'));
  expect(tables.filter(({ status }) => status !== 'missing').map(({ id }) => id)).toEqual(['P01']);
});

test('a published form that prints no money unit is in 万元, and nothing is said of it', async () => {
  const reading = await read([{ ...p01, values: put(p01.values, 2, 5, null) }]);
  expect(problems(reading)).toEqual([]);
  expect(facts(reading, 'Z01.收入总计.决算数')).toEqual({ 'Z01.收入总计.决算数': '10898300 C12' });
});

test('公开04: funds side by side', async () => {
  const reading = await read([
    open('财政拨款收入支出决算总表', '公开04表', 9, [
      ['收入', _, _, '支出'],
      ['项目', '行次', '金额', '项目', '行次', '合计', '一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款'],
      ['栏次', _, 1, '栏次', _, 2, 3, 4, 5],
      ['一、一般公共预算财政拨款', 1, 80, '一、一般公共服务支出', 33, 85, 82, 3, _],
      ['本年收入合计', 27, 85, '本年支出合计', 59, 85, 82, 3],
      ['年初财政拨款结转和结余', 28, 3, '年末财政拨款结转和结余', 60, 3, 1, 2],
      ['一、一般公共预算财政拨款', 29, 3, _, 61],
      ['总计', 32, 88, '总计', 64, 88, 83, 5],
    ]),
  ]);
  expect(problems(reading)).toEqual([]);
  expect(
    facts(
      reading,
      'Z01_1.一般公共预算财政拨款.决算数',
      'Z01_1.年初一般公共.决算数',
      'Z01_1.201.决算数·政府性基金',
      'Z01_1.支出总计.决算数·小计',
    ),
  ).toEqual({
    'Z01_1.一般公共预算财政拨款.决算数': '800000 C7',
    'Z01_1.年初一般公共.决算数': '30000 C10',
    'Z01_1.201.决算数·政府性基金': '30000 H7',
    'Z01_1.支出总计.决算数·小计': '880000 F11',
  });
});

const spending = (title: string, number: string): Sheet =>
  open(title, number, 5, [
    ['项目', _, '本年支出', _, _],
    ['功能分类科目编码', '科目名称', '小计', '基本支出', '项目支出'],
    ['栏次', _, 1, 2, 3],
    ['合计', _, 1080.03, 764.2, 315.82],
    ['2010301', '行政运行', 440.67, 440.67, _],
  ]);

test('一般公共预算财政拨款支出决算表 is 公开06 in Sichuan and 公开05 elsewhere; both are the 支出 of 财决07', async () => {
  for (const number of ['公开06表', '公开05表']) {
    const reading = await read([spending('一般公共预算财政拨款支出决算表', number)]);
    expect(problems(reading)).toEqual([]);
    expect(facts(reading, 'Z07.合计.本年支出·合计', 'Z07.2010301.本年支出·基本支出', 'Z07.2010301.本年支出·项目支出')).toEqual({
      'Z07.合计.本年支出·合计': '10800300 C7',
      'Z07.2010301.本年支出·基本支出': '4406700 D8',
      'Z07.2010301.本年支出·项目支出': 'blank E8',
    });
  }
});

test('国有资本经营预算财政拨款支出决算表 is the 支出 of 财决11', async () => {
  const reading = await read([spending('国有资本经营预算财政拨款支出决算表', '公开09表')]);
  expect(facts(reading, 'Z11.合计.本年支出·合计')).toEqual({ 'Z11.合计.本年支出·合计': '10800300 C7' });
});

test('公开03: 支出决算表', async () => {
  const reading = await read([
    open('支出决算表', '公开03表', 8, [
      ['项目', _, '本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出'],
      ['功能分类科目编码', '科目名称'],
      ['栏次', _, 1, 2, 3, 4, 5, 6],
      ['合计', _, 1088.09, 764.26, 323.82],
    ]),
  ]);
  expect(problems(reading)).toEqual([]);
  expect(facts(reading, 'Z04.合计.本年支出合计')).toEqual({ 'Z04.合计.本年支出合计': '10880900 C7' });
});

test('财政拨款“三公”经费支出决算表: one line under 预算数 and 决算数', async () => {
  const reading = await read([
    open('财政拨款“三公”经费支出决算表', '公开13表', 12, [
      ['预算数', _, _, _, _, _, '决算数'],
      [
        '合计',
        '因公出国（境）费',
        '公务用车购置及运行维护费',
        _,
        _,
        '公务接待费',
        '合计',
        '因公出国（境）费',
        '公务用车购置及运行维护费',
        _,
        _,
        '公务接待费',
      ],
      [_, _, '小计', '公务用车购置费', '公务用车运行维护费', _, _, _, '小计', '公务用车购置费', '公务用车运行维护费'],
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
      [45.13, _, 15.13, _, 15.13, 30, 45.13, _, 15.13, _, 15.13, 30],
    ]),
  ]);
  expect(problems(reading)).toEqual([]);
  expect(
    facts(
      reading,
      'F03.三公经费支出合计.全年预算数',
      'F03.公务接待费.统计数',
      'F03.公务用车购置及运行维护费.统计数',
      'F03.公务用车运行维护费.统计数',
      'F03.因公出国（境）费.统计数',
      'F03.机关运行经费.统计数',
    ),
  ).toEqual({
    'F03.三公经费支出合计.全年预算数': '451300 A8',
    'F03.公务接待费.统计数': '300000 L8',
    'F03.公务用车购置及运行维护费.统计数': '151300 I8',
    'F03.公务用车运行维护费.统计数': '151300 K8',
    'F03.因公出国（境）费.统计数': 'blank H8',
    'F03.机关运行经费.统计数': 'absent',
  });
});

test('一般公共预算财政拨款基本支出决算表 of the central form: a list of 经济分类 is the 合计 row of 财决08-1', async () => {
  const reading = await read([
    open('一般公共预算财政拨款基本支出决算表', '公开06表', 6, [
      ['人员经费', _, _, '公用经费'],
      ['科目编码', '科目名称', '决算数', '科目编码', '科目名称', '决算数'],
      ['301', '工资福利支出', 666.15, '302', '商品和服务支出', 92.08],
      ['30101', '  基本工资', 190.17, '30201', '  办公费', 19.51],
      ['30113', '  住房公积金', 54.45, '30215', '  会议费', _],
    ]),
  ]);
  expect(problems(reading)).toEqual([]);
  expect(facts(reading, 'Z08_1.合计.301', 'Z08_1.合计.30101', 'Z08_1.合计.30201', 'Z08_1.合计.30215')).toEqual({
    'Z08_1.合计.301': '6661500 C6',
    'Z08_1.合计.30101': '1901700 C7',
    'Z08_1.合计.30201': '195100 F7',
    'Z08_1.合计.30215': 'blank F8',
  });
});

test('such a list is found by the heads of its codes and amounts, whatever blank columns lie between', async () => {
  const rows: readonly Row[] = [
    ['人员经费', _, _, '公用经费'],
    ['科目编码', '科目名称', '决算数', '科目代码', '科目名称', '决算数'],
    ['301', '工资福利支出', 666.15, '302', '商品和服务支出', 92.08],
    ['30101', '基本工资', 190.17, '30201', '办公费', 19.51],
  ];
  const title = '一般公共预算财政拨款基本支出决算表';
  const spread = insertColumn(insertColumn(rows, 3), 1);
  const reading = await read([open(title, '公开06表', 8, [...spread, [_], ['注：301 等']])]);
  expect(facts(reading, 'Z08_1.合计.301', 'Z08_1.合计.30101', 'Z08_1.合计.30201')).toEqual({
    'Z08_1.合计.301': '6661500 D6',
    'Z08_1.合计.30101': '1901700 D7',
    'Z08_1.合计.30201': '195100 H7',
  });
  const table = reading.facts.tables.get('Z08_1')!;
  expect(table.rows).toEqual([{ key: '合计', name: '合计', row: 5 }]);
  expect(table.columns.map((column) => table.columnName(column))).toEqual(['工资福利支出', '基本工资', '商品和服务支出', '办公费']);
  // Without codes there is nothing to read, and the form says so.
  const codeless = rows.map((row, r) => (r < 2 ? row : row.map((cell, c) => (c % 3 === 0 ? null : cell))));
  expect(problems(await read([p01, open(title, '公开06表', 6, codeless)]))).toEqual([
    'READ-F13 A4 工作表“公开06表”像公开08表，但没有找到它的项目栏或科目栏，没有读取。',
  ]);
});

test('where both families hold a figure the 财决 form counts, and the list of forms says so', async () => {
  const other = open('支出决算表', '公开03表', 8, [
    ['项目', _, '本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出'],
    ['功能分类科目编码', '科目名称'],
    ['栏次', _, 1, 2, 3, 4, 5, 6],
    ['合计', _, 0.03, 0.01, 0.02],
  ]);
  const reading = await read([other, z04()]);
  expect(problems(reading)).toEqual([]);
  expect(facts(reading, 'Z04.合计.本年支出合计')).toEqual({ 'Z04.合计.本年支出合计': '300.55 E9' });
  expect(reading.tables.find((table) => table.id === 'P03')).toMatchObject({
    status: 'read',
    note: '与工作表“Z04 支出决算表(财决04表)”是同一内容，以财决04表为准。',
  });
});

test('a published form is kept beside the 财决 form of the same figures, and only there', async () => {
  const p03 = (number: string): Sheet =>
    open('支出决算表', number, 8, [
      ['项目', _, '本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出'],
      ['功能分类科目编码', '科目名称'],
      ['栏次', _, 1, 2, 3, 4, 5, 6],
      ['合计', _, 0.03, 0.01, 0.02],
    ]);
  const kept = async (sheets: readonly Sheet[]): Promise<readonly string[] | undefined> =>
    (await read(sheets)).facts.published?.map(({ sheet: name }) => name);
  expect(await kept([p03('公开03表'), z04()])).toEqual(['公开03表']);
  expect(await kept([p03('公开03表')])).toBeUndefined();
  expect(await kept([z04()])).toBeUndefined();
  const two = [...z04().values, [], ...put(z04().values, 8, 4, 999)];
  expect(await kept([{ ...z04(), values: two }, p01])).toBeUndefined();
});

test('an empty 三公 form: 栏次 is never taken for amounts', async () => {
  const heads: readonly Row[] = [
    ['预算数', _, _, '决算数'],
    ['合计', '因公出国（境）费', '公务接待费', '合计', '因公出国（境）费', '公务接待费'],
    [1, 2, 3, 4, 5, 6],
  ];
  const title = '财政拨款“三公”经费支出决算表';
  const blank = await read([open(title, '公开13表', 6, [...heads, [_], ['注：本表无数据。']])]);
  expect(facts(blank, 'F03.三公经费支出合计.统计数', 'F03.公务接待费.全年预算数')).toEqual({
    'F03.三公经费支出合计.统计数': 'blank D7',
    'F03.公务接待费.全年预算数': 'blank C7',
  });
  const none = await read([open(title, '公开13表', 6, heads)]);
  expect(facts(none, 'F03.三公经费支出合计.统计数')).toEqual({ 'F03.三公经费支出合计.统计数': 'absent' });
});

test('the same title over a matrix, as Sichuan prints it', async () => {
  const reading = await read([
    open('一般公共预算财政拨款基本支出决算明细表', '公开08表', 7, [
      ['项目', _, '合计', '工资福利支出', _, '商品和服务支出', _],
      ['科目编码', '科目名称', _, '小计', '基本工资', '小计', '办公费'],
      ['合计', _, 7.5, 5, 5, 2.5, 2.5],
      ['2010301', '行政运行', 7.5, 5, 5, 2.5, 2.5],
    ]),
  ]);
  expect(problems(reading)).toEqual([]);
  expect(facts(reading, 'Z08_1.合计.合计', 'Z08_1.2010301.30201')).toEqual({
    'Z08_1.合计.合计': '75000 C6',
    'Z08_1.2010301.30201': '25000 G7',
  });
});

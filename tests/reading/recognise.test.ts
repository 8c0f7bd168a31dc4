import { phraseText } from '../../src/facts/phrase';
import { numberOfName } from '../../src/reading/recognise';
import { _, facts, matrix, matrixRows, problems, put, read, sheet, z01, z01Rows, z04, z04Rows } from './grids';

test.each([
  ['Z01 收入支出决算总表(财决01表)', '财决01表'],
  ['Z01_1 财政拨款收入支出决算总表(财决01-1表)', '财决01-1表'],
  ['Z01-1-财政拨款收入支出决算总表', '财决01-1表'],
  ['Z05_2', '财决05-2表'],
  ['Z08_1 一般公共预算财政拨款基本支出决算明细表(财决08-', '财决08-1表'],
  ['Z10_2 政府性基金预算财政拨款项目支出决算明细表(财决10', '财决10-2表'],
  ['Ｚ０４　支出决算表（财决０４表）', '财决04表'],
  ['z04支出决算表', '财决04表'],
  ['F03 机构运行信息表(财决附03表)', '财决附03表'],
  ['财决01', '财决01表'],
  ['财决01-1', '财决01-1表'],
  ['财决附03', '财决附03表'],
  ['附03', '财决附03表'],
  ['01-1', '财决01-1表'],
  ['08-2表', '财决08-2表'],
  ['收入支出决算总表(财决01表)', '财决01表'],
  ['CS02 主要指标变动情况表', 'CS02表'],
  ['GK04 财政拨款收入支出决算总表', '公开04表'],
  ['公开04表', '公开04表'],
  ['财政拨款收入支出决算总表(公开04表)', '公开04表'],
  ['公开4', '公开04表'],
  ['Sheet1', undefined],
  ['情况说明', undefined],
  ['2024', undefined],
])('the sheet name %p stands for %p', (name, expected) => expect(numberOfName(name)).toBe(expected));

describe('which form a sheet is', () => {
  const is = async (...sheets: Parameters<typeof read>[0]): Promise<readonly string[]> =>
    (await read(sheets)).tables.filter((table) => table.status === 'read').map((table) => `${table.id} ${table.sheet}`);

  test('by title and number when the sheet was renamed by hand', async () =>
    expect(await is(z01(z01Rows(), 'Sheet1'), z04(z04Rows(), '支出'))).toEqual(['Z01 Sheet1', 'Z04 支出']));
  test('by the name alone when title and number were deleted', async () =>
    expect(await is(z04(put(put(z04Rows(), 0, 0, null), 1, 9, null)))).toEqual(['Z04 Z04 支出决算表(财决04表)']));
  test('by the number in the name alone', async () =>
    expect(await is(z04(put(put(z04Rows(), 0, 0, null), 1, 9, null), 'Z04'))).toEqual(['Z04 Z04']));
  test('by the title in the name alone', async () =>
    expect(await is(z04(put(put(z04Rows(), 0, 0, null), 1, 9, null), '某局支出决算表'))).toEqual(['Z04 某局支出决算表']));
  test('by the title alone', async () => expect(await is(z04(put(z04Rows(), 1, 9, null), 'Sheet3'))).toEqual(['Z04 Sheet3']));
  test('by the number alone', async () => expect(await is(z04(put(z04Rows(), 0, 0, null), 'Sheet3'))).toEqual(['Z04 Sheet3']));
  test('a title that carries a unit, a year or its number', async () => {
    expect(await is(z04(put(put(z04Rows(), 0, 0, '某局2024年度支出决算表'), 1, 9, null), 'a'))).toEqual(['Z04 a']);
    expect(await is(z04(put(put(z04Rows(), 0, 0, '支 出 决 算 表（财决04表）'), 1, 9, null), 'a'))).toEqual(['Z04 a']);
  });
  test('title and number win over a wrong sheet name', async () =>
    expect(await is(z04(z04Rows(), 'Z03 收入决算表(财决03表)'))).toEqual(['Z04 Z03 收入决算表(财决03表)']));
  test('a longer title is not its ending: 基本支出决算明细表 is no 支出决算明细表', async () =>
    expect(
      await is(matrix(matrixRows('基本支出决算明细表', '财决05-1表'), 'a'), matrix(matrixRows('支出决算明细表', '财决05表'), 'b')),
    ).toEqual(['Z05 b', 'Z05_1 a']));

  test('READ-F14 title and number disagree: read by the title', async () => {
    const reading = await read([matrix(matrixRows('基本支出决算明细表', '财决05表'), 'a')]);
    expect(problems(reading)).toEqual([
      'READ-F14 P2 工作表“a”的标题是《基本支出决算明细表》（应为财决05-1表），表号却印着财决05表；已按标题读取。',
    ]);
    expect(facts(reading, 'Z05_1.合计.合计')).toEqual({ 'Z05_1.合计.合计': '21 E7' });
  });

  test('READ-F13 a form of another year under the same number is not read', async () => {
    const old = sheet('Z12 资产负债简表(财决12表)', [['资产负债简表'], [_, _, '财决12表'], ['项目', '行次', '年末数'], ['资产', 1, 5]]);
    const reading = await read([z04(), old]);
    expect(reading.facts.tables.has('Z12')).toBe(false);
    expect(reading.problems.map((p) => `${p.rule} ${p.cells[0]!.sheet}`)).toEqual(['READ-F13 Z12 资产负债简表(财决12表)']);
    expect(phraseText(reading.problems[0]!.message)).toContain('像财决12表');
    expect(reading.tables.find((table) => table.sheet === old.name)).toMatchObject({ id: 'Z12', status: 'unrecognised' });
  });

  test('order, hidden sheets, extra sheets and empty sheets make no difference', async () => {
    const extra = sheet('填报说明', [['填报说明'], ['一、本单位情况']]);
    const empty = sheet('Sheet9', [[_]]);
    const hidden = { ...z01(), visibility: 'veryHidden' as const };
    const reading = await read([extra, z04(), empty, hidden]);
    expect(problems(reading)).toEqual([]);
    expect(facts(reading, 'Z01.收入总计.决算数', 'Z04.合计.基本支出')).toEqual({
      'Z01.收入总计.决算数': '99.25 E17',
      'Z04.合计.基本支出': '100.5 F9',
    });
  });

  test('our own sheets are never forms', async () => {
    const own = ['情况说明', '数据溯源', '核对结果', ' 补充信息 '].map((name) => z04(put(z04Rows(), 8, 4, 1), name));
    const reading = await read([...own, z04()]);
    expect(problems(reading)).toEqual([]);
    expect(facts(reading, 'Z04.合计.本年支出合计')).toEqual({ 'Z04.合计.本年支出合计': '300.55 E9' });
    expect(reading.tables.map((table) => table.sheet).filter(Boolean)).toEqual(['Z04 支出决算表(财决04表)']);
  });
});

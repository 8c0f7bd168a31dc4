import { phraseText } from '../../src/facts/phrase';
import { UserError } from '../../src/kernel/errors';
import { UNCALCULATED, type Sheet } from '../../src/kernel/workbook';
import { readWorkbook } from '../../src/reading/read';
import { problemKinds } from '../../src/reading/problem-kinds';
import { _, facts, matrix, matrixRows, problems, put, read, sheet, show, workbook, z01, z01Rows, z04, z04Rows, type Row } from './grids';

const renamed = (form: Sheet, name: string): Sheet => ({ ...form, name });

describe('text where amounts belong', () => {
  test('READ-F01 names the cell and keeps the text', async () => {
    const reading = await read([z04(put(z04Rows(), 11, 5, '约100'))]);
    expect(problems(reading)).toEqual(['READ-F01 F12 财决04表的金额单元格填的是文字“约100”，不能按数字读取。']);
    expect(facts(reading, 'Z04.2010301.基本支出')).toEqual({ 'Z04.2010301.基本支出': 'text F12 约100' });
    expect(reading.problems[0]).toMatchObject({
      severity: 'error',
      hint: problemKinds.text.hint,
      cells: [{ book: { role: '本年', unit: '某局' }, sheet: 'Z04 支出决算表(财决04表)', a1: 'F12' }],
    });
  });
  test('READ-F02 an error value', async () => {
    const reading = await read([z01(put(z01Rows(), 13, 4, '#REF!'))]);
    expect(problems(reading)).toEqual(['READ-F02 E14 财决01表的金额单元格是错误值#REF!。']);
    expect(show(reading.facts.find('Z01.本年收入合计.决算数'))).toBe('text E14 #REF!');
  });
  test('READ-F03 a formula that was never calculated', async () => {
    const reading = await read([z01(put(z01Rows(), 13, 4, UNCALCULATED))]);
    expect(problems(reading)).toEqual(['READ-F03 E14 财决01表的金额单元格是公式，文件里没有保存它的计算结果。']);
  });
  test('many at once are one finding with every cell', async () => {
    const rows = [...z04Rows().slice(0, 9), ...Array.from({ length: 30 }, (__, i) => [String(2010301 + i), _, _, '某项', '#REF!'])];
    const reading = await read([z04(rows)]);
    expect(reading.problems.map((p) => [p.rule, p.cells.length, phraseText(p.message)])).toEqual([
      ['READ-F02', 30, '财决04表的金额单元格是错误值#REF!；同类单元格共 30 个。'],
    ]);
  });
  test('the fingerprint changes with the text, the id does not', async () => {
    const [a, b] = await Promise.all(['约1', '约2'].map(async (text) => (await read([z04(put(z04Rows(), 11, 5, text))])).problems[0]!));
    expect(a!.id).toBe(b!.id);
    expect(a!.fingerprint).not.toBe(b!.fingerprint);
  });
});

describe('two copies of one form', () => {
  const other = renamed(z04(put(z04Rows(), 8, 4, 999)), 'Z04 (2)');
  test('READ-F04 different: none is read, both are named', async () => {
    const reading = await read([z01(), z04(), other]);
    expect(problems(reading)).toEqual([
      'READ-F04 A1 A1 财决04表有 2 份（“Z04 支出决算表(财决04表)”、“Z04 (2)”），内容不同，无法确定以哪一份为准，两份都没有读取。',
    ]);
    expect(reading.facts.tables.has('Z04')).toBe(false);
    const copies = reading.tables.filter((table) => table.id === 'Z04');
    expect(copies.map((table) => [table.status, table.sheet])).toEqual([
      ['duplicate', 'Z04 支出决算表(财决04表)'],
      ['duplicate', 'Z04 (2)'],
    ]);
    expect(copies[0]!.note).toContain('与“Z04 (2)”都是财决04表而内容不同，须选定以哪一份为准。');
  });
  test('the user chooses', async () => {
    const reading = await read([z04(), other], { choose: { Z04: 'Z04 (2)' } });
    expect(problems(reading)).toEqual([]);
    expect(show(reading.facts.find('Z04.合计.本年支出合计'))).toBe('999 E9');
    expect(reading.facts.tables.get('Z04')!.sheet).toBe('Z04 (2)');
  });
  test('a choice that is no copy is refused', async () => {
    await expect(read([z04(), other], { choose: { Z04: 'Sheet1' } })).rejects.toThrow(
      '指定的工作表“Sheet1”不是财决04表，请在“Z04 支出决算表(财决04表)”、“Z04 (2)”中选一张。',
    );
  });
  test('READ-F05 the same in every cell: the first is read, and said so', async () => {
    const reading = await read([z04(), renamed(z04(), '备份')]);
    expect(reading.problems.map((p) => [p.rule, p.severity])).toEqual([['READ-F05', 'warning']]);
    expect(show(reading.facts.find('Z04.合计.本年支出合计'))).toBe('300.55 E9');
  });
  test('the same also where the sheets do not begin at A1', async () => {
    const reading = await read([
      { ...z04(), top: 1, left: 2 },
      { ...renamed(z04(), '备份'), top: 1, left: 2 },
    ]);
    expect(reading.problems.map((p) => p.rule)).toEqual(['READ-F05']);
  });
  test('moved by a row they are not the same cells', async () => {
    const reading = await read([z04(), { ...renamed(z04(), '备份'), top: 1 }]);
    expect(reading.problems.map((p) => p.rule)).toEqual(['READ-F04']);
  });
});

describe('what the forms of a workbook must agree on', () => {
  test('unit, year and file', async () => {
    const { facts: found } = await read([z01(), z04()]);
    expect([found.unitName, found.year, found.file, found.book]).toEqual([
      '某局',
      2024,
      '样表.xlsx',
      { role: '本年', unit: '某局', year: 2024 },
    ]);
  });
  test('READ-F06 another year', async () => {
    const reading = await read([z01(), z04(put(z04Rows(), 2, 5, '2023年度')), matrix()]);
    expect(problems(reading)).toEqual(['READ-F06 F3 工作表“Z04 支出决算表(财决04表)”（财决04表）是2023年度，其他表是2024年度。']);
    expect(reading.facts.year).toBe(2024);
    expect(reading.tables.find((table) => table.id === 'Z04')).toMatchObject({ status: 'read', year: 2023 });
  });
  test('READ-F07 another unit', async () => {
    const reading = await read([z01(), matrix(), z04(put(z04Rows(), 2, 0, '编制单位：某中心'))]);
    expect(problems(reading)).toEqual(['READ-F07 A3 工作表“Z04 支出决算表(财决04表)”（财决04表）的编制单位是“某中心”，其他表是“某局”。']);
  });
  test('the legal name of the unit stays as most forms print it; other quotes, widths and blanks are no other unit', async () => {
    const named = (rows: Row[], name: string): Row[] => put(rows, 2, 0, `编制单位：${name}`);
    const reading = await read([
      z01(named(z01Rows(), '某省“12345”热线（本级）')),
      z04(named(z04Rows(), '某省"12345"热线(本级)')),
      matrix(named(matrixRows(), '某省“12345”热线（本级）')),
    ]);
    expect(problems(reading)).toEqual([]);
    expect(reading.facts.unitName).toBe('某省“12345”热线（本级）');
  });
  test('the name beside its label', async () => {
    const reading = await read([z04(put(put(z04Rows(), 2, 0, '编制单位：'), 2, 1, '某中心'))]);
    expect(reading.facts.unitName).toBe('某中心');
    expect(problems(reading)).toEqual([]);
  });
  test('READ-F08 no unit name, READ-F09 no year', async () => {
    const reading = await read([z04(put(put(z04Rows(), 2, 0, null), 2, 5, null))]);
    expect(reading.problems.map((p) => `${p.rule} ${p.cells[0]!.a1}`)).toEqual(['READ-F08 A1', 'READ-F09 A1']);
    expect([reading.facts.unitName, reading.facts.year]).toEqual(['', undefined]);
  });
  test('READ-F10 千元 cannot be used: the form is not read', async () => {
    const reading = await read([z01(), z04(z04Rows('千元'))]);
    expect(problems(reading)).toEqual([
      'READ-F10 J3 工作表“Z04 支出决算表(财决04表)”（财决04表）的金额单位是“千元”，只能读取“元”或“万元”的表。',
    ]);
    expect(reading.facts.tables.has('Z04')).toBe(false);
    expect(reading.tables.find((table) => table.id === 'Z04')).toMatchObject({
      status: 'unrecognised',
      note: expect.stringMatching(/^表内栏目或金额单位无法读取，见问题清单。/),
    });
  });
  test('READ-F11 元 and 万元 in one workbook: each by its own', async () => {
    const reading = await read([z01(), matrix(), z04(z04Rows('万元'))]);
    expect(problems(reading)).toEqual(['READ-F11 J3 工作表“Z04 支出决算表(财决04表)”（财决04表）的金额单位是“万元”，其他表是“元”。']);
    expect(facts(reading, 'Z04.合计.基本支出', 'Z05.合计.合计')).toEqual({ 'Z04.合计.基本支出': '1005000 F9', 'Z05.合计.合计': '21 E7' });
  });
  test('READ-F12 no money unit: 元 is taken, and said so', async () => {
    const reading = await read([z04(put(z04Rows(), 2, 9, null))]);
    expect(problems(reading)).toEqual(['READ-F12 A3 工作表“Z04 支出决算表(财决04表)”（财决04表）没有印金额单位，已按“元”读取。']);
    expect(reading.facts.tables.get('Z04')!.unit).toBe('元');
  });
});

describe('nothing to read', () => {
  test('an unrelated workbook', async () => {
    const failed = read([
      sheet('工资表', [
        ['姓名', '工资'],
        ['张三', 1],
      ]),
    ]);
    await expect(failed).rejects.toThrow(UserError);
    await expect(failed).rejects.toThrow('“样表.xlsx”里没有找到部门决算报表');
  });
  test('an empty workbook', async () => {
    await expect(read([])).rejects.toThrow(UserError);
    await expect(read([sheet('Sheet1', [[_]])])).rejects.toThrow(UserError);
  });
  test('only our own sheets', async () => {
    await expect(read([z04(z04Rows(), '情况说明')])).rejects.toThrow(UserError);
  });
  test('a sheet that only looks like a form is named', async () => {
    await expect(read([sheet('Z04 支出决算表(财决04表)', [['支出'], ['甲', 1]])])).rejects.toMatchObject({
      where: { file: '样表.xlsx', sheet: 'Z04 支出决算表(财决04表)' },
    });
  });
});

describe('the list of forms', () => {
  test('what was read from where, and what the absence of a form blocks', async () => {
    const { tables } = await read([z04(), z01(), sheet('封面', [['2024年度部门决算报表']])]);
    expect(tables[0]).toEqual({
      id: 'Z01',
      title: '收入支出决算总表',
      role: '本年',
      status: 'read',
      sheet: 'Z01 收入支出决算总表(财决01表)',
      unit: '元',
      year: 2024,
      rows: 19,
    });
    expect(tables.at(-1)).toMatchObject({ title: '部门决算报表', note: '不是已知的决算报表，没有读取；不影响其他表。' });
    expect(tables.map((table) => `${table.id} ${table.status}`)).toEqual([
      'Z01 read',
      'Z01_1 missing',
      'Z02 missing',
      'Z03 missing',
      'Z04 read',
      ...[
        'Z05',
        'Z05_1',
        'Z05_2',
        'Z05_3',
        'Z06',
        'Z07',
        'Z08',
        'Z08_1',
        'Z08_2',
        'Z09',
        'Z10',
        'Z10_1',
        'Z10_2',
        'Z11',
        'Z12',
        'F01',
        'F02',
        'F03',
        'CS02',
      ].map((id) => `${id} missing`),
      '封面 unrecognised',
    ]);
    expect(tables.find((table) => table.id === 'F03')!.note).toBe(
      '工作簿里没有这张表。“三公”经费、机关运行经费、政府采购和国有资产情况（说明第七、十部分）无法编写和核对。',
    );
  });
  test('the 上年 book is named in addresses, keys and statuses', async () => {
    const reading = await readWorkbook(workbook([z04()], '上年'));
    const found = reading.facts.find('Z04.合计.基本支出');
    expect(found.state === 'number' && [found.fact.key, found.fact.at.book.role]).toEqual(['Z04.合计.基本支出@上年', '上年']);
    expect(reading.tables[0]!.role).toBe('上年');
  });
  test('a key of a form that is not there says which', async () => {
    const { facts: found } = await read([z04()]);
    expect(found.find('Z01.收入总计.决算数')).toEqual({ state: 'absent', what: '没有财决01表' });
  });
});

test('progress is awaited sheet by sheet', async () => {
  const steps: string[] = [];
  let resting = false;
  await readWorkbook(workbook([z01(), z04()]), async (step, done, total) => {
    if (resting) steps.push('not awaited');
    resting = true;
    await new Promise((resolve) => setTimeout(resolve, 1));
    resting = false;
    steps.push(`${step} ${done}/${total}`);
  });
  expect(steps).toEqual([
    '识别 Z01 收入支出决算总表(财决01表) 1/4',
    '识别 Z04 支出决算表(财决04表) 2/4',
    '读取 Z01 收入支出决算总表(财决01表) 3/4',
    '读取 Z04 支出决算表(财决04表) 4/4',
    '读取完成 4/4',
  ]);
});

test('a cancelled reading stops', async () => {
  await expect(
    readWorkbook(workbook([z01(), z04()]), () => {
      throw new Error('stop');
    }),
  ).rejects.toThrow('stop');
});

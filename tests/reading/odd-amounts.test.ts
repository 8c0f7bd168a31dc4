import { phraseText } from '../../src/facts/phrase';
import type { Scalar } from '../../src/kernel/workbook';
import { _, facts, problems, put, read, z01, z01Rows, z04, z04Rows } from './grids';

/** What is said of 财决04表 with this value in F12, and what the cell is read as. */
async function said(value: Scalar): Promise<readonly [string, string | undefined]> {
  const reading = await read([z01(), z04(put(z04Rows(), 11, 5, value))]);
  return [problems(reading).join('\n'), facts(reading, 'Z04.2010301.基本支出')['Z04.2010301.基本支出']];
}

describe('what stands in an amount cell and is no amount is told at the cell, and no figure is made of it', () => {
  test.each<[string, Scalar, string, string]>([
    ['a date', '2024-01-01', 'READ-F24 F12 财决04表的金额单元格是日期“2024-01-01”，不是金额。', 'text F12 2024-01-01'],
    [
      'a date as people write it',
      '2024年1月5日',
      'READ-F24 F12 财决04表的金额单元格是日期“2024年1月5日”，不是金额。',
      'text F12 2024年1月5日',
    ],
    [
      'a date with its time',
      '2024/1/5 8:30',
      'READ-F24 F12 财决04表的金额单元格是日期“2024/1/5 8:30”，不是金额。',
      'text F12 2024/1/5 8:30',
    ],
    ['1e15', 1e15, 'READ-F25 F12 财决04表的金额单元格填的是 1000000000000000，大到不可能是金额，没有读入。', 'text F12 1000000000000000'],
    ['1e300', -1e300, 'READ-F25 F12 财决04表的金额单元格填的是 -1e+300，大到不可能是金额，没有读入。', 'text F12 -1e+300'],
    [
      '400 digits',
      '9'.repeat(400),
      'READ-F25 F12 财决04表的金额单元格填的是 99999999999999999999…（共 400 个字），大到不可能是金额，没有读入。',
      'text F12 99999999999999999999…（共 400 个字）',
    ],
    [
      'a mark without width',
      '1234\u200b.50',
      'READ-F26 F12 财决04表的金额单元格填的是“1234.50”，其中夹有看不见的字符，不能按数字读取。',
      'text F12 1234.50',
    ],
    [
      'a text without end',
      '甲'.repeat(30_000),
      `READ-F01 F12 财决04表的金额单元格填的是文字“${'甲'.repeat(20)}…（共 30000 个字）”，不能按数字读取。`,
      `text F12 ${'甲'.repeat(20)}…（共 30000 个字）`,
    ],
  ])('%s', async (_name, value, message, fact) => expect(await said(value)).toEqual([message, fact]));

  test('the largest amount that is one is read', async () => {
    expect(await said(999_999_999_999_999)).toEqual(['', '999999999999999 F12']);
  });
});

describe('more than fen', () => {
  test('a true third decimal is told with its digits, and stays', async () => {
    expect(await said(100.005)).toEqual(['READ-F27 F12 财决04表的金额 100.005 元有多余小数。', '100.005 F12']);
    expect((await said('100.005'))[0]).toMatch(/READ-F27 F12 财决04表的金额 100\.005 元有多余小数。/);
  });
  test('what a formula leaves behind the fen is none', async () => {
    for (const noise of [54600.84999999963, 0.1 + 0.2, 123456789012.34, 99999999999.99]) expect((await said(noise))[0]).toBe('');
  });
  test('a form in 万元 prints six decimals', async () => {
    expect(problems(await read([z04(put(z04Rows('万元'), 11, 5, 0.123456))]))).toEqual([]);
  });
});

test('numbers written as texts are read, and told once for the workbook', async () => {
  const asText = (rows: ReturnType<typeof z04Rows>) =>
    rows.map((row, r) => (r < 8 ? row : row.map((v, c) => (c > 3 && typeof v === 'number' ? `${v}` : v))));
  const reading = await read([z01(put(z01Rows(), 13, 4, '1,234.50')), z04(asText(z04Rows()))]);
  const [one, ...others] = reading.problems;
  expect(others).toEqual([]);
  expect(one).toMatchObject({ rule: 'READ-F28', severity: 'info' });
  expect(phraseText(one!.message)).toMatch(/^财决01表等 2 张表有 \d+ 个金额单元格（如 E14）的数字是文本格式，已按数字读取。$/);
});

describe('code and name in one cell', () => {
  const joined = (column: number, glue = ' ') =>
    z04Rows().map((row, r) =>
      r > 8 && row[0]
        ? row.map((value, c) => (c === column ? `${row[0]}${glue}${String(row[3]).trim()}` : c === 0 || c === 3 ? _ : value))
        : row,
    );

  test.each([
    ['in the column of codes', 0, ' '],
    ['in the column of names', 3, ''],
    ['with a dash', 0, '-'],
  ])('%s: they are split, and it is said', async (_name, column, glue) => {
    const [apart, together] = [await read([z01(), z04()]), await read([z01(), z04(joined(column, glue))])];
    const rows = (reading: typeof apart) => reading.facts.tables.get('Z04')!.rows.map(({ key, name }) => [key, name]);
    expect(rows(together)).toEqual(rows(apart));
    expect(problems(together)).toEqual([
      expect.stringMatching(/^READ-F29 .*财决04表有 \d+ 行的科目编码和名称写在一个单元格，已拆开读取。$/),
    ]);
  });

  test('a count with its unit, and a sentence without an amount, are no code', async () => {
    const words = (text: string, amount: Scalar) => read([z01(), z04([...z04Rows(), [text, _, _, _, amount]])]);
    expect(problems(await words('208人', 1)).join()).toMatch(/READ-F20/);
    expect(problems(await words('208 名职工已全部参保', null))).toEqual([]);
  });
});

import type { Scalar, Sheet } from '../../src/kernel/workbook';
import { insertColumn, problems, put, read, z01, z01Rows, z04, z04Rows, type Row } from './grids';
import { problemKinds, type ProblemKind } from '../../src/reading/problem-kinds';

const kinds = Object.values(problemKinds) as readonly ProblemKind[];

test('every kind of problem has an id of its own in one row of numbers', () => {
  expect(kinds.map((kind) => kind.id)).toEqual(kinds.map((_, i) => `READ-F${String(i + 1).padStart(2, '0')}`));
});

test('every kind says what is wrong and what to do, as our own rule and not the regulator’s', () => {
  for (const kind of kinds) {
    expect(kind.title).not.toBe('');
    expect(kind.hint).toMatch(/。$/);
    expect(kind.source.by).toBe('house');
  }
});

test('errors are what makes a figure unusable or doubtful; what only blocks a rule is a warning – but for a 合计, without which nothing is checked', () => {
  expect(kinds.filter((kind) => kind.severity === 'error').map((kind) => kind.title)).toEqual([
    '金额单元格是文字',
    '金额单元格是错误值',
    '公式没有计算结果',
    '同一张表有两份',
    '各表年度不一致',
    '各表编制单位不一致',
    '金额单位无法使用',
    '同一栏目出现两次',
    '同一行出现两次',
    '科目编码重复',
    '没有合计行',
    '金额单元格是日期',
    '金额过大',
    '金额里有看不见的字符',
    '一张工作表里有两张表',
  ]);
});

test.each([
  ['where it should', 0, ['READ-F15 H4', 'READ-F21 A14 A13', 'READ-F13 A4', 'READ-F20 E9 READ-F23 D9']],
  ['a column further right', 1, ['READ-F15 I4', 'READ-F21 B14 B13', 'READ-F13 A4', 'READ-F20 F9 READ-F23 E9']],
])('a problem points to the cell where it stands: the form begins %s', async (_where, right, cells) => {
  const shift = (rows: readonly Row[]): readonly Row[] => (right === 0 ? rows : insertColumn(rows, 0));
  const told = async (...forms: readonly Sheet[]): Promise<string> =>
    problems(await read(forms))
      .map((text) => /^READ-F\d+( [A-Z]+\d+)+/.exec(text)![0])
      .join(' ');
  const without = (row: Row, word: string, other: Scalar): Row => row.map((cell) => (cell === word ? other : cell));
  expect([
    await told(z01(shift(put(z01Rows(), 4, 9, null)))),
    await told(z01(), z04(shift([...z04Rows(), ['2010302', null, null, '一般行政管理事务', 1, null, 1]]))),
    await told(z01(), z04(shift(z04Rows().map((row, r) => (r === 3 ? row.map((cell, c) => (c > 3 ? '某' : cell)) : row))))),
    await told(z01(), z04(shift(z04Rows().map((row) => without(row, '合计', null))))),
  ]).toEqual(cells);
});

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

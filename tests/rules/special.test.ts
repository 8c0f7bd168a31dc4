import { suppliedBook } from '../kit/books';
import type { SpecialOutcome } from '../../src/rules/rule';
import { kinds, messages, run, specials, supplied } from './special-run';

/** For each special rule: one case that passes and one that fails. */
const cases: Readonly<
  Record<
    string,
    { readonly passes: () => readonly SpecialOutcome[]; readonly fails: () => readonly SpecialOutcome[]; readonly says: RegExp }
  >
> = {
  'Z04-F01': {
    passes: () => run('Z04-F01', {}, { renamed: { '201': '一般公共服务支出' } }),
    fails: () => run('Z04-F01', {}, { renamed: { '201': '公共服务' } }),
    says: /财决04表编码 201 的名称印为“公共服务”，科目名称是“一般公共服务支出”。/,
  },
  'Z04-F02': {
    passes: () => run('Z04-F02', {}),
    fails: () => run('Z04-F02', {}, { renamed: { '20103': '' } }),
    says: /财决04表缺少科目 20103 这一行，表中却有它的下级 2010301 行政运行、2010302 一般行政管理事务。/,
  },
  'Z04-F03': {
    passes: () => run('Z04-F03', {}),
    fails: () => run('Z04-F03', {}, { renamed: { '2010301': '机关运行' } }),
    says: /科目 2010301 在财决04表印为“机关运行”/,
  },
  'Z04-Y01': {
    passes: () => run('Z04-Y01', { 'Z04.2010301.本年支出合计': 123456.78 }, { before: { 'Z04.2010301.本年支出合计': 123456.77 } }),
    fails: () => run('Z04-Y01', { 'Z04.2010301.本年支出合计': 123456.78 }, { before: { 'Z04.2010301.本年支出合计': 123456.78 } }),
    says: /与上年 .* 分毫不差。/,
  },
  'Z04-H05': {
    passes: () => run('Z04-H05', { 'Z04.2010301.本年支出合计': 123456.78, 'Z04.2010302.本年支出合计': 123456.77 }),
    fails: () => run('Z04-H05', { 'Z04.2010301.本年支出合计': 123456.78, 'Z04.2010302.本年支出合计': 123456.78 }),
    says: /都是 123,456.78 元。/,
  },
  'F03-N01': {
    passes: () =>
      run(
        'F03-N01',
        { 'F03.公务用车保有量.统计数': 13 },
        {
          supplements: {
            vehiclesKept: [
              { type: '轿车', count: supplied('轿车', 6, 'count') },
              { type: '越野车', count: supplied('越野车', 7, 'count') },
            ],
          },
        },
      ),
    fails: () =>
      run(
        'F03-N01',
        { 'F03.公务用车保有量.统计数': 13 },
        { supplements: { vehiclesKept: [{ type: '轿车', count: supplied('轿车', 6, 'count') }] } },
      ),
    says: /保有车型合计 6 辆，比财决附03表公务用车保有量（.*13 辆）少 7 辆。/,
  },
  'F03-N02': {
    passes: () => reception('接待省检查组2.1万元；接待市州考察团9,000元', 30000),
    fails: () => reception('接待省检查组2.1万元；接待市州考察团0.8万元', 30000),
    says: /接待内容中写明的金额合计 29,000.00 元，比财决附03表国内接待费（.*30,000.00 元）少 1,000.00 元。/,
  },
  'Z01_1-N01': {
    passes: () => budgets(70, 30, 100),
    fails: () => budgets(70, 30, 101),
    says: /一般公共服务支出各项全年预算数合计 100.00 元，比财决01-1表 .*（101.00 元）少 1.00 元。/,
  },
  'Z01-N02': {
    passes: () => run('Z01-N02', { 'Z01.收入总计.决算数': 12345678.9 }, { published: { 'Z01.收入总计.决算数': 12345700 } }),
    fails: () => run('Z01-N02', { 'Z01.收入总计.决算数': 12345678.9 }, { published: { 'Z01.收入总计.决算数': 12346700 } }),
    says: /公开表“Z01”.+“收入总计”决算数.+财决01表 .+ 为 12,345,678.90 元/,
  },
  'CS02-N01': {
    passes: () => run('CS02-N01', { 'CS02.公务接待费.本年数': 5, 'F03.公务接待费.统计数': 5 }),
    fails: () => run('CS02-N01', { 'CS02.公务接待费.本年数': 6, 'F03.公务接待费.统计数': 5 }),
    says: /^CS02 .+“公务接待费”本年数（6.00 元）比财决附03表 .+（5.00 元）多 1.00 元。/,
  },
  'Z01-N01': {
    passes: () =>
      run(
        'Z01-N01',
        {},
        {
          before: { 'Z01.收入总计.决算数': 500 },
          supplements: { prior: (figure) => (figure === '收支总计' ? supplied(figure, 500) : undefined) },
        },
      ),
    fails: () =>
      run(
        'Z01-N01',
        {},
        {
          before: { 'Z01.收入总计.决算数': 500 },
          supplements: { prior: (figure) => (figure === '收支总计' ? supplied(figure, 501) : undefined) },
        },
      ),
    says: /补充信息的上年“收支总计”为 501.00 元，上年工作簿 .* 为 500.00 元。/,
  },
};

const reception = (text: string, stated: number): readonly SpecialOutcome[] =>
  run(
    'F03-N02',
    { 'F03.国内接待费.统计数': stated },
    { supplements: { receptionContent: { key: 'reception.content', text, at: { book: suppliedBook, sheet: '补充信息', a1: 'C40' } } } },
  );

test.each([
  ['full-width digits and separators', '接待检查组２．１万元，接待考察团９，０００元', 30000, 'passed'],
  ['each amount in 万元 is rounded to its last digit', '一批1.23万元；二批0.46万元', 16999, 'passed'],
  ['an amount in 元 is exact', '一批12300元；二批4699元', 16998, 'failed'],
  ['a total behind its list is not counted twice', '一批2万元；二批1万元，共计3万元', 30000, 'passed'],
  ['a total alone is compared', '上级检查等，共计3万元', 30001, 'passed'],
  ['a price per head is no expenditure', '检查组用餐，人均标准50元，支出3万元', 30000, 'passed'],
  ['a text without amounts is not judged', '上级部门检查督查 170 批次', 30000, 'notApplicable'],
] as const)('F03-N02 %s', (_, text, stated, kind) => {
  expect(kinds(reception(text, stated))).toEqual([kind]);
});

function budgets(first: number, second: number, stated: number): readonly SpecialOutcome[] {
  const typed: Readonly<Record<string, number>> = { '2010301': first, '2010302': second, '2080505': 0, '2080506': 0, '2210201': 0 };
  return run(
    'Z01_1-N01',
    { 'Z01_1.201.全年预算数·一般公共': stated, 'Z01_1.本年支出合计.全年预算数·一般公共': stated },
    {
      supplements: {
        itemBudgetCodes: Object.keys(typed),
        itemBudget: (code) => (code in typed ? supplied(code, typed[code]!) : undefined),
      },
    },
  );
}

test.each(specials.map((rule) => [rule.id, rule.title] as const))('%s is seen to pass and to fail: %s', (id) => {
  const pair = cases[id]!;
  expect(kinds(pair.passes())).not.toContain('failed');
  expect(kinds(pair.passes())).toContain('passed');
  expect(messages(pair.fails())).toMatch(pair.says);
});

test('Z01_1-N01 waits until every 项 of a 类 has its budget', () => {
  const outcomes = run(
    'Z01_1-N01',
    { 'Z01_1.201.全年预算数·一般公共': 100 },
    { supplements: { itemBudgetCodes: ['2010301'], itemBudget: (code) => (code === '2010301' ? supplied(code, 100) : undefined) } },
  );
  expect(outcomes.find((outcome) => outcome.place === '201')).toMatchObject({
    kind: 'blocked',
    reason: expect.stringContaining('2010302') as string,
  });
});

test('Z01_1-N01 adds up 年初预算数 where the profile speaks of it', () => {
  const run201 = (budget: '年初预算数' | '全年预算数'): readonly SpecialOutcome[] =>
    run(
      'Z01_1-N01',
      { 'Z01_1.201.年初预算数·一般公共': 90, 'Z01_1.201.全年预算数·一般公共': 100 },
      {
        budget,
        supplements: { itemBudgetCodes: ['2010301', '2010302'], itemBudget: (code) => supplied(code, code === '2010301' ? 60 : 30) },
      },
    );
  const at201 = (outcomes: readonly SpecialOutcome[]) => outcomes.find(({ place }) => place === '201')?.kind;
  expect(at201(run201('年初预算数'))).toBe('passed');
  expect(at201(run201('全年预算数'))).toBe('failed');
});

test('Z01-N01 has nothing to say without last year’s workbook', () => {
  expect(kinds(run('Z01-N01', {}, { supplements: { prior: () => supplied('收支总计', 1) } }))).toEqual(['notApplicable']);
});

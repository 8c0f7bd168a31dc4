import { budgetsFromGrid, budgetsOfWorkbook, gridOfText, withBudgets } from '../../src/supplements/budgets';
import { parseSupplement } from '../../src/supplements/parse';
import type { Scalar } from '../../src/kernel/workbook';

const amounts = (values: Scalar[][]): Record<string, string> =>
  Object.fromEntries(budgetsFromGrid(values).budgets.map(({ code, amount }) => [code, amount.toFixed(2)]));

describe('budgetsFromGrid', () => {
  const head = ['科目编码', '科目名称', '全年预算数'];

  it('finds the columns by their names below a title and a unit', () => {
    const list = budgetsFromGrid([
      ['预算执行表', null, null],
      ['编制单位：某单位', null, '金额单位：元'],
      head,
      ['201', '一般公共服务支出', 300],
      ['20103', '政府办公厅', 300],
      ['2010301', '行政运行', '1,100.50'],
      [2010302, '一般行政管理事务', 200],
      ['合计', null, 300],
    ]);
    expect(list.budgets.map(({ code, amount, row }) => [code, amount.toFixed(2), row])).toEqual([
      ['2010301', '1100.50', 5],
      ['2010302', '200.00', 6],
    ]);
    expect([list.unit, list.unitStated, list.problems]).toEqual(['元', true, []]);
  });

  it('turns 万元 into 元, by the unit cell or by the name of the column', () => {
    expect(amounts([['单位：万元', null, null], head, ['2010301', '', 12.345678]])).toEqual({ '2010301': '123456.78' });
    expect(
      amounts([
        ['功能分类科目编码', '全年预算数（万元）'],
        ['2010301', 1.5],
      ]),
    ).toEqual({ '2010301': '15000.00' });
  });

  it('says that no unit is printed', () =>
    expect(budgetsFromGrid([head, ['2010301', '', 1]])).toMatchObject({ unit: '元', unitStated: false }));

  it('joins 类, 款 and 项 that stand in three cells', () =>
    expect(
      amounts([
        ['科目编码', null, null, '全年预算数'],
        ['类', '款', '项', null],
        ['201', '03', '01', 10],
        ['201', '03', '02', 20],
      ]),
    ).toEqual({
      '2010301': '10.00',
      '2010302': '20.00',
    }));

  it('reads one merged code cell under 类 款 项', () =>
    expect(
      amounts([
        ['科目编码', null, null, '全年预算数'],
        ['类', '款', '项', null],
        ['2010301', null, null, 10],
      ]),
    ).toEqual({ '2010301': '10.00' }));

  it('takes two pasted columns without names', () => {
    expect(amounts(gridOfText('2010301\t4,406,714.00\r\n2010302\t2923181\r\n\r\n') as Scalar[][])).toEqual({
      '2010301': '4406714.00',
      '2010302': '2923181.00',
    });
  });

  const pasted = (text: string): Record<string, string> => amounts(gridOfText(text) as Scalar[][]);

  it('takes pasted lines: names between, blanks instead of tabs, full-width digits, codes in three cells', () => {
    expect(pasted('科目编码\t名称\t全年预算数\n2010301\t行政运行\t4,406,714.00\n2010302 一般行政管理事务 ２９２３１８１')).toEqual({
      '2010301': '4406714.00',
      '2010302': '2923181.00',
    });
    expect(pasted('2010301 行政运行 4406714')).toEqual({ '2010301': '4406714.00' });
    expect(pasted('合计\t\t\t900\n201\t\t\t900\n201\t03\t\t900\n201\t03\t01\t900')).toEqual({ '2010301': '900.00' });
    expect(pasted('单位：万元\n2010301\t1.5')).toEqual({ '2010301': '15000.00' });
  });

  it('refuses a second line of a 项 and a line with two amounts, whichever door they come through', () => {
    const list = budgetsFromGrid(gridOfText('2010301\t1.5\n2010301\t2\n2010302\t3\t4\n2010303\t待定'));
    expect(list.budgets.map(({ code, amount }) => [code, amount.toNumber()])).toEqual([['2010301', 1.5]]);
    expect(list.problems).toEqual([
      '第 2 行：科目 2010301 与第 1 行重复，没有采用。',
      '第 3 行：科目 2010302 后面有 2 个金额，没有采用。请只保留编码和全年预算数两列。',
      '第 4 行：科目 2010303 的全年预算数“待定”不是数，没有采用。',
    ]);
  });

  it('finds the table in a workbook by its head, for the budget that the profile means', () => {
    const values = [
      ['项目支出预算表', null, null, null],
      ['科目编码', '科目名称', '年初预算', '全年预算数'],
      [2010301, '行政运行', 1, 4406714],
    ];
    const workbook = { role: '上年', file: 'b.xlsx', sheets: [{ name: '预算', visibility: 'visible', top: 3, left: 0, values }] } as const;
    const found = budgetsOfWorkbook(workbook);
    expect([found?.sheet, found?.problems, found?.budgets.map(({ code, amount }) => [code, amount.toNumber()])]).toEqual([
      '预算',
      [],
      [['2010301', 4406714]],
    ]);
    expect(budgetsOfWorkbook(workbook, '年初预算数')?.budgets.map(({ amount }) => amount.toNumber())).toEqual([1]);
    expect(budgetsOfWorkbook({ ...workbook, sheets: [] })).toBeUndefined();
  });

  it('names duplicates, non-codes, texts and blanks and does not take them', () => {
    const list = budgetsFromGrid([
      head,
      ['2010301', '', 1],
      ['2010301', '', 2],
      ['20103O1', '', 3],
      ['2010302', '', '约五万'],
      ['2010303', '', null],
    ]);
    expect(list.budgets.map(({ code, amount }) => [code, amount.toNumber()])).toEqual([['2010301', 1]]);
    expect(list.problems).toEqual([
      '第 3 行：科目 2010301 与第 2 行重复，没有采用。',
      '第 4 行：“20103O1”不是7位支出功能分类科目编码，没有采用。',
      '第 5 行 C5：科目 2010302 的全年预算数“约五万”不是数，没有采用。',
      '第 6 行：科目 2010303 的全年预算数为空，没有采用。',
    ]);
  });

  it('guesses nothing: no columns, or two 全年预算 columns, is a problem', () => {
    expect(
      budgetsFromGrid([
        ['编号', '金额'],
        [1, 2],
      ]),
    ).toMatchObject({ budgets: [], problems: [expect.stringContaining('没有找到')] });
    expect(
      budgetsFromGrid([
        ['科目编码', '全年预算数', '其中：项目支出全年预算数'],
        ['2010301', 2, 1],
      ]).problems,
    ).toEqual(['“全年预算”有 2 列（B1、C1），请只保留要采用的一列。']);
    expect(budgetsFromGrid([]).problems).toHaveLength(1);
  });

  test('pasted without a head: a code with a digit too few or too many is named, the rows of 类 and 款 and sums are passed over', () => {
    const list = budgetsFromGrid(
      gridOfText('2010301\t100\n201030\t200\n20103011\t行政运行\t300\n20103O2\t300\n20103\t400\n201\t400\n合计\t400\n2024\t年'),
    );
    expect(list.budgets.map(({ code }) => code)).toEqual(['2010301']);
    expect(list.problems).toEqual([
      '第 2 行：“201030”不是7位支出功能分类科目编码，没有采用。',
      '第 3 行：“20103011”不是7位支出功能分类科目编码，没有采用。',
      '第 4 行：“20103O2”不是7位支出功能分类科目编码，没有采用。',
    ]);
  });

  it('puts the list in place of earlier figures of the same codes only', () => {
    const before = parseSupplement({ itemBudgets: { '2010301': '1', '2010399': '9' }, reasons: { S01: '甲' } }, 's.json');
    const after = withBudgets(before, budgetsFromGrid([head, ['2010301', '', 5]]).budgets);
    expect(after.itemBudget('2010301')?.value.toNumber()).toBe(5);
    expect(after.itemBudget('2010399')?.value.toNumber()).toBe(9);
    expect(after.reason('S01')?.text).toBe('甲');
  });
});

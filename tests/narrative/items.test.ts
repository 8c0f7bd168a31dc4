import { usedIn } from '../../src/narrative/asks';
import type { Cells } from './facts';
import { profileOf, written, type Given } from './written';

const names = {
  '201': '一般公共服务支出',
  '20103': '政府办公厅（室）及相关机构事务',
  '2010301': '行政运行',
  '2010302': '一般行政管理事务',
  '213': '农林水支出',
  '21305': '巩固脱贫攻坚成果衔接乡村振兴',
  '2130599': '其他巩固脱贫攻坚成果衔接乡村振兴支出',
};
const now: Cells = {
  'Z08.201.合计': '300000',
  'Z08.20103.合计': '300000',
  'Z08.2010302.合计': '100000',
  'Z08.2010301.合计': '200000',
  'Z08.213.合计': '101',
  'Z08.21305.合计': '101',
  'Z08.2130599.合计': '101',
  'Z01_1.201.决算数·一般公共': '300000',
  'Z01_1.213.决算数·一般公共': '101',
  'Z01_1.201.全年预算数·一般公共': '320000',
  'Z01_1.213.全年预算数·一般公共': '0',
  'Z01_1.本年支出合计.决算数·一般公共': '300101',
  'Z01_1.本年支出合计.全年预算数·一般公共': '320000',
};
const budgets = { '2010301': '200000', '2010302': '120000' };
const write = (more: Partial<Given> = {}): ReturnType<typeof written> => written({ now, nowOptions: { names }, before: {}, ...more });

const full1 = '1.一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）：支出决算为20万元，';
const full2 = '2.一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）一般行政管理事务（项）：支出决算为10万元，';

describe('S05（三） 项', () => {
  test('stand in code order, each with its budget, its rate and the reason of its gap', () => {
    const { text, sources } = write({ supplement: { itemBudgets: budgets, reasons: { items: { '2010302': '压减支出' } } } });
    expect(text('S05.3.0')).toBe('2024年度一般公共预算财政拨款支出决算数为30.01万元，完成预算93.78%。其中：');
    expect(text('S05.3.2010301')).toBe(`${full1}完成预算100%，决算数与预算数持平。`);
    expect(text('S05.3.2010302')).toBe(`${full2}完成预算83.33%，决算数小于预算数的主要原因是压减支出。`);
    expect(sources('S05.3.2010302')).toEqual(['财决08表', '补充信息']);
  });

  test('without item budgets the amount is printed and the budget asked for', () => {
    const { document, text } = write();
    expect(text('S05.3.2010301')).toBe(`${full1}完成预算【待补充：行政运行（2010301）全年预算数】。`);
    expect(document.missing).toContainEqual({
      ask: '行政运行（2010301）全年预算数',
      key: 'itemBudgets.2010301',
      paragraph: 'S05.3.2010301',
    });
  });

  test('a 项 of a 类 without any budget is 未安排预算, with a reason asked', () => {
    expect(write().text('S05.3.2130599')).toContain(
      '支出决算为0.01万元，未安排预算，决算数大于预算数的主要原因是【待补充：其他巩固脱贫攻坚成果衔接乡村振兴支出（2130599）决算数大于预算数的主要原因】。',
    );
  });

  test('when the item budgets do not make up the budget of the 类, no rate is printed and the blank says why', () => {
    const { text } = write({ supplement: { itemBudgets: { ...budgets, '2010302': '120000.01' } } });
    expect(text('S05.3.2010301')).toContain(
      '完成预算【待补充：行政运行（2010301）全年预算数（本类各项合计与财决01-1表该类全年预算数不一致，请核对）】',
    );
    expect(text('S05.3.2010301')).not.toContain('100%');
    expect(write({ supplement: { itemBudgets: { '2010301': '200000' } } }).text('S05.3.2010301')).toContain('（本类各项尚未填全）】');
  });

  test('a budget of a 项 without expenditure counts for its 类', () => {
    const { text } = write({ supplement: { itemBudgets: { '2010301': '200000', '2010302': '110000', '2010350': '10000' } } });
    expect(text('S05.3.2010302')).toContain('完成预算90.91%');
  });

  test('a budget without expenditure is a line of its own only where it is not zero', () => {
    const withIdle = (amount: string): readonly string[] =>
      write({ supplement: { itemBudgets: { ...budgets, '2010350': amount } } })
        .document.sections[4]!.blocks.map(({ id }) => id)
        .filter((id) => id.startsWith('S05.3.2'));
    const usual = ['S05.3.2010301', 'S05.3.2010302', 'S05.3.2130599'];
    expect(withIdle('10000')).toEqual([...usual.slice(0, 2), 'S05.3.2010350', ...usual.slice(2)]);
    expect(withIdle('0')).toEqual(usual);
  });

  test('按100%填列 holds only where it agrees with the 类, and is marked as confirmed by hand', () => {
    const agreeing = { ...now, 'Z01_1.201.全年预算数·一般公共': '300000' };
    const { text, sources } = write({ now: agreeing, supplement: { confirmFullBudget: true } });
    expect(text('S05.3.2010301')).toBe(`${full1}完成预算100%，决算数与预算数持平。`);
    expect(sources('S05.3.2010301')).toContain('人工确认：按100%填列');
    const disagreeing = write({ supplement: { confirmFullBudget: true } });
    expect(disagreeing.text('S05.3.2010301')).toContain('【待补充：行政运行（2010301）全年预算数（本类各项合计与');
  });

  test('item budgets of a fund of the same 类 are left to that fund', () => {
    const cells: Cells = {
      'Z08.2120501.合计': '100000',
      'Z09.2120803.本年支出·合计': '500000',
      'Z01_1.212.全年预算数·一般公共': '100000',
      'Z01_1.212.决算数·一般公共': '100000',
    };
    const { text } = written({ now: cells, supplement: { itemBudgets: { '2120501': '100000', '2120803': '600000' } } });
    expect(text('S05.3.2120501')).toContain('完成预算100%');
  });

  test('财决07表 stands in for 08, and names that are printed nowhere become blanks', () => {
    const { text, sources } = written({ now: { 'Z07.2010301.本年支出·合计': '200000' }, nowOptions: { tables: ['Z07', 'Z01_1'], names } });
    expect(text('S05.3.2010301')).toContain(
      '1.一般公共服务支出（类）【待补充：科目20103的名称（财决07表未列）】（款）行政运行（项）：支出决算为20万元',
    );
    expect(sources('S05.3.2010301')).toContain('财决07表');
  });

  test('a 项 that is printed twice or has no expenditure is one line or none', () => {
    const { document } = write({ now: { ...now, 'Z08.2010399.合计': '0', 'Z08.2010302#1.合计': '100000' } });
    const ids = document.sections[4]!.blocks.map(({ id }) => id).filter((id) => id.startsWith('S05.3.2'));
    expect(ids).toEqual(['S05.3.2010301', 'S05.3.2010302', 'S05.3.2130599']);
  });

  test('grouped by 类 is a setting of the profile', () => {
    const { text } = write({ profile: { ...profileOf(), itemStyle: 'grouped' }, supplement: { itemBudgets: budgets } });
    expect(text('S05.3.201')).toBe(
      '1.一般公共服务支出（类）：支出决算为30万元，完成预算93.75%，决算数小于预算数的主要原因是【待补充：一般公共服务支出决算数小于预算数的主要原因】。',
    );
    expect(text('S05.3.2010301')).toContain('（1）一般公共服务支出（类）');
    // The reason of the only 项 apart from its budget is that of the 类.
    const reasons = { items: { '2010302': '压减支出' } };
    const given = { profile: { ...profileOf(), itemStyle: 'grouped' as const }, supplement: { itemBudgets: budgets, reasons } };
    expect(write(given).text('S05.3.201')).toMatch(/决算数小于预算数的主要原因是压减支出。$/);
    const two = { '2010301': '210000', '2010302': '110000' };
    const first = { items: { '2010301': '压减支出' } };
    expect(write({ ...given, supplement: { itemBudgets: two, reasons: first } }).text('S05.3.201')).toContain('主要原因是【待补充：');
    // A 类 of one 项 is that 项, in the count of the 类.
    expect(text('S05.3.2130599')).toContain('2.农林水支出（类）');
    expect(text('S05.3.2130599')).toContain('支出决算为0.01万元，未安排预算，决算数大于预算数的主要原因是');
    expect(() => text('S05.3.213')).toThrow();
  });

  test('grouped: a 类 of one 项 whose own budget is not known keeps its sub-total', () => {
    const cells: Cells = { ...now, 'Z01_1.213.全年预算数·一般公共': '500' };
    const { text } = write({ now: cells, profile: { ...profileOf(), itemStyle: 'grouped' }, supplement: { itemBudgets: budgets } });
    expect(text('S05.3.213')).toContain('2.农林水支出（类）：支出决算为0.01万元，完成预算');
    expect(text('S05.3.2130599')).toContain('（1）农林水支出（类）');
  });

  test('the budget of the beginning of the year, what became of it, and why where a person says so', () => {
    const cells: Cells = { ...now, 'Z01_1.本年支出合计.年初预算数·一般公共': '300000', 'Z01_1.本年支出合计.全年预算数·一般公共': '320000' };
    const words = '年初预算数为30万元，年中调整后全年预算数为32万元';
    expect(write({ now: cells }).text('S05.3.0')).toContain(`${words}。其中：`);
    expect(write({ now: cells, supplement: { adjustment: '追加驻村工作经费' } }).text('S05.3.0')).toContain(
      `${words}，年中调整的主要原因是追加驻村工作经费。其中：`,
    );
    const level = { ...cells, 'Z01_1.本年支出合计.年初预算数·一般公共': '320000' };
    expect(write({ now: level, supplement: { adjustment: '追加' } }).text('S05.3.0')).not.toContain('年中调整');
  });

  test('the reason of an adjustment is asked for only where the text can say it; a reason of a 类 where 类 have sub-totals', () => {
    const used = (field: string, profile: Partial<ReturnType<typeof profileOf>>): string =>
      usedIn(write({ profile: { ...profileOf(), ...profile } }).document, field);
    const place = '五、（三）一般公共预算财政拨款支出决算具体情况';
    expect(used('adjustment', {})).toBe(place);
    expect(used('adjustment', { budget: '年初预算数' })).toBe('');
    expect(used('adjustment', { adjustment: false })).toBe('');
    expect([used('reasons.classes.*', { itemStyle: 'grouped' }), used('reasons.classes.*', { itemStyle: 'flat' })]).toEqual([place, '']);
  });

  test('a gap that does not show in print is 基本持平; a rate that rounds to 100% beside a gap says 约', () => {
    const near = write({
      now: { ...now, 'Z01_1.201.全年预算数·一般公共': '300040' },
      supplement: { itemBudgets: { '2010301': '200040', '2010302': '100000' } },
    });
    expect(near.text('S05.3.2010301')).toBe(`${full1}完成预算99.98%，决算数与预算数基本持平。`);
    const large = write({
      now: { ...now, 'Z08.2010301.合计': '999999900', 'Z01_1.201.全年预算数·一般公共': '1000100000' },
      supplement: { itemBudgets: { '2010301': '1000000000', '2010302': '100000' }, reasons: { items: { '2010301': '节约' } } },
    });
    expect(large.text('S05.3.2010301')).toContain('支出决算为99999.99万元，完成预算约100%，决算数小于预算数的主要原因是节约。');
  });

  test('a negative amount without a budget is smaller than it, not larger', () => {
    const { text } = write({ now: { ...now, 'Z08.2130599.合计': '-20000' } });
    expect(text('S05.3.2130599')).toContain('支出决算为-2万元，未安排预算，决算数小于预算数的主要原因是');
  });

  test('forms in 万元 agree with budgets in 元 within what they print', () => {
    const inWan = { ...now, 'Z08.2010301.合计': '200000', 'Z01_1.201.全年预算数·一般公共': '320000' };
    const supplement = { itemBudgets: { '2010301': '200012.34', '2010302': '120000' } };
    expect(write({ now: inWan, nowOptions: { names, half: 50 }, supplement }).text('S05.3.2010301')).toBe(
      `${full1}完成预算99.99%，决算数与预算数基本持平。`,
    );
    expect(write({ now: inWan, supplement }).text('S05.3.2010301')).toContain('不一致，请核对');
  });

  test('a 项 whose expenditure cannot be read leaves blanks that name the cell, whatever its budget', () => {
    const unread = { ...now, 'Z08.2010301.合计': '约20万' };
    const cell = '【待补充：财决08表“2010301”的合计（A4单元格不是数字）】';
    expect(write({ now: unread, supplement: { itemBudgets: budgets } }).text('S05.3.2010301')).toMatch(
      new RegExp(`支出决算为${cell}，完成预算${cell}。$`),
    );
  });

  test('a missing form is a blank that names it', () => {
    const { text } = written({ now: {}, nowOptions: { tables: ['Z01'] } });
    expect(text('S05.3.1')).toBe('【待补充：财决08表各项支出（未读到该表）】。');
    expect(text('S05.2.1')).toContain('主要用于以下方面：【待补充：财决01-1表按功能分类的支出（未读到该表）】。');
  });
});

import { suppliedBook } from '../kit/books';
import { emptySupplements, mergeSupplements, withEntry } from '../../src/supplements/merge';
import { parseSupplement } from '../../src/supplements/parse';
import { UserError } from '../../src/kernel/errors';

const full = {
  unitShortName: '县政府办',
  unitKind: '行政单位',
  documentKind: '单位',
  reasons: { S01: '人员减少', 'S07.vehicles': '划拨出公务车1辆', items: { '2010302': '压减支出' } },
  priorYear: { 收支总计: '13899074.00', '三公.合计': '0' },
  itemBudgets: { '2010302': '2923181.00', '2130599': '0.00' },
  confirmFullBudget: true,
  reception: { content: '商务考察', foreign: '来访' },
  abroad: { content: '无' },
  vehicles: { bought: { 轿车: { count: 1, amount: '200000.00' } }, kept: { 轿车: 5, 越野车: 7 }, use: '公务运行' },
  procurement: { use: '采购办公设备' },
  performance: { projects: ['甲', '乙'], evaluated: 4, targets: 4, monitored: 4, selfEvaluated: 4, score: '95' },
  glossary: { '2010302': '反映…的支出' },
};
const message = (json: unknown): string => {
  try {
    parseSupplement(json, 's.json');
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  return 'accepted';
};

describe('parseSupplement', () => {
  it('reads every field, each with the file and the key it stands under', () => {
    const s = parseSupplement(full, 's.json');
    expect(s.unitShortName).toEqual({
      key: 'unitShortName',
      text: '县政府办',
      at: { book: suppliedBook, sheet: 's.json', a1: 'unitShortName' },
    });
    expect([s.unitKind, s.documentKind, s.confirmFullBudget]).toEqual(['行政单位', '单位', true]);
    expect(s.reason('S07.vehicles')?.text).toBe('划拨出公务车1辆');
    expect(s.itemReason('2010302')?.at.a1).toBe('reasons.items.2010302');
    expect(s.prior('收支总计')?.value.toFixed(2)).toBe('13899074.00');
    expect(s.prior('三公.合计')?.value.isZero()).toBe(true);
    expect(s.prior('机关运行经费')).toBeUndefined();
    expect(s.itemBudgetCodes).toEqual(['2010302', '2130599']);
    expect(s.itemBudget('2010302')).toMatchObject({ unit: '元', scale: 1, at: { sheet: 's.json', a1: 'itemBudgets.2010302' } });
    expect(s.vehiclesBought).toHaveLength(1);
    expect(s.vehiclesBought[0]).toMatchObject({ type: '轿车', count: { unit: 'count' }, amount: { unit: '元' } });
    expect(s.vehiclesKept.map(({ type, count }) => [type, count.value.toNumber()])).toEqual([
      ['轿车', 5],
      ['越野车', 7],
    ]);
    expect([s.receptionContent, s.receptionForeign, s.abroadContent, s.vehicleUse, s.procurementUse].map((x) => x?.text)).toEqual([
      '商务考察',
      '来访',
      '无',
      '公务运行',
      '采购办公设备',
    ]);
    expect(s.performance?.projects.map(({ text }) => text)).toEqual(['甲', '乙']);
    expect(s.performance?.evaluated?.value.toNumber()).toBe(4);
    expect(s.performance?.score?.text).toBe('95');
    expect(s.definition('2010302')?.text).toBe('反映…的支出');
  });

  it('takes an empty object, and treats an empty text as not supplied', () => {
    expect(parseSupplement({}, 's.json').entries.size).toBe(0);
    expect(parseSupplement({ reasons: { S01: '  ' } }, 's.json').reason('S01')).toBeUndefined();
  });

  it.each<[unknown, string]>([
    [{ itemBudgets: { '2010302': '-5.00' } }, '“itemBudgets.2010302”填的是“-5.00”，不能是负数'],
    [{ performance: { score: '优' } }, '“performance.score”填的是“优”，不是 0 到 100 之间的得分'],
    [{ reason: {} }, '“reason”不是可用的项'],
    [{ reasons: { S02: '…' } }, '“reasons.S02”不是可用的项'],
    [{ reasons: { S01: 5 } }, '“reasons.S01”应为文字（字符串），现为数字'],
    [{ reasons: { S07: { abroad: '…' } } }, '“reasons.S07”应为文字（字符串），现为对象'],
    [{ reasons: { items: { '20103': '…' } } }, '“reasons.items.20103”不是7位支出功能分类科目编码'],
    [{ reasons: 'x' }, '“reasons”应为对象'],
    [{ priorYear: { 收支总计: '一千万' } }, '“priorYear.收支总计”应为金额（元），“一千万”不是数'],
    [{ priorYear: { 收支总计: '1,234.50' } }, '“priorYear.收支总计”应为金额'],
    [{ priorYear: { 收支总计: 1234.5 } }, '“priorYear.收支总计”应为金额字符串'],
    [{ itemBudgets: { '2010302': '' } }, '“itemBudgets.2010302”应为金额'],
    [{ itemBudgets: { '2010302': null } }, '“itemBudgets.2010302”应为金额字符串，如 "1234.50"（元），现为null'],
    [{ itemBudgets: ['1'] }, '“itemBudgets”应为对象'],
    [{ confirmFullBudget: '是' }, '“confirmFullBudget”应为true 或 false'],
    [{ unitKind: '企业' }, '“unitKind”填的是“企业”，只能是行政单位、参公事业单位、事业单位之一'],
    [{ vehicles: { kept: { 轿车: 1.5 } } }, '“vehicles.kept.轿车”应为不小于 0 的整数'],
    [{ vehicles: { kept: { 飞机: 1 } } }, '“vehicles.kept.飞机”不是可用的车型'],
    [{ vehicles: { bought: { 轿车: { count: 1 } } } }, '“vehicles.bought.轿车.amount”没有填写'],
    [{ vehicles: { bought: { 轿车: { count: 1, amount: '-1' } } } }, '“vehicles.bought.轿车.amount”填的是“-1”，不能是负数'],
    [{ performance: { projects: '甲' } }, '“performance.projects”应为文字的数组'],
    [{ performance: { projects: [1] } }, '“performance.projects.1”应为文字'],
    [{ performance: { evaluated: -1 } }, '“performance.evaluated”应为不小于 0 的整数'],
    [{ performance: { score: '195' } }, '“performance.score”填的是“195”，不是 0 到 100 之间的得分'],
    [{ performance: { score: '优秀' } }, '“performance.score”填的是“优秀”，不是 0 到 100'],
    [{ performance: { score: 95 } }, '“performance.score”应为得分（字符串）'],
    [[], '内容应为对象'],
    ['x', '内容应为对象'],
    [null, '内容应为对象'],
  ])('names the key: %j → %s', (json, words) => expect(message(json)).toContain(words));

  it('says which keys are possible at that place', () =>
    expect(message({ reception: { contents: '' } })).toContain('这里可用：use、content、foreign'));
});

describe('parseSupplement, texts that no cell can hold', () => {
  it('refuses a text longer than a cell and one with control characters, by its key', () => {
    expect(() => parseSupplement({ reasons: { S01: '长'.repeat(33000) } }, 's.json')).toThrow(/reasons\.S01.*33000 个字/);
    expect(() => parseSupplement({ reception: { content: '调研\u0000接待' } }, 's.json')).toThrow(/reception\.content.*控制字符/);
    expect(parseSupplement({ reasons: { S01: '第一行\n第二行' } }, 's.json').reason('S01')?.text).toBe('第一行\n第二行');
  });
});

describe('mergeSupplements', () => {
  it('lets the second win field by field and keeps the rest', () => {
    const merged = mergeSupplements(
      parseSupplement({ reasons: { S01: '甲', S04: '乙' }, performance: { projects: ['一', '二', '三'] } }, 'a.json'),
      parseSupplement({ reasons: { S01: '丙' }, performance: { projects: ['四'] } }, 'b.json'),
    );
    expect(merged.reason('S01')).toEqual({
      key: 'reasons.S01',
      text: '丙',
      at: { book: suppliedBook, sheet: 'b.json', a1: 'reasons.S01' },
    });
    expect(merged.reason('S04')?.text).toBe('乙');
    expect(merged.performance?.projects.map(({ text }) => text)).toEqual(['四']);
  });

  it('sets and empties one field', () => {
    const at = { book: suppliedBook, sheet: '补充信息', a1: 'C5' } as const;
    const set = withEntry(emptySupplements, 'reasons.S01', ' 人员减少 ', at);
    expect(set.reason('S01')).toEqual({ key: 'reasons.S01', text: '人员减少', at });
    expect(withEntry(set, 'reasons.S01', ' ', at).reason('S01')).toBeUndefined();
    expect(emptySupplements.reason('S01')).toBeUndefined();
  });
});

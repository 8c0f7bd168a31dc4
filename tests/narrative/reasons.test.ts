import { asksOf } from '../../src/narrative/asks';
import { drivers, namedDrivers } from '../../src/narrative/reasons/drivers';
import { largestFirst, toExplain } from '../../src/narrative/reasons/explain';
import { neededReasons } from '../../src/narrative/reasons/needs';
import { contradictions } from '../../src/narrative/reasons/remarks';
import { reasonKeys } from '../../src/supplements/schema';
import type { Cells } from './facts';
import { inputOf, profileOf, written, type Given } from './written';

const profile = profileOf();
/** What the text of the profile asks for. */
const asks = asksOf(written({ now: {} }).document);
const nature = (staff: string, running: string, project: string): Cells => ({
  'Z07.合计.本年支出·人员经费': staff,
  'Z07.合计.本年支出·公用经费': running,
  'Z07.合计.本年支出·项目支出': project,
});
const now: Cells = {
  ...nature('500000', '100000', '200000'),
  'Z01_1.本年支出合计.决算数·一般公共': '800000',
  'Z01.收入总计.决算数': '900000',
  'Z01.支出总计.决算数': '900000',
  'Z07.2010302.本年支出·合计': '200000',
  'Z08.合计.30201': '50000',
  'Z01_1.201.全年预算数·一般公共': '200000',
};
const before: Cells = {
  ...nature('450000', '100000', '650000'),
  'Z01_1.本年支出合计.决算数·一般公共': '1200000',
  'Z01.收入总计.决算数': '1000000',
  'Z07.2010302.本年支出·合计': '650000',
  'Z08.合计.30201': '80000',
};
const given = (reasons: Readonly<Record<string, unknown>> = {}, more: Partial<Given> = {}): Given => ({
  now,
  before,
  nowOptions: { names: { '2010302': '一般行政管理事务' } },
  supplement: { reasons },
  ...more,
});

describe('reasons', () => {
  test('are asked only where something changed, largest first', () => {
    const needs = neededReasons(inputOf(given()), profile, asks);
    expect(needs.map(({ key, against, difference }) => [key, against, difference.value.toString()])).toEqual([
      ['reasons.S05', '上年', '-400000'],
      ['reasons.S01', '上年', '-100000'],
    ]);
  });

  test('are asked exactly where the text shows a blank for them', () => {
    const asked = neededReasons(inputOf(given()), profile, asks).map(({ key }) => key);
    const blank = written(given())
      .document.missing.map(({ key }) => key)
      .filter((key) => key.startsWith('reasons.'));
    expect([...asked].sort()).toEqual([...blank].sort());
  });

  test('are put in words with their size and drivers; what explains most is asked for first', () => {
    const [whole, total] = ['reasons.S05', 'reasons.S01'].map((key) => toExplain(key, inputOf(given()), profile));
    expect(whole).toMatchObject({ text: '比上年减少 40.00万元（33.33%）' });
    expect(whole!.difference.from.map(({ value }) => value.toString())).toEqual(['800000', '1200000']);
    expect(whole!.drivers[0]).toEqual({ name: '项目支出', words: '项目支出减少', text: '−45.00万元' });
    expect(total!.text).toBe('比上年减少 10.00万元（10.00%）');
    expect([largestFirst(whole, total) < 0, largestFirst(undefined, total) > 0, largestFirst(undefined, undefined)]).toEqual([
      true,
      true,
      0,
    ]);
    expect(toExplain('reasons.none', inputOf(given()), profile)).toBeUndefined();
  });

  test('come with what drives the change, largest first; what did not move is left out', () => {
    expect(
      drivers(inputOf(given()), profile, 'reasons.S05').map(({ by, name, difference }) => [by, name, difference.value.toString()]),
    ).toEqual([
      ['性质', '项目支出', '-450000'],
      ['项', '一般行政管理事务', '-450000'],
      ['性质', '人员经费', '50000'],
      ['款', '办公费', '-30000'],
    ]);
  });

  test('of a 项 or a 类 explain what is spent beside its budget, in the form of its fund', () => {
    const input = inputOf({
      now: {
        ...now,
        'Z01_1.201.决算数·一般公共': '250000',
        'Z01_1.212.决算数·一般公共': '250000',
        'Z09.2120801.本年支出·合计': '50000',
        'Z11.2230199.本年支出·合计': '40000',
      },
      supplement: { itemBudgets: { '2010302': '230000', '2010350': '50000', '2120801': '40000', '2230199': '30000' } },
    });
    const text = (key: string): string | undefined => toExplain(key, input, profile)?.text;
    expect(text('reasons.items.2010302')).toBe('决算小于预算 3.00万元（13.04%）');
    expect(text('reasons.items.2120801')).toBe('决算大于预算 1.00万元（25.00%）');
    expect(text('reasons.items.2230199')).toBe('决算大于预算 1.00万元（33.33%）');
    expect(text('reasons.classes.201')).toBe('决算大于预算 5.00万元（25.00%）');
    // Nothing was spent on it, so no form has its row.
    expect(text('reasons.items.2010350')).toBe('决算小于预算 5.00万元（100.00%）');
    for (const unknown of ['reasons.items.2010399', 'reasons.items.201', 'reasons.classes.2010302']) expect(text(unknown)).toBeUndefined();
  });

  test('机关运行经费 is explained by a unit of administration, and by a 事业单位 only where it has some', () => {
    const asked = (spent: string, unitKind: string): boolean =>
      neededReasons(
        inputOf({
          now: { 'F03.机关运行经费.统计数': spent },
          before: { 'F03.机关运行经费.统计数': '90000' },
          supplement: { unitKind },
        }),
        profile,
        () => true,
      ).some(({ key }) => key === 'reasons.S10.agency');
    expect([asked('50000', '行政单位'), asked('0', '行政单位'), asked('0', '事业单位'), asked('50000', '事业单位')]).toEqual([
      true,
      true,
      false,
      true,
    ]);
  });

  test('of a 类 are asked only where 类 have sub-totals', () => {
    const cells = {
      ...now,
      'Z08.2010302.合计': '200000',
      'Z01_1.201.决算数·一般公共': '200000',
      'Z01_1.201.全年预算数·一般公共': '230000',
    };
    const asked = (itemStyle: 'grouped' | 'flat'): readonly string[] =>
      neededReasons(inputOf({ now: cells }), { ...profile, itemStyle }, () => true).map(({ key }) => key);
    expect(asked('grouped')).toContain('reasons.classes.201');
    expect(asked('flat')).not.toContain('reasons.classes.201');
  });

  test('drivers of a project are those of its own 项; one that a year does not print moved by all of its amount', () => {
    const project = (amount: string): Cells => ({
      'Z07.2010302.本年支出·合计': amount,
      'Z08_2.2010302.合计': amount,
      'Z08_2.2010302#1.合计': amount,
    });
    const input = inputOf({
      now: { ...project('90000'), 'Z08_2.2010399#1.合计': '70000' },
      before: project('20000'),
      nowOptions: { names: { '2010302#1': '办案费', '2010399#1': '别项' } },
      beforeOptions: { names: { '2010302#1': '办案费' } },
    });
    const found = drivers(input, profile, 'reasons.items.2010302').filter(({ by }) => by === '项目');
    expect(found.map(({ name, difference }) => [name, difference.value.toString()])).toEqual([['办案费', '70000']]);
  });

  test('each have the drivers of their own form, and no others', () => {
    const own = (table: string, rows: string, column: string): readonly string[] =>
      rows.split(' ').map((row) => `${table}.${row}.${column}`);
    const moved = [
      ...own('Z01', '人员经费 公用经费 项目支出 上缴上级支出 经营支出 对附属单位补助支出 结余分配 年末结转和结余 年初结转和结余', '决算数'),
      ...own('Z01_1', '人员经费 公用经费 项目支出 年末财政拨款结转和结余', '决算数·小计'),
      'Z01_1.年初财政拨款结转和结余.决算数',
      'Z01_1.201.决算数·一般公共',
      'Z04.2010301.本年支出合计',
      ...['人员经费', '公用经费', '项目支出'].map((nature) => `Z07.合计.本年支出·${nature}`),
      ...['Z07.2010302', 'Z09.2120801', 'Z11.2230201'].map((row) => `${row}.本年支出·合计`),
      ...['Z08.合计.30201', 'Z12.合计.30202', 'Z08_1.合计.30203', 'Z08_1.合计.30101'],
      ...['Z05_2.2010302#1.合计', 'Z08_2.2010303#1.合计', 'Z10_2.2120801#1.合计'],
      ...own('F03', '因公出国（境）费 公务用车购置及运行维护费 公务接待费 公务用车购置费 公务用车运行维护费', '统计数'),
      ...own('F03', '国内接待费 外事接待费 国（境）外接待费 因公出国（境）团组数 因公出国（境）人次数', '统计数'),
      ...own('F03', '公务用车购置数 公务用车保有量 国内公务接待批次 国内公务接待人次', '统计数'),
    ];
    const budgets = moved.flatMap((key) => (/^F03|Z01_1\.201/.test(key) ? [key.replace(/统计数|决算数/, '全年预算数')] : []));
    // Each moves by less than the one before it: the order is that of their size.
    const cells = (times: number): Cells => Object.fromEntries(moved.map((key, i) => [key, String(times * (1000 - i))]));
    const options = { names: { '2010302#1': '甲', '2010303#1': '乙', '2120801#1': '丙' } };
    const input = inputOf({
      now: { ...cells(2), ...Object.fromEntries(budgets.map((key) => [key, '1'])) },
      before: cells(1),
      nowOptions: options,
      beforeOptions: options,
    });
    const named = reasonKeys.map((key) => [
      key,
      drivers(input, profile, key)
        .map(({ name }) => name)
        .join(' '),
    ]);
    expect(Object.fromEntries(named)).toEqual({
      S01: '人员经费 公用经费 项目支出 上缴上级支出 经营支出 对附属单位补助支出 结余分配 年末结转和结余 年初结转和结余 2010301 甲',
      S04: '人员经费 公用经费 项目支出 年末财政拨款结转和结余 年初财政拨款结转和结余 2010302 2120801 2230201',
      S05: '人员经费 公用经费 项目支出 2010302 办公费 乙',
      'S05.budget': '一般公共服务支出',
      S07: '因公出国（境）费 公务用车购置及运行维护费 公务接待费',
      'S07.change': '因公出国（境）费 公务接待费 公务用车购置费 公务用车运行维护费',
      'S07.abroad': '因公出国（境）团组数 因公出国（境）人次数',
      'S07.abroad.budget': '',
      'S07.vehicles': '公务用车购置费 公务用车运行维护费 公务用车购置数 公务用车保有量',
      'S07.vehicles.budget': '公务用车购置费 公务用车运行维护费',
      'S07.reception': '国内接待费 外事接待费 国（境）外接待费 国内公务接待批次 国内公务接待人次',
      'S07.reception.budget': '',
      S08: '2120801 丙',
      S09: '2230201 印刷费',
      'S10.agency': '咨询费',
    });
    // A gap to the budget is no change since last year that a reason could contradict.
    expect(namedDrivers(input, profile, 'S07')).toEqual([]);
    expect(namedDrivers(input, profile, 'S07.abroad').map(({ name }) => name)).toEqual(['因公出国（境）团组数', '因公出国（境）人次数']);
  });

  test('have no drivers without last year’s workbook, or with another year’s', () => {
    expect(drivers(inputOf(given({}, { before: undefined })), profile, 'S05')).toEqual([]);
    expect(drivers(inputOf(given({}, { beforeOptions: { year: 2021 } })), profile, 'S05')).toEqual([]);
  });

  test('name no 款 where one of the years has no matrix', () => {
    const [with08, without] = [
      ['Z01', 'Z01_1', 'Z07', 'Z08'],
      ['Z01', 'Z01_1', 'Z07'],
    ];
    const kinds = (nowTables: readonly string[], beforeTables: readonly string[]): readonly string[] => {
      const only = (cells: Cells, tables: readonly string[]): Cells =>
        Object.fromEntries(Object.entries(cells).filter(([key]) => tables.includes(key.split('.')[0]!)));
      const input = inputOf({
        now: only(now, nowTables),
        before: only(before, beforeTables),
        nowOptions: { tables: nowTables },
        beforeOptions: { tables: beforeTables },
      });
      return [...new Set(drivers(input, profile, 'S05').map(({ by }) => by))].sort();
    };
    expect(kinds(with08, with08)).toEqual(['性质', '款', '项']);
    expect(kinds(with08, without)).toEqual(['性质', '项']);
    expect(kinds(without, with08)).toEqual(['性质', '项']);
  });

  test('a 项 that missed its budget shows what was carried over', () => {
    const cells = {
      ...now,
      'Z08.2010302.合计': '200000',
      'Z01_1.201.全年预算数·一般公共': '230000',
      'Z07.2010302.年末结转和结余·合计': '30000',
    };
    const input = inputOf({ ...given({}, { now: cells }), supplement: { itemBudgets: { '2010302': '230000' } } });
    expect(neededReasons(input, profile, asks).find(({ key }) => key === 'reasons.items.2010302')).toMatchObject({
      against: '预算',
      label: '一般行政管理事务（2010302）',
    });
    expect(drivers(input, profile, 'reasons.items.2010302')[0]).toMatchObject({ by: '结转', name: '年末结转和结余' });
  });

  const remarks = (reasons: Readonly<Record<string, unknown>>): readonly string[] =>
    contradictions(inputOf(given(reasons)), profile, asks).map(({ message }) => message);

  test('that agree with the figures are not remarked on', () => {
    expect(remarks({ S05: '项目支出减少', S01: '人员减少，业务压缩' })).toEqual([]);
    expect(remarks({ S05: '机构改革' })).toEqual([]);
    // A clause that names a driver without saying where it went denies nothing.
    expect(remarks({ S05: '人员经费结构调整，项目支出减少' })).toEqual([]);
    expect(remarks({ S05: '人员经费增加，项目支出减少更多' })).toEqual([]);
  });

  test.each([
    ['项目增加', '一般公共预算财政拨款支出比上年减少，原因却写“项目增加”，请核对。'],
    ['公用经费减少', '原因写到“公用经费”，而公用经费与上年持平，请核对。'],
    ['人员经费减少', '原因写“人员经费减少”，而人员经费比上年增加，请核对。'],
  ])('that contradict them are: %s', (text, message) => {
    expect(remarks({ S05: text })).toEqual([message]);
  });

  test('that say the budget was missed the other way are', () => {
    const cells = { ...now, 'Z08.2010302.合计': '200000', 'Z01_1.201.全年预算数·一般公共': '230000' };
    const said = (budget: string, reason: string): readonly string[] =>
      contradictions(
        inputOf({
          ...given({ items: { '2010302': reason } }, { now: { ...cells, 'Z01_1.201.全年预算数·一般公共': budget } }),
          supplement: { itemBudgets: { '2010302': budget }, reasons: { items: { '2010302': reason } } },
        }),
        profile,
        asks,
      ).map(({ message }) => message);
    const item = '一般行政管理事务（2010302）';
    expect(said('230000', '任务增加')).toEqual([`${item}决算数小于预算数，原因却写“任务增加”，请核对。`]);
    expect(said('170000', '压减支出')).toEqual([`${item}决算数大于预算数，原因却写“压减支出”，请核对。`]);
    expect([...said('230000', '压减支出'), ...said('170000', '任务增加')]).toEqual([]);
  });

  test('that explain what did not change are remarked on, and not printed', () => {
    const level = given({ S08: '项目减少' });
    expect(contradictions(inputOf(level), profile, asks)).toEqual([
      expect.objectContaining({ key: 'reasons.S08', message: '这里没有变动，也没有预决算差异，所填原因不会写入说明。' }),
    ]);
    expect(written(level).text('S08.1')).not.toContain('项目减少');
  });
});

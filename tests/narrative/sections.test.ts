import type { Cells } from './facts';
import { profileOf, written, type Given } from './written';

const write = (now: Cells, more: Partial<Given> = {}): ReturnType<typeof written> => written({ now, before: {}, ...more });

describe('S01 and S04: the totals', () => {
  const made = (table: string, own: string, column: string): Cells => ({
    [`${table}.收入总计.决算数`]: '1000000',
    [`${table}.支出总计.决算数${column}`]: '990000',
    [`${table}.本年收入合计.决算数`]: '700000',
    [`${table}.年初${own}.决算数`]: '300000',
    [`${table}.本年支出合计.决算数${column}`]: '600000',
    [`${table}.年末${own}.决算数${column}`]: '390000',
  });
  const changed = '增加100万元（2023年度基数为0，不可比）。主要变动原因是';

  test('that do not agree are each stated, with what they are made of', () => {
    const { text } = write({
      ...made('Z01', '结转和结余', ''),
      'Z01.使用非财政拨款结余.决算数': '10000',
      'Z01.结余分配.决算数': '20000',
      ...made('Z01_1', '财政拨款结转和结余', '·小计'),
    });
    expect(text('S01.1')).toBe(
      `2024年度收入总计100万元，支出总计99万元。与2023年度相比，收入总计${changed}【待补充：收、支总计增加的主要变动原因】。收入总计中，本年收入70万元、使用非财政拨款结余1万元、年初结转和结余30万元；支出总计中，本年支出60万元、结余分配2万元、年末结转和结余39万元。`,
    );
    expect(text('S04.1')).toBe(
      `2024年度财政拨款收入总计100万元，财政拨款支出总计99万元。与2023年度相比，财政拨款收入总计${changed}【待补充：财政拨款收、支总计增加的主要变动原因】。财政拨款收入总计中，本年收入70万元、年初财政拨款结转和结余30万元；财政拨款支出总计中，本年支出60万元、年末财政拨款结转和结余39万元。`,
    );
  });
});

describe('S02 and S03: lists with shares', () => {
  const now: Cells = {
    'Z01.本年收入合计.决算数': '7302100',
    'Z01.一般公共预算财政拨款收入.决算数': '6690300',
    'Z01.政府性基金预算财政拨款收入.决算数': '611500',
    'Z01.其他收入.决算数': '300',
    'Z04.合计.本年支出合计': '100',
    'Z04.合计.基本支出': '100',
  };

  test('list what there is, with shares of the whole', () => {
    const { text } = write(now);
    expect(text('S02.1')).toBe(
      '2024年度本年收入合计730.21万元，其中：一般公共预算财政拨款收入669.03万元，占91.62%；政府性基金预算财政拨款收入61.15万元，占8.37%；其他收入0.03万元，占比不足0.01%。',
    );
    expect(text('S03.1')).toBe('2024年度本年支出合计0.01万元，其中：基本支出0.01万元，占100%。');
  });

  test('an empty list leaves no 其中', () => {
    expect(write({}).text('S02.1')).toBe('2024年度本年收入合计0万元。');
    expect(write({}).text('S03.1')).toBe('2024年度本年支出合计0万元。');
  });

  test('zero items are listed where the profile lists them, never with 占0%', () => {
    const { text } = write(now, { profile: { ...profileOf(), zeroItems: 'list' } });
    expect(text('S02.1')).toContain('；上级补助收入0万元；事业收入0万元；');
    expect(text('S02.1')).not.toContain('占0');
  });

  test('a setting on 补充信息 lists zeros everywhere: vehicles by type, uses of vehicles, procurement', () => {
    const { text } = write(
      { 'F03.三公经费支出合计.统计数': '100', 'F03.公务接待费.统计数': '100', 'F03.其他用车.统计数': '0', 'F03.应急保障用车.统计数': '0' },
      { supplement: { settings: { zeroItems: '列出' } } },
    );
    expect(text('S07.2.2.1')).toBe(
      '其中：公务用车购置支出0万元。全年按规定更新购置公务用车0辆，其中：轿车0辆、金额0万元，越野车0辆、金额0万元，载客汽车0辆、金额0万元。截至2024年12月31日，单位共有公务用车0辆，其中：轿车0辆、越野车0辆、载客汽车0辆。',
    );
    expect(text('S10.2.1')).toContain(
      '政府采购支出总额0万元，其中：政府采购货物支出0万元、政府采购工程支出0万元、政府采购服务支出0万元。授予中小企业合同金额0万元，其中：授予小微企业合同金额0万元。',
    );
    expect(text('S10.3.1')).toContain('应急保障用车0辆');
  });

  test('会议费 and 培训费 are written where the unit asks for them, from 财决08', () => {
    const cells = { 'Z08.合计.30215': '23456', 'Z08.合计.30216': '10000' };
    expect(write(cells).text('S10.1.1')).not.toContain('会议费');
    const asked = write(cells, { supplement: { settings: { meetings: '写明' } } });
    expect(asked.text('S10.1.1')).toMatch(/2024年度一般公共预算财政拨款会议费支出2\.35万元，培训费支出1万元。$/);
    for (const profile of ['shanghai-2024', 'yunnan-2024'])
      expect(write(cells, { profile, supplement: { settings: { meetings: '写明' } } }).text('S10.1.1')).toContain('培训费支出1万元。');
    const lacking = write({}, { supplement: { settings: { meetings: '写明' } }, nowOptions: { tables: ['F03', 'Z01'] } });
    expect(lacking.text('S10.1.1')).toContain('会议费支出【待补充：');
  });

  test('a row that cannot be read is a blank, unless the others make up the whole', () => {
    expect(write({ ...now, 'Z01.其他收入.决算数': '—' }).text('S02.1')).toContain('其他收入【待补充：财决01表“其他收入”的决算数（');
    expect(write({ ...now, 'Z01.事业收入.决算数': '—' }).text('S02.1')).not.toContain('事业收入');
  });

  test('财决01表 stands in for a missing 04', () => {
    const { text, sources } = write(
      { 'Z01.本年支出合计.决算数': '100', 'Z01.项目支出.决算数': '100' },
      { nowOptions: { tables: ['Z01'] } },
    );
    expect(text('S03.1')).toBe('2024年度本年支出合计0.01万元，其中：项目支出0.01万元，占100%。');
    expect(sources('S03.1')).toEqual(['财决01表']);
  });
});

describe('S05（一）（二）', () => {
  test('share of all expenditure, change, classes by code', () => {
    const { text } = write(
      {
        'Z01_1.本年支出合计.决算数·一般公共': '1000000',
        'Z01_1.210.决算数·一般公共': '250000',
        'Z01_1.201.决算数·一般公共': '750000',
        'Z01_1.205.决算数·一般公共': '0',
        'Z04.合计.本年支出合计': '1250000',
      },
      { before: { 'Z01_1.本年支出合计.决算数·一般公共': '1000000' } },
    );
    expect(text('S05.1.1')).toBe('2024年度一般公共预算财政拨款支出100万元，占本年支出合计的80%，与2023年度持平。');
    expect(text('S05.2.1')).toBe(
      '2024年度一般公共预算财政拨款支出100万元，主要用于以下方面：一般公共服务支出75万元，占75%；卫生健康支出25万元，占25%。',
    );
  });

  test('without any 类 the sentence says so and does not end in “：。”', () => {
    const { text } = write({});
    expect(text('S05.2.1')).toBe('2024年度一般公共预算财政拨款支出0万元，没有按功能分类列示的支出。');
    expect(text('S05.3.0')).toBe('2024年度一般公共预算财政拨款支出决算数为0万元，未安排预算。');
  });
});

describe('S06: basic expenditure', () => {
  const now: Cells = {
    'Z07.合计.本年支出·基本支出': '300000',
    'Z07.合计.本年支出·人员经费': '200000',
    'Z07.合计.本年支出·公用经费': '100000',
    'Z08_1.合计.301': '150000',
    'Z08_1.合计.30101': '150000',
    'Z08_1.合计.30102': '0',
    'Z08_1.合计.30399': '50000',
    'Z08_1.合计.30201': '60000',
    'Z08_1.合计.31002': '40000',
  };

  test('names the 款 with an amount, 301 and 303 as 人员经费, the rest as 公用经费', () => {
    const { text, sources } = write(now);
    expect(text('S06.1')).toBe(
      '2024年度一般公共预算财政拨款基本支出30万元，其中：人员经费20万元，主要包括：基本工资、其他对个人和家庭的补助等。公用经费10万元，主要包括：办公费、办公设备购置等。',
    );
    expect(sources('S06.1')).toEqual(['财决07表', '财决08-1表']);
  });

  test('an amount of zero is left out, and no list is empty', () => {
    expect(write({ ...now, 'Z07.合计.本年支出·公用经费': '0' }).text('S06.1')).not.toContain('公用经费');
    expect(write({}).text('S06.1')).toBe('2024年度一般公共预算财政拨款基本支出0万元。');
    const plain = write({ 'Z07.合计.本年支出·基本支出': '5', 'Z07.合计.本年支出·人员经费': '500' });
    expect(plain.text('S06.1')).toContain('其中：人员经费0.05万元。');
  });

  test('a missing 08-1 is a blank that names it', () => {
    const { text } = write({ 'Z07.合计.本年支出·人员经费': '500' }, { nowOptions: { tables: ['Z07'] } });
    expect(text('S06.1')).toContain('主要包括：【待补充：财决08-1表中人员经费的款级科目（未读到该表）】等。');
  });
});

describe('S08 and S09: the two funds', () => {
  test('amount, share and change', () => {
    const { text } = write(
      { 'Z01_1.本年支出合计.决算数·政府性基金': '611500', 'Z04.合计.本年支出合计': '7301800' },
      { before: { 'Z01_1.本年支出合计.决算数·政府性基金': '0' }, supplement: { reasons: { S08: '新增基金项目' } } },
    );
    expect(text('S08.1')).toBe(
      '2024年度政府性基金预算财政拨款支出61.15万元，占本年支出合计的8.37%。与2023年度相比，政府性基金预算财政拨款支出增加61.15万元（2023年度基数为0，不可比）。主要变动原因是新增基金项目。',
    );
    expect(text('S09.1')).toBe('2024年度国有资本经营预算财政拨款支出0万元，与2023年度持平。');
  });
});

describe('S10: other matters', () => {
  test('机关运行经费 of an office and of a 事业单位', () => {
    const now = { 'F03.机关运行经费.统计数': '920800' };
    const before = { 'F03.机关运行经费.统计数': '965600' };
    expect(write(now, { before, supplement: { unitKind: '行政单位', reasons: { 'S10.agency': '人员减少' } } }).text('S10.1.1')).toBe(
      '2024年度，青川示例区档案局机关运行经费支出92.08万元，比2023年度减少4.48万元，下降4.64%。主要原因是人员减少。',
    );
    expect(write({}, { supplement: { unitKind: '事业单位' } }).text('S10.1.1')).toBe(
      '青川示例区档案局为事业单位，按规定不涉及机关运行经费。',
    );
    expect(write(now, { before, supplement: { unitKind: '事业单位' } }).text('S10.1.1')).toContain('机关运行经费支出92.08万元');
    expect(write({}).text('S10.1.1')).toBe(
      '2024年度，青川示例区档案局机关运行经费支出0万元，与2023年度持平。【待补充：单位类型（事业单位在此说明不涉及机关运行经费）】',
    );
  });

  test('政府采购 with kinds, use and shares of small firms; nothing more where there was none', () => {
    const now = {
      'F03.政府采购支出合计.统计数': '9000',
      'F03.政府采购货物支出.统计数': '9000',
      'F03.授予中小企业合同金额.统计数': '4500',
      'F03.授予小微企业合同金额.统计数': '0',
    };
    expect(write(now, { supplement: { procurement: { use: '采购办公设备' } } }).text('S10.2.1')).toBe(
      '2024年度，青川示例区档案局政府采购支出总额0.9万元，其中：政府采购货物支出0.9万元。主要用于采购办公设备。授予中小企业合同金额0.45万元，占政府采购支出总额的50%，其中：授予小微企业合同金额0万元。',
    );
    expect(write(now).text('S10.2.1')).toContain('主要用于【待补充：政府采购的主要用途】。');
    expect(write({}).text('S10.2.1')).toBe('2024年度，青川示例区档案局政府采购支出总额0万元。');
  });

  test('vehicles by the uses that the form of the year names', () => {
    const now = {
      'F03.车辆数合计.统计数': '13',
      'F03.主要负责人用车.统计数': '1',
      'F03.应急保障用车.统计数': '12',
      'F03.其他用车.统计数': '0',
      'F03.单价100万元以上设备.统计数': '2',
    };
    const names = { 主要负责人用车: '2.主要领导干部用车（辆）' };
    expect(write(now, { nowOptions: { names } }).text('S10.3.1')).toBe(
      '截至2024年12月31日，青川示例区档案局共有车辆13辆，其中：主要领导干部用车1辆、应急保障用车12辆。单价100万元（含）以上设备（不含车辆）2台（套）。',
    );
  });

  test('forms until 2021 print two rows of equipment', () => {
    const now = {
      'F03.单价100万元以上设备.统计数': '—',
      'F03.单价50万元以上通用设备.统计数': '3',
      'F03.单价100万元以上专用设备.统计数': '1',
    };
    expect(write(now).text('S10.3.1')).toContain('。单价50万元以上通用设备3台（套），单价100万元以上专用设备1台（套）。');
  });

  test('绩效 from what is supplied, in whole sentences whatever part of it', () => {
    const text = (performance: Readonly<Record<string, unknown>>): string =>
      write({}, { supplement: { documentKind: '部门', performance } }).text('S10.4.1');
    expect(text({ projects: ['甲', '乙'], evaluated: 9, targets: 9, monitored: 8, selfEvaluated: 7, score: '95分' })).toBe(
      '根据预算绩效管理要求，本部门在2024年度预算编制阶段，组织对甲、乙等9个项目开展了预算事前绩效评估，对9个项目编制了绩效目标，预算执行过程中，选取8个项目开展绩效监控，组织对7个项目开展绩效自评，得分95分。',
    );
    expect(text({ selfEvaluated: 7 })).toBe('根据预算绩效管理要求，本部门组织对7个项目开展绩效自评。');
    expect(text({ evaluated: 2 })).toContain('组织对【待补充：开展事前绩效评估的项目名称】等2个项目');
    expect(text({ targets: 2 })).toBe('根据预算绩效管理要求，本部门在2024年度预算编制阶段，对2个项目编制了绩效目标。');
    expect(text({ monitored: 3 })).toBe('根据预算绩效管理要求，本部门预算执行过程中，选取3个项目开展绩效监控。');
    // Names, a score or a report say nothing of how many projects: the numbers are still asked for.
    for (const uncounted of [{}, { projects: ['甲'] }, { score: '95' }, { attachment: '附件' }, { department: { score: '92' } }])
      expect(text(uncounted)).toMatch(/，本部门【待补充：预算绩效管理情况[^】]+】。$/);
  });
});

describe('the unit', () => {
  test('is named by its short name, by the form, or by a blank', () => {
    expect(write({}, { supplement: { unitShortName: '区档案局' } }).text('S10.2.1')).toContain('2024年度，区档案局政府采购');
    expect(write({}, { nowOptions: { unit: '' } }).text('S10.2.1')).toContain('2024年度，【待补充：单位名称】政府采购');
  });
});

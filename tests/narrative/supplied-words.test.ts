import { profileOf, written } from './written';

const words = (id: string, given: Parameters<typeof written>[0]): string => written(given).text(id);

describe('what a person supplies stands where the sentence needs it', () => {
  test('what the unit calls itself', () => {
    const performance = { evaluated: 2, projects: ['年鉴编纂', '网站维护', '驻村工作'] };
    expect(words('S10.4.1', { now: {}, supplement: { unitSelf: '我办', performance } })).toMatch(/^根据预算绩效管理要求，我办在2024年度/);
    expect(words('S10.4.1', { now: {}, supplement: { documentKind: '部门', performance } })).toContain('，本部门在');
  });

  test('what other income is, only where there is some', () => {
    const income = { other: '银行存款利息收入' };
    const some = { 'Z01.其他收入.决算数': '300', 'Z01.本年收入合计.决算数': '300' };
    expect(words('S02.1', { now: some, supplement: { income } })).toMatch(/其他收入主要是银行存款利息收入。$/);
    expect(words('S02.1', { now: {}, supplement: { income } })).not.toContain('主要是');
  });

  test('what 其他用车 are for: asked where there are some', () => {
    const cars = { 'F03.车辆数合计.统计数': '2', 'F03.其他用车.统计数': '2' };
    expect(words('S10.3.1', { now: cars, supplement: { vehicles: { otherUse: '下乡调研' } } })).toContain('其他用车主要用于下乡调研。');
    expect(words('S10.3.1', { now: cars })).toContain('其他用车主要用于【待补充：其他用车的用途】');
    expect(words('S10.3.1', { now: { 'F03.车辆数合计.统计数': '2', 'F03.应急保障用车.统计数': '2' } })).not.toContain('主要用于');
  });

  test('the scores of the projects, of the whole and of one project are three sentences', () => {
    const performance = {
      selfEvaluated: 3,
      score: '95',
      department: { report: '2024年度部门整体支出绩效自评报告', score: '92.5', summary: '资金使用规范' },
      results: { 年鉴编纂: { score: '98', summary: '按期出版' } },
      attachment: '第四部分附件',
    };
    const { text } = written({ now: {}, supplement: { documentKind: '部门', performance } });
    expect(text('S10.4.1')).toContain('组织对3个项目开展绩效自评，得分95分，绩效自评表详见第四部分附件。');
    expect(text('S10.4.2')).toBe(
      '本部门组织开展了2024年度部门整体支出绩效自评，形成《2024年度部门整体支出绩效自评报告》，自评得分92.5分。资金使用规范。',
    );
    expect(text('S10.4.3')).toBe('年鉴编纂项目绩效自评，得分98分。按期出版。');
  });

  test('a report is printed in one pair of 《》, whether or not it was supplied with them; those inside stay', () => {
    const report = (name: string): string =>
      words('S10.4.2', { now: {}, supplement: { documentKind: '部门', performance: { department: { report: name } } } });
    for (const name of ['《自评报告》', '自评报告']) expect(report(name)).toContain('，形成《自评报告》。');
    expect(report('关于《办法》的报告')).toContain('，形成《关于《办法》的报告》。');
  });

  test('a 综述 of a project without its score leaves a blank for the score', () => {
    const { text, document } = written({ now: {}, supplement: { performance: { results: { 年鉴编纂: { summary: '按期出版' } } } } });
    expect(text('S10.4.2')).toBe('年鉴编纂项目绩效自评，【待补充：年鉴编纂项目的绩效自评得分】。按期出版。');
    expect(document.missing.map(({ key }) => key)).toContain('performance.results.年鉴编纂.score');
  });

  test('a budget left blank for the year beside one of its beginning was forgotten: no 未安排预算', () => {
    const now = {
      'F03.三公经费支出合计.统计数': '300000',
      'F03.三公经费支出合计.年初预算数': '300000',
      'F03.公务接待费.统计数': '300000',
    };
    const line = words('S07.1.1', { now });
    expect(line).toContain('【待补充：财决附03表“三公经费支出合计”的全年预算数（');
    expect(line).not.toContain('未安排预算');
    expect(words('S07.1.1', { now: { 'F03.三公经费支出合计.统计数': '300000' } })).toContain('未安排预算');
  });

  test('a 项 with a budget of which nothing was spent is written, with its reason', () => {
    const now = {
      'Z08.2010301.合计': '200000',
      'Z01_1.201.全年预算数·一般公共': '320000',
      'Z01_1.201.决算数·一般公共': '200000',
    };
    const names = {
      '201': '一般公共服务支出',
      '20103': '政府办公厅（室）及相关机构事务',
      '2010301': '行政运行',
      '2010302': '一般行政管理事务',
    };
    const supplement = { itemBudgets: { '2010301': '200000', '2010302': '120000' }, reasons: { items: { '2010302': '项目结转下年' } } };
    expect(words('S05.3.2010302', { now, supplement, nowOptions: { names }, profile: profileOf() })).toContain(
      '支出决算为0万元，完成预算0%，决算数小于预算数的主要原因是项目结转下年。',
    );
  });
});

import type { Cells } from './facts';
import { written, type Given } from './written';

const write = (now: Cells, more: Partial<Given> = {}): ReturnType<typeof written> =>
  written({ now, before: {}, profile: 'shanghai-2024', ...more });
const row = (name: string, spent: string, plan: string): Cells => ({ [`F03.${name}.统计数`]: spent, [`F03.${name}.年初预算数`]: plan });

describe('shanghai-2024', () => {
  test('二: 财政拨款收入 is one figure, the sum of its three kinds', () => {
    const now = {
      'Z01.本年收入合计.决算数': '400000',
      'Z01.一般公共预算财政拨款收入.决算数': '100000',
      'Z01.政府性基金预算财政拨款收入.决算数': '200000',
      'Z01.事业收入.决算数': '100000',
    };
    expect(write(now).text('S02.1')).toBe('本年收入合计40万元，其中：财政拨款收入30万元，占75%；事业收入10万元，占25%。');
  });

  test('五（三）: 年初预算 and 决算, what it was used for, and the gap', () => {
    const now = {
      'Z01_1.本年支出合计.决算数·一般公共': '90000',
      'Z01_1.本年支出合计.年初预算数·一般公共': '100000',
      'Z01_1.205.年初预算数·一般公共': '100000',
      'Z08.205.合计': '90000',
      'Z08.20502.合计': '90000',
      'Z08.2050202.合计': '90000',
      'Z08.2050202.30101': '50000',
      'Z08.2050202.30201': '10000',
      'Z08.2050202.30299': '30000',
      'Z08.2050202.30102': '0',
    };
    const names = { '205': '教育支出', '20502': '普通教育', '2050202': '小学教育' };
    const { text, document } = write(now, {
      nowOptions: { names },
      supplement: { itemBudgets: { '2050202': '100000' }, reasons: { items: { '2050202': '厉行节约' } } },
    });
    expect(text('S05.3.0')).toBe(
      '一般公共预算财政拨款支出年初预算为10万元，支出决算为9万元，完成年初预算的90%。决算数小于预算数的主要原因：【待补充：一般公共预算财政拨款支出决算数小于预算数的主要原因】。其中：',
    );
    expect(text('S05.3.2050202')).toBe(
      '1、教育支出（类）普通教育（款）小学教育（项）。主要用于：基本工资、其他商品和服务支出、办公费。年初预算为10万元，支出决算为9万元。决算数小于预算数的主要原因：厉行节约。',
    );
    expect(document.missing.map(({ key }) => key)).toContain('reasons.S05.budget');
  });

  test('五（三）: a form that was not read is a blank that names it', () => {
    const { text, document } = write({}, { nowOptions: { tables: ['Z01'] } });
    expect(text('S05.3.list')).toBe('【待补充：财决08表各项支出（未读到该表）】。');
    expect(document.missing.map(({ key }) => key)).toContain('form.Z08');
  });

  test('七: against the budget and against last year, by part, each change with its reason', () => {
    const now = {
      ...row('三公经费支出合计', '90000', '100000'),
      ...row('公务接待费', '30000', '40000'),
      ...row('公务用车购置及运行维护费', '60000', '60000'),
      'F03.公务用车运行维护费.统计数': '60000',
      'F03.公务用车保有量.统计数': '3',
      'F03.国内接待费.统计数': '30000',
      'F03.外事接待费.统计数': '10000',
      'F03.国内公务接待批次.统计数': '12',
      'F03.国内公务接待人次.统计数': '90',
      'F03.外事接待批次.统计数': '2',
      'F03.外事接待人次.统计数': '20',
    };
    const before = {
      'F03.三公经费支出合计.统计数': '80000',
      'F03.公务接待费.统计数': '40000',
      'F03.公务用车购置及运行维护费.统计数': '40000',
    };
    const { text } = write(now, {
      before,
      supplement: {
        reasons: { S07: '压缩接待', 'S07.vehicles': '车辆老旧', 'S07.reception': '压缩接待' },
        vehicles: { use: '公务出行' },
        reception: { content: '工作交流' },
      },
    });
    expect(text('S07.1.1')).toBe(
      '“三公”经费财政拨款支出年初预算为10万元，支出决算为9万元，完成年初预算的90%，其中：因公出国（境）费支出决算为0万元；公务用车购置及运行维护费支出决算为6万元，完成年初预算的100%；公务接待费支出决算为3万元，完成年初预算的75%。2024年度“三公”经费支出决算数小于预算数的主要原因：压缩接待。',
    );
    expect(text('S07.1.2')).toBe(
      '2024年度“三公”经费财政拨款支出决算数比2023年度增加1万元，增长12.5%，其中：公务用车购置及运行维护费支出决算增加2万元，增长50%；公务接待费支出决算减少1万元，下降25%。公务用车购置及运行维护费支出增加的主要原因是车辆老旧。公务接待费支出减少的主要原因是压缩接待。',
    );
    const { document } = write(now, { before });
    expect(document.missing.map(({ ask }) => ask)).toContain('公务接待费支出减少的主要原因');
    expect(text('S07.2.2.2')).toBe(
      '公务用车运行维护费支出6万元，主要用于公务出行。2024年，青川示例区档案局开支财政拨款的公务用车保有量为3辆。',
    );
    expect(text('S07.2.3.1')).toBe(
      '国内公务接待支出3万元（含外宾接待支出1万元），主要用于工作交流。公务接待12批次、90人次，其中：接待外宾2批次、20人次。',
    );
  });

  test('七: what a journey abroad was for is said where there was one, paid here or not', () => {
    const spent = row('三公经费支出合计', '90000', '90000');
    const words = (cells: Cells): string => write({ ...spent, ...cells }, { supplement: { abroad: { content: '考察' } } }).text('S07.2.1');
    expect(words({})).not.toContain('开支内容');
    expect(words({ 'F03.因公出国（境）费.统计数': '90000' })).toContain('开支内容包括：考察。');
    expect(words({ 'F03.因公出国（境）团组数.统计数': '1' })).toContain('开支内容包括：考察。');
  });

  test('七: none at all after a year with some explains each part that fell', () => {
    const before = { 'F03.三公经费支出合计.统计数': '50000', 'F03.公务接待费.统计数': '50000' };
    const now = {
      'F03.三公经费支出合计.统计数': '0',
      'F03.三公经费支出合计.年初预算数': '0',
      'F03.公务接待费.统计数': '0',
    };
    const { text, document } = write(now, { before });
    expect(text('S07.1.1')).toMatch(/减少5万元，下降100%。公务接待费支出减少的主要原因是【待补充：公务接待费支出减少的主要原因】。$/);
    expect(document.missing.map(({ key }) => key)).toContain('reasons.S07.reception');
  });

  test('八 and 九: one sentence for a unit without, one line per 项 for a unit with', () => {
    expect(write({}).text('S08.1')).toBe('青川示例区档案局2024年度无政府性基金预算财政拨款收入和支出。');
    const now = {
      'Z01_1.政府性基金预算财政拨款.决算数': '70000',
      'Z01_1.本年支出合计.决算数·政府性基金': '60000',
      'Z01_1.212.年初预算数·政府性基金': '60000',
      'Z09.2120803.本年支出·合计': '60000',
    };
    const { text } = write(now, {
      supplement: { itemBudgets: { '2120803': '60000' } },
      nowOptions: { names: { '2120803': '城市建设支出' } },
    });
    expect(text('S08.1')).toBe('政府性基金预算财政拨款收入7万元，支出6万元，支出具体情况如下：');
    expect(text('S08.2120803')).toMatch(
      /^1、.*城市建设支出（项）。主要用于：【待补充：.*】。年初预算为6万元，支出决算为6万元。决算数与预算数持平。$/,
    );
  });

  test('十一（一）: none is said in one sentence', () => {
    expect(write({}).text('S10.1.1')).toBe('青川示例区档案局2024年度无机关运行经费支出。');
  });
});

import type { Cells } from './facts';
import { written, type Given } from './written';

const budget = (row: string, spent: string, plan: string): Cells => ({ [`F03.${row}.统计数`]: spent, [`F03.${row}.全年预算数`]: plan });
const now: Cells = {
  ...budget('三公经费支出合计', '451300', '451300'),
  ...budget('公务用车购置及运行维护费', '151300', '151300'),
  ...budget('公务接待费', '300000', '300000'),
  'F03.公务用车运行维护费.统计数': '151300',
  'F03.公务用车保有量.统计数': '13',
  'F03.国内接待费.统计数': '300000',
  'F03.国内公务接待批次.统计数': '170',
  'F03.国内公务接待人次.统计数': '2900',
};
const before: Cells = {
  'F03.三公经费支出合计.统计数': '497800',
  'F03.公务用车购置及运行维护费.统计数': '197800',
  'F03.公务接待费.统计数': '300000',
};
const supplement = {
  reasons: { S07: '划拨车辆', 'S07.vehicles': '划拨出公务车1辆' },
  reception: { use: '交通费、住宿费、用餐费等', content: '上级部门检查督查等' },
  vehicles: { kept: { 轿车: 5, 载客汽车: 1, 越野车: 7 }, use: '公务运行' },
};
const write = (more: Partial<Given> = {}): ReturnType<typeof written> => written({ now, before, supplement, ...more });

describe('S07 “三公”经费', () => {
  test('the whole: rate, change, its reason, and the budget met', () => {
    expect(write().text('S07.1.1')).toBe(
      '2024年度“三公”经费财政拨款支出决算为45.13万元，完成预算100%，较上年度减少4.65万元，下降9.34%。主要变动原因是划拨车辆。决算数与预算数持平。',
    );
  });

  test('types of vehicles come in the order of the profile, types it does not know last', () => {
    const kept = { 其他车型: 2, 载客汽车: 1, 越野车: 5, 轿车: 5 };
    expect(write({ supplement: { ...supplement, vehicles: { kept, use: '公务运行' } } }).text('S07.2.2.1')).toContain(
      '轿车5辆、越野车5辆、载客汽车1辆、其他车型2辆',
    );
  });

  test('what was spent abroad has to be told, whether money or groups are counted', () => {
    const asks = (cells: Cells): boolean =>
      write({ now: { ...now, ...cells } })
        .text('S07.2.1')
        .includes('开支内容包括');
    expect([asks({ 'F03.因公出国（境）费.统计数': '10000' }), asks({ 'F03.因公出国（境）团组数.统计数': '1' }), asks({})]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('a share that prints as 100% beside a gap is said to be about that, above and below', () => {
    const text = (spent: string): string => write({ now: { ...now, ...budget('三公经费支出合计', spent, '50000000') } }).text('S07.1.1');
    expect(text('49999000')).toContain('完成预算约100%');
    expect(text('50001000')).toContain('完成预算约100%');
    expect(text('50000000')).toContain('完成预算100%');
  });

  test('a gap to the budget is what the reason of the whole explains', () => {
    const { text } = write({ now: { ...now, 'F03.三公经费支出合计.全年预算数': '500000' } });
    expect(text('S07.1.1')).toBe(
      '2024年度“三公”经费财政拨款支出决算为45.13万元，完成预算90.26%，较上年度减少4.65万元，下降9.34%。主要变动原因是【待补充：“三公”经费减少的主要变动原因】。决算数小于预算数的主要原因是划拨车辆。',
    );
  });

  test('the parts with shares, those of zero left out', () => {
    expect(write().text('S07.2.0')).toBe(
      '2024年度“三公”经费财政拨款支出决算中，公务用车购置及运行维护费支出决算15.13万元，占33.53%；公务接待费支出决算30万元，占66.47%。',
    );
  });

  test('外事接待 is a part of 国内公务接待 and says so; what was spent abroad has its own sentence', () => {
    const guests = { ...now, 'F03.外事接待费.统计数': '26000', 'F03.外事接待批次.统计数': '6', 'F03.外事接待人次.统计数': '95' };
    const given = { ...supplement, reception: { ...supplement.reception, foreign: '友好城市来访' } };
    expect(write({ now: guests, supplement: given }).text('S07.2.3.2')).toBe(
      '国内公务接待支出中，外事接待支出2.6万元，外事接待6批次，95人次（不包括陪同人员），共计支出2.6万元，主要用于友好城市来访。',
    );
    expect(write({ now: { ...now, 'F03.国（境）外接待费.统计数': '10000' } }).text('S07.2.3.2')).toMatch(
      /^外事接待支出0万元.*国（境）外公务接待支出1万元。$/,
    );
  });

  test('a unit without any has one sentence and no heading （一） above it', () => {
    const { document } = written({ now: {} });
    expect(document.sections.find(({ id }) => id === 'S07')!.blocks.map(({ kind }) => kind)).toEqual(['paragraph']);
  });

  test('1. abroad: nothing planned, nothing spent', () => {
    expect(write().text('S07.2.1')).toBe(
      '1.因公出国（境）经费支出0万元，未安排预算。全年安排因公出国（境）团组0次，出国（境）0人。因公出国（境）支出决算与2023年度持平。',
    );
  });

  test('1. abroad: with a group the content is told or asked for', () => {
    const cells = {
      ...now,
      ...budget('因公出国（境）费', '50000', '60000'),
      'F03.因公出国（境）团组数.统计数': '1',
      'F03.因公出国（境）人次数.统计数': '2',
    };
    expect(write({ now: cells }).text('S07.2.1')).toBe(
      '1.因公出国（境）经费支出5万元，完成预算83.33%。全年安排因公出国（境）团组1次，出国（境）2人。因公出国（境）支出决算比2023年度增加5万元（2023年度基数为0，不可比）。主要原因是【待补充：因公出国（境）支出增加的主要原因】。决算数小于预算数的主要原因是【待补充：因公出国（境）支出决算数小于预算数的主要原因】。开支内容包括：【待补充：因公出国（境）团组名称、出访地点、取得成效】。',
    );
  });

  test('2. vehicles: change with reason, kept by type in the order of the profile', () => {
    const { text } = write();
    expect(text('S07.2.2')).toBe(
      '2.公务用车购置及运行维护费支出15.13万元，完成预算100%。公务用车购置及运行维护费支出决算比2023年度减少4.65万元，下降23.51%。主要原因是划拨出公务车1辆。',
    );
    expect(text('S07.2.2.1')).toBe(
      '其中：公务用车购置支出0万元。全年按规定更新购置公务用车0辆。截至2024年12月31日，单位共有公务用车13辆，其中：轿车5辆、越野车7辆、载客汽车1辆。',
    );
    expect(text('S07.2.2.2')).toBe(
      '公务用车运行维护费支出15.13万元，主要用于公务运行所需的公务用车燃料费、维修费、过路过桥费、保险费等支出。',
    );
  });

  test('2. vehicles: types that do not make up the form’s number are pointed out', () => {
    const { text } = write({ supplement: { ...supplement, vehicles: { kept: { 轿车: 5 } } } });
    expect(text('S07.2.2.1')).toContain('其中：轿车5辆【待补充：车型数量之和与财决附03表的公务用车保有量不一致，请核对】。');
    expect(write({ supplement: {} }).text('S07.2.2.1')).toContain(
      '其中：【待补充：公务用车保有量按车型（轿车、越野车、载客汽车）分列的数量】。',
    );
  });

  test('2. vehicles: bought by type with amounts', () => {
    const cells = { ...now, 'F03.公务用车购置费.统计数': '180000', 'F03.公务用车购置数.统计数': '1' };
    const bought = { ...supplement, vehicles: { ...supplement.vehicles, bought: { 越野车: { count: 1, amount: '180000' } } } };
    expect(write({ now: cells, supplement: bought }).text('S07.2.2.1')).toContain(
      '公务用车购置支出18万元。全年按规定更新购置公务用车1辆，其中：越野车1辆、金额18万元，主要用于【待补充：购置公务用车的主要用途】。',
    );
    expect(write({ now: cells }).text('S07.2.2.1')).toContain(
      '更新购置公务用车1辆，其中：【待补充：更新购置的公务用车按车型分列的数量和金额】，主要用于【待补充：购置公务用车的主要用途】。',
    );
  });

  test('2. vehicles: none bought by any type, said by type where zeros are listed', () => {
    const bought = { 轿车: { count: 0, amount: '0' } };
    const given = { supplement: { ...supplement, vehicles: { ...supplement.vehicles, bought }, settings: { zeroItems: '列出' } } };
    expect(write(given).text('S07.2.2.1')).toContain('更新购置公务用车0辆，其中：轿车0辆、金额0万元，越野车0辆、金额0万元，');
    expect(write({ supplement: { ...given.supplement, settings: {} } }).text('S07.2.2.1')).toContain('更新购置公务用车0辆。');
  });

  test('3. reception: level with last year, home and foreign', () => {
    const { text } = write();
    expect(text('S07.2.3')).toBe('3.公务接待费支出30万元，完成预算100%。公务接待费支出决算与2023年度持平。');
    expect(text('S07.2.3.1')).toBe(
      '其中：国内公务接待支出30万元，主要用于执行公务、开展业务活动开支的交通费、住宿费、用餐费等。国内公务接待170批次，2900人次（不包括陪同人员），共计支出30万元，具体内容包括：上级部门检查督查等。',
    );
    expect(text('S07.2.3.2')).toBe('外事接待支出0万元，外事接待0批次，0人次（不包括陪同人员），共计支出0万元。');
  });

  test('a budget gap without a change is explained by the reason of the part', () => {
    const { text } = write({
      now: { ...now, 'F03.公务接待费.全年预算数': '320000' },
      supplement: { reasons: { 'S07.reception': '厉行节约' } },
    });
    expect(text('S07.2.3')).toBe(
      '3.公务接待费支出30万元，完成预算93.75%。公务接待费支出决算与2023年度持平。决算数小于预算数的主要原因是厉行节约。',
    );
  });

  test('a unit without any has one sentence', () => {
    expect(write({ now: {}, before: {}, supplement: {} }).text('S07.1.1')).toBe('青川示例区档案局2024年度无“三公”经费财政拨款支出。');
  });

  test('a fall to nothing is said, and vehicles that are kept all the same', () => {
    const { text } = write({
      now: { 'F03.公务用车保有量.统计数': '1' },
      before: { 'F03.三公经费支出合计.统计数': '50000' },
      supplement: {},
    });
    expect(text('S07.1.1')).toBe(
      '青川示例区档案局2024年度无“三公”经费财政拨款支出，较上年度减少5万元，下降100%。主要变动原因是【待补充：“三公”经费减少的主要变动原因】。截至2024年12月31日，单位共有公务用车1辆。',
    );
  });

  test('sichuan-2022 has its own words', () => {
    const { text } = write({ profile: 'sichuan-2022' });
    expect(text('S07.1.1')).toContain('较上年减少4.65万元');
    expect(text('S07.2.2.1')).toContain('截至2024年12月底，单位共有公务用车13辆');
    expect(text('S07.2.3')).toContain('与2023年持平');
  });
});

import { chartSpecs } from '../../src/narrative/charts';
import { defaultProfile } from '../../src/narrative/profiles/index';
import { inputOf, type Given } from './written';

const specs = (given: Given): ReturnType<typeof chartSpecs> => chartSpecs(inputOf(given), 2024, defaultProfile.charts);
const chart = (id: string, given: Given): Readonly<Record<string, unknown>> => {
  const found = specs(given).find((spec) => spec.id === id)!;
  return { ...found, series: found.series.map(({ name, values }) => [name, ...values.map((value) => value.value.toString())]) };
};

const full = {
  'Z01.收入总计.决算数': '1',
  'Z01.其他收入.决算数': '1',
  'Z04.合计.基本支出': '1',
  'Z01_1.收入总计.决算数': '1',
  'Z01_1.本年支出合计.决算数·一般公共': '1',
  'Z01_1.201.决算数·一般公共': '1',
  'F03.公务接待费.统计数': '1',
};

describe('charts', () => {
  test('are seven, numbered and titled in the order of the text', () => {
    expect(specs({ now: full, before: {} }).map(({ id, title, kind }) => `${id} ${title} ${kind}`)).toEqual([
      'C01 图1：收、支决算总计变动情况图 column',
      'C02 图2：收入决算结构图 pie',
      'C03 图3：支出决算结构图 pie',
      'C04 图4：财政拨款收、支决算总计变动情况图 column',
      'C05 图5：一般公共预算财政拨款支出决算变动情况图 column',
      'C06 图6：一般公共预算财政拨款支出决算结构图 pie',
      'C07 图7：“三公”经费财政拨款支出结构图 pie',
    ]);
  });

  test('one that is left out takes no number', () => {
    const titles = specs({ now: { ...full, 'Z01.其他收入.决算数': '0' }, before: {} }).map(({ title }) => title);
    expect(titles.slice(0, 3)).toEqual(['图1：收、支决算总计变动情况图', '收入决算结构图', '图2：支出决算结构图']);
  });

  test('C01 sets last year beside this year, in 元', () => {
    expect(chart('C01', { now: { 'Z01.收入总计.决算数': '10898277' }, before: { 'Z01.收入总计.决算数': '11967204' } })).toEqual({
      id: 'C01',
      title: '图1：收、支决算总计变动情况图',
      kind: 'column',
      categories: ['2023年度', '2024年度'],
      series: [['收、支总计', '11967204', '10898277']],
    });
  });

  test('C02 shows the slices that are there, in the order of the text', () => {
    const now = { 'Z01.其他收入.决算数': '1113', 'Z01.一般公共预算财政拨款收入.决算数': '10799464', 'Z01.事业收入.决算数': '0' };
    expect(chart('C02', { now })).toMatchObject({
      categories: ['一般公共预算财政拨款收入', '其他收入'],
      series: [['本年收入', '10799464', '1113']],
    });
  });

  test.each([
    ['C01', {}, undefined, '缺少2023年度收、支总计'],
    ['C01', { 'Z01.收入总计.决算数': '—' }, {}, '缺少财决01表“收入总计”的决算数'],
    ['C04', {}, {}, '两个年度均为零'],
    ['C07', {}, {}, '各项均为零'],
    ['C03', { 'Z04.合计.基本支出': '5', 'Z04.合计.项目支出': '-1' }, {}, '有负数，不能画饼图'],
  ] as const)('%s says why it is left out', (id, now, before, reason) => {
    expect(chart(id, { now, before }).empty).toContain(reason);
  });

  test('a pie of a form that was not read says so', () => {
    expect(chart('C07', { now: {}, nowOptions: { tables: ['Z01'] } }).empty).toBe('没有读到相应的表');
  });
});

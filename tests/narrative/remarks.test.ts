import { asksOf } from '../../src/narrative/asks';
import { remarksByField } from '../../src/narrative/reasons/all-remarks';
import type { Cells } from './facts';
import { inputOf, profileOf, written, type Given } from './written';

const now: Cells = {
  'F03.国内公务接待人次.统计数': '12',
  'F03.国内公务接待批次.统计数': '3',
  'F03.因公出国（境）人次数.统计数': '4',
  'Z01.收入总计.决算数': '7303906',
  'Z01.项目支出.决算数': '4000000',
  'Z01.年初结转和结余.决算数': '500000',
};
const before: Cells = {
  'Z01.收入总计.决算数': '13899074',
  'Z01.项目支出.决算数': '10000000',
  'Z01.年初结转和结余.决算数': '100000',
};
const remarks = (supplement: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> => {
  const given = { now, before, supplement };
  const found = remarksByField(inputOf(given), profileOf(), asksOf(written(given).document));
  return Object.fromEntries([...found].map(([key, { message }]) => [key, message]));
};

describe('what is supplied and cannot be right is said at its field', () => {
  test.each<[Readonly<Record<string, unknown>>, Readonly<Record<string, string>>]>([
    [
      { performance: { projects: ['甲', '乙', '丙', '丁', '戊'], evaluated: 3 } },
      { 'performance.evaluated': '列了5个项目名称，项目数却是3个，请核对。' },
    ],
    [
      { performance: { projects: ['甲'], evaluated: 3, selfEvaluated: 3, grades: { 优: 1, 良: 1 } } },
      { 'performance.selfEvaluated': '各评级的项目数合计2个，与绩效自评的项目数3个不一致，请核对。' },
    ],
    [
      { performance: { targets: 2, evaluated: 4 } },
      { 'performance.targets': '编制绩效目标的项目2个，少于开展事前绩效评估的4个，请核对。' },
    ],
    [
      { performance: { problems: { found: 1, fixed: 1, fixing: 1 } } },
      { 'performance.problems.found': '已整改和正在整改的问题共2个，多于发现的问题1个，请核对。' },
    ],
    [
      { reception: { content: '省厅督查组一行26人' } },
      { 'reception.content': '这里写到26人，而财决附03表国内公务接待人次只有12，请核对。' },
    ],
    [
      { reception: { content: '接待考察团5批次、2人' } },
      { 'reception.content': '这里写到5批，而财决附03表国内公务接待批次只有3，请核对。' },
    ],
    [{ abroad: { content: '赴友好城市一行６人' } }, { 'abroad.content': '这里写到6人，而财决附03表因公出国（境）人次数只有4，请核对。' }],
    [{ reception: { content: '上级检查3批次12人次' }, performance: { projects: ['甲'], evaluated: 2 } }, {}],
  ])('%j', (supplement, expected) => expect(remarks(supplement)).toEqual(expected));

  test('a count that the form leaves blank, or a form that was not read, speaks against nothing', () => {
    const counted = { reception: { content: '省厅督查组一行26人' } };
    const found = (given: Pick<Given, 'now' | 'nowOptions'>): readonly string[] => [
      ...remarksByField(inputOf({ ...given, supplement: counted }), profileOf(), asksOf(written(given).document)).keys(),
    ];
    expect(found({ now })).toEqual(['reception.content']);
    expect(found({ now: { ...now, 'F03.国内公务接待人次.统计数': '空' } })).toEqual([]);
    expect(found({ now: {}, nowOptions: { tables: ['Z01'] } })).toEqual([]);
  });

  test('a change over 10% asks for a cause with an amount and offers the two largest movers, 年初结转 among them', () => {
    expect(remarks({ reasons: { S01: '业务压缩' } })).toEqual({
      'reasons.S01': '变动超过10%，建议写明主要因素和金额，如：项目支出减少600.00万元、年初结转和结余增加40.00万元。',
    });
    expect(remarks({ reasons: { S01: '项目支出减少600万元' } })).toEqual({});
  });
});

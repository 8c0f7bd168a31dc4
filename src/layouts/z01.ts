import { functionalClassCodes, functionalClasses } from './codes/functional';
import { economicGroupCodes, economicGroups, type EconomicGroupCode } from './codes/economic';
import type { FunctionalClass } from './codes/functional';
import { column, defineForm, form, needed, type RowWords } from './layout';

/** Earlier printings of the 经济分类 groups. */
export const formerGroupNames: Readonly<Partial<Record<EconomicGroupCode, string>>> = {
  '303': '对个人和家庭的补助支出',
  '307': '债务利息支出',
  '309': '基本建设支出|资本性支出(基本建设)',
  '310': '其他资本性支出',
  '311': '对企业补助(基本建设)',
  '312': '对企业补助支出|对企事业单位的补贴',
  '313': '对社会保障基金的补助',
};

/** Rows of 功能分类 类, labels in the 功能 block; an unprinted class did not occur. */
export const functionalRows = (total: string): readonly RowWords<FunctionalClass, '功能'>[] =>
  functionalClassCodes.map((code) => {
    const { name, formerly } = functionalClasses[code] as { name: string; formerly?: readonly string[] };
    return { key: code, words: [name, ...(formerly ?? [])].join('|'), in: ['功能'], unprinted: total };
  });

/** Rows of 经济分类 groups, labels in the 性质 block. */
export const economicRows = (total: string): readonly RowWords<EconomicGroupCode, '性质'>[] =>
  economicGroupCodes.map((code) => ({
    key: code,
    words: [economicGroups[code].name, formerGroupNames[code]].filter(Boolean).join('|'),
    in: ['性质'],
    below: '经济分类支出合计',
    unprinted: total,
  }));

type More = Partial<Pick<RowWords, 'above' | 'below' | 'required'>>;
export const income = <Key extends string>(key: Key, words: string, more: More = {}): RowWords<Key, '收入'> => ({
  key,
  words,
  in: ['收入'],
  ...more,
});
export const nature = <Key extends string>(key: Key, words: string, more: More = {}): RowWords<Key, '性质'> => ({
  key,
  words,
  in: ['性质'],
  ...more,
});
/** Printed at the foot of the 功能 block, with 行次 and values in the 性质 block. */
export const foot = <Key extends string>(key: Key, words: string, more: More = {}): RowWords<Key, '功能' | '性质'> => ({
  key,
  words,
  in: ['功能', '性质'],
  values: ['性质', '功能'],
  ...more,
});

export const z01RowWords = [
  income('一般公共预算财政拨款收入', '一般公共预算财政拨款收入|一般公共预算财政拨款|公共预算财政拨款收入'),
  income('政府性基金预算财政拨款收入', '政府性基金预算财政拨款收入|政府性基金预算财政拨款'),
  income('国有资本经营预算财政拨款收入', '国有资本经营预算财政拨款收入|国有资本经营预算财政拨款'),
  income('上级补助收入', '上级补助收入'),
  income('事业收入', '事业收入'),
  income('经营收入', '经营收入'),
  income('附属单位上缴收入', '附属单位上缴收入'),
  income('其他收入', '其他收入'),
  income('本年收入合计', '本年收入合计', { required: true }),
  income('使用非财政拨款结余', '使用非财政拨款结余(含专用结余)|使用非财政拨款结余和专用结余|使用非财政拨款结余|用事业基金弥补收支差额'),
  income('年初结转和结余', '年初结转和结余', { required: true }),
  income('收入总计', '总计|收入总计', { required: true, below: '本年收入合计' }),
  ...functionalRows('本年支出合计'),
  nature('基本支出', '基本支出', { required: true }),
  nature('人员经费', '人员经费'),
  nature('公用经费', '公用经费|日常公用经费'),
  nature('项目支出', '项目支出', { required: true }),
  nature('基本建设类项目', '基本建设类项目|基本建设类'),
  nature('上缴上级支出', '上缴上级支出'),
  nature('经营支出', '经营支出'),
  nature('对附属单位补助支出', '对附属单位补助支出'),
  nature('经济分类支出合计', '经济分类支出合计|支出经济分类合计'),
  ...economicRows('经济分类支出合计'),
  foot('本年支出合计', '本年支出合计', { required: true }),
  foot('结余分配', '结余分配'),
  foot('年末结转和结余', '年末结转和结余', { required: true }),
  foot('支出总计', '总计|支出总计', { required: true }),
];

/** The three stages of a figure. */
export const stages = ['年初预算数', '全年预算数', '决算数'] as const;
export type Stage = (typeof stages)[number];

const columns = [
  column('年初预算数', '年初预算数|年初预算'),
  column('全年预算数', '全年预算数|全年预算|调整预算数'),
  needed('决算数', '决算数|金额'),
];

export const z01 = defineForm({
  id: 'Z01',
  table: 'Z01',
  family: '财决',
  titles: ['收入支出决算总表'],
  numbers: ['财决01表'],
  source: form('财决01表'),
  unit: '元',
  blankMeansNone: true,
  proof: ['年初预算数', '本年收入合计', '本年支出合计', '功能分类', '基本支出'],
  body: {
    kind: 'fixed',
    blocks: [
      { name: '收入', head: '', columns },
      { name: '功能', head: '功能', columns },
      { name: '性质', head: '性质|经济', columns },
    ],
    rows: z01RowWords,
  },
  absence: '收支总体情况（说明第一部分）和财决01表的全部公式无法核对。',
});

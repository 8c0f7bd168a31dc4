import { column, defineForm, form, needed, type ColumnWords } from './layout';
import { economicRows, foot, functionalRows, income, nature, stages, type Stage } from './z01';

/** The money of 财政拨款; 小计 is their sum. */
export const funds = ['小计', '一般公共', '政府性基金', '国有资本'] as const;
export type Fund = (typeof funds)[number];

const budget = '一般公共预算财政拨款|一般公共预算|公共预算财政拨款';
const fund = '政府性基金预算财政拨款|政府性基金财政拨款|政府性基金预算|政府性基金';
const state = '国有资本经营预算财政拨款|国有资本经营财政拨款|国有资本经营预算';

export const z01_1RowWords = [
  income('一般公共预算财政拨款', `${budget}|一般公共预算财政拨款收入`, { above: '本年收入合计', required: true }),
  income('政府性基金预算财政拨款', `${fund}|政府性基金预算财政拨款收入`, { above: '本年收入合计' }),
  income('国有资本经营预算财政拨款', `${state}|国有资本经营预算财政拨款收入`, { above: '本年收入合计' }),
  income('本年收入合计', '本年收入合计', { required: true }),
  income('年初财政拨款结转和结余', '年初财政拨款结转和结余', { required: true }),
  income('年初一般公共', budget, { below: '年初财政拨款结转和结余' }),
  income('年初政府性基金', fund, { below: '年初财政拨款结转和结余' }),
  income('年初国有资本', state, { below: '年初财政拨款结转和结余' }),
  income('收入总计', '总计|收入总计', { required: true, below: '本年收入合计' }),
  ...functionalRows('本年支出合计'),
  nature('基本支出', '基本支出', { required: true }),
  nature('人员经费', '人员经费'),
  nature('公用经费', '公用经费|日常公用经费'),
  nature('项目支出', '项目支出', { required: true }),
  nature('基本建设类项目', '基本建设类项目|基本建设类'),
  nature('经济分类支出合计', '经济分类支出合计|支出经济分类合计'),
  ...economicRows('经济分类支出合计'),
  foot('本年支出合计', '本年支出合计', { required: true }),
  foot('年末财政拨款结转和结余', '年末财政拨款结转和结余', { required: true }),
  foot('年末一般公共', budget, { below: '年末财政拨款结转和结余' }),
  foot('年末政府性基金', fund, { below: '年末财政拨款结转和结余' }),
  foot('年末国有资本', state, { below: '年末财政拨款结转和结余' }),
  foot('支出总计', '总计|支出总计', { required: true, below: '本年支出合计' }),
];

const fundWords: Readonly<Record<Fund, string>> = { 小计: '小计|合计', 一般公共: budget, 政府性基金: fund, 国有资本: state };
const budgetWords: Readonly<Record<Stage, string>> = {
  年初预算数: '年初预算数|年初预算',
  全年预算数: '全年预算数|全年预算|调整预算数',
  决算数: '决算数|金额',
};
const byFund: readonly ColumnWords<`${Stage}·${Fund}`>[] = stages.flatMap((col) =>
  funds.map((name) => {
    const paths = [`${budgetWords[col]} > ${fundWords[name]}`];
    const key = `${col}·${name}` as const;
    return col === '决算数' && name !== '国有资本' ? needed(key, ...paths) : column(key, ...paths);
  }),
);

export const z01_1 = defineForm({
  id: 'Z01_1',
  table: 'Z01_1',
  family: '财决',
  titles: ['财政拨款收入支出决算总表'],
  numbers: ['财决01-1表'],
  source: form('财决01-1表', true),
  unit: '元',
  blankMeansNone: true,
  proof: ['年初预算数', '本年收入合计', '年初财政拨款结转和结余', '本年支出合计', '功能分类'],
  body: {
    kind: 'fixed',
    blocks: [
      {
        name: '收入',
        head: '',
        columns: [
          column('年初预算数', budgetWords.年初预算数),
          column('全年预算数', budgetWords.全年预算数),
          needed('决算数', budgetWords.决算数),
        ],
      },
      { name: '功能', head: '功能', columns: byFund },
      { name: '性质', head: '性质|经济', columns: byFund },
    ],
    rows: z01_1RowWords,
  },
  absence: '财政拨款收支和一般公共预算支出情况（说明第四、五部分）以及预算完成情况无法编写和核对。',
});

import { defineForm, form } from './layout';

/** The forms by 功能分类 rows and 经济分类 columns: one description for all, they differ in title and number only. */
const matrix = <const Id extends string>(
  id: Id,
  titles: readonly string[],
  absence: string,
  options: { projects?: true; unverified?: true } = {},
) => {
  const number = `财决${id.slice(1).replace('_', '-')}表`;
  return defineForm({
    id,
    table: id,
    family: '财决',
    titles,
    numbers: [number],
    source: form(number, options.unverified),
    unit: '元',
    blankMeansNone: true,
    proof: ['科目名称', '合计', '工资福利支出', '商品和服务支出', '对个人和家庭的补助|对个人和家庭的补助支出'],
    body: { kind: 'codes', columns: 'matrix', ...(options.projects ? { projects: true } : {}) },
    absence,
  });
};

const only = '该表与总表、分表之间的公式无法核对。';

export const z05 = matrix('Z05', ['支出决算明细表'], only);
export const z05_1 = matrix('Z05_1', ['基本支出决算明细表'], only);
export const z05_2 = matrix('Z05_2', ['项目支出决算明细表'], only, { projects: true });
export const z05_3 = matrix('Z05_3', ['经营支出决算明细表'], '有经营支出的单位才编报；该表公式从略。');
export const z08 = matrix('Z08', ['一般公共预算财政拨款支出决算明细表'], '“三公”经费与财决08表的核对无法进行。');
export const z08_1 = matrix(
  'Z08_1',
  ['一般公共预算财政拨款基本支出决算明细表'],
  '一般公共预算基本支出（说明第六部分）和机关运行经费的核对无法进行。',
);
export const z08_2 = matrix('Z08_2', ['一般公共预算财政拨款项目支出决算明细表'], only, { projects: true });
export const z10 = matrix('Z10', ['政府性基金预算财政拨款支出决算明细表'], '有政府性基金的单位才编报；该表公式从略。', {
  unverified: true,
});
export const z10_1 = matrix('Z10_1', ['政府性基金预算财政拨款基本支出决算明细表'], '有政府性基金的单位才编报；该表公式从略。', {
  unverified: true,
});
export const z10_2 = matrix('Z10_2', ['政府性基金预算财政拨款项目支出决算明细表'], '有政府性基金的单位才编报；该表公式从略。', {
  projects: true,
  unverified: true,
});
export const z12 = matrix('Z12', ['国有资本经营预算财政拨款支出决算明细表'], '有国有资本经营预算的单位才编报；该表公式从略。', {
  unverified: true,
});

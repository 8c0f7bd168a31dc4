import { functionalClassCodes } from '../layouts/codes/functional';
import { economicGroupCodes } from '../layouts/codes/economic';
import { formName } from '../layouts/keys';
import type { Rule } from './rule';
import { derived } from './sources';
import { atMost, equal, less } from './terms';

/** 财决01-1 against the forms of each fund. */
export const z01_1CrossRules: readonly Rule[] = [
  ...(
    [
      ['Z01_1-X01', '一般公共预算财政拨款', 'Z07', 1],
      ['Z01_1-X02', '政府性基金预算财政拨款', 'Z09', 2],
      ['Z01_1-X03', '国有资本经营预算财政拨款', 'Z11', 3],
    ] as const
  ).map(([id, income, form, line]): Rule => ({
    id,
    title: `${income}收入与分资金表一致`,
    severity: 'error',
    source: derived(`财决01-1表 ${line}行 3栏＝${formName(form)}合计行本年收入`),
    claim: equal(`Z01_1.${income}.决算数`, `${form}.合计.本年收入·合计`),
    hint: '决算数由分资金收支表的合计行提取。',
  })),
  ...(
    [
      ['Z01_1-X04', 'Z07', '一般公共'],
      ['Z01_1-X05', 'Z09', '政府性基金'],
      ['Z01_1-X06', 'Z11', '国有资本'],
    ] as const
  ).map(([id, form, fund]): Rule => ({
    id,
    title: `本年支出合计（${fund}）与分资金表一致`,
    severity: 'error',
    source: derived(`财决01-1表 本年支出合计（${fund}决算数）＝${formName(form)}合计行本年支出`),
    claim: equal(`Z01_1.本年支出合计.决算数·${fund}`, `${form}.合计.本年支出·合计`),
    hint: '决算数由分资金收支表的合计行提取。',
  })),
  ...(
    [
      ['Z01_1-X07', 'Z07', '一般公共'],
      ['Z01_1-X08', 'Z09', '政府性基金'],
      ['Z01_1-X09', 'Z11', '国有资本'],
    ] as const
  ).map(([id, form, fund]): Rule => ({
    id,
    title: `各类支出（${fund}）与分资金表一致`,
    severity: 'error',
    each: { rows: { only: functionalClassCodes } },
    source: derived(`财决01-1表 功能分类各类（${fund}决算数）＝${formName(form)}各类行本年支出`),
    claim: equal(`Z01_1.*.决算数·${fund}`, `${form}.*.本年支出·合计`),
    hint: '核对该类支出在两表中的决算数。',
  })),
  ...(
    [
      ['Z01_1-X10', 'Z01_1-X11', 'Z07', '一般公共'],
      ['Z01_1-X12', 'Z01_1-X13', 'Z09', '政府性基金'],
      ['Z01_1-X14', 'Z01_1-X15', 'Z11', '国有资本'],
    ] as const
  ).flatMap(([opening, closing, form, fund]): Rule[] => [
    {
      id: opening,
      title: `年初结转和结余（${fund}）与分资金表一致`,
      severity: 'error',
      source: derived(`财决01-1表 年初结转和结余（${fund}决算数）＝${formName(form)}合计行年初结转和结余`),
      claim: equal(`Z01_1.年初${fund}.决算数`, `${form}.合计.年初结转和结余·合计`),
      hint: '核对两表的年初结转和结余。',
    },
    {
      id: closing,
      title: `年末结转和结余（${fund}）与分资金表一致`,
      severity: 'error',
      source: derived(`财决01-1表 年末结转和结余（${fund}决算数）＝${formName(form)}合计行年末结转和结余`),
      claim: equal(`Z01_1.年末${fund}.决算数·小计`, `${form}.合计.年末结转和结余·合计`),
      hint: '核对两表的年末结转和结余。',
    },
  ]),
  ...(
    [
      ['Z01_1-X16', 'Z07', '一般公共', '基本支出'],
      ['Z01_1-X17', 'Z07', '一般公共', '项目支出'],
      ['Z01_1-X18', 'Z07', '一般公共', '人员经费'],
      ['Z01_1-X19', 'Z07', '一般公共', '公用经费'],
      ['Z01_1-X20', 'Z09', '政府性基金', '基本支出'],
      ['Z01_1-X21', 'Z09', '政府性基金', '项目支出'],
      ['Z01_1-X22', 'Z11', '国有资本', '基本支出'],
      ['Z01_1-X23', 'Z11', '国有资本', '项目支出'],
    ] as const
  ).map(([id, form, fund, row]): Rule => ({
    id,
    title: `${row}（${fund}）与分资金表一致`,
    severity: 'error',
    ifPrinted: true,
    source: derived(`财决01-1表 ${row}（${fund}决算数）＝${formName(form)}合计行${row}`),
    claim: equal(`Z01_1.${row}.决算数·${fund}`, `${form}.合计.本年支出·${row}`),
    hint: '核对两表的基本支出、项目支出。',
  })),
  ...(
    [
      ['Z01_1-X24', 'Z08', '一般公共'],
      ['Z01_1-X25', 'Z10', '政府性基金'],
      ['Z01_1-X26', 'Z12', '国有资本'],
    ] as const
  ).map(([id, form, fund]): Rule => ({
    id,
    title: `经济分类各类（${fund}）与明细表一致`,
    severity: 'error',
    each: { rows: { only: economicGroupCodes } },
    source: derived(`财决01-1表 经济分类各类（${fund}决算数）＝${formName(form)}合计行各类小计`),
    claim: equal(`Z01_1.*.决算数·${fund}`, `${form}.合计.^`),
    hint: '核对该类经济分类支出与明细表合计行的小计。',
  })),
  {
    id: 'Z01_1-X27',
    title: '财政拨款年初结转不大于全部年初结转',
    severity: 'error',
    source: derived('财决01-1表 28行≤财决01表 29行'),
    unlessNegative: true,
    claim: atMost('Z01_1.年初财政拨款结转和结余.决算数', 'Z01.年初结转和结余.决算数'),
    hint: '财政拨款结转是全部结转的一部分。',
  },
  {
    id: 'Z01_1-X28',
    title: '财政拨款年末结转不大于全部年末结转',
    severity: 'error',
    source: derived('财决01-1表 年末结转≤财决01表 86行'),
    unlessNegative: true,
    claim: atMost('Z01_1.年末财政拨款结转和结余.决算数·小计', 'Z01.年末结转和结余.决算数'),
    hint: '财政拨款结转是全部结转的一部分。',
  },
  {
    id: 'Z01_1-X29',
    title: '非财政拨款的支出不大于非财政拨款的资金来源',
    severity: 'warning',
    source: derived('财决01表与财决01-1表：两表之差的收支'),
    claim: atMost(less('Z01.本年支出合计.决算数', 'Z01_1.本年支出合计.决算数·小计'), less('Z01.收入总计.决算数', 'Z01_1.收入总计.决算数')),
    hint: '除财政拨款外的支出超过了除财政拨款外的资金来源，请核对两表。',
  },
];

import type { Profile } from '../profile';
import { sichuan2024 } from './sichuan-2024';

/**
 * 云南省 2024 年度格式: four sections in part three, six in part four. Known are the openings of two published reports;
 * everything else is carried over from the form of Sichuan and unverified.
 */
export const yunnan2024: Profile = {
  ...sichuan2024,
  id: 'yunnan-2024',
  name: '云南（2024年度格式）',
  source: { by: 'derived', doc: '云南省部门决算公开文本（2024年度）', clause: '第三、四部分', unverified: true },
  sections: [
    { part: '第三部分 {本年}年度{部门}决算情况说明' },
    { use: 'S02', heading: '收入决算情况说明' },
    { use: 'S03', heading: '支出决算情况说明' },
    { use: 'S05', heading: '一般公共预算财政拨款支出决算情况说明' },
    { use: 'S07', heading: '财政拨款“三公”经费支出决算情况说明' },
    { part: '第四部分 其他重要事项及相关口径情况说明' },
    { use: 'S10-agency', heading: '机关运行经费支出情况' },
    { use: 'S10-assets', heading: '国有资产占用情况' },
    { use: 'S10-procurement', heading: '政府采购支出情况' },
    { use: 'S10-performance', heading: '部门绩效自评情况' },
    { use: 'notes', heading: '其他重要事项情况说明' },
    {
      use: 'text',
      id: 'S10.6',
      heading: '相关口径说明',
      closing: [
        '（一）基本支出中人员经费包括工资福利支出和对个人和家庭的补助，公用经费包括商品和服务支出、资本性支出等人员经费以外的支出。',
        '（二）机关运行经费指行政单位和参照公务员法管理的事业单位使用一般公共预算财政拨款安排的基本支出中的日常公用经费支出。',
        '（三）按照党中央、国务院有关文件及部门预算管理有关规定，“三公”经费包括因公出国（境）费、公务用车购置及运行维护费和公务接待费。',
        '（四）“三公”经费决算数指各部门（含下属单位）当年通过本级财政一般公共预算财政拨款和以前年度一般公共预算财政拨款结转结余资金安排的支出数（包括基本支出和项目支出）。',
      ],
    },
  ],
  forms: [
    { form: 'P01', title: '收入支出决算表' },
    { form: 'P02' },
    { form: 'P03' },
    { form: 'P04', title: '财政拨款收入支出决算表' },
    { form: 'P06' },
    { form: 'P08' },
    { form: 'P09' },
    { form: 'P10' },
    { form: 'P11' },
    { form: 'P13L' },
    { form: 'P13G' },
  ],
  rounding: 'balance',
  charts: ['C02', 'C03', 'C05', 'C06', 'C07'],
};

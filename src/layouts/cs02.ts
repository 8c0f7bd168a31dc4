import { column, defineForm, form, needed, type RowWords } from './layout';

const row = <Key extends string>(key: Key, words: string): RowWords<Key, '指标'> => ({ key, words, in: ['指标'] });

const columns = [
  needed('本年数', '本年数|本年|本年度|本年决算数|本年度决算数|本年金额'),
  column('上年数', '上年数|上年|上年度|上年决算数|上年度决算数|上年金额'),
  column('增减额', '增减额|增减数|增减金额|比上年增减额', '比上年增减|增减情况|增减变动 > 金额|增减额'),
  {
    ...column('增减率', '增减率|增减%|增减(%)|增减率(%)|增减幅度(%)|比上年增减率', '比上年增减|增减情况|增减变动 > %|增减率|比率(%)'),
    percent: true,
  },
];

export const cs02 = defineForm({
  id: 'CS02',
  table: 'CS02',
  family: '财决',
  titles: ['主要指标变动情况表'],
  numbers: ['CS02表', '附表2'],
  source: { ...form('CS02', true), doc: '部门决算填报说明' },
  unit: '元',
  blankMeansNone: true,
  proof: ['因公出国(境)费|因公出国(境)费用', '公务接待费'],
  body: {
    kind: 'fixed',
    blocks: [{ name: '指标', head: '', columns }],
    rows: [
      row('因公出国（境）费', '因公出国(境)费|因公出国(境)费用'),
      row('公务用车购置及运行维护费', '公务用车购置及运行维护费|公务用车购置及运行费'),
      row('公务用车购置费', '公务用车购置费'),
      row('公务用车运行维护费', '公务用车运行维护费|公务用车运行费'),
      row('公务接待费', '公务接待费'),
      row('会议费', '会议费'),
      row('培训费', '培训费'),
    ],
  },
  absence: '不影响说明；上年数改从上年工作簿或补充信息取。',
});

import { column, defineForm, form, needed } from './layout';

export const z04Columns = [
  needed('本年支出合计', '本年支出合计'),
  needed('基本支出', '基本支出'),
  needed('项目支出', '项目支出'),
  column('上缴上级支出', '上缴上级支出'),
  column('经营支出', '经营支出'),
  column('对附属单位补助支出', '对附属单位补助支出'),
];

export const z04 = defineForm({
  id: 'Z04',
  table: 'Z04',
  family: '财决',
  titles: ['支出决算表'],
  numbers: ['财决04表'],
  source: form('财决04表'),
  unit: '元',
  blankMeansNone: true,
  proof: ['科目名称', '本年支出合计', '基本支出', '项目支出', '上缴上级支出'],
  body: { kind: 'codes', columns: z04Columns },
  absence: '支出结构（说明第三部分）无法按科目核对。',
});

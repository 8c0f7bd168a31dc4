import { column, defineForm, form, needed } from './layout';

export const z03Columns = [
  needed('本年收入合计', '本年收入合计'),
  needed('财政拨款收入', '财政拨款收入 > 小计|合计', '财政拨款收入'),
  column('上级补助收入', '上级补助收入'),
  column('事业收入', '事业收入 > 小计|合计', '事业收入'),
  column('教育收费', '教育收费'),
  column('经营收入', '经营收入'),
  column('附属单位上缴收入', '附属单位上缴收入'),
  column('其他收入', '其他收入'),
];

export const z03 = defineForm({
  id: 'Z03',
  table: 'Z03',
  family: '财决',
  titles: ['收入决算表'],
  numbers: ['财决03表'],
  source: form('财决03表'),
  unit: '元',
  blankMeansNone: true,
  proof: ['科目名称', '本年收入合计', '财政拨款收入', '事业收入'],
  body: { kind: 'codes', columns: z03Columns },
  absence: '收入结构（说明第二部分）无法按科目核对。',
});

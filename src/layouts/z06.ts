import { column, defineForm, form, needed } from './layout';

/** Geometry known only from descriptions: every column is optional but the totals. */
const columns = [
  needed('资金来源·合计', '资金来源 > 合计|小计'),
  column('资金来源·年初结转和结余', '年初结转和结余 > 小计|合计', '资金来源 > 年初结转和结余|上年结转'),
  column('资金来源·财政拨款结转和结余', '年初结转和结余 > 财政拨款结转和结余|财政拨款'),
  column('资金来源·本年收入', '资金来源 > 本年收入 > 小计|合计', '资金来源 > 本年收入'),
  column('资金来源·财政拨款收入', '本年收入 > 财政拨款收入|财政拨款', '本年收入 > 财政拨款收入|财政拨款 > 小计|合计'),
  column('资金来源·其他资金', '资金来源 > 其他资金', '本年收入 > 其他资金'),
  needed('本年支出·合计', '本年支出 > 合计|小计', '本年支出'),
  column('本年支出·财政拨款', '本年支出 > 财政拨款'),
  column('使用非财政拨款结余', '使用非财政拨款结余|使用非财政拨款结余(含专用结余)|使用非财政拨款结余和专用结余'),
  column('结余分配', '结余分配'),
  column('年末结转和结余·合计', '年末结转和结余 > 合计|小计', '年末结转和结余'),
  column('年末结转和结余·财政拨款', '年末结转和结余 > 财政拨款|财政拨款结转和结余'),
];

export const z06 = defineForm({
  id: 'Z06',
  table: 'Z06',
  family: '财决',
  titles: ['项目收入支出决算表'],
  numbers: ['财决06表'],
  source: form('财决06表', true),
  unit: '元',
  blankMeansNone: true,
  proof: ['科目名称', '资金来源', '本年支出', '年末结转和结余'],
  body: { kind: 'codes', columns, projects: true },
  absence: '不影响说明；项目收支的核对从略。',
});

import { column, defineForm, form, needed } from './layout';

const opening = '年初结转和结余|年初财政拨款结转和结余|上年结转和结余';
const closing = '年末结转和结余|年末财政拨款结转和结余';

/** 财决09 and 财决11 print a part of these; the same words then stand without the lower heads. */
export const fundColumns = [
  column('年初结转和结余·合计', `${opening} > 合计|小计`, opening),
  column('年初结转和结余·基本支出结转', `${opening} > 基本支出结转`),
  column('年初结转和结余·项目支出结转和结余', `${opening} > 项目支出结转和结余`),
  column('本年收入·合计', '本年收入 > 合计|小计', '本年收入'),
  column('本年收入·基本支出', '本年收入 > 基本支出'),
  column('本年收入·项目支出', '本年收入 > 项目支出'),
  needed('本年支出·合计', '本年支出 > 合计|小计', '本年支出|本年支出合计'),
  needed('本年支出·基本支出', '本年支出 > 基本支出 > 小计|合计', '本年支出|本年支出合计 > 基本支出', '基本支出'),
  column('本年支出·人员经费', '本年支出 > 基本支出 > 人员经费'),
  column('本年支出·公用经费', '本年支出 > 基本支出 > 公用经费|日常公用经费'),
  needed('本年支出·项目支出', '本年支出|本年支出合计 > 项目支出', '项目支出'),
  column('年末结转和结余·合计', `${closing} > 合计|小计`, closing),
  column('年末结转和结余·基本支出结转', `${closing} > 基本支出结转`),
  column('年末结转和结余·项目支出结转和结余', `${closing} > 项目支出结转和结余 > 小计|合计`, `${closing} > 项目支出结转和结余`),
  column('年末结转和结余·项目支出结转', `${closing} > 项目支出结转和结余 > 项目支出结转`),
  column('年末结转和结余·项目支出结余', `${closing} > 项目支出结转和结余 > 项目支出结余`),
];

const proof = ['科目名称', '本年支出', '基本支出', '项目支出', opening, closing];

export const z07 = defineForm({
  id: 'Z07',
  table: 'Z07',
  family: '财决',
  titles: ['一般公共预算财政拨款收入支出决算表', '公共预算财政拨款收入支出决算表'],
  numbers: ['财决07表'],
  source: form('财决07表'),
  unit: '元',
  blankMeansNone: true,
  proof,
  body: { kind: 'codes', columns: fundColumns },
  absence: '一般公共预算财政拨款支出（说明第五部分）无法按科目编写和核对。',
});

export const z09 = defineForm({
  ...z07,
  id: 'Z09',
  table: 'Z09',
  titles: ['政府性基金预算财政拨款收入支出决算表', '政府性基金预算财政拨款收入、支出决算表'],
  numbers: ['财决09表'],
  source: form('财决09表'),
  absence: '政府性基金预算支出（说明第八部分）无法按科目编写和核对。',
});

export const z11 = defineForm({
  ...z07,
  id: 'Z11',
  table: 'Z11',
  titles: ['国有资本经营预算财政拨款收入支出决算表', '国有资本经营预算财政拨款支出决算表'],
  numbers: ['财决11表'],
  source: form('财决11表', true),
  proof: ['科目名称', '本年支出|合计', '基本支出', '项目支出'],
  absence: '国有资本经营预算支出（说明第九部分）无法按科目编写和核对。',
});

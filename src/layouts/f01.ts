import { defineForm, form } from './layout';

/** Rows and columns are not known from a real workbook: read under their printed words, nothing relies on them. */
export const f01 = defineForm({
  id: 'F01',
  table: 'F01',
  family: '财决',
  titles: ['预算支出相关信息表'],
  numbers: ['财决附01表'],
  source: form('财决附01表', true),
  unit: '元',
  blankMeansNone: false,
  proof: ['项目', '行次'],
  body: { kind: 'fixed', blocks: [], rows: [], open: true },
  absence: '不影响说明。',
});

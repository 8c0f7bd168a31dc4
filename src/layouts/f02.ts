import { defineForm, form } from './layout';

/** People and institutions. Rows and columns are not known from a real workbook: read under their printed words, nothing relies on them. */
export const f02 = defineForm({
  id: 'F02',
  table: 'F02',
  family: '财决',
  titles: ['基本数字表'],
  numbers: ['财决附02表'],
  source: form('财决附02表', true),
  unit: '元',
  blankMeansNone: false,
  proof: ['项目', '行次'],
  body: { kind: 'fixed', blocks: [], rows: [], open: true, counts: true },
  absence: '不影响说明。',
});

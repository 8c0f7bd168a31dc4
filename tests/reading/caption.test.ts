import { captionOf, normalNumber, splitCaption } from '../../src/reading/caption';

test.each([
  ['收入支出决算总表', { rest: '收入支出决算总表' }],
  ['财决01-1表', { rest: '', number: '财决01-1表' }],
  ['收入支出决算总表（财决01表）', { rest: '收入支出决算总表', number: '财决01表' }],
  ['公开04表', { rest: '', number: '公开04表' }],
  ['编制单位：某局', { rest: '', unitName: '某局' }],
  ['部门：某局', { rest: '', unitName: '某局' }],
  ['编制单位（盖章）：某局', { rest: '', unitName: '某局' }],
  ['编制单位：', { rest: '', unitName: '' }],
  ['编制单位：某局（盖章）', { rest: '', unitName: '某局' }],
  ['编制单位：四川省“12345”政务服务热线（本级）', { rest: '', unitName: '四川省“12345”政务服务热线（本级）' }],
  ['编 制 单 位 : 《甲》 杂志社 （本级） （公章）', { rest: '', unitName: '《甲》 杂志社 （本级）' }],
  ['编制单位：“甲”2024年度', { rest: '', unitName: '“甲”', year: 2024 }],
  ['编制单位：某省某市\n某\u200b局  2024年度', { rest: '', unitName: '某省某市某局', year: 2024 }],
  ['编制单位：𠮷林“甲”局', { rest: '', unitName: '𠮷林“甲”局' }],
  ['编制单位：某局（2024年度）负责人：张三', { rest: '', unitName: '某局', year: 2024 }],
  ['编制单位：“甲”', { rest: '', unitName: '“甲”' }],
  ['2024年度', { rest: '', year: 2024 }],
  ['（2024年度）', { rest: '', year: 2024 }],
  ['二〇二四年度', { rest: '', year: 2024 }],
  ['2024年度收入支出决算总表', { rest: '收入支出决算总表', year: 2024 }],
  ['金额单位：元', { rest: '', money: '元' }],
  ['金额单位: 万元', { rest: '', money: '万元' }],
  ['单位：万元', { rest: '', money: '万元' }],
  ['单位：人民币元', { rest: '', money: '元' }],
  ['金额单位：元（列至角分）', { rest: '', money: '元' }],
  ['金额单位：千元', { rest: '', money: '千元' }],
  ['编制单位：某局  2024年度  金额单位：元', { rest: '', unitName: '某局', year: 2024, money: '元' }],
])('%p says %p', (text, expected) => expect(splitCaption(text)).toEqual(expected));

test('numbers are written one way', () => {
  expect(normalNumber('财决1表')).toBe('财决01表');
  expect(normalNumber('财决01_1表')).toBe('财决01-1表');
  expect(normalNumber('财决附3表')).toBe('财决附03表');
  expect(normalNumber('cs02')).toBe('CS02表');
});

test('a name in a cell of its own stays as it is printed', () => {
  expect(captionOf(' 四川省“12345” 热线（本级）')).toBe('四川省“12345” 热线（本级）');
  expect(captionOf('2024年度')).toBe('');
});

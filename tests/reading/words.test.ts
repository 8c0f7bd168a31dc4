import { bare, headLabel, label, printedName } from '../../src/reading/words';

test.each([
  ['一、一般公共预算财政拨款收入', '一般公共预算财政拨款收入'],
  ['二十三、其他支出', '其他支出'],
  ['（一）车辆数合计（辆）', '车辆数合计'],
  ['(一)支出合计', '支出合计'],
  ['  1．因公出国（境）费', '因公出国(境)费'],
  ['    （2）国（境）外接待费', '国(境)外接待费'],
  ['     其中：外事接待批次（个）', '外事接待批次'],
  ['其中:教育收费', '教育收费'],
  ['一、“三公”经费支出', '三公经费支出'],
  ['单价100万元（含）以上设备（不含车辆）', '单价100万元(含)以上设备(不含车辆)'],
  ['（二）单价50万元以上通用设备（台，套）', '单价50万元以上通用设备'],
  ['本年支\n出合计', '本年支出合计'],
  ['项\u3000\u3000目', '项目'],
  ['资本性支出〔基本建设〕', '资本性支出(基本建设)'],
])('label of %p is %p', (printed, expected) => expect(label(printed)).toBe(expected));

test('a head loses its year, a label does not lose a number that belongs to it', () => {
  expect(headLabel('2024年决算数')).toBe('决算数');
  expect(headLabel('2024年度决算数')).toBe('决算数');
  expect(label('100万元以上设备')).toBe('100万元以上设备');
});

test('bare text is independent of width', () => expect(bare('财决０１－１表')).toBe('财决01-1表'));

test.each([
  ['    行政运行', '行政运行'],
  ['行政\n运行', '行政运行'],
  ['其中：教育收费', '教育收费'],
  ['  2024 年 ABC 系统 ', '2024年ABC系统'],
  ['Office 365 licence', 'Office 365 licence'],
])('printed name of %p is %p', (printed, expected) => expect(printedName(printed)).toBe(expected));

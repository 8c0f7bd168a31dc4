import Decimal from 'decimal.js';
import { cellParts, cellWords } from '../../src/facts/cell-words';
import type { Fact } from '../../src/facts/traced';
import { thisYear } from '../kit/books';

const cell = (key: string, label: string): Fact => ({
  kind: 'fact',
  key,
  value: new Decimal(0),
  half: new Decimal(0),
  unit: '元',
  scale: 1,
  at: { book: thisYear, sheet: '表', a1: 'A1' },
  label,
});

test.each([
  ['Z04.2010301.基本支出', '行政运行 · 基本支出', '“行政运行”基本支出'],
  // A column that is called 合计 alone is said as a number, not as “合计”合计.
  ['Z04.2010301.合计', '行政运行 · 合计', '“行政运行”合计数'],
  ['Z05.2010301.301', '行政运行 · 小计', '“行政运行”小计数'],
  ['Z05.2010301.301', '行政运行 · 工资福利支出 · 小计', '“行政运行”工资福利支出小计'],
  ['Z07.合计.x', '合计 · 本年收入 · 基本支出 · 合计', '“合计”本年收入中的基本支出合计'],
  // 款 with a name of their own need no 类; 办公设备购置 stands under 309 and 310.
  ['Z05.2010301.30211', '行政运行 · 商品和服务支出 · 差旅费', '“行政运行”差旅费'],
  ['Z05.2010301.30211@上年', '行政运行 · 商品和服务支出 · 差旅费', '“行政运行”差旅费'],
  ['Z05.2010301.31002', '行政运行 · 资本性支出 · 办公设备购置', '“行政运行”资本性支出的办公设备购置'],
  ['Z05.2010301.30902@上年', '行政运行 · 资本性支出（基本建设） · 办公设备购置', '“行政运行”资本性支出（基本建设）的办公设备购置'],
  ['Z07.合计.年初·项目', '合计 · 年初结转和结余 · 项目支出结转', '“合计”年初结转和结余中的项目支出结转'],
])('%s %s', (key, label, words) => expect(cellWords(cell(key, label))).toBe(words));

test('总计 is printed twice on a form: the key says which; a unit behind a name is left to the number', () => {
  expect(cellParts(cell('Z01.支出总计.决算数', '总计 · 决算数')).row).toBe('支出总计');
  expect(cellParts(cell('Z01.收入总计.决算数', '总计 · 决算数')).row).toBe('收入总计');
  for (const [printed, row] of [
    ['公务用车保有量（辆）', '公务用车保有量'],
    ['国内公务接待批次（个）', '国内公务接待批次'],
    ['单价100万元（含）以上设备（台，套）', '单价100万元（含）以上设备'],
    ['批次（个）合计', '批次（个）合计'],
    ['资本性支出（基本建设）', '资本性支出（基本建设）'],
  ] as const)
    expect(cellParts(cell('F03.x.统计数', `${printed} · 统计数`))).toEqual({ row, column: '统计数' });
});

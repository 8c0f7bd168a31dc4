import { minus, percent } from '../facts/arithmetic';
import { yuan } from '../facts/money';
import type { Traced } from '../facts/traced';
import { isKnown, readAmount, type ReportInput } from '../narrative/input';
import { priorFigure } from '../narrative/prior';
import { keyFigures, type KeyFigure } from '../supplements/schema';

const wan = (n: Traced): string => `${yuan(n.value.div(10000))}万元`;

/** Which figure a reason explains. */
const figures: Readonly<Record<string, KeyFigure>> = {
  'reasons.S01': '收支总计',
  'reasons.S04': '财政拨款收支总计',
  'reasons.S05': '一般公共预算支出',
  'reasons.S07.abroad': '三公.出国',
  'reasons.S07.vehicles': '三公.用车',
  'reasons.S07.reception': '三公.接待',
  'reasons.S08': '政府性基金支出',
  'reasons.S09': '国有资本经营支出',
  'reasons.S10.agency': '机关运行经费',
};

/** 减少 106.89万元（8.93%）; 持平 */
function changeWords(now: Traced, before: Traced, words: readonly [up: string, down: string, same: string]): string {
  const by = minus(now, before);
  if (by.value.isZero()) return words[2];
  const share = percent(by, before);
  const ratio = share && before.value.greaterThan(0) ? `（${share.value.abs().toFixed(2)}%）` : '';
  return `${by.value.isNegative() ? words[1] : words[0]} ${yuan(by.value.abs().div(10000))}万元${ratio}`;
}

/** What the reason has to explain: 本年 1,089.83万元，上年 1,196.72万元，减少 106.89万元（8.93%）; '' where it is not known. */
export function explains(key: string, input: ReportInput): string {
  const figure = figures[key];
  if (figure) {
    const now = readAmount(input.years.now, keyFigures[figure]);
    const before = priorFigure(input, figure).amount;
    if (!isKnown(now) || !isKnown(before)) return '';
    return `本年 ${wan(now)}，上年 ${wan(before)}，${changeWords(now, before, ['增加', '减少', '持平'])}`;
  }
  if (key === 'reasons.S07') {
    const spent = readAmount(input.years.now, 'F03.三公经费支出合计.统计数');
    const budget = readAmount(input.years.now, 'F03.三公经费支出合计.全年预算数');
    if (!isKnown(spent) || !isKnown(budget)) return '';
    return `决算 ${wan(spent)}，全年预算 ${wan(budget)}，${changeWords(spent, budget, ['大于预算', '小于预算', '与预算持平'])}`;
  }
  return '';
}

/** What an item's reason has to explain: the gap between its 决算数 and its 全年预算数. */
export function itemGap(code: string, input: ReportInput): string {
  const spent = readAmount(input.years.now, `Z07.${code}.本年支出·合计`);
  const budget = input.supplements.itemBudget(code);
  if (!isKnown(spent)) return '';
  if (!budget) return `决算 ${wan(spent)}`;
  return `决算 ${wan(spent)}，全年预算 ${wan(budget)}，${changeWords(spent, budget, ['大于预算', '小于预算', '与预算持平'])}`;
}

/** Last year's figure as last year's workbook gives it, with its place. */
export function priorPlace(figure: KeyFigure, input: ReportInput): { readonly value: number; readonly words: string } | undefined {
  const { amount, from } = priorFigure(input, figure);
  if (!isKnown(amount) || from === undefined || from === '补充信息') return undefined;
  const at = amount.kind === 'fact' ? `，${amount.at.sheet} ${amount.at.a1}` : '';
  const file = from === '上年决算报表' ? (input.years.before?.file ?? '上年工作簿') : '主要指标变动情况表';
  return { value: amount.value.toNumber(), words: `已从${file}读到（左侧的数${at}），不用填` };
}

import { codeRow } from '../../layouts/keys';
import { minus, percent } from '../../facts/arithmetic';
import { yuan } from '../../facts/money';
import type { Traced } from '../../facts/traced';
import { isKnown, amountFrom, type ReportInput } from '../../narrative/input';
import { priorFigure } from '../../narrative/prior';
import type { Profile } from '../../narrative/profile';
import { isLarge, movers } from '../../narrative/reasons/advice';
import { explained } from '../../narrative/reasons/needs';
import type { Comparison } from '../../narrative/reasons/watched';
import type { KeyFigure } from '../../supplements/schema';
import type { Supplements } from '../../supplements/supplements';

const wan = (n: Traced): string => `${yuan(n.value.div(10000))}万元`;

/** 减少 106.89万元（8.93%）; 持平 */
function changeWords(now: Traced, before: Traced, words: readonly [up: string, down: string, same: string]): string {
  const by = minus(now, before);
  if (by.value.isZero()) return words[2];
  const share = percent(by, before);
  const ratio = share && before.value.greaterThan(0) ? `（${share.value.abs().toFixed(2)}%）` : '';
  return `${by.value.isNegative() ? words[1] : words[0]} ${yuan(by.value.abs().div(10000))}万元${ratio}`;
}

/** 本年 1,089.83万元，上年 1,196.72万元，减少 106.89万元（8.93%）; 决算 …，全年预算 …，小于预算 … */
function comparisonWords({ against, now, base }: Pick<Comparison, 'against' | 'now' | 'base'>, profile: Profile): string {
  if (against === '上年') return `本年 ${wan(now)}，上年 ${wan(base)}，${changeWords(now, base, ['增加', '减少', '持平'])}`;
  const words = ['大于预算', '小于预算', '与预算持平'] as const;
  return `决算 ${wan(now)}，${profile.budget.replace(/数$/, '')} ${wan(base)}，${changeWords(now, base, words)}`;
}

/** What the reason of a key has to explain; '' where it is not known. */
export function explains(key: string, input: ReportInput, profile: Profile): string {
  const comparison = key.startsWith('reasons.') ? explained(input, profile, key) : undefined;
  if (!comparison) return '';
  const moved = comparison.against === '上年' && isLarge(comparison) ? movers(input, profile, key) : '';
  return [comparisonWords(comparison, profile), moved && `其中：${moved}`].filter(Boolean).join('，');
}

/** What an item's reason has to explain: the gap between its 决算数 and its budget, or the 决算数 alone. */
export function itemGap(code: string, input: ReportInput, profile: Profile, list: 'items' | 'classes' = 'items'): string {
  if (list === 'classes') return explains(`reasons.classes.${code}`, input, profile);
  const now = amountFrom(input.years.now, `Z07.${codeRow(code)}.本年支出·合计`);
  return explains(`reasons.items.${code}`, input, profile) || (isKnown(now) ? `决算 ${wan(now)}` : '');
}

/** Last year's words for the same field, to start from; never filled in by itself. */
export function lastYearWrote(key: string, last: Supplements | undefined): string {
  const value = last?.entries.get(key)?.value;
  return typeof value === 'string' ? `上年写的是：${value}` : '';
}

/** Last year's figure as last year's workbook gives it, with its place. */
export function priorPlace(figure: KeyFigure, input: ReportInput): { readonly value: number; readonly words: string } | undefined {
  const { amount, from } = priorFigure(input, figure);
  if (!isKnown(amount) || from === undefined || from === '补充信息') return undefined;
  const at = amount.kind === 'fact' ? `，${amount.at.sheet} ${amount.at.a1}` : '';
  const file = from === '上年决算报表' ? (input.years.before?.file ?? '上年工作簿') : '主要指标变动情况表';
  return { value: amount.value.toNumber(), words: `已从${file}读到（左侧的数${at}），不用填` };
}

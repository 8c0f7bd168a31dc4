import Decimal from 'decimal.js';
import { yuan } from '../facts/money';
import type { Fact } from '../facts/traced';
import { formName, type TableId } from '../layouts/keys';
import type { Compared, Part, Side } from './exact';
import type { Rule } from '../rules/rule';

/** 1,234.50 元, or 13 for a count. */
export const amount = (value: Decimal, unit: Fact['unit'] = '元'): string =>
  unit === '元' ? `${yuan(value)} 元` : yuan(value, value.isInteger() ? 0 : 2);

export const tableOf = (fact: Fact): string => fact.key.slice(0, fact.key.indexOf('.'));

const form = (fact: Fact): string => `${fact.at.book === '上年' ? '上年' : ''}${formName(tableOf(fact) as TableId)}`;

/** 财决04表 F12“行政运行·基本支出”. */
export const cellName = (fact: Fact): string =>
  fact.at.book === '补充'
    ? `补充信息 ${fact.at.a1}“${fact.label}”`
    : fact.noRow
      ? `${form(fact)}“${fact.label}”（未列）`
      : `${form(fact)} ${fact.at.a1}“${fact.label}”`;

const unitOf = (side: Side): Fact['unit'] => side.parts[0]?.fact.unit ?? '元';

/** A side in a few words: its cell, its two or three cells, or how many cells of which form it adds up. */
function sideName(side: Side): string {
  const parts = side.parts.filter((part) => !part.fact.value.isZero() || side.parts.length === 1);
  const shown = parts.length === 0 ? side.parts.slice(0, 1) : parts;
  if (shown.length === 0) return '';
  if (shown.length > 3) {
    const forms = [...new Set(side.parts.map((part) => form(part.fact)))];
    return `${forms.join('、')}的 ${shown.length} 格${shown.every((part) => part.times > 0) ? '之和' : '加减'}`;
  }
  return shown.map((part, index) => `${joint(part, index)}${cellName(part.fact)}`).join('');
}

const joint = (part: Part, index: number): string => {
  const sign = part.times < 0 ? '－' : index === 0 ? '' : '＋';
  return Math.abs(part.times) === 1 ? sign : `${sign}${Math.abs(part.times)}×`;
};

/** What is wrong, by how much, where; ends with 。 */
export function messageOf(rule: Rule, verdict: Compared): string {
  const { left, right, difference } = verdict;
  const unit = left.parts.length > 0 ? unitOf(left) : unitOf(right);
  const slots: Record<string, string> = {
    left: amount(left.value, unit),
    right: amount(right.value, unit),
    diff: amount(difference.abs(), unit),
    leftName: sideName(left),
    rightName: sideName(right),
    ...cellSlots('cell', 'value', left),
    ...cellSlots('other', 'otherValue', right),
  };
  if (rule.message) return rule.message.replace(/\{(\w+)\}/g, (whole, slot: string) => slots[slot] ?? whole);
  const name = slots.rightName === '' ? slots.right : `${slots.rightName}（${slots.right}）`;
  return `${slots.leftName}（${slots.left}）比${name}${difference.isNegative() ? '少' : '多'} ${slots.diff}。`;
}

/** First cell of a side by name and value, for messages that are not about the sides as sums. */
function cellSlots(name: string, value: string, side: Side): Record<string, string> {
  const fact = side.parts[0]?.fact;
  return fact ? { [name]: cellName(fact), [value]: fact.blank ? '空白' : amount(fact.value, fact.unit) } : {};
}

/** The equation with its printed values: F12 4,406,814.00 = E12 4,406,714.00. At most a dozen cells. */
export function equationOf(rule: Rule, verdict: Compared): string {
  return `${sideValues(verdict.left)} ${rule.claim.is} ${sideValues(verdict.right)}`;
}

function sideValues(side: Side): string {
  const parts = side.parts.filter((part) => !part.fact.value.isZero());
  if (parts.length === 0) return '0';
  const shown = parts
    .slice(0, 12)
    .map((part, index) => `${joint(part, index)}${form(part.fact)}${part.fact.at.a1} ${yuan(part.fact.value)}`);
  return shown.join(' ') + (parts.length > 12 ? ` …（共 ${parts.length} 格）` : '');
}

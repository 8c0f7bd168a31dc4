import Decimal from 'decimal.js';
import { cellWords } from '../facts/cell-words';
import { yuan } from '../facts/money';
import type { Fact } from '../facts/traced';
import { formName, type TableId } from '../layouts/keys';
import type { Expr, Rule } from '../rules/rule';
import type { Compared, Part, Side } from './exact';

/** 1,234.50 元, or 13 for a count. */
export const amount = (value: Decimal, unit: Fact['unit'] = '元'): string =>
  unit === '元' ? `${yuan(value)} 元` : yuan(value, value.isInteger() ? 0 : 2);

export const tableOf = (fact: Fact): string => fact.key.slice(0, fact.key.indexOf('.'));

const form = (fact: Fact): string =>
  fact.at.book.role === '补充' ? '补充信息' : `${fact.at.book.role === '上年' ? '上年' : ''}${formName(tableOf(fact) as TableId)}`;

/** 财决04表 F12 */
const placeOf = (fact: Fact): string => (fact.noRow ? form(fact) : `${form(fact)} ${fact.at.a1}`);

/** 财决04表 F12“行政运行”基本支出. */
export const cellName = (fact: Fact): string => `${placeOf(fact)}${cellWords(fact)}`;

const printed = (fact: Fact): string => (fact.noRow ? '没有此行' : fact.blank ? '空白' : amount(fact.value, fact.unit));

const unitOf = (side: Side): Fact['unit'] => side.parts[0]?.fact.unit ?? '元';

const joint = (part: Part, index: number): string => {
  const sign = part.times < 0 ? '－' : index === 0 ? '' : '＋';
  return Math.abs(part.times) === 1 ? sign : `${sign}${Math.abs(part.times)}×`;
};

/** What a long sum adds up, by its formula. */
function sumWords(expr: Expr): string {
  if (expr.op === 'rows') return { children: '下级各行之和', functional: '功能分类各类之和', economic: '经济分类各类之和' }[expr.which];
  if (expr.op === 'columns') return expr.which === 'groups' ? '各类小计之和' : '各款之和';
  return expr.op === 'sum' ? '各项之和' : '各项加减之数';
}

/** A side in words with its value: its cell, its two or three cells, or what it adds up. `known` is the form named last. */
function sideText(expr: Expr, side: Side, known?: string): string {
  const filled = side.parts.filter((part) => !part.fact.value.isZero());
  const shown = filled.length > 0 ? filled : side.parts.slice(0, 1);
  if (shown.length === 0) return amount(side.value);
  const value = side.parts.length === 1 ? printed(shown[0]!.fact) : amount(side.value, unitOf(side));
  let last = known;
  const formWords = (fact: Fact): string => {
    const name = form(fact);
    const words = name === last ? (name === known && last === known ? '同表 ' : '') : fact.noRow ? name : `${name} `;
    last = name;
    return words;
  };
  if (shown.length > 3) {
    const forms = [...new Set(side.parts.map((part) => form(part.fact)))];
    const where = forms.length === 1 && forms[0] === known ? '同表' : forms.join('、');
    return `${where}${sumWords(expr)}（${shown.length} 格共 ${value}）`;
  }
  const cells = shown.map((part, index) => {
    const words = index > 0 && form(part.fact) === last ? '' : formWords(part.fact);
    return `${joint(part, index)}${words}${part.fact.noRow ? '' : part.fact.at.a1}${cellWords(part.fact)}`;
  });
  return `${cells.join('')}（${shown.length > 1 ? '共 ' : ''}${value}）`;
}

/** What is wrong, by how much, where; ends with 。 */
export function messageOf(rule: Rule, verdict: Compared): string {
  const { left, right, difference } = verdict;
  const unit = left.parts.length > 0 ? unitOf(left) : unitOf(right);
  if (rule.message) {
    const slots = slotsOf(verdict, unit);
    return rule.message.replace(/\{(\w+)\}/g, (whole, slot: string) => slots[slot] ?? whole);
  }
  const known = left.parts[0] && form(left.parts[0].fact);
  const way = `${difference.isNegative() ? '少' : '多'} ${amount(difference.abs(), unit)}`;
  return `${sideText(rule.claim.left, left)}比${sideText(rule.claim.right, right, known)}${way}。`;
}

/** What a message of a rule may speak of. */
function slotsOf({ left, right, because }: Compared, unit: Fact['unit']): Record<string, string> {
  const [own, other, given] = [left.parts[0]?.fact, right.parts[0]?.fact, because?.[0]];
  return {
    left: amount(left.value, unit),
    right: amount(right.value, unit),
    ...(own ? { place: placeOf(own), row: cellWords(own), cell: cellName(own), value: printed(own), filled: filledWords(own) } : {}),
    ...(other ? { other: cellName(other), otherValue: printed(other) } : {}),
    ...(given ? { givenValue: printed(given) } : {}),
    ...(own && other && !other.value.isZero() ? { each: amount(own.value.div(other.value)) } : {}),
  };
}

const filledWords = (fact: Fact): string => (fact.blank || fact.noRow ? '没有填' : `填的是 ${amount(fact.value, fact.unit)}`);

const names = (expr: Expr, op: Expr['op']): boolean =>
  expr.op === op ||
  (expr.op === 'sum' && expr.terms.some((term) => names(term, op))) ||
  (expr.op === 'minus' && (names(expr.left, op) || names(expr.right, op))) ||
  (expr.op === 'times' && names(expr.of, op));

/** Does the claim set amounts in 元 against each other? Counts, bounds, ratios and cells that must be filled have no difference. */
export function comparesAmounts({ claim }: Rule, { left, right }: Compared): boolean {
  const plain = [claim.left, claim.right].every((expr) => !names(expr, 'amount') && !names(expr, 'times'));
  return plain && [...left.parts, ...right.parts].every((part) => part.fact.unit === '元');
}

const signs = {
  failed: { '=': '≠', '≤': '＞', '≥': '＜' },
  rounding: { '=': '≈', '≤': '≈', '≥': '≈' },
} as const;

/** The equation with its printed values as they are: 财决04表 F12 4,406,814.00 ≠ E12 4,406,714.00. At most a dozen cells a side. */
export function equationOf(rule: Rule, verdict: Compared): string {
  const sign = verdict.kind === 'rounding' ? signs.rounding[rule.claim.is] : signs.failed[rule.claim.is];
  const [own] = verdict.left.parts;
  if (own && verdict.left.parts.length === 1 && (own.fact.blank || own.fact.noRow) && rule.claim.right.op === 'amount') {
    const there = (verdict.because ?? []).map((fact) => `${plainWords(fact)} ${printed(fact)}${rule.given?.is === '≥' ? ' ＞ 0' : ''}`);
    return [...there, `${plainWords(own.fact)}为空`].join('，');
  }
  const known = own && form(own.fact);
  return `${sideValues(verdict.left)} ${sign} ${sideValues(verdict.right, known)}`;
}

/** 国内接待费, 农林水支出决算数. */
const plainWords = (fact: Fact): string =>
  cellWords(fact)
    .replace(/[“”]/g, '')
    .replace(/统计数$/, '');

const plainValue = (fact: Fact): string => (fact.unit === '元' ? yuan(fact.value) : amount(fact.value, fact.unit));

function sideValues(side: Side, known?: string): string {
  const parts = side.parts.filter((part) => !part.fact.value.isZero());
  if (parts.length === 0) return side.parts.length === 0 ? plainAmount(side.value) : '0';
  let last = known;
  const shown = parts.slice(0, 12).map((part, index) => {
    const words = form(part.fact) === last ? '' : `${form(part.fact)} `;
    last = form(part.fact);
    return `${joint(part, index)}${words}${part.fact.at.a1} ${plainValue(part.fact)}`;
  });
  return shown.join(' ') + (parts.length > 12 ? ` …（共 ${parts.length} 格）` : '');
}

const plainAmount = (value: Decimal): string => (value.isZero() ? '0' : yuan(value, value.isInteger() ? 0 : 2));

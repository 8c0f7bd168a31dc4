import Decimal from 'decimal.js';
import { abs, minus, negate, sum } from '../facts/arithmetic';
import { cellParts, cellWords } from '../facts/cell-words';
import { decimalsOf, yuan } from '../facts/money';
import { cellNamed, exactly, merged, printed, say, stating, type Inline, type Phrase } from '../facts/phrase';
import type { Fact, Traced } from '../facts/traced';
import { formName, type TableId } from '../layouts/keys';
import type { Expr, Rule } from '../rules/rule';
import type { Compared, Part, Side } from './exact';

const tableOf = (fact: Fact): string => fact.key.slice(0, fact.key.indexOf('.'));

const form = (fact: Fact): string =>
  fact.at.book.role === '补充' ? '补充信息' : `${fact.at.book.role === '上年' ? '上年' : ''}${formName(tableOf(fact) as TableId)}`;

/** 财决04表 F12 */
const placeOf = (fact: Fact): Inline => (fact.noRow ? stating(form(fact), fact) : cellNamed(`${form(fact)} ${fact.at.a1}`, fact.at));

/** “行政运行”基本支出 */
const wordsOf = (fact: Fact): Inline => stating(cellWords(fact), fact);

/** 财决04表 F12“行政运行”基本支出. */
export const cellName = (fact: Fact): Phrase => say`${placeOf(fact)}${wordsOf(fact)}`;

const shown = (fact: Fact): Inline => (fact.noRow ? stating('没有此行', fact) : fact.blank ? stating('空白', fact) : exactly(fact));

const times = (part: Part): readonly Traced[] =>
  Array.from({ length: Math.abs(part.times) }, () => (part.times < 0 ? negate(part.fact) : part.fact));

/** A cell that counts more often than this is weighed against a limit, not added up. */
const MANY_TIMES = 4;

/** A side as one traced number. A fixed amount of a rule is in no cell: a side that holds one is said in words that rest on its cells. */
function tracedSide(side: Side): Traced | undefined {
  const [only] = side.parts;
  if (!only || side.parts.some((part) => Math.abs(part.times) > MANY_TIMES)) return undefined;
  const whole = side.parts.length === 1 && only.times === 1 ? only.fact : sum(...side.parts.flatMap(times));
  return whole.value.equals(side.value) ? whole : undefined;
}

const wordsOfAmount = (value: Decimal, unit: Fact['unit'], facts: readonly Fact[]): Inline =>
  stating(unit === '元' ? `${yuan(value, decimalsOf(value))} 元` : yuan(value, value.isInteger() ? 0 : 2), ...facts);

const factsIn = (side: Side): readonly Fact[] => side.parts.map((part) => part.fact);

function sideAmount(side: Side, unit = unitOf(side)): Inline {
  const traced = tracedSide(side);
  return traced && traced.unit === unit ? exactly(traced) : wordsOfAmount(side.value, unit, factsIn(side));
}

const unitOf = (side: Side): Fact['unit'] => side.parts[0]?.fact.unit ?? '元';

/** left − right as a traced number, where both sides are. */
export function differenceOf({ left, right }: Compared): Traced | undefined {
  const [a, b] = [tracedSide(left), tracedSide(right)];
  return a && b && minus(a, b);
}

/** By how much the left side is beside the right one: 少 100.00 元. */
function wayWords(verdict: Compared, unit: Fact['unit']): Phrase {
  const { left, right, difference } = verdict;
  const traced = differenceOf(verdict);
  const size = traced?.unit === unit ? exactly(abs(traced)) : wordsOfAmount(difference.abs(), unit, [...factsIn(left), ...factsIn(right)]);
  return say`${printed(difference.isNegative() ? '少' : '多')} ${size}`;
}

const joint = (part: Part, index: number): Inline => {
  const sign = part.times < 0 ? '－' : index === 0 ? '' : '＋';
  return printed(Math.abs(part.times) === 1 ? sign : `${sign}${Math.abs(part.times)}×`);
};

/** What a long sum adds up, by its formula. */
function sumWords(expr: Expr): string {
  if (expr.op === 'rows') return { children: '下级各行之和', functional: '功能分类各类之和', economic: '经济分类各类之和' }[expr.which];
  if (expr.op === 'columns') return expr.which === 'groups' ? '各类小计之和' : '各款之和';
  return expr.op === 'sum' ? '各项之和' : '各项加减之数';
}

const emptyOf = (expr: Expr): string => (expr.op === 'columns' ? '栏' : '行');

/** A side in words with its value: its cell, its two or three cells, or what it adds up. `known` is the form named last. */
function sideWords(expr: Expr, side: Side, known?: string): Phrase {
  const filled = side.parts.filter((part) => !part.fact.value.isZero());
  const named = filled.length > 0 ? filled : side.parts.slice(0, 1);
  // A fixed amount of the rule, or a sum that found no row or column to add up.
  if (named.length === 0)
    return [
      expr.op === 'amount' ? wordsOfAmount(side.value, '元', []) : printed(`${sumWords(expr)}（没有可加的${emptyOf(expr)}，计为 0）`),
    ];
  const value = side.parts.length === 1 ? shown(named[0]!.fact) : sideAmount(side);
  if (named.length > 3) {
    const forms = [...new Set(side.parts.map((part) => form(part.fact)))];
    const where = forms.length === 1 && forms[0] === known ? '同表' : forms.join('、');
    return say`${printed(where)}${printed(sumWords(expr))}（${stating(`${named.length} 格`, ...factsIn(side))}共 ${value}）`;
  }
  let last = known;
  const cells = named.flatMap((part, index): Phrase => {
    const name = form(part.fact);
    const before = name !== last ? (part.fact.noRow ? name : `${name} `) : index === 0 ? '同表 ' : '';
    last = name;
    // The name of the form belongs to the cell that it names.
    const place = part.fact.noRow ? printed(before) : cellNamed(`${before}${part.fact.at.a1}`, part.fact.at);
    return say`${joint(part, index)}${place}${wordsOf(part.fact)}`;
  });
  return say`${cells}（${printed(named.length > 1 ? '共 ' : '')}${value}）`;
}

/** What is wrong, by how much, where; ends with 。 */
export function messageOf(rule: Rule, verdict: Compared): Phrase {
  const { left, right } = verdict;
  const unit = left.parts.length > 0 ? unitOf(left) : unitOf(right);
  if (rule.message) return merged(filled(rule.message, slotsOf(verdict, unit)));
  const known = left.parts[0] && form(left.parts[0].fact);
  return merged(say`${sideWords(rule.claim.left, left)}比${sideWords(rule.claim.right, right, known)}${wayWords(verdict, unit)}。`);
}

/** The sentence of a rule with its slots filled; a slot that has nothing to say stays as it is written. */
const filled = (template: string, slots: Readonly<Record<string, Phrase>>): Phrase =>
  template.split(/\{(\w+)\}/).flatMap((part, i, all) => {
    if (i % 2 === 1) return slots[part] ?? [printed(`{${part}}`)];
    // The space before an amount goes where words stand in its place: 为空白.
    const [next] = slots[all[i + 1] ?? ''] ?? [];
    return [printed(next?.kind === 'words' && !/^[-\d]/.test(next.text) ? part.trimEnd() : part)];
  });

/** What a message of a rule may speak of. */
function slotsOf({ left, right, because }: Compared, unit: Fact['unit']): Record<string, Phrase> {
  const [own, other, given] = [left.parts[0]?.fact, right.parts[0]?.fact, because?.[0]];
  return {
    left: [sideAmount(left, unit)],
    right: [sideAmount(right, unit)],
    ...(own ? { place: [placeOf(own)], row: [wordsOf(own)], cell: cellName(own), value: [shown(own)], filled: filledWords(own) } : {}),
    ...(other ? { other: cellName(other), otherValue: [shown(other)] } : {}),
    ...(given ? { givenValue: [shown(given)] } : {}),
    ...(own && other && !other.value.isZero() ? { each: [wordsOfAmount(own.value.div(other.value), '元', [own, other])] } : {}),
  };
}

const filledWords = (fact: Fact): Phrase => (fact.blank || fact.noRow ? [stating('没有填', fact)] : say`填的是 ${exactly(fact)}`);

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
export function equationOf(rule: Rule, verdict: Compared): Phrase {
  const sign = verdict.kind === 'rounding' ? signs.rounding[rule.claim.is] : signs.failed[rule.claim.is];
  const [own] = verdict.left.parts;
  if (own && verdict.left.parts.length === 1 && (own.fact.blank || own.fact.noRow) && rule.claim.right.op === 'amount') {
    const there = (verdict.because ?? []).flatMap(
      (fact): Phrase => say`${plainWords(fact)} ${shown(fact)}${printed(rule.given?.is === '≥' ? ' ＞ 0' : '')}，`,
    );
    return merged(say`${there}${plainWords(own.fact)}为空`);
  }
  const known = own && form(own.fact);
  return merged(say`${sideValues(verdict.left)} ${printed(sign)} ${sideValues(verdict.right, known)}`);
}

/** 国内接待费, 农林水支出决算数. */
function plainWords(fact: Fact): Inline {
  const { row, column } = cellParts(fact);
  return stating(column === '统计数' ? row : `${row}${column}`, fact);
}

/** An amount without its unit word, as equations print it. */
const plainValue = (fact: Fact): Inline => {
  const decimals = decimalsOf(fact.value);
  return fact.unit === '元'
    ? { kind: 'figure', text: yuan(fact.value, decimals), of: fact, shown: { as: 'yuan', decimals } }
    : exactly(fact);
};

function sideValues(side: Side, known?: string): Phrase {
  const parts = side.parts.filter((part) => !part.fact.value.isZero());
  if (parts.length === 0) return [side.parts.length === 0 ? printed(plainAmount(side.value)) : stating('0', ...factsIn(side))];
  let last = known;
  const values = parts.slice(0, 12).flatMap((part, index): Phrase => {
    const name = form(part.fact);
    const before = name === last ? '' : `${name} `;
    last = name;
    const gap = index > 0 ? printed(' ') : printed('');
    return say`${gap}${joint(part, index)}${cellNamed(`${before}${part.fact.at.a1}`, part.fact.at)} ${plainValue(part.fact)}`;
  });
  return parts.length > 12 ? say`${values} …（共 ${stating(String(parts.length), ...factsIn(side))} 格）` : values;
}

const plainAmount = (value: Decimal): string => (value.isZero() ? '0' : yuan(value, value.isInteger() ? 0 : decimalsOf(value)));

/** Names in a row: A、B、C. */
export const listedCells = (facts: readonly Fact[]): Phrase =>
  facts.flatMap((fact, i) => (i === 0 ? cellName(fact) : say`、${cellName(fact)}`));

import type { Fact, Traced } from './traced';

/**
 * The Excel expression (without `=`) that recomputes a traced number in 元, as a plain count or in percent.
 * `cell` gives the expression of a fact's own cell as it stands there; its scale is applied here.
 */
export function formulaOf(n: Traced, cell: (fact: Fact) => string): string {
  return expression(n, cell, 0);
}

/** How tightly an operator binds: 0 = sum, 1 = right side of a difference, 2 = product. */
type Level = 0 | 1 | 2;

function expression(n: Traced, cell: (fact: Fact) => string, level: Level): string {
  if (n.kind === 'fact') {
    if (n.noRow) return '0';
    const own = cell(n);
    return n.scale === 1 ? own : `${own}*${n.scale}`;
  }
  const part = (index: number, at: Level): string => expression(n.from[index]!, cell, at);
  const wrap = (text: string, inner: Level): string => (level > inner ? `(${text})` : text);
  switch (n.op) {
    case 'sum':
      return n.from.length === 0 ? '0' : n.from.length === 1 ? part(0, level) : wrap(n.from.map((_, i) => part(i, 0)).join('+'), 0);
    case 'minus':
      return wrap(`${part(0, 0)}-${part(1, 1)}`, 0);
    case 'abs':
      return `ABS(${part(0, 0)})`;
    case 'negate':
      return wrap(`-${part(0, 2)}`, 0);
    case 'percent':
      return wrap(`${part(0, 2)}/${divisor(n.from[1]!, cell)}*100`, 2);
    case 'times':
      return wrap(`${part(0, 2)}*${n.by!.toString()}`, 2);
    case 'growth':
      return wrap(`(${part(0, 0)}-${part(1, 1)})/${divisor(n.from[1]!, cell)}*100`, 2);
  }
}

/** A divisor needs brackets around anything but one cell or one function. */
function divisor(n: Traced, cell: (fact: Fact) => string): string {
  const text = expression(n, cell, 2);
  return n.kind === 'fact' && (n.scale === 1 || n.noRow) ? text : text.startsWith('(') && closes(text) ? text : `(${text})`;
}

/** Does the first bracket close with the last character? Quoted names are skipped. */
function closes(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i];
    if (c === "'") quoted = !quoted;
    if (quoted) continue;
    if (c === '(') depth += 1;
    if (c === ')' && (depth -= 1) === 0) return i === text.length - 1;
  }
  return false;
}

/** The operation in words, with the printed names: （本年 － 上年）÷ 上年 × 100%. */
export function wordsOf(n: Traced, name: (fact: Fact) => string = nameOf): string {
  return words(n, name, 0);
}

function words(n: Traced, name: (fact: Fact) => string, level: Level): string {
  if (n.kind === 'fact') return name(n);
  const part = (index: number, at: Level): string => words(n.from[index]!, name, at);
  const wrap = (text: string, inner: Level): string => (level > inner ? `（${text}）` : text);
  switch (n.op) {
    case 'sum':
      return n.from.length === 0
        ? '无（0）'
        : n.from.length === 1
          ? part(0, level)
          : wrap(n.from.map((_, i) => part(i, 0)).join(' ＋ '), 0);
    case 'minus':
      return wrap(`${part(0, 0)} － ${part(1, 1)}`, 0);
    case 'abs':
      return n.from[0]!.kind === 'fact' ? `${part(0, 2)}的绝对值` : `（${part(0, 0)}）的绝对值`;
    case 'negate':
      return wrap(`－${part(0, 2)}`, 0);
    case 'percent':
      return wrap(`${part(0, 2)} ÷ ${part(1, 2)} × 100%`, 2);
    case 'times':
      return wrap(`${part(0, 2)} × ${n.by!.toString()}`, 2);
    case 'growth':
      return wrap(`（${part(0, 0)} － ${part(1, 1)}）÷ ${part(1, 2)} × 100%`, 2);
  }
}

/** 上年 is said where it matters: 上年 收入总计 · 决算数. */
const nameOf = (fact: Fact): string =>
  (fact.at.book.role === '上年' ? `上年${fact.label}` : fact.label) + (fact.noRow ? '（表中无此行，按0）' : '');

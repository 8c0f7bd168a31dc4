import type { Scalar } from '../kernel/workbook';
import { typedAmount } from '../facts/amount-text';
import { fromCellNumber } from '../facts/money';
import type { Field } from './fields';
import type { supplementProblems } from './problem-kinds';
import type { Entry } from './supplements';

/** What a field makes of something written: nothing, a value, or what is wrong with it. */
type Validated =
  | { readonly state: 'blank' }
  | { readonly state: 'value'; readonly value: Entry['value'] }
  /** `what` goes on behind the name of the field: 填的是“约五万”，不是数. */
  | { readonly state: 'bad'; readonly problem: keyof typeof supplementProblems; readonly what: string };

/** A paragraph stands in one cell, which holds 32,767 characters at most; no reason needs a tenth of it. */
const LONGEST_TEXT = 3000;
// eslint-disable-next-line no-control-regex -- these very characters are refused
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;

export const isUnfilled = (value: Scalar | undefined): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
const isErrorValue = (value: Scalar): boolean =>
  typeof value === 'string' && /^#(REF!|VALUE!|NAME\?|N\/A|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|未计算)/.test(value.trim());

const bad = (problem: keyof typeof supplementProblems, what: string): Validated => ({ state: 'bad', problem, what });
const ok = (value: Entry['value']): Validated => ({ state: 'value', value });

/**
 * The one validator of a field: a cell of 补充信息, a value of the JSON and what is typed in the pane all pass here.
 * Amounts are in 元.
 */
export function validate(field: Pick<Field, 'type' | 'options' | 'negative'>, raw: Scalar | undefined): Validated {
  if (raw === undefined || raw === null || isUnfilled(raw)) return { state: 'blank' };
  if (isErrorValue(raw)) return bad('errorValue', `是错误值 ${String(raw)}`);
  const text = String(raw).trim();
  switch (field.type) {
    case 'text':
    case 'texts':
      if (text.length > LONGEST_TEXT) return bad('tooLong', `有 ${text.length} 个字，太长了，请压缩到 ${LONGEST_TEXT} 字以内`);
      return CONTROL.test(text) ? bad('control', '含有看不见的控制字符') : ok(text);
    case 'choice':
      return field.options!.includes(text) ? ok(text) : bad('notOption', `填的是“${text}”，只能是${field.options!.join('、')}之一`);
    case 'yesNo':
      if (raw === true || text === '是') return ok(true);
      if (raw === false || text === '否') return ok(false);
      return bad('notOption', `填的是“${text}”，只能是“是”或“否”`);
    case 'score':
      return score(text);
    case 'amount':
    case 'count': {
      const number = typeof raw === 'number' ? fromCellNumber(raw) : typeof raw === 'string' ? typedAmount(raw) : undefined;
      if (!number) return bad('notNumber', `填的是“${text}”，不是数`);
      if (field.type === 'count' && (!number.isInteger() || number.isNegative()))
        return bad('notCount', `填的是“${text}”，不是不小于 0 的整数`);
      if (number.isNegative() && !field.negative) return bad('negative', `填的是“${text}”，不能是负数`);
      return ok(number);
    }
  }
}

/** 95, 95.5分; kept in digits. A score is out of one hundred. */
function score(text: string): Validated {
  const digits = /^(\d{1,3}(?:\.\d{1,4})?)分?$/.exec(text.normalize('NFKC'))?.[1];
  const number = digits === undefined ? undefined : typedAmount(digits);
  return number && number.lte(100) ? ok(digits!) : bad('notScore', `填的是“${text}”，不是 0 到 100 之间的得分`);
}

import type { CellRef, Scalar } from '../kernel/workbook';
import type { Finding } from '../kernel/outcome';
import { amountOf } from '../facts/amount-text';
import { fromCellNumber } from '../facts/money';
import type { Field } from './fields';
import { supplementFinding, type supplementProblems } from './problem-kinds';
import type { Entry } from './supplements';

export type CellReading =
  | { readonly state: 'blank' }
  | { readonly state: 'value'; readonly value: Entry['value'] }
  | { readonly state: 'bad'; readonly finding: Finding };

export const isBlank = (value: Scalar | undefined): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
const isErrorValue = (value: Scalar): boolean =>
  typeof value === 'string' && /^#(REF!|VALUE!|NAME\?|N\/A|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|未计算)/.test(value.trim());

/** What a person wrote in the cell of a field. `label` names the row in the message. */
export function readCell(field: Field, label: string, raw: Scalar | undefined, at: CellRef): CellReading {
  if (raw === undefined || raw === null || isBlank(raw)) return { state: 'blank' };
  const place = `“${at.sheet}”表 ${at.a1} ${label}`;
  const bad = (name: keyof typeof supplementProblems, what: string): CellReading => ({
    state: 'bad',
    finding: supplementFinding(name, `${place}${what}。`, at, raw),
  });
  if (isErrorValue(raw)) return bad('errorValue', `是错误值 ${String(raw)}`);
  const text = String(raw).trim();
  switch (field.type) {
    case 'text':
    case 'texts':
      return { state: 'value', value: text };
    case 'choice':
      return field.options!.includes(text)
        ? { state: 'value', value: text }
        : bad('notOption', `填的是“${text}”，只能是${field.options!.join('、')}之一`);
    case 'yesNo':
      if (raw === true || text === '是') return { state: 'value', value: true };
      if (raw === false || text === '否') return { state: 'value', value: false };
      return bad('notOption', `填的是“${text}”，只能是“是”或“否”`);
    case 'amount':
    case 'count': {
      const number = typeof raw === 'number' ? fromCellNumber(raw) : typeof raw === 'string' ? amountOf(raw) : undefined;
      if (!number) return bad('notNumber', `填的是“${text}”，不是数`);
      if (field.type === 'count' && (!number.isInteger() || number.isNegative()))
        return bad('notCount', `填的是“${text}”，不是不小于 0 的整数`);
      if (number.isNegative() && !field.negative) return bad('negative', `填的是“${text}”，不能是负数`);
      return { state: 'value', value: number };
    }
  }
}

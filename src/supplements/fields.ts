import type { Field, Wildcard } from './field';
import { fields } from './field-list';

export { bookletSections, fieldSections, type Field, type SectionId } from './field';
export { fields } from './field-list';

/** 车型 of the provincial forms: the three of today and the five of 2022. */
export const vehicleTypes = ['轿车', '越野车', '载客汽车', '小型载客汽车', '大中型载客汽车', '其他车型'] as const;

const keys = new WeakMap<Field, string>();
/** `reasons.S07`; thousands of rows ask for it. */
export function keyOf(field: Field): string {
  let key = keys.get(field);
  if (key === undefined) keys.set(field, (key = field.path.join('.')));
  return key;
}

/** The field a filled-in key belongs to: `itemBudgets.2010302` → the field of `itemBudgets.*`. */
export function fieldOf(key: string): Field | undefined {
  return byKey.get(key) ?? wild.find((field) => wildcardOf(field, key) !== undefined);
}
const byKey = new Map([...fields].reverse().map((field) => [keyOf(field), field] as const));
const wild = fields.filter((field) => field.path.includes('*'));

/** What the `*` of a field stands for in this key, or undefined when the key is not of this field. */
export function wildcardOf(field: Field, key: string): string | undefined {
  const own = keyOf(field);
  const star = own.indexOf('*');
  if (star < 0 || !key.startsWith(own.slice(0, star)) || !key.endsWith(own.slice(star + 1))) return undefined;
  const value = key.slice(star, key.length - (own.length - star - 1));
  // The name of a project is whatever the unit calls it, full stops included.
  return value !== '' && (field.each === 'project' || !value.includes('.')) ? value : undefined;
}

/** `itemBudgets.*` and `2010302` → `itemBudgets.2010302`. */
export const keyFor = (field: Field, value: string): string => field.path.map((part) => (part === '*' ? value : part)).join('.');

const kinds: Readonly<Record<Wildcard, { readonly accepts: (value: string) => boolean; readonly wrong: string; readonly name: string }>> = {
  code: { accepts: (value) => /^2\d{6}$/.test(value), wrong: '不是7位支出功能分类科目编码', name: '7位科目编码' },
  class: { accepts: (value) => /^2\d{2}$/.test(value), wrong: '不是3位支出功能分类的类级编码', name: '3位类级编码' },
  vehicle: { accepts: (value) => (vehicleTypes as readonly string[]).includes(value), wrong: '不是可用的车型', name: '车型' },
  row: { accepts: (value) => /^[1-9]\d*$/.test(value), wrong: '不是行号', name: '行号' },
  project: {
    accepts: (value) => value.trim() !== '' && value.length <= 100 && !/[\r\n]/.test(value),
    wrong: '不是可用的项目名称',
    name: '项目名称',
  },
};

/** May this name a value of the field? */
export const accepts = (each: Wildcard, value: string): boolean => kinds[each].accepts(value);
/** 不是7位支出功能分类科目编码 */
export const refusal = (each: Wildcard): string => kinds[each].wrong;
/** 7位科目编码 */
export const wildcardName = (each: Wildcard): string => kinds[each].name;

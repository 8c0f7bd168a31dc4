import Decimal from 'decimal.js';
import { keyFor, vehicleTypes, wildcardOf, type Field } from '../../src/supplements/fields';
import type { Entry } from '../../src/supplements/supplements';
import { validate } from '../../src/supplements/validate';
import type { Need } from '../needs/needs';

type Read = { readonly value: Entry['value'] | undefined } | { readonly wrong: string };
type Entries = readonly (readonly [key: string, value: Entry['value'] | undefined])[];

/** What a person typed, as the field takes it: the validator of the sheet and the JSON, with the pane's words around it. */
export function readField(field: Pick<Field, 'type' | 'options' | 'negative'>, text: string): Read {
  const found = validate(field, text);
  if (found.state === 'bad') return { wrong: `${found.what}。` };
  return { value: found.state === 'value' ? found.value : undefined };
}

const takesAllTypes = (field: Field): boolean => field.each === 'vehicle' && field.type === 'count';

/** How several fields are answered in this one, in words. */
export function allAtOnce({ key, field }: Need): string | undefined {
  if (takesAllTypes(field)) return '可一次写全：轿车5辆、越野车7辆';
  return key === 'performance.projects' ? '每行一个项目；未列全的，末行写“等9个项目”' : undefined;
}

const ofType = new RegExp(`(${[...vehicleTypes].sort((a, b) => b.length - a.length).join('|')})[:：为]?\\s*(\\d{1,4})\\s*辆?`, 'g');

/** 轿车5辆、越野车7辆: a number to each type that is named once, and nothing else on the line. */
function typesOf(field: Field, text: string): Entries | undefined {
  const line = text.normalize('NFKC');
  const found = [...line.matchAll(ofType)].map(([, type, count]) => [keyFor(field, type!), new Decimal(count!)] as const);
  if (found.length === 0 || new Set(found.map(([key]) => key)).size < found.length) return undefined;
  return /[^\s、,，;；。和]/.test(line.replace(ofType, '')) ? undefined : found;
}

/** The last line of a list of projects: 等9个项目. */
const allTogether = /^(?:等|共)\s*(\d{1,4})\s*个(?:项目)?[。.]?$/;

/** One name a line becomes `performance.projects.1`, `.2` …; what stood there before goes. */
function listEntries({ key, value }: Need, text: string): Entries {
  const lines = text
    .split(/\n/)
    .map((name) => name.trim())
    .filter(Boolean);
  const total = key === 'performance.projects' ? allTogether.exec(lines.at(-1)?.normalize('NFKC') ?? '')?.[1] : undefined;
  const names = total === undefined ? lines : lines.slice(0, -1);
  const before = typeof value === 'string' ? value.split('\n').length : 0;
  const list = Array.from({ length: Math.max(names.length, before) }, (_, index) => [`${key}.${index + 1}`, names[index]] as const);
  return total === undefined ? list : [...list, ['performance.evaluated', new Decimal(total)]];
}

/** What is stored of a text: one value, a line per name, or what one line says of several fields, then told in words. */
export function entriesOf(need: Need, text: string): { readonly entries: Entries; readonly told?: string } | { readonly wrong: string } {
  const { key, field } = need;
  const types = takesAllTypes(field) ? typesOf(field, text) : undefined;
  if (types) {
    const said = types.map(([one, count]) => `${wildcardOf(field, one)!} ${count!.toString()} 辆`).join('、');
    const sum = types.reduce((all, [, count]) => all.plus(count as Decimal), new Decimal(0));
    return { entries: types, told: `已填入${said}，合计 ${sum.toFixed()} 辆。` };
  }
  const read = readField(field, text);
  if ('wrong' in read) return read;
  return { entries: field.type === 'texts' ? listEntries(need, text) : [[key, read.value]] };
}

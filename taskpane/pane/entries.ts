import { wildcardOf, type Field } from '../../src/supplements/fields';
import { projectsTogether, vehiclesOf } from '../../src/supplements/one-line';
import type { Entry } from '../../src/supplements/supplements';
import { validate } from '../../src/supplements/validate';
import type { Need } from '../needs/needs';

type Read = { readonly value: Entry['value'] | undefined } | { readonly wrong: string };
/** Fields by key, and what is to be stored in each; undefined empties it. */
export type Entries = readonly (readonly [key: string, value: Entry['value'] | undefined])[];

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

/** One name a line becomes `performance.projects.1`, `.2` …; what stood there before goes. */
function listEntries({ key, value }: Need, text: string): Entries {
  const lines = text
    .split(/\n/)
    .map((name) => name.trim())
    .filter(Boolean);
  const total = key === 'performance.projects' ? projectsTogether(lines.at(-1) ?? '') : undefined;
  const names = total === undefined ? lines : lines.slice(0, -1);
  const before = typeof value === 'string' ? value.split('\n').length : 0;
  const list = Array.from({ length: Math.max(names.length, before) }, (_, index) => [`${key}.${index + 1}`, names[index]] as const);
  return total === undefined ? list : [...list, ['performance.evaluated', total]];
}

/** What is stored of a text: one value, a line per name, or what one line says of several fields, then told in words. */
export function entriesOf(need: Need, text: string): { readonly entries: Entries; readonly told?: string } | { readonly wrong: string } {
  const { key, field } = need;
  const vehicles = takesAllTypes(field) ? vehiclesOf(field, text) : undefined;
  if (vehicles) {
    const said = vehicles.counts.map(([one, count]) => `${wildcardOf(field, one)!} ${count.toFixed()} 辆`).join('、');
    return { entries: vehicles.counts, told: `已填入${said}，合计 ${vehicles.total.toFixed()} 辆。` };
  }
  const read = readField(field, text);
  if ('wrong' in read) return read;
  return { entries: field.type === 'texts' ? listEntries(need, text) : [[key, read.value]] };
}

import type { Years } from '../../src/facts/fact-set';
import type { Fact } from '../../src/facts/traced';
import type { Key } from '../../src/layouts/keys';
import { askedFields } from '../../src/narrative/asks';
import type { ReportDocument } from '../../src/narrative/document';
import type { Profile } from '../../src/narrative/profile';
import { sections } from '../../src/narrative/sections/index';
import { writeReport } from '../../src/narrative/write';
import { missingPlace } from '../../src/cli/report/missing-place';
import { parseA1 } from '../../src/kernel/address';
import type { Scalar, Sheet } from '../../src/kernel/workbook';
import { supplementSheet } from '../../src/sheets/supplement/sheet';
import { fieldOf, fields, keyFor, keyOf, wildcardOf, type Field } from '../../src/supplements/fields';
import { emptySupplements, parseSupplement } from '../../src/supplements/parse';
import { withEntry } from '../../src/supplements/merge';
import { readSupplementSheet } from '../../src/supplements/read-sheet';
import type { Entry, Supplements } from '../../src/supplements/supplements';
import { needsOf } from '../../taskpane/needs/needs';
import { readField } from '../../taskpane/pane/entries';

/** What a person has to fill in, once the text no longer asks for more: blanks that stay, and the text itself. */
interface Filled {
  readonly document: ReportDocument;
  readonly left: readonly string[];
  /** How many values it took. */
  readonly given: number;
}

const waiting = (document: ReportDocument): readonly string[] => [
  ...new Set(document.missing.map(({ key }) => key).filter((key) => !key.startsWith('form.'))),
];

/** The keys behind a blank: its own, or those of the part that it waits for. */
function keysOf(key: string, document: ReportDocument, profile: Profile): readonly string[] {
  if (fieldOf(key)) return [key];
  const asked = askedFields(document);
  return fields
    .filter((field) => asked.has(keyOf(field)) && keyOf(field).startsWith(`${key}.`))
    .flatMap((field) =>
      field.each === 'vehicle' ? profile.carTypes.map((type) => keyFor(field, type)) : field.each ? [] : [keyOf(field)],
    );
}

/** A number that fits the forms: budgets make up that of their 类, types of vehicles the whole; any other is 1. */
function numberFor(key: string, keys: readonly string[], { now }: Years, profile: Profile): string {
  const read = (cell: string): Fact['value'] | undefined => {
    const found = now.find(cell as Key);
    return found.state === 'number' ? found.fact.value : undefined;
  };
  const of = (one: string): string | undefined => {
    const code = /^itemBudgets\.(\d{7})$/.exec(one)?.[1];
    const listed = (...ids: readonly string[]): boolean => ids.some((id) => now.tables.get(id)?.row(code!) !== undefined);
    if (code !== undefined) {
      const fund = listed('Z07', 'Z08') ? '一般公共' : listed('Z09', 'Z10') ? '政府性基金' : '国有资本';
      return `Z01_1.${code.slice(0, 3)}.${profile.budget}·${fund}`;
    }
    if (one.startsWith('vehicles.kept.')) return 'F03.公务用车保有量.统计数';
    if (one.startsWith('vehicles.bought.')) return one.endsWith('.count') ? 'F03.公务用车购置数.统计数' : 'F03.公务用车购置费.统计数';
    return undefined;
  };
  const cell = of(key);
  const whole = cell === undefined ? undefined : read(cell);
  if (!whole) return '1';
  const together = keys.filter((one) => of(one) === cell);
  const rest = key.startsWith('vehicles.') ? 0 : 1;
  return key === together[0] ? whole.minus(rest * (together.length - 1)).toString() : String(rest);
}

const words = (field: Field): string => field.options?.[0] ?? '示例内容';
const onSheet = (field: Field, number: string): Scalar =>
  field.type === 'amount' || field.type === 'count' ? Number(number) : field.type === 'score' ? 95 : words(field);
const inJson = (field: Field, number: string): unknown =>
  ({
    amount: number,
    count: Number(number),
    yesNo: true,
    texts: ['示例内容'],
    score: '95',
    text: words(field),
    choice: words(field),
  })[field.type];

/** Fills what is asked for, writes again, and so on: an answer may open further sentences. */
function fill(
  years: Years,
  profile: Profile,
  take: (keys: readonly string[], document: ReportDocument, had: Supplements) => Supplements,
): Filled {
  let supplements = emptySupplements;
  for (let round = 0; ; round += 1) {
    const document = writeReport({ years, supplements }, sections, profile);
    const left = waiting(document);
    if (left.length === 0 || round === 5) return { document, left, given: supplements.entries.size };
    supplements = take([...new Set(left.flatMap((key) => keysOf(key, document, profile)))], document, supplements);
  }
}

/** Through `--supplement`. */
export function fillByJson(years: Years, profile: Profile): Filled {
  const json: Record<string, unknown> = {};
  return fill(years, profile, (keys) => {
    for (const key of keys) {
      const field = fieldOf(key)!;
      const name = wildcardOf(field, key);
      const path = field.path.map((part) => (part === '*' ? name! : part));
      const owner = path.slice(0, -1).reduce((at, part) => (at[part] ??= {}) as Record<string, unknown>, json);
      owner[path[path.length - 1]!] = inJson(field, numberFor(key, keys, years, profile));
    }
    return parseSupplement(json, 's.json');
  });
}

/** Through the cells of 补充信息 that the text points to. */
export const fillBySheet = (years: Years, profile: Profile): Filled =>
  fill(years, profile, (keys, document, supplements) => {
    const picture = supplementSheet({ document, profile, years, supplements, asides: [] });
    const values: Scalar[][] = [];
    const put = (row: number, column: number, value: Scalar): void => {
      while (values.length <= row) values.push(Array.from({ length: 7 }, () => null));
      values[row]![column] = value;
    };
    for (const { row, column, value } of picture.cells) put(row, column, value ?? null);
    for (const key of keys) {
      const place = missingPlace(fieldOf(key)!.type === 'texts' ? `${key}.1` : key, picture);
      const { row, column } = parseA1(place.slice(place.indexOf('!') + 1));
      put(row, column, onSheet(fieldOf(key)!, numberFor(key, keys, years, profile)));
    }
    const sheet: Sheet = { name: picture.name, visibility: 'visible', top: 0, left: 0, values };
    const { supplements: read, problems } = readSupplementSheet(sheet);
    if (problems.length > 0) throw new Error(JSON.stringify(problems));
    return read;
  });

/** Through the fields that the pane shows, read as the pane reads them; 单位性质 is asked in its head. */
export const fillByPane = (years: Years, profile: Profile): Filled =>
  fill(years, profile, (wanted, document, had) => {
    const { fields: open, lastYear, budgets } = needsOf(document, { years, supplements: had }, undefined, profile);
    const needs = [...open, ...lastYear, ...budgets].filter(({ value, waiting: waits }) => value === undefined && waits.length > 0);
    const keys = needs.map(({ key }) => key);
    const typed = ({ field, key }: (typeof needs)[number]): Entry['value'] | undefined => {
      if (field.type === 'yesNo') return true;
      const number = field.type === 'score' ? '95' : numberFor(key, keys, years, profile);
      const read = readField(field, ['amount', 'count', 'score'].includes(field.type) ? number : words(field));
      if ('wrong' in read) throw new Error(`${key}: ${read.wrong}`);
      return read.value;
    };
    const entries = needs.map((need) => [need.field.type === 'texts' ? `${need.key}.1` : need.key, typed(need)] as const);
    const kind = wanted.includes('unitKind') ? [['unitKind', words(fieldOf('unitKind')!)] as const] : [];
    return [...kind, ...entries].reduce((all, [key, value]) => withEntry(all, key, value), had);
  });

import { readyAnswers, type ReadyAnswer } from '../../src/app/ready-answers';
import { askedFields, asksOf } from '../../src/narrative/asks';
import type { ReportDocument } from '../../src/narrative/document';
import type { ReportInput } from '../../src/narrative/input';
import type { Profile } from '../../src/narrative/profile';
import { remarksByField } from '../../src/narrative/reasons/all-remarks';
import { largestFirst, toExplain, type ToExplain } from '../../src/narrative/reasons/explain';
import type { Entry, Supplements } from '../../src/supplements/supplements';
import { fieldOf, fields, keyFor, keyOf, wildcardOf, type Field } from '../../src/supplements/fields';

/** One thing this workbook needs from a person: filled in already, or waited for by the text. */
export interface Need {
  readonly key: string;
  readonly field: Field;
  /** What it is called here; for a field per 科目, its name and code. */
  readonly label: string;
  readonly value?: Entry['value'];
  /** Paragraphs that wait for it. */
  readonly waiting: readonly string[];
  readonly explains?: ToExplain;
  /** Answers that stand somewhere already, e.g. last year's words: one click takes one. */
  readonly ready: readonly ReadyAnswer[];
  /** What is odd about the words supplied: they say 减少 where the figure rose, or explain what did not change. */
  readonly remark?: string;
}

export interface Needs {
  /** Reasons first, the largest change first; then the other fields in the order of the text. */
  readonly fields: readonly Need[];
  readonly lastYear: readonly Need[];
  readonly budgets: readonly Need[];
  readonly filled: number;
  readonly total: number;
}

const isFilled = (need: Need): boolean => need.value !== undefined;

/** Name of a 项 as its forms print it. */
function itemName(code: string, input: ReportInput): string {
  for (const table of input.years.now.tables.values()) {
    const row = table.row(code);
    if (row?.name) return row.name;
  }
  return '';
}

function labelOf(field: Field, key: string, input: ReportInput): string {
  const star = wildcardOf(field, key);
  if (star === undefined) return field.label;
  if (field.each === 'vehicle') return `${star} ${field.label}`;
  const name = `${itemName(star, input)} ${star}`.trim();
  return field.section === 'budgets' ? name : `${name}：${field.label}`;
}

/** `performance.projects.1` belongs to the one field `performance.projects`. */
const fieldKey = (key: string): string => key.replace(/^(performance\.projects)\.\d+$/, '$1');

/** A blank may wait for a whole part (performance, vehicles.kept): its fields are asked for, one by one. */
function partsOf(key: string, document: ReportDocument, profile: Profile): readonly string[] {
  if (fieldOf(key)) return [];
  const asked = askedFields(document);
  return fields
    .filter((field) => asked.has(keyOf(field)) && keyOf(field).startsWith(`${key}.`))
    .flatMap((field) =>
      field.each === 'vehicle' ? profile.carTypes.map((type) => keyFor(field, type)) : field.each ? [] : [keyOf(field)],
    );
}

/** `profile`: the one the document is written under, of the product's own or learned. */
export function needsOf(document: ReportDocument, input: ReportInput, last: Supplements | undefined, profile: Profile): Needs {
  const { entries } = input.supplements;
  const waiting = new Map<string, string[]>();
  for (const { key, paragraph } of document.missing) waiting.set(key, [...(waiting.get(key) ?? []), paragraph]);
  // 单位性质 is asked in the heading, before all else.
  for (const key of [...waiting.keys()]) {
    for (const own of partsOf(key, document, profile)) waiting.set(own, [...(waiting.get(own) ?? []), ...waiting.get(key)!]);
  }
  const keys = [...new Set([...waiting.keys(), ...[...entries.keys()].map(fieldKey)])].filter((key) => key !== 'unitKind');

  const remarks = remarksByField(input, profile, asksOf(document));

  const all = keys.flatMap((key): readonly Need[] => {
    const field = fieldOf(key);
    if (!field) return [];
    const list =
      field.type === 'texts'
        ? [...entries.keys()].filter((one) => fieldKey(one) === key).map((one) => String(entries.get(one)!.value))
        : [];
    const value = field.type === 'texts' ? (list.length > 0 ? list.join('\n') : undefined) : entries.get(key)?.value;
    return [
      {
        key,
        field,
        label: labelOf(field, key, input),
        value,
        waiting: waiting.get(key) ?? [],
        explains: key.startsWith('reasons.') ? toExplain(key, input, profile) : undefined,
        ready: readyAnswers(key, field, input, last),
        remark: remarks.get(key)?.message,
      },
    ];
  });

  const isReason = (need: Need): boolean => need.key.startsWith('reasons.');
  const reasons = all.filter(isReason).sort((a, b) => largestFirst(a.explains, b.explains));
  const lastYear = all.filter(({ field }) => field.section === 'prior');
  const budgets = all.filter(({ field }) => field.section === 'budgets' && keyOf(field) !== 'confirmFullBudget');
  const placed = new Set([...reasons, ...lastYear, ...budgets]);
  const fields = [...reasons, ...all.filter((need) => !placed.has(need))];
  // A whole list of last year's figures or budgets counts as one thing to do.
  const lists = [lastYear, budgets].filter((list) => list.length > 0);
  return {
    fields,
    lastYear,
    budgets,
    filled: fields.filter(isFilled).length + lists.filter((list) => list.every(isFilled)).length,
    total: fields.length + lists.length,
  };
}

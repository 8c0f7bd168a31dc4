import { phraseText } from '../../src/facts/phrase';
import { suppliedBook } from '../kit/books';
import Decimal from 'decimal.js';
import type { Fact } from '../../src/facts/traced';
import type { Supplements } from '../../src/supplements/supplements';
import { emptySupplements } from '../../src/supplements/merge';
import { rules } from '../../src/rules/index';
import { isFormula, type SpecialOutcome, type SpecialRule } from '../../src/rules/rule';
import { paper, type Entry } from './paper';
import type { FactSet } from '../../src/facts/fact-set';

import type { RowName } from '../../src/layouts/keys';

export const specials = rules.filter((rule): rule is SpecialRule => !isFormula(rule));
export const ruleOf = (id: string): SpecialRule => specials.find((rule) => rule.id === id)!;

export const supplied = (key: string, value: number, unit: Fact['unit'] = '元'): Fact => ({
  kind: 'fact',
  key,
  value: new Decimal(value),
  half: new Decimal(0),
  unit,
  scale: 1,
  at: { book: suppliedBook, sheet: '补充信息', a1: 'C5' },
  label: key,
});

export const run = (
  id: string,
  now: Readonly<Record<string, Entry>>,
  more: {
    before?: Readonly<Record<string, Entry>>;
    supplements?: Partial<Supplements>;
    renamed?: Readonly<Record<string, string>>;
    without?: readonly string[];
    /** Cells of a published 财决01, exact to 50 元. */
    published?: Readonly<Record<string, Entry>>;
    budget?: '年初预算数' | '全年预算数';
  } = {},
): readonly SpecialOutcome[] =>
  ruleOf(id).check({
    years: {
      now: {
        ...renamed(paper(now, { without: more.without }), more.renamed ?? {}),
        ...(more.published ? { published: [paper(more.published, { half: '50' }).tables.get('Z01')!] } : {}),
      },
      ...(more.before ? { before: paper(more.before, { role: '上年' }) } : {}),
    },
    supplements: { ...emptySupplements, ...more.supplements },
    budget: more.budget ?? '全年预算数',
  });

/** Prints other names in 财决04, and rows of its own; an empty name leaves a row out. */
function renamed(facts: FactSet, names: Readonly<Record<string, string>>): FactSet {
  const z04 = facts.tables.get('Z04');
  if (!z04) return facts;
  const rows = z04.rows.filter((row) => names[row.key] !== '').map((row) => ({ ...row, name: names[row.key] ?? row.name }));
  const more = Object.keys(names).filter((key) => !z04.row(key as RowName));
  const added = more.map((key, n) => ({ key: key as RowName, name: names[key]!, row: z04.rows.length + n }));
  return { ...facts, tables: new Map([...facts.tables, ['Z04', { ...z04, rows: [...rows, ...added] }]]) };
}

export const kinds = (outcomes: readonly SpecialOutcome[]): readonly string[] =>
  [...new Set(outcomes.map((outcome) => outcome.kind))].sort();
export const messages = (outcomes: readonly SpecialOutcome[]): string =>
  outcomes.map((outcome) => ('message' in outcome ? phraseText(outcome.message) : '')).join('');

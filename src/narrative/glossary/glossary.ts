import type { Table } from '../../facts/fact-set';
import { inSlices, type Slices } from '../../kernel/slices';
import type { Desk } from '../desk';
import type { Paragraph, ReportSection } from '../document';
import { isZero } from '../input';
import { functionalName, itemCodes, nameOrBlank } from '../names';
import { blank, chineseNumeral, isSupplied, paragraph, printed, say, sentence, supplied, type Phrase } from '../say';
import { generalTerms, type GeneralTerm } from './general';
import { definitionOf } from './definitions';

/** 项 of the whole workbook with income, expenditure or carry-over: 财决04 lists all of them. */
const itemForms = [
  { id: 'Z04', column: '本年支出合计' },
  { id: 'Z08', column: '合计' },
  { id: 'Z07', column: '本年支出·合计' },
  { id: 'Z09', column: '本年支出·合计' },
  { id: 'Z11', column: '本年支出·合计' },
] as const;

/** Codes of 项 with expenditure in any of the forms, in code order, with a form that prints them. */
function* usedItems(table: (id: string) => Table | undefined): Slices<readonly { readonly code: string; readonly form: string }[]> {
  const used = new Map<string, string>();
  for (const { id, column } of itemForms) {
    const form = table(id);
    if (!form) continue;
    yield;
    for (const code of itemCodes(form)) {
      const reading = form.at(code, column);
      const nothingSpent = reading.state === 'number' && reading.fact.value.isZero();
      if (!nothingSpent && !used.has(code)) used.set(code, id);
    }
  }
  return [...used].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, form]) => ({ code, form }));
}

/** A term is used when one of its figures is not zero; a figure that cannot be read does not take the term away. */
const occurs = (desk: Desk, term: GeneralTerm): boolean => !term.usedBy || term.usedBy.some((key) => !isZero(desk.read(key)));

type Entry = (number: string) => Paragraph;

const general =
  (term: GeneralTerm, own?: string): Entry =>
  (number) =>
    paragraph(`G.${term.term}`, [[printed(number)], sentence(say`${printed(term.term)}：${printed(own ?? term.text)}`)]);

/** Supplied by a person, or known, or a visible blank. */
function meaning(desk: Desk, code: string): Phrase {
  const given = desk.supplements.definition(code);
  if (isSupplied(given)) return say`${printed(/^(指|反映)/.test(given.text.trim()) ? '' : '指')}${supplied(given)}`;
  const own = desk.profile.glossary.meanings?.[code];
  if (own !== undefined) return [printed(own)];
  const known = definitionOf(code, functionalName(desk.input.years.now, code));
  return known === undefined ? [blank(`科目${code}的解释（按当年《政府收支分类科目》填写）`, `glossary.${code}`)] : [printed(known)];
}

function* items(desk: Desk): Slices<readonly Entry[]> {
  const facts = desk.input.years.now;
  const used = yield* usedItems((id) => desk.table(id));
  return yield* inSlices(used, ({ code, form }): Entry => {
    const name = (length: number): ReturnType<typeof nameOrBlank> => nameOrBlank(facts, code.slice(0, length), form);
    const text = meaning(desk, code);
    return (number) =>
      paragraph(`G.${code}`, [[printed(number)], sentence(say`${name(3)}（类）${name(5)}（款）${name(7)}（项）：${text}`)]);
  });
}

/** 名词解释: by profile the terms that occur and one entry per 项, or the fixed list of the official form. */
export function* glossarySection(desk: Desk): Slices<ReportSection> {
  const { glossary, source } = desk.profile;
  const entries: Entry[] = [];
  for (const id of glossary.terms) {
    if (id === '科目') {
      for (const entry of yield* items(desk)) entries.push(entry);
      continue;
    }
    const term = generalTerms[id];
    if (!term) throw new Error(`profile ${desk.profile.id} asks for an unknown term: ${id}`);
    if (glossary.style === 'fixed' || occurs(desk, term)) entries.push(general(term, glossary.meanings?.[id]));
  }
  const number = (i: number): string => (glossary.numbering === '1.' ? `${i + 1}.` : `${chineseNumeral(i + 1)}、`);
  return {
    id: 'G',
    heading: glossary.heading,
    source,
    asks: glossary.terms.includes('科目') ? [{ field: 'glossary.*', at: '' }] : [],
    blocks: yield* inSlices(entries, (entry, i) => entry(number(i))),
  };
}

import type { CauseGroup, TableStatus } from '../facts/outcome';
import { openCauses } from '../facts/tally';
import type { PublishedDocument } from '../narrative/document';
import type { Dossier } from './dossier';

/** A form that the text needs and that could not be read, with the sections that cannot be written in full without it. */
export interface LackingForm {
  readonly table: TableStatus;
  readonly sections: readonly string[];
}

/** Something that only a person can supply, once however often the text waits for it. */
export interface OpenBlank {
  /** The field; `priorYear` where several figures of last year are lacking: they are one thing, that year's workbook. */
  readonly key: string;
  readonly ask: string;
  /** The fields behind it. */
  readonly fields: readonly string[];
  /** Where the text waits first. */
  readonly section: string;
  readonly paragraph: string;
}

/** What stands between the text and its publication. Nothing left in any list: it can be published. */
export interface Readiness {
  readonly causes: readonly CauseGroup[];
  readonly forms: readonly LackingForm[];
  readonly blanks: readonly OpenBlank[];
}

/** 可以公开了: nothing is unequal, no form is lacking, no blank is left. */
export const isReady = ({ causes, forms, blanks }: Readiness): boolean => causes.length + forms.length + blanks.length === 0;

/** Blanks of the text that wait for a cell of a form are named after it: form.Z01.收入总计.决算数. */
const formOf = (key: string): string | undefined => (key.startsWith('form.') ? key.split('.')[1] : undefined);

const lastYear = 'priorYear';

/** Figures of last year rest on one workbook: however many are lacking, they are one thing to supply. */
function together(blanks: readonly OpenBlank[]): readonly OpenBlank[] {
  const figures = blanks.filter(({ key }) => key.startsWith(`${lastYear}.`));
  const [first] = figures;
  if (!first || figures.length === 1) return blanks;
  const one: OpenBlank = {
    ...first,
    key: lastYear,
    ask: `缺上年决算：给出上年文件，或填这 ${figures.length} 个数`,
    fields: figures.map(({ key }) => key),
  };
  return blanks.flatMap((blank) => (blank === first ? [one] : figures.includes(blank) ? [] : [blank]));
}

/** What stands between the text and its publication: causes, lacking forms, blanks; each counted once. */
export function readinessOf({ checked: { report } }: Pick<Dossier, 'checked'>, text: PublishedDocument): Readiness {
  const sections = [...text.sections, text.glossary];
  const sectionOf = new Map(sections.flatMap((section) => section.blocks.map(({ id }) => [id, section] as const)));
  const own = report.tables.filter(({ role }) => role === '本年');
  const read = new Set(own.filter(({ status }) => status === 'read').map(({ id }) => id));

  const headings = new Map<string, Set<string>>();
  const blanks = new Map<string, OpenBlank>();
  for (const { key, ask, paragraph } of text.missing) {
    const section = sectionOf.get(paragraph);
    const form = formOf(key);
    if (form !== undefined && !read.has(form)) {
      headings.set(form, (headings.get(form) ?? new Set()).add(section?.heading ?? ''));
    } else if (!blanks.has(key)) blanks.set(key, { key, ask, fields: [key], section: section?.id ?? '', paragraph });
  }
  const forms = [...headings].flatMap(([id, names]): readonly LackingForm[] => {
    const table = own.find((one) => one.id === id && one.status !== 'read');
    return table ? [{ table, sections: [...names] }] : [];
  });
  return { causes: openCauses(report), forms, blanks: together([...blanks.values()]) };
}

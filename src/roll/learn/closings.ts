import type { ReportInput } from '../../narrative/input';
import { sectionsIn, type Profile } from '../../narrative/profile';
import { topicsOf, type Topic } from '../../proof/links/topics';
import type { LearnedSentence, Sentences } from './sentences';

/** Words that belong to one year: what moved and why, what somebody did. */
const ofItsYear = /\d|【|原因|增加|减少|增长|下降|持平|主要用于|开展|组织|项目/;
const shortest = 12;

/**
 * Fixed sentences of the unit's own: whole paragraphs without a figure or a reason that no section writes, by the heading of
 * their section. `{本年}`, `{上年}` and `{单位}` stand for the years and the name.
 */
export function closingsOf(
  sentences: readonly LearnedSentence[],
  written: Sentences,
  { years: { now } }: ReportInput,
  profile: Profile,
): ReadonlyMap<string, readonly string[]> {
  const paragraphs = new Map<number, LearnedSentence[]>();
  for (const one of sentences) paragraphs.set(one.paragraph, [...(paragraphs.get(one.paragraph) ?? []), one]);
  const found = new Map<string, string[]>();
  for (const own of paragraphs.values()) {
    const { topic } = own[0]!;
    const text = own.map((one) => one.text).join('');
    const general = generalised(text, now.year!, now.unitName.trim());
    const isFixed = general.length >= shortest && /。$/.test(general) && !ofItsYear.test(general.replace(/\{[^}]*\}/g, ''));
    if (topic === 'glossary' || !isFixed || own.some(({ plain }) => written.likeness(plain) !== undefined)) continue;
    const heading = headingFor(topic, profile);
    if (heading !== undefined) found.set(heading, [...(found.get(heading) ?? []), general]);
  }
  return found;
}

function generalised(text: string, year: number, unit: string): string {
  const years = text.replaceAll(String(year), '{本年}').replaceAll(String(year - 1), '{上年}');
  return unit === '' ? years : years.replaceAll(unit, '{单位}');
}

function headingFor(topic: Topic, profile: Profile): string | undefined {
  const base = topic.split('.')[0];
  return sectionsIn(profile).find(({ heading }) => {
    const [own] = topicsOf([{ index: 0, text: '', plain: { text: '', at: [] }, body: 0, kind: 'heading', title: heading }]);
    return own === base || (own === 'other' && ['agency', 'procurement', 'assets', 'performance'].includes(base!));
  })?.heading;
}

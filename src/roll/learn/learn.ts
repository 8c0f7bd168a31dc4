import type { ReportInput } from '../../narrative/input';
import type { Phrases, Profile, ProfileSection } from '../../narrative/profile';
import { writeReport } from '../../narrative/write';
import type { ProofDocument } from '../../proof/text/document';
import { tokensOf, type NumberToken } from '../../proof/links/tokens';
import { styleOf } from '../claims/printing';
import type { Writing } from '../own';
import { closingsOf } from './closings';
import { headingsIn, headingsOf, sectionsLike } from './headings';
import { meaningsOf } from './meanings';
import { phraseCandidates } from './phrases';
import { Sentences, sentencesIn, type LearnedSentence } from './sentences';

/** A unit's own way of writing, as far as a profile can say it, and how well it does. */
export interface LearnedProfile {
  readonly profile: Profile;
  /** The profile that it differs from least. */
  readonly like: Profile;
  readonly sentences: number;
  /** Written again to the letter; equal but for what a person fills in; equal but for figures that the cells give otherwise. */
  readonly equal: number;
  readonly open: number;
  readonly figures: number;
  /** Sentences of the document that the profile does not write. */
  readonly others: readonly LearnedSentence[];
}

interface LearnRequest {
  readonly document: ProofDocument;
  /** The forms of the year that the document reports, the year before beside them, and what a person supplied then. */
  readonly input: ReportInput;
  readonly writing: Writing;
}

/** Steps of `learnSteps`, of which each is named as it begins. */
export const learnStepCount = 5;

/**
 * Learns a profile: of all profiles the one that writes most of the document's sentences, then each of its settings as the
 * document has it where that writes more of them. Nothing is taken over that does not show in the sentences, but the titles.
 */
export function* learnSteps({ document, input, writing }: LearnRequest): Generator<string, LearnedProfile> {
  const year = input.years.now.year!;
  const sentences = sentencesIn(document);
  const text = sentences.map(({ plain }) => plain).join('\n');
  const trial = new Trial(sentences, input, writing);
  const found = headingsIn(document);

  yield '比较各口径';
  const style = styleIn(document);
  const titled = writing.profiles.map((profile) => ({ ...profile, ...style, sections: sectionsLike(profile, found) }));
  let profile = trial.best(titled, (one) => headingsOf(one, found))!;
  const origin = writing.profiles.find(({ id }) => id === profile.id)!;
  profile = { ...profile, glossary: { ...profile.glossary, ...glossaryHeading(document) } };

  for (const round of [1, 2]) {
    yield `学章节和列法（第 ${round} 遍）`;
    for (const options of choices(writing.profiles))
      profile = trial.best([profile, ...options.map((change) => ({ ...profile, ...change(profile) }))])!;
    yield `学用语（第 ${round} 遍）`;
    const candidates = phraseCandidates(text, year);
    for (const [name, own] of candidates) {
      const others = new Set([...own, ...writing.profiles.map(({ phrases }) => phrases[name])]);
      const phrased = [...others].map((words) => ({ ...profile, phrases: { ...profile.phrases, [name]: words } as Phrases }));
      profile = trial.best([profile, ...phrased])!;
    }
  }
  const meanings = meaningsOf(document, input.years.now);
  if (Object.keys(meanings).length > 0) profile = trial.best([profile, { ...profile, glossary: { ...profile.glossary, meanings } }])!;
  profile = withClosings(profile, closingsOf(sentences, trial.written(profile), input, profile));
  const unit = input.years.now.unitName.trim();
  const learned: Profile = {
    ...profile,
    id: `own-${year}`,
    name: `${unit}自己的写法（${year}年度）`,
    source: { by: 'derived', doc: document.file, clause: '全文' },
  };
  return { profile: learned, like: origin, sentences: sentences.length, ...trial.result(learned) };
}

/** How many sentences of a document a profile writes. */
class Trial {
  private readonly seen = new Map<string, number>();

  constructor(
    private readonly sentences: readonly LearnedSentence[],
    private readonly input: ReportInput,
    private readonly writing: Writing,
  ) {}

  written(profile: Profile): Sentences {
    return new Sentences(writeReport(this.input, this.writing.sections, profile));
  }

  /** The first of the best; a sentence too many costs a little. */
  best(profiles: readonly Profile[], more: (profile: Profile) => number = () => 0): Profile | undefined {
    let best: Profile | undefined;
    let most = -Infinity;
    for (const profile of profiles) {
      const score = this.score(profile) + more(profile);
      if (score <= most) continue;
      [best, most] = [profile, score];
    }
    return best;
  }

  private score(profile: Profile): number {
    const key = JSON.stringify(profile);
    const known = this.seen.get(key);
    if (known !== undefined) return known;
    const own = this.written(profile);
    const { equal, open, figures } = this.against(own);
    const score = equal + open * 0.9 + figures * 0.8 - Math.max(0, own.size - equal - open - figures) * 0.01;
    this.seen.set(key, score);
    return score;
  }

  result(profile: Profile): Result {
    return this.against(this.written(profile));
  }

  private against(own: Sentences): Result {
    const others: LearnedSentence[] = [];
    const counts = { equal: 0, open: 0, figures: 0 };
    for (const sentence of this.sentences) {
      const kind = own.likeness(sentence.plain);
      if (kind) counts[kind]++;
      else others.push(sentence);
    }
    return { ...counts, others };
  }
}

type Result = Pick<LearnedProfile, 'equal' | 'open' | 'figures' | 'others'>;

type ChangeOf = (profile: Profile) => Partial<Profile>;

/** The settings of a profile that are tried, each with all it may be. */
function choices(profiles: readonly Profile[]): readonly (readonly ChangeOf[])[] {
  const either = (name: 'dropTrailingZeros' | 'thousandsSeparator' | 'carryOver' | 'adjustment' | 'fundItems' | 'meetings') =>
    [true, false].map((value): ChangeOf => () => ({ [name]: value }));
  const distinct = <Name extends 'carTypes' | 'charts' | 'budget'>(name: Name): readonly ChangeOf[] =>
    profiles.map((one): ChangeOf => () => ({ [name]: one[name] }));
  return [
    either('dropTrailingZeros'),
    either('thousandsSeparator'),
    [0, 1, 2, 4, 6].map((wan): ChangeOf => ({ decimals }) => ({ decimals: { ...decimals, wan } })),
    [0, 1, 2].map((percent): ChangeOf => ({ decimals }) => ({ decimals: { ...decimals, percent } })),
    distinct('budget'),
    (['omit', 'list'] as const).map((zeroItems): ChangeOf => () => ({ zeroItems })),
    (['note', 'balance'] as const).map((rounding): ChangeOf => () => ({ rounding })),
    (['flat', 'grouped'] as const).map((itemStyle): ChangeOf => () => ({ itemStyle })),
    either('carryOver'),
    either('adjustment'),
    either('fundItems'),
    either('meetings'),
    distinct('carTypes'),
    profiles.map((one): ChangeOf => ({ glossary }) => ({ glossary: { ...one.glossary, heading: glossary.heading } })),
  ];
}

/** Decimals and separators as the figures of the document show them. */
function styleIn({ blocks }: ProofDocument): Partial<Profile> {
  const figures = blocks.flatMap(({ kind, plain }) =>
    kind === 'paragraph'
      ? tokensOf(plain.text, 0)
          .filter((token): token is NumberToken => token.kind === 'number' && token.unit !== 'none')
          .map(({ start, end, unitWord, decimals }) => ({ text: plain.text.slice(start, end), unit: unitWord, decimals }))
      : [],
  );
  const { wan, percent } = styleOf(figures);
  return { decimals: { wan: wan.decimals, percent: percent.decimals }, dropTrailingZeros: wan.dropsZeros };
}

function glossaryHeading({ blocks }: ProofDocument): { heading?: string } {
  const heading = blocks.find(({ kind, title }) => kind === 'heading' && title !== undefined && /名词解释/.test(title))?.title;
  return heading === undefined ? {} : { heading };
}

function withClosings(profile: Profile, closings: ReadonlyMap<string, readonly string[]>): Profile {
  if (closings.size === 0) return profile;
  const sections = profile.sections.map((entry) => {
    const more = 'part' in entry ? undefined : closings.get(entry.heading);
    return more ? ({ ...entry, closing: [...((entry as ProfileSection).closing ?? []), ...more] } as ProfileSection) : entry;
  });
  return { ...profile, sections };
}

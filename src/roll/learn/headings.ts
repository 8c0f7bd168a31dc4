import { sectionsIn, type Profile, type ProfileSection } from '../../narrative/profile';
import type { ProofDocument } from '../../proof/text/document';
import { topicsOf, type Topic } from '../../proof/links/topics';

/** What a heading of a profile is about, asked the way the titles of a document are. */
const topicOfHeading = (heading: string): Topic => topicsOf([{ ...noBlock, title: heading, kind: 'heading' }])[0]!;
const noBlock = { index: 0, text: '', plain: { text: '', at: [] }, body: 0 };

interface FoundHeading {
  readonly topic: Topic;
  readonly heading: string;
}

/** Titles of the sections in the order of the document: those numbered 一、, without their number. */
export function headingsIn({ blocks }: ProofDocument): readonly FoundHeading[] {
  const topics = topicsOf(blocks);
  return blocks.flatMap(({ kind, marker, text, plain }, i) =>
    kind === 'heading' && marker?.level === 1 ? [{ topic: topics[i]!, heading: text.slice(plain.at[marker.length]).trim() }] : [],
  );
}

/**
 * The sections of a profile under the document's own titles and in its order. A section that the document does not have is
 * not written; one whose title is not understood stays where it was. Profiles in parts keep their order.
 */
export function sectionsLike(profile: Profile, found: readonly FoundHeading[]): Profile['sections'] {
  const inParts = profile.sections.length > sectionsIn(profile).length;
  const titled = (entry: ProfileSection): ProfileSection => {
    const topic = topicOfHeading(entry.heading);
    const own = topic === 'other' ? found.find(({ heading }) => alike(heading, entry.heading)) : found.find((one) => one.topic === topic);
    return own ? { ...entry, heading: own.heading } : entry;
  };
  if (inParts) return profile.sections.map((entry) => ('part' in entry ? entry : titled(entry)));
  const all = sectionsIn(profile);
  const placeOf = (entry: ProfileSection): number => {
    const topic = topicOfHeading(entry.heading);
    return found.findIndex((one) => (topic === 'other' ? alike(one.heading, entry.heading) : one.topic === topic));
  };
  const placed = all.map((entry) => ({ entry, at: placeOf(entry) })).filter(({ at }) => at >= 0);
  if (placed.length < all.length / 2) return profile.sections;
  return placed.sort((a, b) => a.at - b.at).map(({ entry }) => titled(entry));
}

const alike = (a: string, b: string): boolean => a.includes('其他重要事项') && b.includes('其他重要事项');

/** How many of the document's titles a profile writes. */
export const headingsOf = (profile: Profile, found: readonly FoundHeading[]): number =>
  found.filter(({ heading }) => sectionsIn(profile).some((entry) => entry.heading === heading)).length;

import { placeKey, suppliedBook } from '../kernel/workbook';
import type { Inline, ReportDocument } from '../narrative/document';
import { writeReport } from '../narrative/write';
import type { ReportInput } from '../narrative/input';
import type { Profile } from '../narrative/profile';
import type { Section } from '../narrative/section';
import { supplementsOf } from '../supplements/entries';
import type { Entry } from '../supplements/supplements';
import { capture, patternOf } from './own-pattern';
import { ownPieces, type OwnPiece } from './own-pieces';

/** The registries of the narrative, as a door hands them in. */
export interface Writing {
  readonly sections: readonly Section[];
  readonly profiles: readonly Profile[];
}

/** Lines of a document that we once wrote from last year's workbook. */
export interface OwnText {
  readonly profile: Profile;
  /** Id of our piece by the number of the line. */
  readonly ids: ReadonlyMap<number, string>;
  /** Pieces of last year's report of ours, by id. */
  readonly last: ReadonlyMap<string, OwnPiece>;
  /** What a person wrote into them, by field, with the line it stands in. */
  readonly said: ReadonlyMap<string, { readonly text: string; readonly line: number }>;
}

/** Fewer lines of ours than this may stand anywhere by chance. */
const fewest = 8;

/** Words and figures that change from year to year are not taken over from last year: comparisons and budgets. */
const ofItsYear = /^(?:priorYear|itemBudgets)\.|^(?:confirmFullBudget|newUnit)$/;
const isText = ({ value }: Entry): boolean => typeof value === 'string';
/** Names and kinds that decide which sentences are written. */
const decides = /^(?:unitShortName|unitKind|documentKind|newUnit)$/;

/** Which lines of a document are ours; undefined where it was written by somebody else. */
export function ownText(lines: readonly string[], last: ReportInput, { sections, profiles }: Writing): OwnText | undefined {
  let best: OwnText | undefined;
  for (const profile of profiles) {
    const bare = supplementsOf(new Map([...last.supplements.entries].filter(([key, entry]) => !isText(entry) || decides.test(key))));
    const documents = [last, { ...last, supplements: bare }].map((input) => writeReport(input, sections, profile));
    const found = recognised(lines, documents, last, profile);
    if (found.ids.size > (best?.ids.size ?? fewest - 1)) best = found;
  }
  return best;
}

function recognised(
  lines: readonly string[],
  documents: readonly ReportDocument[],
  { supplements }: ReportInput,
  profile: Profile,
): OwnText {
  const fieldAt = new Map([...supplements.entries].map(([key, { at }]) => [placeKey(at), key]));
  const keyOf = (inline: Inline): string =>
    inline.kind === 'blank' ? inline.key : inline.kind === 'supplied' ? (fieldAt.get(placeKey(inline.at)) ?? '') : '';
  const pieces = documents.map(ownPieces);
  const patterns = pieces.flat().flatMap(({ paragraph }) => {
    const pattern = paragraph && patternOf(paragraph, keyOf);
    return pattern ? [pattern] : [];
  });
  const exact = new Map(pieces.flat().map(({ id, text }) => [text.trim(), id]));
  const ids = new Map<number, string>();
  const said = new Map<string, { text: string; line: number }>();
  const taken = new Set<string>();
  lines.forEach((line, index) => {
    const take = (id: string): void => {
      taken.add(id);
      ids.set(index, id);
    };
    const known = exact.get(line.trim());
    for (const pattern of patterns) {
      if (taken.has(pattern.id) || (known !== undefined && known !== pattern.id)) continue;
      const words = capture(pattern, line);
      if (!words) continue;
      take(pattern.id);
      for (const [key, text] of words) if (!said.has(key)) said.set(key, { text, line: index });
      return;
    }
    if (known !== undefined && !taken.has(known)) take(known);
  });
  const last = new Map(
    [...pieces]
      .reverse()
      .flat()
      .map((piece) => [piece.id, piece]),
  );
  return { profile, ids, last, said };
}

/**
 * This year's report of ours. Words of a person are taken over from last year where this year gives none, with the line they
 * stood in as their place; comparisons and budgets are not.
 */
export function thisYear(own: OwnText, file: string, last: ReportInput, now: ReportInput, { sections }: Writing): ReportDocument {
  const entries = new Map<string, Entry>();
  for (const [key, entry] of last.supplements.entries) if (!ofItsYear.test(key)) entries.set(key, entry);
  for (const [key, { text, line }] of own.said) {
    if (!ofItsYear.test(key)) entries.set(key, { value: text, at: { book: suppliedBook, sheet: file, a1: `第${line + 1}段` } });
  }
  for (const [key, entry] of now.supplements.entries) entries.set(key, entry);
  return writeReport({ ...now, supplements: supplementsOf(entries) }, sections, own.profile);
}

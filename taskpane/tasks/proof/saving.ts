import { withFindings } from '../../../src/adapters/word/proof-text';
import type { Aside } from '../../../src/facts/outcome';
import { proofJson } from '../../../src/proof/json';
import { entryOf, writeZip } from '../../../src/ooxml/zip-write';
import type { Offer } from '../../ui/offer';
import { types } from '../../ui/save';
import { findingsOf, noteOf, type TextEntry } from './entry';

const stemOf = (name: string): string => name.replace(/\.[^.]+$/, '');
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The user's own Word file with comments, and the suggestions that were taken as tracked changes. What is kept bears none. */
export function commentedWord(entry: TextEntry, asides: readonly Aside[], now: Date): Offer {
  const findings = findingsOf(entry, asides).filter(({ kept }) => !kept);
  const taken = findings.filter(({ number }) => entry.taken.has(number));
  const bytes = withFindings(
    entry.text!.word!,
    entry.report!,
    findings.map(({ finding }) => finding),
    now.toISOString().replace(/\.\d+Z$/, 'Z'),
    taken.map(({ finding }) => finding),
  );
  return { name: `${stemOf(entry.name)}-校对.docx`, bytes, type: types.docx, words: wordsOf(entry) };
}

/** Lines of a text with the suggestions that were taken. */
function linesOf({ text, report, taken }: TextEntry): readonly string[] {
  const changes = [...taken].map((number) => report!.findings[number]!).sort((a, b) => b.span.start - a.span.start);
  return text!.document.blocks.map((block) =>
    changes
      .filter(({ span }) => span.paragraph === block.index)
      .reduce((line, { span, suggestion }) => line.slice(0, span.start) + suggestion + line.slice(span.end), block.text),
  );
}

const wordsOf = (entry: TextEntry): string => [...linesOf(entry), '', '校对意见：', ...entry.report!.findings.map(noteOf)].join('\n');

/** A text file with the suggestions that were taken. */
export const correctedText = (entry: TextEntry): Offer => ({
  name: `${stemOf(entry.name)}-校对.txt`,
  bytes: utf8(`${linesOf(entry).join('\n')}\n`),
  type: types.txt,
  words: wordsOf(entry),
});

/** What was found in all texts, in the form of `proof --format json`. */
export function jsonOf(entries: readonly TextEntry[]): Offer {
  const files = entries.flatMap(({ report }) => (report ? [proofJson(report)] : []));
  const json = `${JSON.stringify({ version: 1, files }, null, 2)}\n`;
  return { name: 'proof.json', bytes: utf8(json), type: 'application/json', words: json };
}

/** All texts at once: each Word file with its comments, each corrected text, and proof.json, in one archive. */
export function archiveOf(entries: readonly TextEntry[], asides: readonly Aside[], now: Date): Offer {
  const made = entries.flatMap((entry): readonly Offer[] => {
    if (!entry.report) return [];
    if (entry.text?.word) return [commentedWord(entry, asides, now)];
    return entry.from === 'file' && entry.taken.size > 0 ? [correctedText(entry)] : [];
  });
  const json = jsonOf(entries);
  const used = new Map<string, number>();
  // Two texts of the same name from different folders keep both.
  const unique = (name: string): string => {
    const times = (used.get(name) ?? 0) + 1;
    used.set(name, times);
    return times === 1 ? name : name.replace(/(\.[^.]+)$/, `（${times}）$1`);
  };
  const files = [...made, json].map(({ name, bytes }) => entryOf(unique(name), bytes));
  return { name: '校对.zip', bytes: writeZip(files), type: 'application/zip', words: json.words };
}

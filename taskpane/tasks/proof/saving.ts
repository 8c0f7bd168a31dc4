import { withFindings } from '../../../src/adapters/word/proof-text';
import type { Aside } from '../../../src/facts/outcome';
import { proofJson } from '../../../src/proof/json';
import { types } from '../../ui/save';
import { findingsOf, type TextEntry } from './entry';

/** A file to hand over. */
export interface Made {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly type: string;
}

const stemOf = (name: string): string => name.replace(/\.[^.]+$/, '');
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The user's own Word file with comments, and the suggestions that were taken as tracked changes. What is kept bears none. */
export function commentedWord(entry: TextEntry, asides: readonly Aside[], now: Date): Made {
  const findings = findingsOf(entry, asides).filter(({ kept }) => !kept);
  const taken = findings.filter(({ number }) => entry.taken.has(number));
  const bytes = withFindings(
    entry.text!.word!,
    entry.report!,
    findings.map(({ finding }) => finding),
    now.toISOString().replace(/\.\d+Z$/, 'Z'),
    taken.map(({ finding }) => finding),
  );
  return { name: `${stemOf(entry.name)}-校对.docx`, bytes, type: types.docx };
}

/** A text file with the suggestions that were taken. */
export function correctedText({ name, text, report, taken }: TextEntry): Made {
  const changes = [...taken].map((number) => report!.findings[number]!).sort((a, b) => b.span.start - a.span.start);
  const lines = text!.document.blocks.map((block) =>
    changes
      .filter(({ span }) => span.paragraph === block.index)
      .reduce((line, { span, suggestion }) => line.slice(0, span.start) + suggestion + line.slice(span.end), block.text),
  );
  return { name: `${stemOf(name)}-校对.txt`, bytes: utf8(`${lines.join('\n')}\n`), type: types.txt };
}

/** What was found in all texts, in the form of `proof --format json`. */
export function jsonOf(entries: readonly TextEntry[]): Made {
  const files = entries.flatMap(({ report }) => (report ? [proofJson(report)] : []));
  return { name: 'proof.json', bytes: utf8(`${JSON.stringify({ version: 1, files }, null, 2)}\n`), type: 'application/json' };
}

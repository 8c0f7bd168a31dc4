import type { OpenedText } from '../../../src/adapters/word/open-text';
import type { Aside } from '../../../src/facts/outcome';
import type { FactSet } from '../../../src/facts/fact-set';
import type { ReportInput } from '../../../src/narrative/input';
import type { ProofFinding } from '../../../src/proof/checks/finding';
import { keptReason } from '../../../src/proof/keeping';
import type { ProofReport } from '../../../src/proof/proof';
import type { ProofDocument } from '../../../src/proof/text/document';

/** A text that is proofread here: a file, or the sheet 情况说明 of the workbook in front. */
export interface TextEntry {
  readonly id: string;
  readonly name: string;
  readonly from: 'file' | 'sheet';
  /** As opened; absent where it could not be read. */
  readonly text?: OpenedText;
  readonly report?: ProofReport;
  /** Why it could not be read, and what to do. */
  readonly refused?: string;
  /** Held against the workbook in front. */
  readonly withBook: boolean;
  /** By its own words of another year or unit than the workbook in front. */
  readonly unlike?: boolean;
  /** What the report rests on. */
  readonly basis?: ReportInput;
  /** Suggestions that go into the saved copy of a file, by the number of their finding. */
  readonly taken: ReadonlySet<number>;
}

/** Findings that a person has not set aside, by their number in the report. */
export interface OpenFinding {
  readonly finding: ProofFinding;
  readonly number: number;
  readonly kept?: Aside;
}

export const findingsOf = ({ report }: TextEntry, asides: readonly Aside[]): readonly OpenFinding[] =>
  (report?.findings ?? []).map((finding, number) => {
    const kept = keptReason(asides, report!, finding);
    return { finding, number, ...(kept ? { kept } : {}) };
  });

/** A finding in a line: the words it is about and what is the matter, the words once. */
export const noteOf = ({ quote, message }: Pick<ProofFinding, 'quote' | 'message'>): string => {
  const words = quote.trim();
  return message.startsWith(words) || message.startsWith(`“${words}”`) ? message : `“${words}”：${message}`;
};

/** What is still to be looked at: neither kept nor taken. */
export const isOpen = ({ taken }: TextEntry, { number, kept }: OpenFinding): boolean => !kept && !taken.has(number);

export const openIn = (entry: TextEntry, findings: readonly OpenFinding[]): readonly OpenFinding[] =>
  findings.filter((one) => isOpen(entry, one));

export function countsOf(open: readonly OpenFinding[]): Readonly<Record<ProofFinding['severity'], number>> {
  const of = (severity: ProofFinding['severity']): number => open.filter(({ finding }) => finding.severity === severity).length;
  return { error: of('error'), warning: of('warning'), info: of('info') };
}

const squeezed = (text: string): string => text.normalize('NFKC').replace(/[\s“”"]/g, '');
/** 某某局2024年度部门决算: the unit that a title names. */
const titled = /^(.{4,40}?)(?:19|20)\d\d年度?(?:部门|单位)?(?:决算|整体支出|绩效)/;

/** Is a text by its own words that of the workbook: its year, and its unit where a title names one? */
export function isOfBook({ blocks }: ProofDocument, year: number | undefined, { unitName, year: own }: FactSet): boolean {
  if (year !== undefined && own !== undefined && year !== own) return false;
  const unit = squeezed(unitName);
  const lines = blocks.map(({ text }) => squeezed(text));
  const named = lines.slice(0, 60).flatMap((line) => titled.exec(line)?.[1] ?? []);
  return unit === '' || named.length === 0 || lines.some((line) => line.includes(unit));
}

/** Findings whose suggestion overlaps that of another that was taken. */
export function clashes({ report, taken }: TextEntry, number: number): boolean {
  const span = report!.findings[number]!.span;
  return [...taken].some((other) => {
    const theirs = report!.findings[other]!.span;
    return other !== number && theirs.paragraph === span.paragraph && theirs.start < span.end && span.start < theirs.end;
  });
}

/** The suggestions that were taken, by their numbers in a new report. */
export function carried({ report, taken }: TextEntry, now: ProofReport): ReadonlySet<number> {
  const same = (a: ProofFinding, b: ProofFinding): boolean =>
    a.rule === b.rule &&
    a.span.paragraph === b.span.paragraph &&
    a.span.start === b.span.start &&
    a.quote === b.quote &&
    a.suggestion === b.suggestion;
  const old = [...taken].map((number) => report!.findings[number]!);
  return new Set(now.findings.flatMap((finding, number) => (old.some((one) => same(one, finding)) ? [number] : [])));
}

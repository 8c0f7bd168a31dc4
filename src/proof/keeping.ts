import type { Aside } from '../facts/outcome';
import type { ProofFinding } from './checks/finding';
import type { ProofReport } from './proof';

/** What begins the id of a finding of a text among those of the check that a person has set aside. */
const TEXT = '文字';

/** A name for a finding that stays when paragraphs move: rule and words. */
export const keepIdOf = ({ rule, quote }: ProofFinding): string => `${TEXT} ${rule} ${quote.trim()}`;

/** Changes with the sentence around the words and with what the cells say: then the finding is told again. */
function fingerprintOf({ linked }: ProofReport, { span, message }: ProofFinding): string {
  const text = linked.document.blocks.find(({ index }) => index === span.paragraph)?.text ?? '';
  const from = text.lastIndexOf('。', span.start - 1) + 1;
  const to = text.indexOf('。', span.end);
  return `${text.slice(from, to < 0 ? undefined : to).trim()}｜${message}`;
}

/** A finding that a person keeps as it is, with the reason. `at` is an ISO date. */
export const keptAside = (report: ProofReport, finding: ProofFinding, reason: string, at: string): Aside => ({
  id: keepIdOf(finding),
  rule: finding.rule,
  fingerprint: fingerprintOf(report, finding),
  reason,
  at,
});

/** Why a person keeps these words, if nothing has changed since. */
export const keptReason = (asides: readonly Aside[], report: ProofReport, finding: ProofFinding): Aside | undefined =>
  asides.find(({ id, fingerprint }) => id === keepIdOf(finding) && fingerprint === fingerprintOf(report, finding));

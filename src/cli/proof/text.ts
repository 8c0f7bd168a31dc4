import type { ProofFinding } from '../../proof/checks/finding';
import { countsWords } from '../../app/proof';
import { evidenceWords } from '../../proof/evidence';
import type { ProofReport } from '../../proof/proof';

const kinds = [
  ['error', '错误'],
  ['warning', '疑似'],
  ['info', '建议'],
] as const;

const sources = { workbook: '（报表没有印单位名称）', tables: '（没有工作簿，与文中的公开表核对）', text: '（没有工作簿）' } as const;

/** The result as a person reads it: what was checked, then errors, doubts and advice. */
export function proofText(report: ProofReport): string {
  const { findings } = report;
  const head = `${report.file}  ${report.unit || sources[report.against]}  ${report.year === undefined ? '（未读到年度）' : `${report.year}年度`}`;
  const verdict =
    findings.length === 0
      ? report.counts.figures === 0
        ? '没有核对。'
        : '没有发现问题。'
      : kinds.map(([severity, name]) => `${name} ${of(findings, severity).length} 处`).join('，') + '。';
  const doubt = report.doubt === undefined ? [] : [report.doubt];
  return [
    head,
    ...doubt,
    countsWords(report),
    verdict,
    ...kinds.flatMap(([severity, name]) => list(report, name, of(findings, severity))),
    '',
  ].join('\n');
}

const of = (findings: readonly ProofFinding[], severity: ProofFinding['severity']): readonly ProofFinding[] =>
  findings.filter((finding) => finding.severity === severity);

const list = (report: ProofReport, name: string, findings: readonly ProofFinding[]): readonly string[] =>
  findings.length === 0
    ? []
    : [
        '',
        `${name}：`,
        ...findings.flatMap((finding) => [
          ` · 第${finding.span.paragraph + 1}段“${short(finding.quote)}”：${finding.message}${evidenceWords(report, finding)}（${finding.rule}）`,
          ...(finding.suggestion ? [`   → ${finding.suggestion.trim()}`] : []),
        ]),
      ];

const short = (quote: string): string => {
  const text = quote.trim().replace(/\s+/g, ' ');
  return text.length > 40 ? `${text.slice(0, 38)}…` : text;
};

import { countText } from '../../kernel/count-text';
import type { CheckReport, Finding, TableStatus } from '../../facts/outcome';
import { namesCell, phraseText } from '../../facts/phrase';
import { tallyOf } from '../../facts/tally';
import { formName } from '../../layouts/keys';
import { cellWord, summaryOf, verdictOf, yearWord } from '../../sheets/findings/words';

/** Warnings shown in full; the rest are counted, and all are in the JSON and on the sheet 核对结果. */
const MOST = 30;

/** The result of a check as a person reads it: the causes first, then the warnings, then what was checked. */
export function checkText(file: string, report: CheckReport): string {
  const open = report.findings.filter(({ aside }) => !aside);
  const tally = tallyOf(report);
  const errors = open.filter(({ severity }) => severity === 'error');
  const warnings = open.filter(({ severity }) => severity === 'warning');
  const remarks = open.filter(({ severity }) => severity === 'info');
  return [
    `${file}  ${report.unit || '（未读到单位名称）'}  ${yearWord(report.year)}`,
    tablesLine(report.tables),
    summaryOf(tally),
    verdictOf(tally),
    ...(report.cut ? [report.cut] : []),
    ...groupLines(report, errors),
    ...listLines('提示', warnings),
    ...listLines('舍入差和说明', remarks),
    ...(tally.aside > 0 ? ['', `已核实并搁置 ${tally.aside} 项，见核对结果。`] : []),
    ...blockedLines(report),
    '',
  ].join('\n');
}

function tablesLine(tables: readonly TableStatus[]): string {
  const now = tables.filter(({ role }) => role === '本年');
  const names = (status: TableStatus['status']): readonly string[] => [
    ...new Set(now.filter((table) => table.status === status).map(({ id }) => formName(id))),
  ];
  const parts = [`读取 ${names('read').length} 张表`];
  const missing = names('missing');
  const other = [...names('unrecognised'), ...names('duplicate')];
  if (missing.length > 0) parts.push(`缺 ${missing.join('、')}`);
  if (other.length > 0) parts.push(`未能采用 ${other.join('、')}`);
  return `${parts.join('；')}。`;
}

function groupLines(report: CheckReport, errors: readonly Finding[]): readonly string[] {
  const groups = report.groups.filter(({ findings }) => errors.some(({ id }) => findings.includes(id)));
  if (errors.length === 0) return [];
  const lines = groups.flatMap((group, i): readonly string[] => {
    const own = errors.filter(({ id }) => group.findings.includes(id));
    return [
      '',
      `${i + 1}. ${phraseText(group.title)}`,
      ...(group.why.length > 0 ? [`   ${phraseText(group.why)}`] : []),
      ...group.clues.map(({ text }) => `   可能：${phraseText(text)}`),
      ...own.map((finding) => `   · ${placed(finding)}`),
      ...(own[0]?.hint ? [`   → ${own[0].hint}`] : []),
    ];
  });
  const grouped = new Set(groups.flatMap(({ findings }) => findings));
  const alone = errors.filter(({ id }) => !grouped.has(id));
  return [
    '',
    `不平：${countText(errors.length)} 处，${countText(groups.length)} 个原因`,
    ...lines,
    ...alone.map((finding) => `   · ${placed(finding)}`),
  ];
}

function listLines(title: string, findings: readonly Finding[]): readonly string[] {
  if (findings.length === 0) return [];
  const more = findings.length - MOST;
  return [
    '',
    `${title}：${countText(findings.length)} 处`,
    ...findings.slice(0, MOST).map((finding) => ` · ${placed(finding)}`),
    ...(more > 0 ? [` … 另有 ${countText(more)} 处，见 --format json 或核对结果工作表。`] : []),
  ];
}

/** Z01 E33：…。（Z01-A01） – cell, unless the sentence names it, sentence, rule. */
function placed({ rule, cells, message }: Finding): string {
  const [first] = cells;
  const at = first && !namesCell(message, first) ? `${cellWord(first)}：` : '';
  return `${at}${phraseText(message)}（${rule}）`;
}

function blockedLines(report: CheckReport): readonly string[] {
  const reasons = new Map<string, number>();
  for (const { whyBlocked } of report.ledger) for (const { reason } of whyBlocked) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  if (reasons.size === 0) return [];
  const sorted = [...reasons].sort(([, a], [, b]) => b - a);
  const more = sorted.length - 8;
  return [
    '',
    '没有核对的原因',
    ...sorted.slice(0, 8).map(([reason, rules]) => ` · ${reason}（${rules} 条规则）`),
    ...(more > 0 ? [` … 另有 ${more} 个原因，见 --format json。`] : []),
  ];
}

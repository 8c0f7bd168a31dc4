import type { CheckReport, Finding, LedgerEntry, TableStatus, Why } from '../../facts/outcome';
import { phraseText } from '../../facts/phrase';
import type { CellRef } from '../../kernel/workbook';

/** The shapes of the published contract, version 1. Fields may be added, never renamed or removed. */
export interface CellJson {
  readonly book: string;
  readonly sheet: string;
  readonly address: string;
}

export interface FindingJson {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly hint: string;
  readonly cells: readonly CellJson[];
  /** In 元, decimal strings. */
  readonly left?: string;
  readonly right?: string;
  readonly difference?: string;
  readonly cause?: string;
  readonly group: string;
  /** A person has set the finding aside (已核实). */
  readonly aside?: { readonly reason: string };
}

export interface LedgerJson {
  readonly rule: string;
  readonly outcome: 'passed' | 'failed' | 'blocked' | 'notApplicable';
  readonly instances: number;
  readonly reason: string;
}

export interface CheckJson {
  readonly file: string;
  readonly unit: string;
  /** null where no form prints a year; the key is always there. */
  readonly year: number | null;
  readonly tables: readonly TableJson[];
  /** Forms of last year's workbook, where one was given. */
  readonly priorTables: readonly TableJson[];
  readonly findings: readonly FindingJson[];
  readonly groups: readonly GroupJson[];
  /** In words, when the search for causes was broken off. */
  readonly cut?: string;
  readonly ledger: readonly LedgerJson[];
  readonly counts: {
    readonly passed: number;
    readonly failed: number;
    readonly blocked: number;
    readonly notApplicable: number;
    readonly rounding: number;
    /** Places of which every cell is blank; a part of notApplicable. */
    readonly empty: number;
  };
}

export interface TableJson {
  readonly id: string;
  readonly sheet: string;
  readonly status: 'read' | 'missing' | 'unrecognised';
  readonly unit: '元' | '万元';
  readonly note?: string;
}

export interface GroupJson {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly cells: readonly CellJson[];
}

export const cellJson = ({ book, sheet, a1 }: CellRef): CellJson => ({ book: book.role, sheet, address: a1 });

export function checkJson(file: string, report: CheckReport): CheckJson {
  const { counts } = report;
  return {
    file,
    unit: report.unit,
    year: report.year ?? null,
    tables: report.tables.filter(({ role }) => role === '本年').map(tableJson),
    priorTables: report.tables.filter(({ role }) => role === '上年').map(tableJson),
    findings: report.findings.map(findingJson),
    groups: report.groups.map(({ id, title, why, cells }) => ({
      id,
      title: phraseText(title),
      why: phraseText(why),
      cells: cells.map(cellJson),
    })),
    ...(report.cut ? { cut: report.cut } : {}),
    ledger: report.ledger.flatMap(ledgerJson),
    counts: {
      passed: counts.passed + counts.rounding,
      failed: counts.failed,
      blocked: counts.blocked,
      notApplicable: counts.notApplicable + counts.empty,
      rounding: counts.rounding,
      empty: counts.empty,
    },
  };
}

// A second copy is not read either: for a script it is one more sheet that does not count, and the note says why.
const tableJson = ({ id, title, sheet, status, unit, note }: TableStatus): TableJson => ({
  id,
  sheet: sheet ?? title,
  status: status === 'duplicate' ? 'unrecognised' : status,
  unit: unit ?? '元',
  ...(note ? { note } : {}),
});

function findingJson(finding: Finding): FindingJson {
  const { rule, severity, message, hint, cells, left, right, difference, cause, group, aside } = finding;
  return {
    rule,
    severity,
    message: phraseText(message),
    hint,
    cells: cells.map(cellJson),
    ...(left ? { left: left.value } : {}),
    ...(right ? { right: right.value } : {}),
    ...(difference !== undefined ? { difference } : {}),
    ...(cause ? { cause: phraseText(cause) } : {}),
    group,
    ...(aside ? { aside: { reason: aside.reason } } : {}),
  };
}

const allBlank = (places: number): string => `${places} 处各格均为空白，无数可核`;

/** One entry per outcome a rule has had; a difference within the rounding of the printed digits is no failure. */
function ledgerJson(entry: LedgerEntry): readonly LedgerJson[] {
  const { rule } = entry;
  const why = (all: readonly Why[]): string => all.map(({ reason }) => reason).join('；');
  const all: readonly LedgerJson[] = [
    {
      rule,
      outcome: 'passed',
      instances: entry.passed + entry.rounding,
      reason: entry.rounding > 0 ? `其中 ${entry.rounding} 处为舍入差` : '',
    },
    { rule, outcome: 'failed', instances: entry.failed, reason: '' },
    { rule, outcome: 'blocked', instances: entry.blocked, reason: why(entry.whyBlocked) },
    {
      rule,
      outcome: 'notApplicable',
      instances: entry.notApplicable + entry.empty,
      reason: [why(entry.whyNotApplicable), entry.empty > 0 ? allBlank(entry.empty) : ''].filter((words) => words !== '').join('；'),
    },
  ];
  const had = all.filter(({ instances }) => instances > 0);
  return had.length > 0 ? had : [{ rule, outcome: 'notApplicable', instances: 0, reason: '没有可核对的位置' }];
}

import { checkFacts, startCheck, type CheckInput, type CheckSession } from '../../src/checks/check';
import type { CheckReport, Finding } from '../../src/facts/outcome';
import type { Workbook } from '../../src/kernel/workbook';
import type { FactSet } from '../../src/facts/fact-set';
import { readWorkbook } from '../../src/reading/read';
import { rules } from '../../src/rules/index';
import { emptySupplements } from '../../src/supplements/merge';
import { paper, type Entry } from '../rules/paper';

export const inputOf = async (workbook: Workbook, before?: Workbook): Promise<CheckInput> => {
  const now = await readWorkbook(workbook);
  const last = before && (await readWorkbook(before));
  return {
    years: last ? { now: now.facts, before: last.facts } : { now: now.facts },
    supplements: emptySupplements,
    tables: now.tables,
    problems: now.problems,
    asides: [],
  };
};

export const factsInput = (now: FactSet, before?: FactSet): CheckInput => ({
  years: before ? { now, before } : { now },
  supplements: emptySupplements,
  tables: [],
  problems: [],
  asides: [],
});

/** These rules on forms with nothing but these cells. */
export const checkPaper = (written: Record<string, Entry>, ...ids: readonly string[]): Promise<CheckReport> =>
  checkFacts(
    factsInput(paper(written)),
    rules.filter((rule) => ids.includes(rule.id)),
  );
export const sessionOf = async (workbook: Workbook, before?: Workbook): Promise<CheckSession> =>
  startCheck(await inputOf(workbook, before), rules);
export const reportOf = async (workbook: Workbook, before?: Workbook): Promise<CheckReport> => (await sessionOf(workbook, before)).report;
export const errorsOf = (report: CheckReport): readonly Finding[] => report.findings.filter((finding) => finding.severity === 'error');
export const ledgerOf = (report: CheckReport, rule: string): CheckReport['ledger'][number] =>
  report.ledger.find((entry) => entry.rule === rule)!;
export const cellNames = (cells: readonly { readonly sheet: string; readonly a1: string }[]): readonly string[] =>
  cells.map((cell) => `${cell.sheet.split(' ')[0]}!${cell.a1}`);

import type { OpenRequest } from '../app/assistant';
import type { CheckReport } from '../facts/outcome';
import type { Profile } from '../narrative/profile';
import type { CheckCommand } from './arguments';
import { readInput, readSupplement, type Input } from './files/input';
import type { ExitCode } from './io';
import { notify } from './watch/notice';

export type CheckOptions = Pick<CheckCommand, 'prior' | 'supplement' | 'choose' | 'allowRenamedUnit'>;

export const exitCodeOf = (report: CheckReport): ExitCode => (report.findings.some(({ severity }) => severity === 'error') ? 1 : 0);

/** Reads one unit's files. Throws UserError. */
export async function readRequest(
  path: string,
  options: CheckOptions,
  profile: Profile,
): Promise<{ readonly input: Input; readonly inputs: readonly Input[]; readonly request: OpenRequest }> {
  const input = await readInput(path, '本年');
  const before = options.prior === undefined ? undefined : await readInput(options.prior, '上年');
  const supplement = options.supplement === undefined ? undefined : await readSupplement(options.supplement);
  const { choose, allowRenamedUnit } = options;
  notify({ kind: 'working', file: path });
  const inputs = before ? [input, before] : [input];
  return { input, inputs, request: { workbook: input.workbook, prior: before?.workbook, supplement, choose, allowRenamedUnit, profile } };
}

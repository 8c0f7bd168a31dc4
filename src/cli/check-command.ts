import { basename } from 'node:path';
import { check, type Checked, type CheckRequest } from '../app/check';
import type { CheckReport } from '../facts/outcome';
import { rules } from '../rules/index';
import type { CheckCommand } from './arguments';
import { checkJson, type CheckJson } from './check-json';
import { checkText } from './check-text';
import { readInput, readSupplement, type Input } from './input';
import type { ExitCode, Io } from './io';
import { tell } from './messages';

export type CheckOptions = Pick<CheckCommand, 'prior' | 'supplement' | 'choose' | 'allowRenamedUnit'>;

export const exitCodeOf = (report: CheckReport): ExitCode => (report.findings.some(({ severity }) => severity === 'error') ? 1 : 0);

/** Reads one unit's workbooks and checks them. Throws UserError. */
export async function checkFile(
  path: string,
  options: CheckOptions,
  budget?: CheckRequest['budget'],
): Promise<{ readonly input: Input; readonly checked: Checked }> {
  const input = await readInput(path, '本年');
  const prior = options.prior === undefined ? undefined : (await readInput(options.prior, '上年')).workbook;
  const supplement = options.supplement === undefined ? undefined : await readSupplement(options.supplement);
  const { choose, allowRenamedUnit } = options;
  return { input, checked: await check({ workbook: input.workbook, prior, supplement, choose, allowRenamedUnit, budget }, rules) };
}

/** `juesuan check`. A workbook that cannot be used does not keep the others from being checked. */
export async function runCheck(command: CheckCommand, io: Io): Promise<ExitCode> {
  let code: ExitCode = 0;
  const files: CheckJson[] = [];
  for (const path of command.workbooks) {
    try {
      const { checked } = await checkFile(path, command);
      code = Math.max(code, exitCodeOf(checked.report)) as ExitCode;
      if (command.format === 'json') files.push(checkJson(basename(path), checked.report));
      else io.out(`${checkText(basename(path), checked.report)}\n`);
    } catch (error) {
      tell(error, io);
      code = 2;
    }
  }
  if (files.length > 0) io.out(`${JSON.stringify({ version: 1, files }, null, 2)}\n`);
  return code;
}

import { basename } from 'node:path';
import type { OpenRequest } from '../app/assistant';
import type { CheckReport } from '../facts/outcome';
import type { Profile } from '../narrative/profile';
import { product } from '../product/index';
import type { CheckCommand } from './arguments';
import { checkJson, type CheckJson } from './check-json';
import { checkText } from './check-text';
import { readInput, readSupplement, type Input } from './input';
import type { ExitCode, Io } from './io';
import { tell } from './messages';
import { profileOf } from './profile';

export type CheckOptions = Pick<CheckCommand, 'prior' | 'supplement' | 'choose' | 'allowRenamedUnit'>;

export const exitCodeOf = (report: CheckReport): ExitCode => (report.findings.some(({ severity }) => severity === 'error') ? 1 : 0);

/** Reads one unit's files. Throws UserError. */
export async function readRequest(
  path: string,
  options: CheckOptions,
  profile: Profile,
): Promise<{ readonly input: Input; readonly request: OpenRequest }> {
  const input = await readInput(path, '本年');
  const prior = options.prior === undefined ? undefined : (await readInput(options.prior, '上年')).workbook;
  const supplement = options.supplement === undefined ? undefined : await readSupplement(options.supplement);
  const { choose, allowRenamedUnit } = options;
  return { input, request: { workbook: input.workbook, prior, supplement, choose, allowRenamedUnit, profile } };
}

/** `juesuan check`. A workbook that cannot be used does not keep the others from being checked. */
export async function runCheck(command: CheckCommand, io: Io): Promise<ExitCode> {
  const profile = profileOf(command.profile);
  let code: ExitCode = 0;
  const files: CheckJson[] = [];
  for (const path of command.workbooks) {
    try {
      const { request } = await readRequest(path, command, profile);
      const { report } = await product.check(request);
      code = Math.max(code, exitCodeOf(report)) as ExitCode;
      if (command.format === 'json') files.push(checkJson(basename(path), report));
      else io.out(`${checkText(basename(path), report)}\n`);
    } catch (error) {
      tell(error, io);
      code = 2;
    }
  }
  if (files.length > 0) io.out(`${JSON.stringify({ version: 1, files }, null, 2)}\n`);
  return code;
}

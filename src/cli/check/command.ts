import { basename } from 'node:path';
import { product } from '../../product/index';
import type { CheckCommand } from '../arguments';
import { checkJson, type CheckJson } from './json';
import { checkText } from './text';
import type { ExitCode, Io } from '../io';
import { tell } from '../messages';
import { isFolder } from '../many/folder';
import { runMany } from '../many/run';
import { profileFor } from '../profile';
import { exitCodeOf, readRequest } from '../request';

/** `juesuan check`. A workbook that cannot be used does not keep the others from being checked. */
export async function runCheck(command: CheckCommand, io: Io): Promise<ExitCode> {
  const profile = await profileFor(command.profile, io);
  if (!profile) return 2;
  if ((await Promise.all(command.workbooks.map(isFolder))).includes(true)) return runMany(command, profile, io);
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

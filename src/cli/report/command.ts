import type { Profile } from '../../narrative/profile';
import type { ReportCommand } from '../arguments';
import { isFolder } from '../many/folder';
import { runMany } from '../many/run';
import { profileFor } from '../profile';
import type { ExitCode, Io } from '../io';
import { tell } from '../messages';
import { folderNames } from '../files/names';
import { Output } from '../files/output';
import { refuseInputs } from '../files/refuse-inputs';
import type { ReportJson } from './json';
import { writeUnit } from './unit';
import { summaryJson, summaryText, type UnitSummary } from './summary';

/** `juesuan report`. Files appear for all workbooks or for none; of a folder, for each unit by itself. */
export async function runReport(command: ReportCommand, io: Io): Promise<ExitCode> {
  const profile = await profileFor(command.profile, io);
  if (!profile) return 2;
  if ((await Promise.all(command.workbooks.map(isFolder))).includes(true)) return runMany(command, profile, io);
  const output = await begin(command.out, io);
  if (!output) return 2;
  let done = false;
  try {
    const code = await writeAll(command, profile, output, io);
    done = code !== 2;
    return code;
  } catch (error) {
    tell(error, io);
    return 2;
  } finally {
    if (!done) await output.abandon();
  }
}

async function begin(folder: string, io: Io): Promise<Output | undefined> {
  try {
    return await Output.begin(folder);
  } catch (error) {
    tell(error, io);
    return undefined;
  }
}

async function writeAll(command: ReportCommand, profile: Profile, output: Output, io: Io): Promise<ExitCode> {
  const single = command.workbooks.length === 1;
  const names = folderNames(command.workbooks);
  const units: UnitSummary[] = [];
  let only: { readonly json: ReportJson; readonly text: string } | undefined;
  let code: ExitCode = 0;
  for (const [i, path] of command.workbooks.entries()) {
    try {
      const made = await writeUnit(path, single ? '' : `${names[i]!}/`, command, profile, output, io);
      units.push(made.unit);
      if (single) only = made;
      if (code !== 2) code = Math.max(code, made.code) as ExitCode;
    } catch (error) {
      tell(error, io);
      code = 2;
    }
  }
  if (code === 2) return 2;
  const summary = summaryJson(units, profile.id);
  if (!single) {
    await output.put('汇总.json', `${JSON.stringify(summary, null, 2)}\n`);
    await output.put('汇总.txt', summaryText(units));
  }
  await refuseInputs([...command.workbooks, command.prior, command.supplement, command.last], output);
  await output.commit();
  if (command.format === 'json') io.out(`${JSON.stringify(only?.json ?? summary, null, 2)}\n`);
  else
    io.out(
      `${only?.text ?? summaryText(units)}\n已生成：\n${output
        .paths()
        .map((path) => `  ${path}`)
        .join('\n')}\n`,
    );
  return code;
}

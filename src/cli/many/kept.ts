import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import packageJson from '../../../package.json';
import { readBytes } from '../input';
import { Output } from '../output';
import { isProfileFile } from '../profile';
import { clearLeft } from '../working-folder';
import type { UnitDone } from './job';
import type { UnitJob, UnitRow } from './rows';

/** Beside a unit's files: from what they were made, and what came out. */
const STATE = '.juesuan.json';

const hashOf = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex');

/** Changes with anything that the result depends on: the bytes of the inputs (by their hashes), the options, this program. */
async function keyOf({ now, profile, tables, whole, leaveOut }: UnitJob, contents: readonly string[]): Promise<string> {
  const written = isProfileFile(profile) ? hashOf(await readBytes(profile)) : '';
  return hashOf(JSON.stringify([packageJson.version, profile, written, tables, whole, leaveOut, basename(now), ...contents]));
}

/** What an earlier run made of the same inputs, if all of its files are still there; what a killed run left is settled first. */
export async function keptRow(out: string, job: UnitJob, contents: readonly string[]): Promise<UnitRow | undefined> {
  const folder = join(out, job.folder);
  try {
    await clearLeft(folder);
    const state = JSON.parse(await readFile(join(folder, STATE), 'utf8')) as { key: string; files: string[]; row: UnitRow };
    if (state.key !== (await keyOf(job, contents))) return undefined;
    await Promise.all(state.files.map((name) => stat(join(folder, name))));
    return { ...state.row, status: 'kept' };
  } catch {
    return undefined;
  }
}

/** Puts a unit's files into its folder, all or none. Throws UserError. */
export async function writeDone(out: string, job: UnitJob, { row, files, contents }: UnitDone): Promise<void> {
  const output = await Output.begin(join(out, job.folder));
  try {
    for (const [name, data] of files) await output.put(name, data);
    await output.put(STATE, JSON.stringify({ key: await keyOf(job, contents), files: files.map(([name]) => name), row }));
    await output.commit();
  } catch (error) {
    await output.abandon();
    throw error;
  }
}

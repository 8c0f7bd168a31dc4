import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import packageJson from '../../../package.json';
import { readBytes } from '../files/input';
import { Output } from '../files/output';
import { isProfileFile } from '../profile';
import { clearLeft } from '../files/working-folder';

/** Beside a unit's files: from what they were made, and what came out. */
const STATE = '.juesuan.json';

const hashOf = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex');

/** Changes with anything that the result depends on: the bytes of the inputs (by their hashes), the options, this program. */
export async function inputKey(profile: string, options: readonly unknown[], contents: readonly string[]): Promise<string> {
  const written = isProfileFile(profile) ? hashOf(await readBytes(profile)) : '';
  return hashOf(JSON.stringify([packageJson.version, profile, written, ...options, ...contents]));
}

/** What an earlier run made of the same inputs, if all of its files are still there; what a killed run left is settled first. */
export async function keptRow<Row extends object>(folder: string, key: string): Promise<(Row & { readonly status: 'kept' }) | undefined> {
  try {
    await clearLeft(folder);
    const state = JSON.parse(await readFile(join(folder, STATE), 'utf8')) as { key: string; files: string[]; row: Row };
    if (state.key !== key) return undefined;
    await Promise.all(state.files.map((name) => stat(join(folder, name))));
    return { ...state.row, status: 'kept' };
  } catch {
    return undefined;
  }
}

/** Puts the files of one into its folder, all or none, with what is needed to know them again. Throws UserError. */
export async function writeDone(
  folder: string,
  key: string,
  row: object,
  files: readonly (readonly [name: string, data: Uint8Array | string])[],
): Promise<void> {
  const output = await Output.begin(folder);
  try {
    for (const [name, data] of files) await output.put(name, data);
    await output.put(STATE, JSON.stringify({ key, files: files.map(([name]) => name), row }));
    await output.commit();
  } catch (error) {
    await output.abandon();
    throw error;
  }
}

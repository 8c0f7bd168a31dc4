import { existsSync, rmdirSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';

/** Working folders carry machine and process, so that one left by a killed run is known from one in use. */
export const workingPrefix = `.juesuan-${hostname().replace(/[^\w]/g, '') || 'host'}-`;

/** Stands in a working folder whose files are all written and are being moved. */
export const COMPLETE = 'complete';

/** The folders on the way to `path` that are not there yet, the innermost first. */
export function newFolders(path: string): readonly string[] {
  const all: string[] = [];
  for (let at = path; !existsSync(at) && dirname(at) !== at; at = dirname(at)) all.push(at);
  return all;
}

export function removeEmpty(folders: readonly string[]): void {
  for (const folder of folders) {
    try {
      rmdirSync(folder);
    } catch {
      // Somebody has put something there: it is theirs now.
      return;
    }
  }
}

/** Working folders of runs on this machine that were killed: what was complete is brought to its end, what was not goes. */
export async function clearLeft(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = name.startsWith(workingPrefix) ? /^(\d+)-/.exec(name.slice(workingPrefix.length))?.[1] : undefined;
    if (pid === undefined || alive(Number(pid))) continue;
    const stage = join(folder, name);
    const left = await readdir(stage);
    if (left.includes(COMPLETE)) await finish(join(stage, 'new'), folder);
    // Without the sign of completeness an old file is in here only if it could not be put back: it is the user's.
    else if (left.includes('old')) continue;
    await rm(stage, { recursive: true, force: true }).catch(() => undefined);
  }
}

async function finish(from: string, to: string): Promise<void> {
  for (const entry of await readdir(from, { withFileTypes: true }).catch(() => [])) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (!entry.isDirectory()) await rename(source, target);
    else {
      await mkdir(target, { recursive: true });
      await finish(source, target);
    }
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

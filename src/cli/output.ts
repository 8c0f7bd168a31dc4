import { existsSync, mkdirSync, rmdirSync, rmSync } from 'node:fs';
import { link, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { refused } from './write-error';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Working folders carry machine and process, so that one left by a killed run is known from one in use. */
const prefix = `.juesuan-${hostname().replace(/[^\w]/g, '') || 'host'}-`;

/** Stands in a working folder whose files are all written and are being moved. */
const COMPLETE = 'complete';

/**
 * Files that appear all together or not at all: they are written into a hidden folder beside their places and then
 * moved; what stood there before is put back if a move fails. Nothing is ever removed but what was written here: a folder
 * that was made goes again only while it is empty.
 */
export class Output {
  private readonly files: string[] = [];
  private moving = false;

  private constructor(
    private readonly folder: string,
    private readonly stage: string,
    /** Folders that did not exist before, the innermost first. */
    private readonly made: readonly string[],
  ) {
    for (const signal of signals) process.on(signal, this.stop);
  }

  static async begin(folder: string): Promise<Output> {
    const to = resolve(folder);
    const made = newFolders(to);
    try {
      await mkdir(to, { recursive: true });
      await clearLeft(to);
      return new Output(to, await mkdtemp(join(to, `${prefix}${process.pid}-`)), made);
    } catch (error) {
      removeEmpty(made);
      throw refused(error, folder);
    }
  }

  /** Stopped from outside (Ctrl-C, a closed window): the working folder goes too. Moving takes an instant and is finished first. */
  private readonly stop = (signal: (typeof signals)[number]): void => {
    if (this.moving) return;
    this.release();
    removeNow(this.stage);
    removeEmpty(this.made);
    process.kill(process.pid, signal);
  };

  private release(): void {
    for (const signal of signals) process.off(signal, this.stop);
  }

  /** `name` may hold folders: 经信局/经信局-情况说明.xlsx. It never leads out of the folder. */
  async put(name: string, data: Uint8Array | string): Promise<void> {
    const root = join(this.stage, 'new');
    const path = join(root, name);
    if (!path.startsWith(root + sep)) throw new Error(`${name} leads out of the output folder`);
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, data);
    } catch (error) {
      throw refused(error, name);
    }
    this.files.push(name);
  }

  /** Full paths of what will be written. */
  paths(): readonly string[] {
    return this.files.map((name) => join(this.folder, name));
  }

  /** Moves everything into place. */
  async commit(): Promise<void> {
    const undo: (() => Promise<void>)[] = [];
    this.moving = true;
    try {
      await writeFile(join(this.stage, COMPLETE), '').catch((error: unknown) => Promise.reject(refused(error, this.folder)));
      for (const name of this.files) await this.place(name, undo);
    } catch (error) {
      await rm(join(this.stage, COMPLETE), { force: true }).catch(() => undefined);
      for (const step of undo.reverse()) await step().catch(() => undefined);
      throw error;
    } finally {
      this.moving = false;
    }
    await rm(this.stage, { recursive: true, force: true }).catch(() => undefined);
    this.release();
  }

  private async place(name: string, undo: (() => Promise<void>)[]): Promise<void> {
    const to = join(this.folder, name);
    const old = join(this.stage, 'old', name);
    try {
      const made = newFolders(dirname(to));
      mkdirSync(dirname(to), { recursive: true });
      undo.push(async () => removeEmpty(made));
      const there = await stat(to).catch(() => undefined);
      if (there?.isDirectory()) throw Object.assign(new Error(to), { code: 'EISDIR' });
      if (there) {
        await mkdir(dirname(old), { recursive: true });
        // A second name for the old file: so its place is never empty, not even for whoever pulls the plug.
        await link(to, old).catch(() => rename(to, old));
        undo.push(() => rename(old, to));
      } else undo.push(() => rm(to, { force: true }));
      await rename(join(this.stage, 'new', name), to);
    } catch (error) {
      throw refused(error, relative(process.cwd(), to) || to);
    }
  }

  /** Takes away what was written here, and folders that were made for it and are empty. */
  async abandon(): Promise<void> {
    await rm(this.stage, { recursive: true, force: true }).catch(() => undefined);
    removeEmpty(this.made);
    this.release();
  }
}

/** The folders on the way to `path` that are not there yet, the innermost first. */
function newFolders(path: string): readonly string[] {
  const all: string[] = [];
  for (let at = path; !existsSync(at) && dirname(at) !== at; at = dirname(at)) all.push(at);
  return all;
}

function removeEmpty(folders: readonly string[]): void {
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
async function clearLeft(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = name.startsWith(prefix) ? /^(\d+)-/.exec(name.slice(prefix.length))?.[1] : undefined;
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

/** A file that is just being written may turn up behind the remover; nothing new is begun meanwhile, so a second try finds all. */
function removeNow(path: string): void {
  for (let tries = 0; tries < 5; tries++) {
    try {
      return rmSync(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 20 });
    } catch {
      // The program ends here; what cannot be removed stays hidden.
    }
  }
}

import { mkdirSync, rmSync } from 'node:fs';
import { link, mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { notify } from '../watch/notice';
import { clearLeft, COMPLETE, newFolders, removeEmpty, workingPrefix } from './working-folder';
import { refused } from './write-error';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

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
    notify({ kind: 'writing', folder: to, made });
    try {
      // One by one: where the system refuses with "no such file" (/proc), the recursive way of the runtime never ends.
      for (const next of [...made].reverse()) await mkdir(next).catch(unlessThere);
      if (!(await stat(to)).isDirectory()) throw Object.assign(new Error(to), { code: 'EEXIST' });
      await clearLeft(to);
      return new Output(to, await mkdtemp(join(to, `${workingPrefix}${process.pid}-`)), made);
    } catch (error) {
      removeEmpty(made);
      notify({ kind: 'written', done: false });
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

  private release(done = false): void {
    for (const signal of signals) process.off(signal, this.stop);
    notify({ kind: 'written', done });
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
    this.release(true);
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

/** Another run may have made the same folder in between. */
function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
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

import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { UserError } from '../kernel/errors';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Files that appear all together or not at all: they are written into a hidden folder beside their places and then
 * moved; what stood there before is put back if a move fails.
 */
export class Output {
  private readonly files: string[] = [];
  private moving = false;

  private constructor(
    private readonly folder: string,
    private readonly stage: string,
    /** The topmost folder that did not exist before. */
    private readonly made: string | undefined,
  ) {
    for (const signal of signals) process.on(signal, this.stop);
  }

  static async begin(folder: string): Promise<Output> {
    const to = resolve(folder);
    try {
      const made = await mkdir(to, { recursive: true });
      return new Output(to, await mkdtemp(join(to, '.juesuan-')), made);
    } catch (error) {
      throw refused(error, folder);
    }
  }

  /** Stopped from outside (Ctrl-C, a closed window): the working folder goes too. Moving takes an instant and is finished first. */
  private readonly stop = (signal: (typeof signals)[number]): void => {
    if (this.moving) return;
    this.release();
    for (const path of [this.stage, this.made]) if (path !== undefined) removeNow(path);
    process.kill(process.pid, signal);
  };

  private release(): void {
    for (const signal of signals) process.off(signal, this.stop);
  }

  /** `name` may hold folders: 经信局/经信局-情况说明.xlsx. */
  async put(name: string, data: Uint8Array | string): Promise<void> {
    const path = join(this.stage, 'new', name);
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
      for (const name of this.files) await this.place(name, undo);
    } catch (error) {
      for (const step of undo.reverse()) await step().catch(() => undefined);
      throw error;
    } finally {
      this.moving = false;
    }
    await rm(this.stage, { recursive: true, force: true });
    this.release();
  }

  private async place(name: string, undo: (() => Promise<void>)[]): Promise<void> {
    const to = join(this.folder, name);
    const old = join(this.stage, 'old', name);
    try {
      const made = await mkdir(dirname(to), { recursive: true });
      if (made) undo.push(() => rm(made, { recursive: true, force: true }));
      const there = await stat(to).catch(() => undefined);
      if (there?.isDirectory()) throw Object.assign(new Error(to), { code: 'EISDIR' });
      if (there) {
        await mkdir(dirname(old), { recursive: true });
        await rename(to, old);
        undo.push(() => rename(old, to));
      }
      await rename(join(this.stage, 'new', name), to);
      undo.push(() => rm(to, { force: true }));
    } catch (error) {
      throw refused(error, relative(process.cwd(), to) || to);
    }
  }

  /** Leaves no trace. */
  async abandon(): Promise<void> {
    await rm(this.stage, { recursive: true, force: true });
    if (this.made) await rm(this.made, { recursive: true, force: true });
    this.release();
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

const reasons: Record<string, string> = {
  EACCES: '没有写入权限',
  EPERM: '没有写入权限，或文件正在 Excel 中打开',
  EBUSY: '文件正在 Excel 中打开',
  EROFS: '磁盘是只读的',
  ENOSPC: '磁盘空间不足',
  EEXIST: '同名的文件已存在，不能建立文件夹',
  ENOTDIR: '路径中有一段是文件，不是文件夹',
  EISDIR: '有同名的文件夹',
  ENAMETOOLONG: '路径太长',
};

function refused(error: unknown, path: string): unknown {
  const reason = reasons[(error as NodeJS.ErrnoException).code ?? ''];
  return reason
    ? new UserError(
        { code: 'unwritable', reason },
        `无法写入 ${path}：${reason}。请处理后再试，或用 --out 换一个文件夹；没有写入任何文件。`,
        { file: path },
      )
    : error;
}

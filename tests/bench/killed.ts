import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export interface Ran {
  readonly code: number | null;
  readonly err: string;
}

/** `juesuan report FOLDER --out OUT` in a process of its own; killed with SIGKILL once so many units stand finished in OUT. */
export function reportFolder(program: string, folder: string, out: string, killAfter?: number): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, 'report', folder, '--out', out, '--jobs', '2'], {
      stdio: ['ignore', 'ignore', 'pipe'],
      // A group of its own: the program works in a process beside the one that watches it, and both are killed.
      detached: true,
    });
    let err = '';
    child.stderr.on('data', (data) => (err += String(data)));
    const watch =
      killAfter === undefined
        ? undefined
        : setInterval(() => finishedUnits(out).length >= killAfter && process.kill(-child.pid!, 'SIGKILL'), 5);
    child.on('exit', () => clearInterval(watch));
    child.on('close', (code) => {
      clearInterval(watch);
      resolve({ code, err });
    });
  });
}

/** Folders in which a report stands, complete. */
export const finishedUnits = (out: string): readonly string[] =>
  existsSync(out) ? readdirSync(out).filter((name) => existsSync(join(out, name, '.juesuan.json'))) : [];

/** Every file below a folder, hidden ones too, by its hash. Whether a unit was done now or before is no part of the result. */
export function treeOf(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path): [string, string] => {
        const bytes = readFileSync(path);
        const content = path.endsWith('汇总.json') ? bytes.toString().replace(/"status": "kept"/g, '"status": "done"') : bytes;
        // Its 状态 column says 沿用上次; the JSON beside it holds the same rows.
        if (path.endsWith('汇总.xlsx')) return [relative(folder, path), ''];
        return [relative(folder, path), createHash('sha256').update(content).digest('hex')];
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

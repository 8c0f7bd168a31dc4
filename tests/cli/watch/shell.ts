import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';

const hook = resolve('tests/kit/ts-hook.cjs');
const words = (argv: readonly string[]): string[] => ['-r', hook, resolve('src/cli/index.ts'), ...argv];

interface ShellRun {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface ShellOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** A file descriptor to be standard output. */
  readonly stdout?: number;
}

/** The program as a shell runs it: processes, standard output and exit code are the real ones. */
export function shell(argv: readonly string[], { env = {}, cwd, stdout }: ShellOptions = {}): ShellRun {
  const {
    status,
    stdout: out,
    stderr,
  } = spawnSync(process.execPath, words(argv), {
    encoding: 'utf8',
    cwd,
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    stdio: ['ignore', stdout ?? 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
  });
  return { code: status, out: out ?? '', err: stderr };
}

/** The same, still running. */
export const started = (argv: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess =>
  spawn(process.execPath, words(argv), { env: { ...process.env, NODE_OPTIONS: '', ...env }, stdio: ['ignore', 'ignore', 'ignore'] });

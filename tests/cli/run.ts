import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../src/cli/main';

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** One run of the command line, as a shell sees it. */
export async function juesuan(...argv: readonly string[]): Promise<Run> {
  let out = '';
  let err = '';
  const code = await main(argv, {
    out: (text) => (out += text),
    err: (text) => (err += text),
    env: {},
    now: () => new Date(2025, 7, 12, 9, 30),
  });
  return { code, out, err };
}

/** A folder of its own for one test file; removed at the end. */
export function workFolder(): { readonly path: (...names: string[]) => string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-test-'));
  return { path: (...names) => join(folder, ...names), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

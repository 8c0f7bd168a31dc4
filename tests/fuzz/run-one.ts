import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { main } from '../../src/cli/main';
import type { Input } from './inputs';

/** What may be read beside the input. */
export interface Given {
  readonly book: string;
  readonly prior: string;
}

/** How one input was answered. `wrong` says what no answer may be: a fault of the program, no sentence, files left behind. */
export interface Answer {
  readonly code: number;
  readonly seconds: number;
  readonly wrong: readonly string[];
}

/** Gives the input to the command line in this process and looks at the answer. */
export async function runOne(input: Pick<Input, 'bytes' | 'extension' | 'argv'>, given: Given): Promise<Answer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'juesuan-fuzz-'));
  const file = path.join(folder, `输入.${input.extension}`);
  const out = path.join(folder, '输出');
  writeFileSync(file, input.bytes);
  const words = { FILE: file, BOOK: given.book, PRIOR: given.prior, OUT: out };
  const begun = process.cpuUsage();
  let said = '';
  let printed = '';
  const wrong: string[] = [];
  let code = -1;
  try {
    const argv = input.argv.map((word) => (word in words ? words[word as keyof typeof words] : word));
    code = await main(argv, {
      out: (text) => (printed += text),
      err: (text) => (said += text),
      env: { JUESUAN_DEBUG: '1' },
      now: () => new Date(2025, 7, 12),
    });
  } catch (error) {
    wrong.push(`thrown: ${String(error instanceof Error ? error.stack : error)}`);
  }
  const used = process.cpuUsage(begun);
  if (said.includes('程序出错')) wrong.push(said);
  if (![0, 1, 2].includes(code)) wrong.push(`exit code ${code}`);
  if (code === 2 && !/[\u4e00-\u9fff]{3}/.test(said)) wrong.push(`no sentence: ${said}`);
  if (code === 2 && existsSync(out)) wrong.push(`left behind: ${readdirSync(out).join()}`);
  if (input.argv.includes('json') && code !== 2 && !isJson(printed)) wrong.push('output is no JSON');
  rmSync(folder, { recursive: true, force: true });
  return { code, seconds: (used.user + used.system) / 1e6, wrong };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

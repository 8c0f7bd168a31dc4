import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { disorder, writeDisorder } from './disorder';
import { buildCli } from './first-version';
import { finishedUnits, reportFolder, treeOf } from './killed';

/**
 * npm run bench:thousand: many workbooks, one damaged, one encrypted, one of another year, one twice; reports of all others in one
 * go, and once more killed half-way (SIGKILL) and started again: the same files, no unit twice, four lines that say what and why.
 * The small form of it is tests/cli/many/threads.test.ts.
 */
const at = process.argv.indexOf('--workbooks');
const workbooks = at < 0 ? 1000 : Number(process.argv[at + 1]);
const units = (workbooks - 4) / 2;

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-thousand-'));
  const [input, whole, halves] = ['county', 'once', 'twice'].map((name) => join(folder, name)) as [string, string, string];
  const faults: string[] = [];
  const expect = (what: string, holds: boolean): void => {
    console.log(`${holds ? 'yes' : 'NO '}  ${what}`);
    if (!holds) faults.push(what);
  };
  try {
    await writeDisorder(input, workbooks);
    buildCli(resolve('.'));
    const program = resolve('dist/cli.js');
    const clock = (): number => Math.round(Date.now() / 1000);
    const start = clock();
    const once = await reportFolder(program, input, whole);
    console.log(`${workbooks} workbooks, ${units} units: ${clock() - start} s`);
    expect(`all ${units} units are done`, finishedUnits(whole).length === units && once.code === 3);
    const lines = once.err.trim().split('\n');
    for (const line of lines) console.log(`     ${line}`);
    expect(
      'four lines say what and why',
      lines.length === 4 && Object.values(disorder).every((words) => lines.some((line) => words.test(line))),
    );
    await reportFolder(program, input, halves, Math.ceil(units / 2));
    const before = finishedUnits(halves).length;
    expect(`killed half-way: ${before} of ${units} are done`, before < units);
    const again = clock();
    const second = await reportFolder(program, input, halves);
    console.log(`started again: ${clock() - again} s`);
    expect('the same lines and exit code', JSON.stringify(second) === JSON.stringify(once));
    expect('the same files to the byte, each unit once', JSON.stringify(treeOf(halves)) === JSON.stringify(treeOf(whole)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  process.exitCode = faults.length > 0 ? 1 : 0;
}

void main();

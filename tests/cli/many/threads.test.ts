import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { main } from '../../../src/cli/main';
import { disorder, writeDisorder } from '../../bench/disorder';
import { finishedUnits, reportFolder, treeOf } from '../../bench/killed';
import { workFolder } from '../run';

jest.setTimeout(180_000);
const folder = workFolder();
afterAll(folder.remove);
const input = folder.path('县');
const units = 5;
beforeAll(() => writeDisorder(input, units * 2 + 4));
const program = resolve('tests/cli/many/program.cjs');

async function run(script: string, ...argv: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const io = { out: (text: string) => (out += text), err: (text: string) => (err += text), env: {}, now: () => new Date(2025, 7, 12) };
  const code = await main(argv, { ...io, script });
  return { code, out, err };
}

test('one thread or two: the same words and the same JSON to the byte', async () => {
  const one = await run(program, 'check', input, '--format', 'json', '--jobs', '1');
  const two = await run(program, 'check', input, '--format', 'json', '--jobs', '2');
  expect(two).toEqual(one);
  expect((JSON.parse(one.out) as { files: { priorTables: unknown[] }[] }).files.map(({ priorTables }) => priorTables.length > 0)).toEqual(
    Array.from({ length: units }, () => true),
  );
  const text = await run(program, 'check', input, '--jobs', '2');
  expect(text.out).toMatch(new RegExp(`^共 ${units} 个单位`));
  expect(text.code).toBe(3);
});

test('a file on which the program breaks down costs its unit, and all others are done', async () => {
  const script = folder.path('breaks.cjs');
  writeFileSync(
    script,
    `const { parentPort } = require('node:worker_threads');
     require('${resolve('tests/kit/ts-hook.cjs')}');
     const { perform } = require('${resolve('src/cli/many/tasks.ts')}');
     parentPort.on('message', async (task) => {
       if ((task.paths ?? [task.job.now]).some((path) => path.endsWith('本年/0002.xlsx'))) process.exit(3);
       parentPort.postMessage(await perform(task));
     });`,
  );
  const { code, out, err } = await run(script, 'check', input, '--jobs', '2');
  expect(code).toBe(3);
  expect(err).toMatch(/^0002\.xlsx：内存不足或程序意外中止/m);
  expect(out).toMatch(new RegExp(`^共 ${units - 1} 个单位`));
});

test('killed half-way and started again: the same files as in one go, each unit once, and a line for every file that was not used', async () => {
  const [whole, halves] = [folder.path('一次'), folder.path('两次')];
  const once = await reportFolder(program, input, whole);
  const lines = once.err.trim().split('\n');
  // A unit lost on the way would be a line more.
  expect(lines.filter((text) => !Object.values(disorder).some((words) => words.test(text)))).toEqual([]);
  expect(lines).toHaveLength(Object.keys(disorder).length);
  for (const [file, words] of Object.entries(disorder)) {
    const line = lines.find((text) => text.startsWith(file) || (file === '重复.xlsx' && /完全相同/.test(text)));
    expect(line).toMatch(words);
  }

  await reportFolder(program, input, halves, 2);
  const before = finishedUnits(halves).length;
  expect(before).toBeGreaterThanOrEqual(2);
  expect(before).toBeLessThan(units);
  const again = await reportFolder(program, input, halves);
  // Line by line, so that one more or one less shows which file it is.
  expect(again.err.split('\n')).toEqual(once.err.split('\n'));
  expect(again.code).toBe(once.code);
  expect(once.code).toBe(3);
  expect(finishedUnits(halves)).toHaveLength(units);
  expect(treeOf(halves)).toEqual(treeOf(whole));

  expect(readFileSync(`${whole}/汇总.txt`, 'utf8')).toMatch(new RegExp(`^共 ${units} 个单位：.*另有 4 个文件没有采用。`));
});

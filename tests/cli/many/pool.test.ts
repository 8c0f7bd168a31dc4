import { writeFileSync } from 'node:fs';
import { Pool, lostWords, type Limits, type Result } from '../../../src/cli/many/pool';
import type { Identified, Task } from '../../../src/cli/many/tasks';
import { workFolder } from '../run';

const folder = workFolder();
afterAll(folder.remove);

/** A thread that answers, hangs, eats memory or dies, as the name of the file tells it to. */
const script = folder.path('thread.cjs');
writeFileSync(
  script,
  `const { parentPort } = require('node:worker_threads');
   parentPort.on('message', ({ paths: [path] }) => {
     if (path === 'hang') for (;;);
     if (path === 'die') process.exit(7);
     if (path === 'throw') throw new Error('an error nobody catches');
     if (path === 'bytes') { globalThis.kept = Array.from({ length: 40 }, () => Buffer.alloc(1 << 24, 1)); return; }
     if (path === 'eat') for (const all = []; ; ) all.push(new Array(1000).fill({ path }));
     setTimeout(() => parentPort.postMessage({ found: [{ path }], left: [] }), path === 'late' ? 300 : 0);
   });`,
);
const tasks = (...paths: readonly string[]) =>
  paths.map((path): Extract<Task, { kind: 'identify' }> => ({ kind: 'identify', paths: [path] }));
const limits: Limits = { seconds: 4, megabytes: 128 };
const told = (result: Result): string => ('answer' in result ? (result.answer as Identified).found[0]!.path : result.lost);

test('answers come in the order of the tasks, however long each takes', async () => {
  const pool = new Pool(script, 3, limits);
  const ended: number[] = [];
  const results = await pool.run(tasks('late', 'b', 'c', 'd'), (i) => void ended.push(i));
  await pool.close();
  expect(results.map(told)).toEqual(['late', 'b', 'c', 'd']);
  expect(ended.at(-1)).toBe(0);
});

test.each([1, 2])('%i at a time: what hangs, dies or eats memory costs itself, and all others are done', async (threads) => {
  const pool = new Pool(script, threads, limits);
  const results = await pool.run(tasks('a', 'hang', 'b', 'die', 'c', 'eat', 'd', 'throw', 'e'));
  // The threads that are left serve the next round.
  const more = await pool.run(tasks('f', 'g'));
  await pool.close();
  expect(results.map(told)).toEqual(['a', 'time', 'b', 'crash', 'c', 'memory', 'd', 'crash', 'e']);
  expect(more.map(told)).toEqual(['f', 'g']);
});

test.each([1, 3])(
  '%i at a time: memory beside the heap is put down to its task, and those that were in hand with it are done',
  async (threads) => {
    // Nothing but memory ends these: a thread that holds bytes does no work.
    const pool = new Pool(script, threads, { seconds: 30, megabytes: 200 });
    const results = await pool.run(tasks('a', 'late', 'bytes', 'late', 'b', 'bytes', 'c'));
    await pool.close();
    expect(results.map(told)).toEqual(['a', 'late', 'memory', 'late', 'b', 'memory', 'c']);
  },
);

test.each(['time', 'memory', 'crash'] as const)('a loss by %s is told with what to do', (lost) => {
  expect(lostWords({ lost }, limits)).toMatch(/请用 Excel 或 WPS 打开/);
});

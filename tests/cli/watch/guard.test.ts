import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { guard, type Ended } from '../../../src/cli/watch/guard';
import { workFolder } from '../run';

const folder = workFolder();
afterAll(folder.remove);

// A program that opens "files" by their names, each of which does what its name says.
const script = folder.path('program.cjs');
writeFileSync(
  script,
  `const [, lost, ...files] = process.argv.slice(2);
const refused = new Map(JSON.parse(lost).map((one) => [one.file, one.why]));
const hoard = [];
const acts = {
  spin: () => { for (;;); },
  abort: () => process.abort(),
  heap: () => { for (;;) hoard.push(new Array(1e5).fill(hoard.length + 0.5)); },
  buffers: () => { setInterval(() => hoard.push(Buffer.alloc(2e7, 1)), 20); return new Promise(() => undefined); },
  sleep: () => new Promise((next) => setTimeout(next, 3000)),
  noise: () => console.error('Unsupported record 0x1234'),
  store: () => process.send({ kind: 'written', done: true }),
  spoil: () => process.send({ kind: 'written', done: false }),
  throw: () => { throw new Error('defect'); },
};
(async () => {
  for (const file of files) {
    if (refused.has(file)) process.send({ kind: 'err', text: file + ' ' + refused.get(file) + '\\n' });
    else {
      process.send({ kind: 'opening', file });
      await (acts[file] ?? (() => undefined))();
      process.send({ kind: 'between' });
      process.send({ kind: 'err', text: file + ' done\\n' });
      if (file === 'late') throw new Error('defect');
    }
  }
  process.exitCode = 3;
  process.send({ kind: 'end', code: 3 });
  process.disconnect();
})();
`,
);

async function run(...files: readonly string[]): Promise<{ ended: Ended; err: string; seconds: number }> {
  let err = '';
  const began = Date.now();
  const ended = await guard({
    argv: [script, ...files],
    seconds: 2,
    megabytes: 250,
    err: (text) => (err += text),
    progress: () => undefined,
  });
  return { ended, err, seconds: (Date.now() - began) / 1000 };
}

test('a program that gets through all its files ends with its own exit code', async () => {
  expect(await run('a', 'b')).toMatchObject({ ended: { code: 3 }, err: 'a done\nb done\n' });
});

test.each([
  ['spin', 'time'],
  ['abort', 'crash'],
  // Which of the two limits is met first depends on the machine.
  ['heap', '(crash|memory)'],
  ['throw', 'crash'],
])('a file that makes it %s is told by name, once, and the others are done', async (file, why) => {
  const { ended, err } = await run('a', file, 'b');
  expect(ended).toEqual({ code: 3 });
  expect(err).toMatch(new RegExp(`^a done\\n${file} ${why}\\nb done\\n$`));
});

// Only Linux tells what another process holds; elsewhere the limit of the heap has to do.
(process.platform === 'linux' ? test : test.skip)('memory beside the heap counts too', async () => {
  expect(await run('buffers', 'b')).toMatchObject({ ended: { code: 3 }, err: 'buffers memory\nb done\n' });
});

(process.platform === 'linux' ? test : test.skip)('waiting is no work: a file on a busy machine is not refused', async () => {
  expect(await run('sleep', 'b')).toMatchObject({ ended: { code: 3 }, err: 'sleep done\nb done\n' });
});

test('what a library prints in English is for nobody', async () => {
  expect(await run('noise', 'b')).toMatchObject({ ended: { code: 3 }, err: 'noise done\nb done\n' });
});

test('several bad files of one run are each told', async () => {
  expect((await run('abort', 'throw', 'b')).err).toBe('abort crash\nthrow crash\nb done\n');
});

test('a program that ends badly with no file in hand is told as such, and what it had said is not repeated', async () => {
  expect(await run('late')).toMatchObject({
    ended: { code: 2 },
    err: expect.stringMatching(/^程序意外中止，没有写入任何文件。.*\n$/) as string,
  });
});

test.each([
  ['store', /^程序意外中止，此前写完的都保留；给出文件夹的，再运行一次只做其余的。/],
  ['spoil', /^程序意外中止，没有写入任何文件。/],
])('when it ends badly after a %s, what is said of the files is true', async (file, words) => {
  expect(await run(file, 'late')).toMatchObject({ ended: { code: 2 }, err: expect.stringMatching(words) as string });
});

test('the results of a killed run are taken away, with the folders made for them', async () => {
  const writing = folder.path('writing.cjs');
  const out = folder.path('out/inner');
  writeFileSync(
    writing,
    `const { mkdirSync, writeFileSync } = require('node:fs');
const { workingPrefix } = require(${JSON.stringify(folder.path('prefix.json'))});
const [, lost] = process.argv.slice(2);
const end = () => { process.exitCode = 2; process.send({ kind: 'end', code: 2 }); process.disconnect(); };
if (JSON.parse(lost).length > 0) end();
else {
  const stage = ${JSON.stringify(out)} + '/' + workingPrefix + process.pid + '-abc';
  mkdirSync(stage + '/new', { recursive: true });
  writeFileSync(stage + '/new/a.docx', 'half');
  process.send({ kind: 'writing', folder: ${JSON.stringify(out)}, made: [${JSON.stringify(out)}, ${JSON.stringify(folder.path('out'))}] });
  process.send({ kind: 'opening', file: 'x' });
  process.abort();
}
`,
  );
  const { workingPrefix } = await import('../../../src/cli/files/working-folder');
  writeFileSync(folder.path('prefix.json'), JSON.stringify({ workingPrefix }));
  mkdirSync(folder.path('elsewhere'));
  const ended = await guard({ argv: [writing], seconds: 5, megabytes: 500, err: () => undefined, progress: () => undefined });
  expect(ended).toEqual({ code: 2 });
  expect(readdirSync(folder.path())).not.toContain('out');
});

import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { workFolder } from '../run';
import { shell, started } from './shell';

const folder = workFolder();
afterAll(folder.remove);

/** A program in which one file, by its name, can never be read to its end. */
const hanging = folder.path('hanging.cjs');
writeFileSync(
  hanging,
  `const fs = require('node:fs/promises');
const { readFile } = fs;
fs.readFile = (path, ...more) => { if (String(path).includes('慢')) for (;;); return readFile(path, ...more); };`,
);
const slow = { NODE_OPTIONS: `-r ${hanging}`, JUESUAN_SECONDS: '2' };
const input = folder.path('县');
mkdirSync(input);
copyFileSync('assets/samples/sample-2024.xlsx', `${input}/甲.xlsx`);
copyFileSync('assets/samples/sample-2024.xlsx', `${input}/慢.xlsx`);

const silent = /^.*慢\.xlsx：用了 2 秒还没有处理完，已停止。文件可能已损坏.*另存为“Excel 工作簿 \(\*\.xlsx\)”后再试。.*\n$/;

test('a workbook that is not read in time is refused by name, exit 2, and nothing is left behind', () => {
  const out = folder.path('输出1');
  expect(shell(['report', `${input}/慢.xlsx`, '--out', out], { env: slow })).toEqual({
    code: 2,
    out: '',
    err: expect.stringMatching(silent) as string,
  });
  expect(existsSync(out)).toBe(false);
});

test('a batch with one such unit finishes all others', () => {
  const checked = shell(['check', `${input}/慢.xlsx`, `${input}/甲.xlsx`], { env: slow });
  expect(checked).toMatchObject({ code: 2, out: expect.stringMatching(/^甲\.xlsx {2}青川示例区政务服务局/) as string });
  expect(checked.err).toMatch(silent);

  const out = folder.path('输出2');
  const made = shell(['report', input, '--out', out], { env: slow });
  // In a folder opening and working count together.
  expect(made.err).toMatch(/^慢\.xlsx：用了 6 秒还没有处理完，已停止。.*\n$/);
  expect(made.code).toBe(3);
  expect(readdirSync(out).sort()).toEqual(['汇总.json', '汇总.txt', '汇总.xlsx', '甲'].sort());
  expect(existsSync(`${out}/甲/甲-情况说明.docx`)).toBe(true);
});

(existsSync('/dev/full') ? test : test.skip)('a standard output that is full is one sentence and exit 2', () => {
  const full = openSync('/dev/full', 'w');
  for (const argv of [['check', `${input}/甲.xlsx`], ['--help'], ['check', `${input}/甲.xlsx`, '--format', 'json']])
    expect(shell(argv, { stdout: full })).toEqual({ code: 2, out: '', err: '无法写到标准输出：磁盘空间不足。请换一个输出位置后再试。\n' });
});

test('a standard output that is closed early is no error', async () => {
  const { execFileSync } = await import('node:child_process');
  const [program, hook, index] = [process.execPath, 'tests/kit/ts-hook.cjs', 'src/cli/index.ts'];
  const line = `"${program}" -r ./${hook} ${index} check "${input}/甲.xlsx" --format json 2>&1 >/dev/null | cat; "${program}" -r ./${hook} ${index} check "${input}/甲.xlsx" --format json | head -c 5; echo " \${PIPESTATUS[0]}"`;
  expect(execFileSync('bash', ['-c', line], { encoding: 'utf8' })).toBe('{\n  " 0\n');
});

test('a run that is told to stop stops at once, takes its work away and ends by that signal', async () => {
  const out = folder.path('输出3');
  const run = started(['report', `${input}/慢.xlsx`, '--out', out], { ...slow, JUESUAN_SECONDS: '60' });
  const ended = new Promise((resolve) => run.on('exit', (code, signal) => resolve({ code, signal })));
  while (!existsSync(out)) await new Promise((next) => setTimeout(next, 20));
  run.kill('SIGTERM');
  // The worker is busy and cannot hear; the one who watches ends it.
  expect(await ended).toEqual({ code: null, signal: 'SIGTERM' });
  expect(existsSync(out)).toBe(false);
  expect(readFileSync(`${input}/甲.xlsx`).equals(readFileSync('assets/samples/sample-2024.xlsx'))).toBe(true);
});

(existsSync('/proc/self') ? test : test.skip)(
  'a place where no folder can be made, and a link that leads nowhere, are one sentence and exit 2',
  () => {
    symlinkSync(folder.path('nowhere/x'), folder.path('link'));
    for (const [out, why] of [
      ['/proc/juesuan', '路径不存在，可能是失效的链接'],
      [folder.path('link'), '路径不存在，可能是失效的链接'],
      ['/dev/null', '同名的文件已存在，不能建立文件夹'],
    ] as const) {
      const { code, err } = shell(['report', `${input}/甲.xlsx`, '--out', out]);
      expect([code, err]).toEqual([2, `无法写入 ${out}：${why}。请处理后再试，或用 --out 换一个文件夹；没有写入任何文件。\n`]);
    }
  },
);

test('a pipe in place of a workbook is refused at once', () => {
  spawnSync('mkfifo', [folder.path('管道.xlsx')]);
  expect(shell(['check', folder.path('管道.xlsx')])).toEqual({
    code: 2,
    out: '',
    err: `${folder.path('管道.xlsx')}：这不是普通文件（管道或设备）。请写出工作簿的文件名。\n`,
  });
});

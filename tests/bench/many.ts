import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { costOf, paired, type Cost } from './command';
import { writeCounty } from './county';
import { buildCli, firstVersion, forgetFirstVersion } from './first-version';
import { sharesOf, type Shares } from './shares';

/**
 * npm run bench:many: a county of units (this year and last) checked by the first version and by this one, in turn, and what a
 * bare parse of the same files costs. Prints, and writes docs/benchmarks.md. Linux, with GNU time.
 */
const option = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const units = option('--units', 160);
const reports = option('--reports', 40);
const rounds = option('--rounds', 2);

const folder = mkdtempSync(join(tmpdir(), 'juesuan-bench-'));
const county = join(folder, 'county');
const node = process.execPath;
const files = (year: string, count = units): readonly string[] => readdirSync(join(county, year)).slice(0, count);

/** The first units alone, in a folder of their own. */
function part(name: string, years: readonly string[], count: number): string {
  for (const year of years) {
    mkdirSync(join(folder, name, year), { recursive: true });
    for (const file of files(year, count)) cpSync(join(county, year, file), join(folder, name, year, file));
  }
  return join(folder, name);
}

/** The first version knows last year's workbook of one unit at a time: a process each, two at a time. */
const oneByOne = (cli: string, command: string, count: number): Cost =>
  costOf('sh', ['-c', `printf '%s\\n' ${files('本年', count).join(' ')} | xargs -P2 -I{} "${node}" "${cli}" ${command}`], { cwd: county });
const now = (args: readonly string[]): Cost => costOf(node, [resolve('dist/cli.js'), ...args], { cwd: folder });

async function main(): Promise<void> {
  await writeCounty(county, units);
  console.log(`${units} units, this year and last, in ${folder}`);
  buildCli(resolve('.'));
  const old = firstVersion(folder);
  const alone = part('alone', ['本年'], units);
  const few = part('few', ['本年', '上年'], reports);
  const out = (): string => mkdtempSync(join(folder, 'out-'));

  const costs = paired(
    {
      'first, this year and last, a process per unit, two at a time': () => oneByOne(old, 'check 本年/{} --prior 上年/{}', units),
      'now, this year and last, two threads': () => now(['check', county, '--jobs', '2']),
      'now, this year and last, one thread': () => now(['check', county, '--jobs', '1']),
      'first, this year, one process': () => costOf(node, [old, 'check', ...files('本年').map((file) => `本年/${file}`)], { cwd: county }),
      'now, this year, two threads': () => now(['check', alone, '--jobs', '2']),
      'now, this year, one thread': () => now(['check', alone, '--jobs', '1']),
      'now, a quarter of the units, two threads': () => now(['check', few, '--jobs', '2']),
      'first, reports': () => oneByOne(old, `report 本年/{} --prior 上年/{} --out "${out()}/{}"`, reports),
      'now, reports': () => now(['report', few, '--out', out(), '--jobs', '2']),
    },
    rounds,
  );
  const shares = await sharesOf(['本年', '上年'].flatMap((year) => files(year).map((file) => join(county, year, file))));
  forgetFirstVersion(folder);
  rmSync(folder, { recursive: true, force: true });
  const text = page(costs, shares);
  console.log(text);
  writeFileSync('docs/benchmarks.md', text);
}

const times = (n: number): string => `${n.toFixed(1)} ×`;
const percent = (n: number): string => `${(100 * n).toFixed(0)}%`;

function page(costs: Readonly<Record<string, Cost>>, shares: Shares): string {
  const of = (name: string): Cost => costs[name]!;
  const row = (what: string, before: Cost, after: Cost): string =>
    `| ${what} | ${before.seconds.toFixed(1)} s | ${after.seconds.toFixed(1)} s | **${times(before.seconds / after.seconds)}** | ${times(before.cpu / after.cpu)} | ${after.megabytes.toFixed(0)} MB |`;
  const both = of('first, this year and last, a process per unit, two at a time');
  const single = of('first, this year, one process');
  const core = availableParallelism();
  const cpu = execFileSync('sh', ['-c', 'grep -m1 "model name" /proc/cpuinfo | cut -d: -f2']).toString().trim();
  return `# 有多快

由 \`npm run bench:many\` 生成；同一次运行里轮流跑 ${rounds} 遍，各取最快的一遍。${units} 个自造单位，各有本年、上年两本工作簿，每五个单位有一个改错一格。机器：${core} 核，${cpu}，Node ${process.versions.node}。结束时系统负载 ${loadavg()
    .map((n) => n.toFixed(0))
    .join('、')}（1、5、15 分钟）：机器上有别的程序在跑时秒数会变长，处理器时间之比受影响小。

“最初版本”是提交 ee52a1f。它每次只能给一个单位配上年，所以一个单位一个进程、同时两个（\`xargs -P2\`）；只核本年时可以一个进程连做。

| ${units} 个单位 | 最初版本 | 现在 | 快几倍 | 处理器时间之比 | 现在的内存峰值 |
|---|---|---|---|---|---|
${row('核对，本年和上年，两个线程', both, of('now, this year and last, two threads'))}
${row('核对，本年和上年，一个线程', both, of('now, this year and last, one thread'))}
${row('核对，只有本年，两个线程', single, of('now, this year, two threads'))}
${row('核对，只有本年，一个线程', single, of('now, this year, one thread'))}
${row(`生成说明（${reports} 个单位），两个线程`, of('first, reports'), of('now, reports'))}

怎样看：前两行省下的有一大部分是一个单位一个进程的启动；“只有本年”的两行同样是一个进程连做，比的是读和核对本身。机器上别的程序占着处理器时，第二个线程分不到多少时间。

内存不随单位数增长：${reports} 个单位 ${of('now, a quarter of the units, two threads').megabytes.toFixed(0)} MB，${units} 个单位 ${of('now, this year and last, two threads').megabytes.toFixed(0)} MB（两个线程合在一个进程里）。

## 时间花在哪里

同样 ${shares.files} 个文件，一个线程，热身之后，按处理器时间：

| 步骤 | 每个文件 | 占“打开、读懂、核对” |
|---|---|---|
| 解压（zlib） | ${shares.unzip.toFixed(1)} ms | ${percent(shares.unzip / shares.all)} |
| 打开：解压、读 XML、排成表格 | ${shares.open.toFixed(1)} ms | ${percent(shares.open / shares.all)} |
| 读懂：认表、认行栏、取数 | ${shares.read.toFixed(1)} ms | ${percent(shares.read / shares.all)} |
| 核对：全部规则和成因 | ${shares.check.toFixed(1)} ms | ${percent(shares.check / shares.all)} |

底线，同样的文件只解析不核对：

| 解析 | 每个文件 | 与“打开、读懂、核对”之比 |
|---|---|---|
| 本工具自己的读法（打开） | ${shares.open.toFixed(1)} ms | ${(shares.open / shares.all).toFixed(2)} |
| fflate 解压，不解析 | ${shares.fflate.toFixed(1)} ms | ${(shares.fflate / shares.all).toFixed(2)} |
| @e965/xlsx 解析 | ${shares.library.toFixed(1)} ms | ${(shares.library / shares.all).toFixed(2)} |

也就是说：把一本工作簿打开、读懂、核完，用时是通用库单单解析它的 ${(shares.all / shares.library).toFixed(2)} 倍。
`;
}

void main();

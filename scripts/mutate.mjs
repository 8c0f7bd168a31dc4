import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { clearTimeout, setTimeout } from 'node:timers';
import { pathToFileURL } from 'node:url';
import { hasOption, inRoot, install, option, root, run } from './lib.mjs';

// `npm run mutate -- FOLDER [TESTS…]`: breaks a folder of src/ in one place after another and runs the tests that concern it.
//   --sample N --seed S   N places drawn by a seed instead of all
//   --minutes N           no further place is broken after so many minutes: what was judged is a smaller sample
//   --skip WORD           test files whose path has this word are left out
//   --again               only what the run before did not catch, after tests were added

/** Only Stryker's instrumenter, fetched when it is asked for: no build and no test needs it. */
const INSTRUMENTER = '@stryker-mutator/instrumenter';
const VERSION = '9.6.1';

/** Golden texts are tests of the narrative; slow properties and whole workbooks are left to `npm test`. */
const usual = {
  reading: { tests: ['reading'], skip: ['variants', 'whole-workbook'] },
  narrative: { tests: ['narrative', 'cases'], skip: ['properties', 'rounding'] },
};
/** Longer than any test takes, beside what its tests take: a loop that the mutant made endless outside of the broken code. */
const TOO_LONG = 90_000;

const valued = ['--sample', '--seed', '--skip', '--minutes'];
const words = process.argv.slice(2);
const [folder, ...named] = words.filter((word, i) => !word.startsWith('--') && !valued.includes(words[i - 1]));
if (!folder) {
  console.error(
    '用法：npm run mutate -- 文件夹或文件（在 src 下，例如 facts） [测试文件夹…] [--sample 个数 --seed 种子] [--minutes 分钟] [--skip 测试文件名] [--again]',
  );
  process.exit(2);
}

/** npx puts the package's programs on the PATH and nothing else. */
function instrumenter() {
  const places = (process.env.PATH ?? '').split(path.delimiter).map((bin) => path.join(bin, '..', INSTRUMENTER, 'dist/src/index.js'));
  const found = places.find((file) => statSync(file, { throwIfNoEntry: false }));
  return found && pathToFileURL(found).href;
}
if (!instrumenter()) {
  await install();
  const again = ['--', process.execPath, process.argv[1], ...words];
  const { code } = await run('npx', ['--yes', `--package=${INSTRUMENTER}@${VERSION}`, ...again]);
  process.exit(code);
}

const filesIn = (place) =>
  statSync(place).isDirectory() ? readdirSync(place).flatMap((name) => filesIn(path.join(place, name))) : [place];
const own = named.length > 0 ? { tests: named, skip: [] } : (usual[folder] ?? { tests: [folder.split('/')[0]], skip: [] });
const skip = [...own.skip, ...words.filter((_, i) => words[i - 1] === '--skip')];
const order = {
  instrumenter: instrumenter(),
  sources: filesIn(inRoot('src', folder)).filter((file) => /\.tsx?$/.test(file)),
  files: own.tests
    .flatMap((name) => filesIn(inRoot('tests', name)))
    .filter((file) => /\.test\.tsx?$/.test(file) && !skip.some((word) => path.basename(file).includes(word))),
};

/** A process with everything loaded; it answers each message with one. */
class Worker {
  async start() {
    this.child = fork(inRoot('scripts/mutate-warm.cjs'), [], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    this.child.on('message', (answer) => this.answered?.(answer));
    this.child.on('exit', () => this.answered?.({ gone: true }));
    const { mutants, broken } = await this.ask(order, 10 * TOO_LONG);
    if (!mutants) throw new Error(broken ?? '测试没有装入');
    this.fresh = true;
    return mutants;
  }

  ask(message, limit = TOO_LONG) {
    return new Promise((resolve) => {
      const late = setTimeout(() => this.answered({ gone: true }), limit);
      this.answered = (answer) => {
        clearTimeout(late);
        this.answered = undefined;
        resolve(answer);
      };
      this.child.send(message);
    });
  }

  async restart() {
    this.answered = undefined;
    this.child.kill('SIGKILL');
    await this.start();
  }

  /** A failure in a process whose memory an earlier mutant may have spoilt is judged again in a new one. */
  async judge(mutant) {
    if (!mutant.reached) return { status: 'NoCoverage' };
    if (!this.child.connected) await this.restart();
    const fresh = this.fresh;
    const { gone, spoilt, status, by } = await this.ask({ id: mutant.id }, TOO_LONG + 5 * mutant.time);
    this.fresh = false;
    if (gone || spoilt) await this.restart();
    if (gone) return { status: 'Timeout' };
    return spoilt && !fresh ? this.judge(mutant) : { status, by };
  }
}

/** Wilson's interval: honest near 100 % and for small samples. */
function interval(hits, n, z = 1.96) {
  const share = hits / n;
  const middle = share + (z * z) / (2 * n);
  const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return [middle - half, middle + half].map((x) => ((100 * x) / (1 + (z * z) / n)).toFixed(0)).join('–');
}

const worker = new Worker();
const at = ({ line, column }) => `${line + 1}:${column + 1}`;
/** What a mutant is called stays the same while its file does. */
const mutants = (await worker.start()).map((mutant) => ({
  ...mutant,
  name: `${mutant.file} ${at(mutant.location.start)}-${at(mutant.location.end)} ${mutant.mutatorName} ${mutant.replacement}`,
}));
/** What runs only while the files are loaded (tables, registries) would need a new process for each. */
const counted = mutants.filter((mutant) => !mutant.static);
const seed = option('--seed') ?? '1';
const place = ({ name }) => createHash('sha1').update(`${seed} ${name}`).digest('hex');

const record = inRoot('reports', `mutation-${folder.replaceAll(/[/.]/g, '-')}.json`);
const isCaught = ({ status }) => status === 'Killed' || status === 'Timeout';
const before = hasOption('--again') ? JSON.parse(readFileSync(record, 'utf8')) : [];
const missed = new Set(before.filter((result) => !isCaught(result)).map(({ name }) => name));
const chosen = hasOption('--again')
  ? counted.filter(({ name }) => missed.has(name))
  : counted.sort((a, b) => (place(a) < place(b) ? -1 : 1)).slice(0, Number(option('--sample') ?? counted.length));

const results = before.filter(isCaught);
const end = Date.now() + 60_000 * Number(option('--minutes') ?? Infinity);
for (const [i, mutant] of chosen.entries()) {
  if (Date.now() > end) {
    const rest = new Set(chosen.slice(i).map(({ name }) => name));
    results.push(...before.filter(({ name }) => rest.has(name)));
    break;
  }
  const { name, file, location, mutatorName, replacement } = mutant;
  results.push({ name, ...(await worker.judge(mutant)), file, location, mutatorName, replacement });
  if ((i + 1) % 10 === 0) console.error(`${i + 1}/${chosen.length}，查出 ${results.filter(isCaught).length}/${results.length}`);
}
worker.child.kill();
mkdirSync(inRoot('reports'), { recursive: true });
writeFileSync(record, JSON.stringify(results, null, 1));

for (const { status, file, location, replacement } of results.filter((result) => !isCaught(result))) {
  const source = readFileSync(path.join(root, file), 'utf8').split('\n')[location.start.line].trim();
  console.log(
    `\n${file}:${at(location.start)}-${at(location.end)}（${status === 'Survived' ? '没有查出' : '没有测试走到'}）\n- ${source}\n+ ${replacement}`,
  );
}
const count = (...states) => results.filter(({ status }) => states.includes(status)).length;
const caught = count('Killed', 'Timeout');
console.log(
  `\nsrc/${folder}：可变异 ${counted.length} 处（另有 ${mutants.length - counted.length} 处只在装入时起作用，不计）；跑了 ${results.length} 处，查出 ${caught} 处（${((100 * caught) / results.length).toFixed(1)}%，95% 区间 ${interval(caught, results.length)}%），其中超时 ${count('Timeout')} 处；没有测试走到 ${count('NoCoverage')} 处`,
);

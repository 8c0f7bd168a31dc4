import { readFileSync, writeFileSync } from 'node:fs';
import { install, inRoot, option, hasOption, run } from './lib.mjs';
import { mutantName } from './mutate-choose.mjs';

// `npm run mutate -- FOLDER [TESTS…]`: Stryker over a folder of src/, with the tests that concern it (or those named).
//   --sample N --seed S   N mutants drawn by a seed instead of all
//   --skip WORD           test files whose path has this word are left out; may be given several times
//   --again               only what the run before did not catch, after tests were added

/** Fetched when it is asked for: eighty packages that no build and no test needs. */
const VERSION = '9.6.1';
const packages = ['core', 'jest-runner'].map((name) => `--package=@stryker-mutator/${name}@${VERSION}`);

/** Golden texts are the tests of the narrative; slow properties and printings are left to `npm test`. */
const usual = {
  reading: { tests: ['reading'], skip: ['variants'] },
  narrative: { tests: ['narrative', 'cases'], skip: ['properties', 'rounding'] },
};

const valued = ['--sample', '--seed', '--skip'];
const words = process.argv.slice(2);
const [folder, ...named] = words.filter((word, i) => !word.startsWith('--') && !valued.includes(words[i - 1]));
if (!folder) {
  console.error(
    '用法：npm run mutate -- 文件夹或文件（在 src 下，例如 facts） [测试文件夹…] [--sample 个数 --seed 种子] [--skip 测试文件名] [--again]',
  );
  process.exit(2);
}
const own = usual[folder] ?? { tests: [folder.split('/')[0]], skip: [] };
const tests = named.length > 0 ? named : own.tests;
const skip = words.filter((_, i) => words[i - 1] === '--skip');
/** Of every mutant that was run: its name and what became of it. */
const record = inRoot('reports', `mutation-${folder.replaceAll(/[/.]/g, '-')}.json`);

const caught = ['Killed', 'Timeout'];
const missed = ['Survived', 'NoCoverage'];

/** Wilson's interval: honest near 100 % and for small samples. */
function interval(hits, n, z = 1.96) {
  const share = hits / n;
  const middle = share + (z * z) / (2 * n);
  const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return [middle - half, middle + half].map((x) => (100 * x) / (1 + (z * z) / n));
}

const again = hasOption('--again');
const before = again ? JSON.parse(readFileSync(record, 'utf8')) : [];
const only = again ? before.filter(({ status }) => missed.includes(status)).map(({ name }) => name) : undefined;
const sample = Number(option('--sample') ?? Infinity);

await install();
const { code } = await run(
  'npx',
  ['--yes', ...packages, 'stryker', 'run', '--mutate', folder.endsWith('.ts') ? `src/${folder}` : `src/${folder}/**/*.ts`],
  {
    env: {
      MUTATE_TESTS: tests.map((name) => `<rootDir>/tests/${name}`).join(' '),
      MUTATE_SKIP: [...(named.length > 0 ? [] : own.skip), ...skip].join(' '),
      MUTATE_CHOICE: JSON.stringify({ only, sample: Number.isFinite(sample) ? sample : 1e9, seed: option('--seed') ?? '1' }),
    },
  },
);
if (code !== 0) process.exit(code);
const { files } = JSON.parse(readFileSync(inRoot('reports/mutation.json'), 'utf8'));
const mutants = Object.entries(files).flatMap(([file, { mutants: own }]) =>
  own.map(({ location, mutatorName, replacement, status }) => ({ name: mutantName(file, location, mutatorName, replacement), status })),
);
const ran = mutants.filter(({ status }) => [...caught, ...missed].includes(status));
const names = new Set(ran.map(({ name }) => name));
const all = [...before.filter(({ name }) => !names.has(name)), ...ran];
writeFileSync(record, JSON.stringify(all, null, 1));
const of = (...states) => all.filter(({ status }) => states.includes(status)).length;
const ignored = mutants.filter(({ status }) => status === 'Ignored').length;
const [low, high] = interval(of(...caught), all.length);
console.log(
  `src/${folder}：可变异 ${mutants.length - ignored} 处（另有 ${ignored} 处只在装入时起作用，不计）；跑了 ${all.length} 处，查出 ${of(...caught)} 处（${((100 * of(...caught)) / all.length).toFixed(1)}%，95% 区间 ${low.toFixed(0)}–${high.toFixed(0)}%），其中超时 ${of('Timeout')} 处；没有测试走到 ${of('NoCoverage')} 处`,
);

import { readFileSync } from 'node:fs';
import { install, inRoot, run } from './lib.mjs';

// `npm run mutate -- FOLDER [TESTS…]`: Stryker over a folder of src/, with the tests of the same name (or those named).

/** Fetched when it is asked for: eighty packages that no build and no test needs. */
const VERSION = '9.6.1';
const packages = ['core', 'jest-runner'].map((name) => `--package=@stryker-mutator/${name}@${VERSION}`);

const [folder, ...tests] = process.argv.slice(2);
if (!folder) {
  console.error('用法：npm run mutate -- 文件夹或文件（在 src 下，例如 facts） [测试文件夹…]');
  process.exit(2);
}
await install();
const mutate = folder.endsWith('.ts') ? `src/${folder}` : `src/${folder}/**/*.ts`;
const patterns = (tests.length > 0 ? tests : [folder.split('/')[0]]).map((name) => `<rootDir>/tests/${name}`);
const { code } = await run('npx', ['--yes', ...packages, 'stryker', 'run', '--mutate', mutate], {
  env: { MUTATE_TESTS: patterns.join(' ') },
});
if (code !== 0) process.exitCode = code;
else {
  const { files } = JSON.parse(readFileSync(inRoot('reports/mutation.json'), 'utf8'));
  const all = Object.values(files).flatMap(({ mutants }) => mutants);
  const of = (...states) => all.filter(({ status }) => states.includes(status)).length;
  const valid = of('Killed', 'Timeout', 'Survived', 'NoCoverage');
  console.log(
    `src/${folder}：变异 ${valid} 处，查出 ${of('Killed', 'Timeout')} 处（${((100 * of('Killed', 'Timeout')) / valid).toFixed(1)}%），没有测试走到 ${of('NoCoverage')} 处`,
  );
}

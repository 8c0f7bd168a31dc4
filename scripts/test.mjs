import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { findBrowser, howToGetOne } from './browser.mjs';
import { inRoot, install, roomy, run, runPackage } from './lib.mjs';

const totals = { passed: 0, failed: 0 };
const failures = [];

function count(name, passed, failed) {
  totals.passed += passed;
  totals.failed += failed;
  if (failed > 0) failures.push(name);
  console.log(`${failed > 0 ? '✗' : '✓'} ${name}${passed + failed > 1 ? `：${passed} 通过，${failed} 未通过` : ''}`);
}

/** One check that either holds or not; its output is shown only when it does not. */
async function check(name, job) {
  const { code, output } = await job();
  if (code !== 0) console.log(output);
  count(name, code === 0 ? 1 : 0, code === 0 ? 0 : 1);
  return code === 0;
}

const results = inRoot('reports');
const resultOf = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);

/** A test program that leaves its counts in a JSON file. */
async function suite(name, pkg, file, args, result, counts) {
  rmSync(result, { force: true });
  const { code } = await (pkg ? runPackage(pkg, file, args, { node: roomy }) : run(process.execPath, [inRoot(file), ...args]));
  const found = resultOf(result);
  const [passed, failed] = found ? counts(found) : [0, 1];
  // A program that fails without a failing test (a crash, an unhandled error) counts as one failure.
  count(name, passed, code !== 0 && failed === 0 ? 1 : failed);
}

async function main() {
  await install();
  mkdirSync(results, { recursive: true });
  const quiet = { quiet: true };

  const pkg = (name, file, args) => () => runPackage(name, file, args, { ...quiet, node: roomy });
  // Two at a time: the rules on one side, everything else that needs no other result on the other.
  const [, built] = await Promise.all([
    check('代码规范', pkg('eslint', 'bin/eslint.js', ['.', '--max-warnings', '0'])),
    (async () => {
      await check('类型检查', pkg('typescript-7', 'bin/tsc', ['--noEmit']));
      await check('代码格式', pkg('prettier', 'bin/prettier.cjs', ['--check', '.']));
      await check('引用方向', () => run(process.execPath, [inRoot('scripts/imports.mjs')], quiet));
      return check('构建', () => run(process.execPath, [inRoot('scripts/build.mjs'), '--if-stale'], quiet));
    })(),
  ]);

  const jest = inRoot('reports/jest.json');
  const e2e = inRoot('reports/e2e.json');
  const browser = findBrowser();
  // Side by side: a browser waits as often as it works, and the other tests use what it leaves.
  await Promise.all([
    suite('单元测试', 'jest', 'bin/jest.js', ['--ci', '--silent', '--json', `--outputFile=${jest}`], jest, (r) => [
      r.numPassedTests,
      r.numFailedTests + r.numRuntimeErrorTestSuites,
    ]),
    browser && built && suite('浏览器测试', '', 'tests/e2e/run.mjs', ['--no-build', `--result=${e2e}`], e2e, (r) => [r.passed, r.failed]),
  ]);
  if (!browser) {
    console.log(`没有找到 Chrome、Chromium 或 Edge，浏览器测试没有运行。${howToGetOne}`);
    if (process.env.CI) count('浏览器测试（CI 中必须运行）', 0, 1);
  }

  if (failures.length > 0) console.log(`\n未通过：${failures.join('、')}`);
  console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
  process.exitCode = totals.failed > 0 ? 1 : 0;
}

main().catch((error) => {
  console.error(error.message);
  console.log(`\n${totals.passed} passed, ${totals.failed + 1} failed`);
  process.exitCode = 1;
});

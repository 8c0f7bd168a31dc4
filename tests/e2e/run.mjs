import { writeFileSync } from 'node:fs';
import { launch } from '../../scripts/browser.mjs';
import { build, inRoot } from '../../scripts/lib.mjs';
import { serve } from '../../scripts/serve.mjs';
import { workbenchTests } from './workbench.mjs';
import { consolidateTests } from './consolidate.mjs';
import { keyboardTests } from './keyboard.mjs';
import { oldBrowserTests } from './old-browser.mjs';
import { proofTests } from './proof.mjs';
import { rollTests } from './roll.mjs';
import { stillTests } from './still.mjs';
import { taskpaneTests } from './taskpane.mjs';

/**
 * The built pages in a real browser. Every page is watched: a console error, an uncaught exception or a request to any
 * origin but its own fails the test that caused it.
 */
const only = process.argv.find((arg) => arg.startsWith('--only='))?.slice(7);
const resultFile = process.argv.find((arg) => arg.startsWith('--result='))?.slice(9);

if (!process.argv.includes('--no-build')) await build();
const server = await serve({ port: 3100, tries: 200 });
const browser = await launch();
let passed = 0;
const failed = [];

async function pageFor(options = {}) {
  const context = await browser.newContext({ viewport: { width: 1360, height: 860 }, acceptDownloads: true, locale: 'zh-CN', ...options });
  // No test is about speed: other tests run beside these.
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const faults = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`exception: ${error.stack ?? error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!/^(data|blob|file):/.test(url) && !url.startsWith(server.url)) faults.push(`request to another origin: ${url}`);
  });
  return { page, faults, close: () => context.close() };
}

const tests = [
  ...workbenchTests,
  ...taskpaneTests,
  ...proofTests,
  ...rollTests,
  ...consolidateTests,
  ...keyboardTests,
  ...stillTests,
  ...oldBrowserTests,
].filter(([name]) => !only || name.includes(only));
async function runOne([name, options, test]) {
  const { page, faults, close } = await pageFor(options);
  try {
    await test({ page, base: server.url, faults });
    if (faults.length > 0) throw new Error(faults.join('\n'));
    passed += 1;
    console.log(`  ✓ ${name}`);
  } catch (error) {
    failed.push(name);
    console.log(`  ✗ ${name}\n    ${[error.message, ...faults].join('\n').split('\n').slice(0, 14).join('\n    ')}`);
    await page.screenshot({ path: inRoot('reports', `e2e-${name.replace(/\W+/g, '-').slice(0, 40)}.png`) }).catch(() => undefined);
  } finally {
    await close();
  }
}

// Two at a time: a browser waits as often as it works.
const waiting = [...tests];
await Promise.all(
  [1, 2].map(async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await runOne(next);
  }),
);

await browser.close();
await server.close();
if (resultFile) writeFileSync(resultFile, JSON.stringify({ passed, failed: failed.length, names: failed }));
console.log(`浏览器测试：${passed} passed, ${failed.length} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;

/* global document, PerformanceObserver, setInterval -- these parts run in the page */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { launch } from '../../scripts/browser.mjs';
import { build, inRoot, option } from '../../scripts/lib.mjs';
import { serve } from '../../scripts/serve.mjs';
import { settled } from '../e2e/kit.mjs';

/**
 * `npm run bench:longtask`: how long 离线工作台 stands still at most while a workbook of 3,000 项 (--items) is opened, checked,
 * written and supplied – what Chromium itself calls long tasks, of 50 ms and more, by what the page said that it was doing.
 */
const items = option('--items') ?? '3000';
const folder = inRoot('node_modules/.cache/longtask');
mkdirSync(folder, { recursive: true });
const file = `${folder}/${items}.xlsx`;
execFileSync(process.execPath, [inRoot('tests/kit/run-ts.mjs'), 'tests/bench/write-large.ts', file, items], { stdio: 'inherit' });
await build();

const watch = () => {
  globalThis.long = [];
  const says = () => document.querySelector('[role=progressbar]')?.getAttribute('aria-label') ?? '（没有步骤）';
  let said = '';
  // What is said when a task ends may be the next step already: both are kept.
  setInterval(() => (said = says()), 20);
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) globalThis.long.push({ at: startTime, ms: duration, said, next: says() });
  }).observe({ type: 'longtask', buffered: true });
};

const server = await serve({ port: 3400, tries: 200 });
const browser = await launch();
const page = await (await browser.newContext({ viewport: { width: 1360, height: 860 }, locale: 'zh-CN' })).newPage();
page.setDefaultTimeout(60_000);
await page.addInitScript(watch);
await page.goto(`${server.url}/workbench.html`);
await page.waitForTimeout(500);

async function during(what, work) {
  await page.evaluate(() => void (globalThis.long.length = 0));
  const start = Date.now();
  await work();
  await settled(page);
  await page.waitForTimeout(300);
  const long = await page.evaluate(() => globalThis.long);
  const worst = Math.max(0, ...long.map(({ ms }) => ms));
  console.log(
    `${what}：${((Date.now() - start) / 1000).toFixed(1)} 秒，长任务 ${long.length} 个，最长 ${worst === 0 ? '不到 50' : worst.toFixed(0)} 毫秒`,
  );
  for (const { ms, said, next } of long.sort((a, b) => b.ms - a.ms).slice(0, 8))
    console.log(`  ${ms.toFixed(0).padStart(5)} 毫秒  ${said === next ? said : `${said} → ${next}`}`);
}

await during('打开并核对', async () => {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '打开决算报表…' }).click();
  await (await chooser).setFiles(file);
  await page
    .getByText(/^已核对/)
    .first()
    .waitFor();
});
await during('生成说明', async () => {
  await page.getByRole('button', { name: /^(重新)?生成说明/ }).click();
  await page.getByText('已生成').first().waitFor();
});
await during('填一处', async () => {
  await page.keyboard.press('F8');
  await page.keyboard.type('人员和业务变动');
  await page.keyboard.press('Tab');
  await page.waitForTimeout(2000);
});
await browser.close();
await server.close();

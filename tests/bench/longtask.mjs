/* global document, PerformanceObserver, performance, setInterval -- these parts run in the page */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { launch } from '../../scripts/browser.mjs';
import { build, inRoot, option } from '../../scripts/lib.mjs';
import { serve } from '../../scripts/serve.mjs';
import { excelBundle } from '../e2e/excel-bundle.mjs';
import { settled } from '../e2e/kit.mjs';

/**
 * `npm run bench:longtask`: how long the page stands still at most while a workbook of 3,000 项 (--items) is opened, checked,
 * written and supplied – what Chromium itself calls long tasks, of 50 ms and more, by what the page said that it was doing.
 * First in 离线工作台, then in the pane under Microsoft's client, where the tasks of the Excel that is played do not count.
 * `--slow 2`: on a processor that Chromium makes so many times slower.
 */
const items = option('--items') ?? '3000';
const slow = Number(option('--slow') ?? 1);
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
  // The times of long tasks are whole milliseconds: what overlaps is counted, not what lies within.
  const ofExcel = ({ startTime, duration }) =>
    (globalThis.excelBusy ?? []).some(({ start, end }) => Math.min(end, startTime + duration) - Math.max(start, startTime) > duration / 2);
  new PerformanceObserver((list) => {
    for (const task of list.getEntries())
      if (!ofExcel(task)) globalThis.long.push({ at: task.startTime, ms: task.duration, said, next: says() });
  }).observe({ type: 'longtask', buffered: true });
};

const server = await serve({ port: 3400, tries: 200 });
const browser = await launch();

async function pageOf(viewport, ...scripts) {
  const page = await (await browser.newContext({ viewport, locale: 'zh-CN' })).newPage();
  page.setDefaultTimeout(240_000);
  for (const content of scripts) await page.addInitScript({ content });
  await page.addInitScript(watch);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slow });
  return page;
}

async function during(page, what, work) {
  const from = await page.evaluate(() => {
    globalThis.long?.splice(0);
    return performance.now();
  });
  const start = Date.now();
  const begun = (await work()) ?? from;
  await settled(page);
  await page.waitForTimeout(300);
  const long = (await page.evaluate(() => globalThis.long)).filter(({ at }) => at >= begun);
  const worst = Math.max(0, ...long.map(({ ms }) => ms));
  console.log(
    `${what}：${((Date.now() - start) / 1000).toFixed(1)} 秒，长任务 ${long.length} 个，最长 ${worst === 0 ? '不到 50' : worst.toFixed(0)} 毫秒`,
  );
  for (const { ms, said, next } of long.sort((a, b) => b.ms - a.ms).slice(0, 8))
    console.log(`  ${ms.toFixed(0).padStart(5)} 毫秒  ${said === next ? said : `${said} → ${next}`}`);
}

async function writeAndFill(page) {
  await during(page, '生成说明', async () => {
    await page.getByRole('button', { name: /^(重新)?生成说明/ }).click();
    await page.getByText('已生成').first().waitFor();
  });
  await during(page, '填一处', async () => {
    await page.keyboard.press('F8');
    await page.keyboard.type('人员和业务变动');
    await page.keyboard.press('Tab');
    await page.waitForTimeout(2000);
  });
}

const checked = (page) =>
  page
    .getByText(/^已核对/)
    .first()
    .waitFor();

console.log('离线工作台');
const workbench = await pageOf({ width: 1360, height: 860 });
await workbench.goto(`${server.url}/workbench.html`);
await workbench.waitForTimeout(1000);
await during(workbench, '打开并核对', async () => {
  const chooser = workbench.waitForEvent('filechooser');
  await workbench.getByRole('button', { name: '打开决算报表…' }).click();
  await (await chooser).setFiles(file);
  await checked(workbench);
});
await writeAndFill(workbench);
await workbench.context().close();

console.log('Excel 面板');
const opened = `globalThis.excelFile = ${JSON.stringify({ file: `${items}.xlsx`, base64: readFileSync(file).toString('base64') })};`;
const pane = await pageOf({ width: 350, height: 800 }, opened, await excelBundle());
await during(pane, '打开并核对', async () => {
  await pane.goto(`${server.url}/taskpane.html`);
  await checked(pane);
  // The page makes its Excel first, which is not the pane's work: that ends where Excel is asked for the first time.
  return pane.evaluate(() => globalThis.excelBusy[0].start);
});
await writeAndFill(pane);
await browser.close();
await server.close();

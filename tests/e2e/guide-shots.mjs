import { mkdirSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { launch } from '../../scripts/browser.mjs';
import { inRoot } from '../../scripts/lib.mjs';
import { serve } from '../../scripts/serve.mjs';
import { excelBundle, mute } from './excel-bundle.mjs';
import { openSample, settled } from './kit.mjs';

/** `npm run shots:guide`: the pictures of deploy/README.md and README.md, from the pane as Excel would show it. dist/ must be built. */
const out = inRoot('deploy/pictures');
mkdirSync(out, { recursive: true });
const pane = { viewport: { width: 350, height: 620 } };
const fromDisk = pathToFileURL(inRoot('dist/workbench.html')).href;
const oldExcel = 'Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko';

const pictures = {
  'pane-checked': [
    pane,
    async (page, url) => {
      await page.addInitScript(await excelBundle());
      await page.goto(`${url}/taskpane.html?action=check`);
      await page.getByRole('button', { name: '清除标记' }).waitFor();
      await settled(page);
    },
  ],
  'pane-self-check': [
    pane,
    async (page, url) => {
      await page.addInitScript(await excelBundle());
      await page.goto(`${url}/taskpane.html`);
      await settled(page);
      await page.getByRole('button', { name: '环境自检' }).click();
      await page.getByRole('button', { name: '保存到本机' }).waitFor();
    },
  ],
  'pane-silent': [
    { viewport: { width: 350, height: 260 } },
    async (page, url) => {
      await page.addInitScript(mute);
      await page.goto(`${url}/taskpane.html`);
      await page.getByRole('heading', { name: 'Excel 没有应答' }).waitFor({ timeout: 40_000 });
    },
  ],
  'pane-old-excel': [
    { viewport: { width: 350, height: 260 }, userAgent: oldExcel },
    async (page, url) => {
      await page.goto(`${url}/taskpane.html`);
      await page.getByText('请改用离线工作台').waitFor();
    },
  ],
  workbench: [{ viewport: { width: 1100, height: 640 } }, (page) => openSample(page, fromDisk)],
  '../../assets/screenshot-workbench': [
    { viewport: { width: 1360, height: 980 } },
    async (page) => {
      await openSample(page, fromDisk);
      await page.getByRole('button', { name: /^定位/ }).first().click();
      await page.getByRole('button', { name: /^生成说明/ }).click();
      await page.getByText('已生成“情况说明”').waitFor();
      await settled(page);
    },
  ],
};

const browser = await launch();
const server = await serve({ port: 3300, tries: 200 });
try {
  for (const [name, [options, reach]] of Object.entries(pictures)) {
    const page = await (await browser.newContext({ ...options, locale: 'zh-CN' })).newPage();
    await reach(page, server.url);
    await page.waitForTimeout(400);
    await page.screenshot({ path: `${out}/${name}.png` });
    console.log(`${name}.png ${Math.ceil(statSync(`${out}/${name}.png`).size / 1024)} KB`);
    await page.context().close();
  }
} finally {
  await browser.close();
  await server.close();
}

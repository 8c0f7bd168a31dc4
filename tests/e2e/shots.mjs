/* global document -- these parts run in the page */
import { mkdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { launch } from '../../scripts/browser.mjs';
import { inRoot } from '../../scripts/lib.mjs';
import { serve } from '../../scripts/serve.mjs';
import { excelBundle } from './excel-bundle.mjs';
import { openSample, settled } from './kit.mjs';

/** `npm run shots`: the states of page and pane in light, dark, forced colours, 320 px and at 200 %, into reports/shots/. dist/ must be built. */
const out = inRoot('reports/shots');
mkdirSync(out, { recursive: true });
const wide = { width: 1360, height: 860 };
const modes = {
  light: { viewport: wide },
  dark: { viewport: wide, colorScheme: 'dark' },
  forced: { viewport: wide, forcedColors: 'active' },
  320: { viewport: { width: 320, height: 720 } },
  // A page at 200 % has half as many pixels of its own.
  zoomed: { viewport: { width: 680, height: 430 }, deviceScaleFactor: 2 },
};
const page1 = pathToFileURL(inRoot('dist/workbench.html')).href;
const press = (page, name) => page.getByRole('button', { name }).first().click();

/** Each goes on from the one before. */
const states = {
  start: (page) => page.goto(page1),
  sample: (page) => openSample(page, page1),
  details: (page) => press(page, /^相关 \d+ 处|^算式/),
  aside: (page) => press(page, /^已核实…/),
  text: (page) => page.locator('#narrative').scrollIntoViewIfNeeded(),
  generated: async (page) => {
    await press(page, /^(重新)?生成说明/);
    await page.getByText('已生成“情况说明”').waitFor();
  },
  menu: async (page) => {
    await press(page, /^更多/);
    await page.getByRole('menuitem').first().waitFor();
  },
  question: async (page) => {
    await page.getByRole('menuitem', { name: '保存 Word 文档 .docx' }).click();
    await page.getByText(/离可公开还差：不平/).waitFor();
  },
  many: async (page) => {
    await press(page, /^先去处理/);
    await page.getByRole('tab', { name: '多单位' }).click();
    await page.getByRole('heading', { name: '多单位' }).waitFor();
  },
};
const excelStates = {
  'excel-sample': (page) => settled(page),
  'excel-generated': states.generated,
  'excel-offer': async (page) => {
    await press(page, /^更多/);
    await page.getByRole('menuitem', { name: '保存文本 .txt' }).click();
    await page.getByRole('button', { name: '保存到本机' }).waitFor();
  },
};

const browser = await launch();
const server = await serve({ port: 3300, tries: 200 });
const axe = readFileSync(inRoot('node_modules/axe-core/axe.min.js'), 'utf8');
let faults = 0;
const shoot = async (page, name) => {
  await page.waitForTimeout(350);
  await page.screenshot({ path: `${out}/${name}.png` });
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  for (const { id, impact, nodes } of violations) {
    faults++;
    console.log(
      `${name}: ${impact} ${id}: ${nodes
        .slice(0, 2)
        .map(({ html }) => html.slice(0, 140))
        .join(' | ')}`,
    );
  }
};
for (const [mode, options] of Object.entries(modes)) {
  for (const [prefix, all] of [
    ['', states],
    ['', excelStates],
  ]) {
    const viewport =
      all === excelStates ? { width: mode === '320' ? 320 : mode === 'zoomed' ? 175 * 2 : 350, height: 800 } : options.viewport;
    const page = await (await browser.newContext({ ...options, viewport, acceptDownloads: true, locale: 'zh-CN' })).newPage();
    page.setDefaultTimeout(15_000);
    if (all === excelStates) {
      await page.addInitScript(await excelBundle());
      await page.goto(`${server.url}/taskpane.html`);
    }
    for (const [name, reach] of Object.entries(all)) {
      try {
        await reach(page);
        await shoot(page, `${prefix}${name}-${mode}`);
      } catch (error) {
        faults++;
        console.log(`${name}-${mode}: ${error.message.split('\n')[0]}`);
        await page.screenshot({ path: `${out}/${name}-${mode}-failed.png` });
        break;
      }
    }
    await page.context().close();
  }
}
await browser.close();
await server.close();
console.log(faults === 0 ? 'axe: nothing found' : `${faults} findings`);
process.exitCode = faults > 0 ? 1 : 0;

/* global document -- these parts run in the page */
import { mkdirSync } from 'node:fs';
import { launch } from '../../scripts/browser.mjs';
import { inRoot } from '../../scripts/lib.mjs';
import { serve } from '../../scripts/serve.mjs';
import { excelBundle } from './excel-bundle.mjs';
import { axeFindings } from './kit.mjs';
import { paneScenes } from './shot-pane-scenes.mjs';
import { benchScenes } from './shot-scenes.mjs';

/**
 * `npm run shots`: the states of page and pane in light, dark, forced colours, 320 px and at 200 %, into reports/shots/; what
 * axe finds is told. `--mode=dark,320` and `--scene=proof,many` take some of them. dist/ must be built.
 */
const out = inRoot('reports/shots');
mkdirSync(out, { recursive: true });
const wide = { width: 1360, height: 860 };
const modes = {
  light: { bench: wide, pane: { width: 350, height: 800 } },
  dark: { bench: wide, pane: { width: 350, height: 800 }, colorScheme: 'dark' },
  forced: { bench: wide, pane: { width: 350, height: 800 }, forcedColors: 'active' },
  320: { bench: { width: 320, height: 720 }, pane: { width: 320, height: 720 } },
  // A page at 200 % has half as many pixels of its own; a pane is not made narrower than 320.
  zoomed: { bench: { width: 680, height: 430 }, pane: { width: 320, height: 400 }, deviceScaleFactor: 2 },
};
const asked = (name) =>
  process.argv
    .find((arg) => arg.startsWith(`--${name}=`))
    ?.slice(name.length + 3)
    .split(',');
const wanted = (name, key) => asked(name)?.includes(key) ?? true;

const browser = await launch();
const server = await serve({ port: 3300, tries: 200 });
let faults = 0;
const fault = (words) => {
  faults++;
  console.log(words);
};

/** Pictures stand still: what moves has arrived, fonts are there. */
const stillness = () =>
  Promise.all([
    document.fonts.ready,
    ...document
      .getAnimations()
      .map((one) => (one.effect?.getComputedTiming().iterations === Infinity ? undefined : one.finished.catch(() => undefined))),
  ]);

async function shoot(page, name) {
  await page.evaluate(stillness);
  await page.screenshot({ path: `${out}/${name}.png` });
  for (const found of await axeFindings(page)) fault(`${name}: ${found}`);
}

async function play(scene, mode, options, before) {
  const context = await browser.newContext({ ...options, acceptDownloads: true, locale: 'zh-CN' });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await before?.(page);
  for (const [name, reach] of scene) {
    try {
      await reach(page);
      await shoot(page, `${name}-${mode}`);
    } catch (error) {
      fault(`${name}-${mode}: ${error.message.split('\n')[0]}`);
      await page.screenshot({ path: `${out}/${name}-${mode}-failed.png` });
      break;
    }
  }
  await context.close();
}

const inExcel = async (page) => {
  await page.addInitScript(await excelBundle());
  await page.goto(`${server.url}/taskpane.html`);
};
for (const [mode, { bench, pane, ...options }] of Object.entries(modes)) {
  if (!wanted('mode', mode)) continue;
  for (const [name, scene] of Object.entries(benchScenes))
    if (wanted('scene', name)) await play(scene, mode, { ...options, viewport: bench });
  for (const [name, scene] of Object.entries(paneScenes))
    if (wanted('scene', name)) await play(scene, mode, { ...options, viewport: pane }, inExcel);
}
await browser.close();
await server.close();
console.log(faults === 0 ? 'axe: nothing found' : `${faults} findings`);
process.exitCode = faults > 0 ? 1 : 0;

import { readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from './lib.mjs';
import { launch } from './browser.mjs';

/** Draws the PNG icons of the manifest from their SVG; run it after changing one. Small sizes have a drawing of their own. */
const drawings = [
  ['icon', [16], 'icon-small.svg'],
  ['icon', [32, 64, 80, 128], 'icon.svg'],
  ['write', [16], 'write-small.svg'],
  ['write', [32, 64, 80], 'write.svg'],
  ['check', [16], 'check-small.svg'],
  ['check', [32, 64, 80], 'check.svg'],
  ['clear', [16], 'clear-small.svg'],
  ['clear', [32, 64, 80], 'clear.svg'],
];

const browser = await launch();
const page = await browser.newPage();
for (const [name, sizes, file] of drawings) {
  const svg = readFileSync(inRoot('assets/icons', file), 'utf8');
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
    writeFileSync(inRoot('assets/icons', `${name}-${size}.png`), await page.screenshot({ omitBackground: true }));
  }
}
await browser.close();

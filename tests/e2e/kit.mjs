/* global document, DataTransfer, File, getComputedStyle, innerWidth -- these parts run in the page */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inRoot } from '../../scripts/lib.mjs';

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds, in one line each. Run through the debugger: the page's own policy allows no foreign script. */
export async function axeFindings(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    globalThis.axe.run(
      // Fluent's focus traps: they are hidden from readers, and a focus that reaches one is passed on at once.
      { exclude: ['[data-tabster-dummy]'] },
      {
        resultTypes: ['violations'],
        // With forced colours the browser paints the system's pairs; axe compares the ones that it does not paint.
        rules: { 'color-contrast': { enabled: !globalThis.matchMedia('(forced-colors: active)').matches } },
      },
    ),
  );
  const line = ({ id, impact, nodes }) =>
    `${impact} ${id}: ${nodes
      .slice(0, 3)
      .map(({ html }) => html.slice(0, 160))
      .join(' | ')}`;
  return violations.map(line);
}

/** Nothing at all that axe knows of, the small things included. */
export const assertAccessible = async (page) => assert.deepEqual(await axeFindings(page), []);

export async function assertFits(page) {
  const over = await page.evaluate(() => {
    const wide = [...document.querySelectorAll('main *')].filter((element) => {
      const style = getComputedStyle(element);
      return (
        style.overflowX !== 'auto' &&
        style.overflowX !== 'scroll' &&
        element.getBoundingClientRect().right > innerWidth + 1 &&
        element.getBoundingClientRect().width > 0
      );
    });
    return {
      document: document.documentElement.scrollWidth - innerWidth,
      wide: wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 140)),
    };
  });
  assert.ok(over.document <= 0, `the page is ${over.document} px too wide`);
  assert.deepEqual(over.wide, []);
}

/** Waits until the pane stands still: nothing under way, no edit waiting for its check, the button there. */
export const settled = (page) =>
  page
    .locator('#panel-report:not([data-work])')
    .getByRole('button', { name: /^(重新)?生成说明/ })
    .waitFor();

export async function openSample(page, url) {
  await page.goto(url);
  await page.getByRole('button', { name: '试用示例' }).click();
  await page.getByText('需要人工填写的都已填好').waitFor();
  await settled(page);
}

/** The file that an entry of the open menu saves. */
export const download = (page, name) => downloaded(page, () => page.getByRole('menuitem', { name }).click());
export async function downloaded(page, act) {
  const waiting = page.waitForEvent('download');
  // Where the act fails, its own error is the one to tell, and this one must not end the run.
  waiting.catch(() => undefined);
  await act();
  const file = await waiting;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

/** Puts files on the page as a drop does. */
export async function drop(page, files, onto = 'section[aria-label="工作簿"]') {
  const data = await page.evaluateHandle(
    (list) => {
      const transfer = new DataTransfer();
      for (const { name, bytes } of list) transfer.items.add(new File([Uint8Array.from(bytes)], name));
      return transfer;
    },
    files.map(({ name, bytes }) => ({ name, bytes: [...bytes] })),
  );
  await page.dispatchEvent(onto, 'drop', { dataTransfer: data });
}
export const sampleFile = (name) => ({ name, bytes: readFileSync(inRoot('assets/samples', name)) });

/** Names under which more than one visible button is known; a cell that is named twice is the same place both times. */
export const doubleNames = (page) =>
  page.evaluate(() => {
    const counts = new Map();
    for (const button of document.querySelectorAll('button, [role="tab"], [role="menuitem"]')) {
      if (button.offsetParent === null) continue;
      const name = button.getAttribute('aria-label') ?? button.textContent.trim();
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return [...counts].filter(([name, count]) => count > 1 && !/^(定位到 )?财决\S*表 [A-Z]+\d+$/.test(name)).map(([name]) => name);
  });

export { assert };

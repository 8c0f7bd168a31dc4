/* global document, getComputedStyle, innerWidth -- these parts run in the page */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** No violation that keeps somebody out. Run through the debugger: the page's own policy allows no foreign script. */
export async function assertAccessible(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  const grave = found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  assert.deepEqual(
    grave.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map(({ html }) => html.slice(0, 160))
          .join(' | ')}`,
    ),
    [],
  );
}

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

/** Waits until the pane stands still: nothing under way, the button there. */
export const settled = (page) => page.getByRole('button', { name: /^(重新)?生成说明/ }).waitFor();

export async function openSample(page, url) {
  await page.goto(url);
  await page.getByRole('button', { name: '试用示例' }).click();
  await page.getByText('需要人工填写的都已填好').waitFor();
  await settled(page);
}

export { assert };

/* global document -- these parts run in the page */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { unzipSync, strFromU8 } from 'fflate';
import { inRoot } from '../../scripts/lib.mjs';
import { assert, settled } from './kit.mjs';

const fromDisk = pathToFileURL(inRoot('dist/workbench.html')).href;

/** The name of what has the focus, as a reader says it. */
const focused = (page) =>
  page.evaluate(() => {
    const here = document.activeElement;
    return here === document.body ? '' : (here.getAttribute('aria-label') ?? here.textContent ?? '').trim();
  });

/** Presses a key until what has the focus is called so; tells how often. */
async function until(page, key, name, most = 40) {
  for (let stops = 1; stops <= most; stops++) {
    await page.keyboard.press(key);
    if (name.test(await focused(page))) return stops;
  }
  throw new Error(`${key}: ${name} was not reached; at last “${await focused(page)}”`);
}
const focusOn = (page, name) =>
  page.waitForFunction((source) => {
    const here = document.activeElement;
    return new RegExp(source).test(here.getAttribute('aria-label') ?? here.textContent ?? '');
  }, name.source);

/** From the page to the sample, read and checked. */
async function openByKeys(page) {
  await page.goto(fromDisk);
  await page.getByRole('button', { name: '试用示例' }).waitFor();
  const stops = await until(page, 'Tab', /^试用示例$/);
  await page.keyboard.press('Enter');
  await page.getByText('需要人工填写的都已填好').waitFor();
  await settled(page);
  return stops;
}

/** Does the focus show? The pixels around it with the focus and without. */
async function ringShows(page) {
  const box = await page.evaluate(() => {
    const here = document.activeElement;
    here.scrollIntoView({ block: 'nearest' });
    const { x, y, width, height } = here.getBoundingClientRect();
    return { x: Math.max(0, x - 4), y: Math.max(0, y - 4), width: width + 8, height: height + 8 };
  });
  const shot = async () => (await page.screenshot({ clip: box, animations: 'disabled' })).toString('base64');
  const on = await shot();
  await page.evaluate(() => {
    globalThis.was = document.activeElement;
    globalThis.was.blur();
  });
  const off = await shot();
  await page.evaluate(() => globalThis.was.focus());
  return on !== off;
}

export const keyboardTests = [
  [
    'keyboard: from the open page to the saved Word file in fewer than 25 stops',
    {},
    async ({ page }) => {
      let stops = await openByKeys(page);
      // Whoever opened it goes on from its top, not from the top of the page.
      await focusOn(page, /^青川示例区/);
      stops += await until(page, 'Tab', /^生成说明/);
      await page.keyboard.press('Enter');
      await page.getByText('已生成“情况说明”').waitFor();
      await settled(page);
      await focusOn(page, /生成说明/);
      stops += await until(page, 'Tab', /^更多/);
      await page.keyboard.press('Enter');
      await focusOn(page, /^保存 Word 文档/);
      await page.keyboard.press('Enter');
      await focusOn(page, /^先去处理/);
      stops += await until(page, 'Tab', /^仍然保存/);
      const waiting = page.waitForEvent('download');
      await page.keyboard.press('Enter');
      const word = readFileSync(await (await waiting).path());
      assert.match(strFromU8(unzipSync(word)['word/document.xml']), /收、支总计/);
      assert.ok(stops < 25, `${stops} stops`);
      await focusOn(page, /^更多/);
    },
  ],
  [
    'keyboard: Esc closes menu, question, choice of parts and reason, and the focus is where it was',
    {},
    async ({ page }) => {
      await openByKeys(page);
      const more = page.getByRole('button', { name: /^更多/ });
      const openMenu = async () => {
        await more.focus();
        await page.keyboard.press('Enter');
        await page.getByRole('menu').waitFor();
      };
      const escapes = async (what, back) => {
        await page.keyboard.press('Escape');
        await what.waitFor({ state: 'detached' });
        await focusOn(page, back);
      };
      await openMenu();
      await escapes(page.getByRole('menu'), /^更多/);

      await openMenu();
      await focusOn(page, /^保存 Word 文档/);
      await page.keyboard.press('Enter');
      await focusOn(page, /^先去处理/);
      await escapes(page.getByRole('alertdialog'), /^更多/);

      await openMenu();
      await until(page, 'ArrowDown', /^生成整本/);
      await page.keyboard.press('Enter');
      const parts = page.getByRole('group', { name: '生成整本' });
      await parts.getByRole('checkbox').first().waitFor();
      await page.waitForFunction(() => document.activeElement.type === 'checkbox');
      await escapes(parts, /^更多/);

      await page
        .getByRole('button', { name: /^已核实…/ })
        .first()
        .focus();
      await page.keyboard.press('Enter');
      await focusOn(page, /^已核实的理由$/);
      await escapes(page.getByRole('textbox', { name: '已核实的理由' }), /^已核实…/);

      await page.locator('[data-rewrite]').first().focus();
      await page.keyboard.press('Enter');
      await focusOn(page, /^改写本段$/);
      await escapes(page.getByRole('textbox', { name: '改写本段' }), /^改写本段：/);
    },
  ],
  [
    'keyboard: each list of tabs is one stop; arrows, Home and End go through it; F8 goes from one open thing to the next',
    {},
    async ({ page }) => {
      await openByKeys(page);
      for (const [list, first, second, last] of [
        ['任务', /^说明$/, /^校对$/, /^多单位$/],
        ['说明的各部分', /^一、/, /^二、/, /名词/],
      ]) {
        const tabs = page.getByRole('tablist', { name: list });
        assert.equal(await tabs.locator('[tabindex="0"]').count(), 1, list);
        await tabs.locator('[tabindex="0"]').focus();
        await page.keyboard.press('ArrowRight');
        await focusOn(page, second);
        await page.keyboard.press('End');
        await focusOn(page, last);
        await page.keyboard.press('ArrowRight');
        await focusOn(page, first);
        await page.keyboard.press('ArrowLeft');
        await focusOn(page, last);
        await page.keyboard.press('Home');
        await focusOn(page, first);
        assert.equal(await tabs.locator('[tabindex="0"]').count(), 1, list);
      }
      const selected = () => page.locator('[data-selected]').getAttribute('data-selected');
      await page.keyboard.press('F8');
      await page.locator('[data-selected]').waitFor();
      const cell = await selected();
      await page.keyboard.press('F8');
      await page.waitForFunction((old) => document.querySelector('[data-selected]')?.dataset.selected !== old, cell);
    },
  ],
  ...[
    ['light', {}],
    ['dark', { colorScheme: 'dark' }],
    ['forced colours', { forcedColors: 'active' }],
  ].map(([theme, options]) => [
    `keyboard: every stop shows that it has the focus, ${theme}`,
    options,
    async ({ page }) => {
      await openByKeys(page);
      const dull = [];
      for (let stop = 0; stop < 40; stop++) {
        await page.keyboard.press('Tab');
        const name = await focused(page);
        if (!(await ringShows(page))) dull.push(name);
        if (name.startsWith('更多')) break;
      }
      assert.deepEqual(dull, []);
      assert.match(await focused(page), /^更多/);
    },
  ]),
];

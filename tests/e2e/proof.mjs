/* global document -- these parts run in the page */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../../scripts/lib.mjs';
import { assert, assertAccessible, assertFits, doubleNames, openSample } from './kit.mjs';

const fromDisk = pathToFileURL(inRoot('dist/workbench.html')).href;

/** The sample's own text with its total spoiled, as a person may have typed it. */
export async function spoiledText(page) {
  await page.getByRole('button', { name: /^更多/ }).click();
  const waiting = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: '保存文本 .txt' }).click();
  const text = readFileSync(await (await waiting).path(), 'utf8');
  const total = /收、支总计均为([\d.]+)万元/.exec(text)[1];
  return { total, text: text.replace(`总计均为${total}`, `总计均为9${total}`) };
}

export async function choose(page, button, ...files) {
  const waiting = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button, exact: true }).click();
  await (await waiting).setFiles(files.map(([name, text]) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })));
}

const statuses = (page) =>
  page.evaluate(() => {
    const of = (status) => document.querySelectorAll(`[data-status="${status}"]`).length;
    return { confirmed: of('confirmed'), contradicted: of('contradicted') };
  });

export const proofTests = [
  [
    'workbench: 校对 of a text shows what is right and wrong, F8 leads to the words, a click to the cell, all by keyboard too',
    { colorScheme: 'dark' },
    async ({ page }) => {
      await openSample(page, fromDisk);
      const { text, total } = await spoiledText(page);
      await page.getByRole('tab', { name: '校对' }).click();
      await choose(page, '选择 Word 或文本文件', ['说明.txt', text]);
      await page.locator('[data-counts]').waitFor();
      const { confirmed, contradicted } = await statuses(page);
      assert.ok(confirmed > 50, `${confirmed} figures are right`);
      assert.equal(contradicted, 1);
      await page.keyboard.press('F8');
      const note = page.locator('[data-finding]');
      assert.match(await note.innerText(), new RegExp(`应为${total}万元`));
      await note.getByRole('button', { name: /^财决01表/ }).click();
      await page.locator('[data-selected]').waitFor();
      await page.getByRole('tab', { name: '校对' }).focus();
      const stop = page.locator('[data-stop][tabindex="0"]');
      await stop.focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await page.locator('[data-figure], [data-finding]').first().waitFor();
      await assertAccessible(page);
    },
  ],
  [
    'workbench: 校对 fits 320 px; several texts make a list; 数字锁定 proves or shows what changed',
    { viewport: { width: 320, height: 720 } },
    async ({ page }) => {
      await openSample(page, fromDisk);
      const { text } = await spoiledText(page);
      await page.getByRole('tab', { name: '校对' }).click();
      await choose(page, '选择 Word 或文本文件', ['甲.txt', text], ['乙.txt', text]);
      await page.locator('[data-text="乙.txt"]').getByText('已核对').waitFor();
      await assertFits(page);
      assert.deepEqual(await doubleNames(page), []);
      await page.getByRole('button', { name: '甲.txt', exact: true }).click();
      await page.keyboard.press('F8');
      await assertFits(page);
      await assertAccessible(page);
      await page.getByRole('button', { name: '数字锁定' }).click();
      await choose(page, '选择改前的文件…', ['前.txt', text]);
      await choose(page, '选择改后的文件…', [
        '后.txt',
        text.replace('均为', '都是').replace(/减少|增加/, (word) => (word === '减少' ? '增加' : '减少')),
      ]);
      await page.getByRole('button', { name: '比较' }).click();
      await page.getByText('1 处不同').waitFor();
      await assertFits(page);
      await assertAccessible(page);
    },
  ],
];

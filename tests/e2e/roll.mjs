import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync, strFromU8 } from 'fflate';
import { inRoot } from '../../scripts/lib.mjs';
import { assert, assertAccessible, assertFits, doubleNames, openSample } from './kit.mjs';

const fromDisk = pathToFileURL(inRoot('dist/workbench.html')).href;

/** Last year's 情况说明 of the sample with its 公开表, as the command line writes it. */
function lastYear() {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-e2e-'));
  try {
    execFileSync(
      process.execPath,
      [inRoot('dist/cli.js'), 'report', inRoot('assets/samples/sample-2023.xlsx'), '--tables', '--out', folder],
      {
        stdio: 'ignore',
      },
    );
  } catch {
    // Findings of the sample end it with 1; the files are there.
  }
  const bytes = readFileSync(join(folder, 'sample-2023-情况说明.docx'));
  rmSync(folder, { recursive: true });
  return { name: '去年的说明.docx', mimeType: 'application/octet-stream', buffer: bytes };
}

export async function rolled(page) {
  await openSample(page, fromDisk);
  await page.getByRole('tab', { name: '承上年' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '选择上年的情况说明' }).click();
  await (await chooser).setFiles(lastYear());
  await page.getByText('去年的说明.docx').waitFor();
  await page.getByRole('button', { name: '改成本年' }).click();
  await page.getByRole('button', { name: '保存改好的文档' }).waitFor();
}

async function saved(page) {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: '保存改好的文档' }).click();
  const file = await waiting;
  return { name: file.suggestedFilename(), xml: strFromU8(unzipSync(readFileSync(await file.path()))['word/document.xml']) };
}

export const rollTests = [
  [
    'workbench: 承上年 of last year’s Word file counts, leads to a cell, and saves it with tracked changes',
    {},
    async ({ page }) => {
      await rolled(page);
      const results = page.getByRole('region', { name: '改写结果' });
      assert.match(await results.getByRole('status').first().innerText(), /共 \d+ 个数，已更新 \d+，待核 \d+/);
      await results
        .getByRole('button', { name: /^逐处看/ })
        .first()
        .click();
      await results
        .getByRole('button', { name: /^定位到 财决01表/ })
        .first()
        .click();
      await page.locator('[data-selected]').waitFor();
      assert.deepEqual(await doubleNames(page), []);
      const { name, xml } = await saved(page);
      assert.equal(name, '去年的说明-承上年.docx');
      assert.match(xml, /<w:del [^>]*>.*?2023.*?<\/w:del>/);
      assert.match(xml, /<w:ins [^>]*>.*?2024.*?<\/w:ins>/);
      await assertAccessible(page);
      await assertFits(page);
    },
  ],
  [
    'workbench: 承上年 in the dark and at 320 px: a paragraph that is kept stays as last year’s, and its own profile is learned',
    { colorScheme: 'dark', viewport: { width: 320, height: 720 } },
    async ({ page }) => {
      await rolled(page);
      const card = page.locator('[data-roll]').filter({ hasText: '总计均为' }).first();
      await card.getByRole('button', { name: '整段保留上年' }).click();
      assert.equal(await card.locator('del').count(), 0);
      await page.getByText(/按您的选择保留上年 \d+ 处/).waitFor();
      await page.getByRole('button', { name: /学成本单位的口径/ }).click();
      await page.getByRole('button', { name: '学一学' }).click();
      await page.getByText(/没有学到 0 句/).waitFor();
      await assertAccessible(page);
      await assertFits(page);
    },
  ],
];

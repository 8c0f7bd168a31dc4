import { excelBundle } from './excel-bundle.mjs';
import { assert, assertAccessible, assertFits, settled } from './kit.mjs';

const narrow = { viewport: { width: 340, height: 800 } };
let bundle;

/** The pane under the unmodified office.js, in a window that plays Excel. */
async function inExcel(page, url) {
  bundle ??= await excelBundle();
  await page.addInitScript(bundle);
  await page.goto(url);
}
const sheetNames = (page) => page.evaluate(() => globalThis.excelHost.book.sheets.map(({ name }) => name));

export const taskpaneTests = [
  [
    'pane: boots under the unmodified office.js, leaves the workbook alone, and 生成说明 writes the four sheets',
    narrow,
    async ({ page, base }) => {
      await inExcel(page, `${base}/taskpane.html`);
      await settled(page);
      assert.match(await page.locator('section[aria-labelledby="checks"]').innerText(), /不平 \d+/);
      const before = await sheetNames(page);
      assert.ok(!before.includes('情况说明'), 'reading and checking write nothing');
      assert.equal(await page.evaluate(() => globalThis.excelHost.book.sheets.reduce((sum, sheet) => sum + sheet.conditions.length, 0)), 0);
      await page.getByRole('button', { name: /^生成说明/ }).click();
      await page.getByText('已生成“情况说明”').waitFor();
      assert.deepEqual((await sheetNames(page)).slice(before.length).sort(), ['情况说明', '数据溯源', '核对结果', '补充信息'].sort());
      await assertFits(page);
      await assertAccessible(page);
    },
  ],
  [
    'pane: after an edit the check runs again by itself, stale sentences are shown old and new, and accepting rewrites the sheet',
    narrow,
    async ({ page, base }) => {
      await inExcel(page, `${base}/taskpane.html`);
      await settled(page);
      await page.getByRole('button', { name: /^生成说明/ }).click();
      await page.getByText('已生成“情况说明”').waitFor();
      await settled(page);
      await page.waitForTimeout(1000);
      // 本年收入合计 of 财决01: the sentence of section 二 prints it.
      await page.evaluate(() => {
        const { book } = globalThis.excelHost;
        const z01 = book.sheets.find(({ name }) => /^Z01(?!_)/.test(name));
        globalThis.excelHost.type(z01.name, 'E33', z01.get('E33').value + 50000);
      });
      await page.getByText(/\d+ 段待更新/).waitFor();
      const stale = page.locator('[data-section]', { hasText: '二' }).first();
      await stale.click();
      const fresh = await page.locator('[data-stale] ins').first().innerText();
      await page.getByRole('button', { name: '全部接受' }).click();
      await page.getByText(/\d+ 段待更新/).waitFor({ state: 'detached' });
      const texts = await page.evaluate(() =>
        [...globalThis.excelHost.book.sheets.find(({ name }) => name === '情况说明').cells.values()].map(({ value }) => String(value)),
      );
      assert.ok(
        texts.some((text) => text.includes(fresh)),
        `the sheet says ${fresh} now`,
      );
    },
  ],
  [
    'pane: marks go on when asked and come off whole',
    narrow,
    async ({ page, base }) => {
      const conditions = () =>
        page.evaluate(() =>
          globalThis.excelHost.book.sheets
            .filter(({ name }) => /^[ZF]\d/.test(name))
            .reduce((sum, sheet) => sum + sheet.conditions.length, 0),
        );
      await inExcel(page, `${base}/taskpane.html`);
      await settled(page);
      await page.getByRole('button', { name: /^生成说明/ }).click();
      await page.getByText('已生成“情况说明”').waitFor();
      assert.ok((await conditions()) > 0);
      await page.getByRole('button', { name: /^更多/ }).click();
      await page.getByRole('menuitem', { name: '清除表中的标记' }).click();
      await page.getByText('标记已全部清除').waitFor();
      assert.equal(await conditions(), 0);
    },
  ],
  [
    'pane: the ribbon button 生成说明 writes at once',
    narrow,
    async ({ page, base }) => {
      await inExcel(page, `${base}/taskpane.html?action=generate`);
      await page.getByText('已生成“情况说明”').waitFor();
      assert.ok((await sheetNames(page)).includes('情况说明'));
    },
  ],
  [
    'pane: 定位 selects the cell in Excel',
    narrow,
    async ({ page, base }) => {
      await inExcel(page, `${base}/taskpane.html`);
      await settled(page);
      await page.getByRole('button', { name: /^定位/ }).first().click();
      await page.waitForFunction(() => globalThis.excelHost.book.selection !== undefined);
    },
  ],
  [
    'pane: in a plain browser it says that Excel is missing and names the 离线工作台',
    narrow,
    async ({ page, base, faults }) => {
      await page.goto(`${base}/taskpane.html`);
      await page.getByRole('heading', { name: '没有连上 Excel' }).waitFor();
      await page.waitForTimeout(1500);
      // Without a host office.js tries to report to Microsoft; the policy of the page stops it.
      assert.deepEqual(
        faults.filter((fault) => !/Content Security Policy|telemetryservice/.test(fault)),
        [],
      );
      faults.length = 0;
    },
  ],
  [
    'pane: Excel 2016 and 2019 get a notice in old JavaScript, and nothing else runs',
    { ...narrow, userAgent: 'Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko' },
    async ({ page, base, faults }) => {
      await page.goto(`${base}/taskpane.html`);
      await page.getByText('请改用离线工作台').waitFor();
      assert.equal(await page.getByRole('button').count(), 0);
      faults.length = 0;
    },
  ],
  [
    'pane: when office.js cannot be loaded it says so',
    narrow,
    async ({ page, base, faults }) => {
      await page.route('**/office.js', (route) => route.abort());
      await page.goto(`${base}/taskpane.html`);
      await page.getByText('没有连上 Excel').waitFor();
      faults.length = 0;
    },
  ],
];

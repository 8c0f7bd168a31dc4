/* global document -- these parts run in the page */
import { createServer } from 'node:http';
import { excelBundle, mute } from './excel-bundle.mjs';
import { assert, assertAccessible, assertFits, doubleNames, settled } from './kit.mjs';

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
      assert.deepEqual(await doubleNames(page), []);
      assert.equal(await page.evaluate(() => globalThis.excelHost.book.sheets.reduce((sum, sheet) => sum + sheet.conditions.length, 0)), 0);
      await page.getByRole('button', { name: /^生成说明/ }).click();
      await page.getByText('已生成“情况说明”').waitFor();
      await settled(page);
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
      await settled(page);
      // The marks follow the report; the menu is there again when they are on.
      await page.getByRole('button', { name: /^更多/ }).click();
      assert.ok((await conditions()) > 0);
      await page.getByRole('menuitem', { name: '清除表中的标记' }).click();
      await page.getByText('标记已全部清除').waitFor();
      await settled(page);
      assert.equal(await conditions(), 0);
    },
  ],
  [
    'pane: the ribbon button 生成说明 writes at once',
    narrow,
    async ({ page, base }) => {
      await inExcel(page, `${base}/taskpane.html?action=generate`);
      await page.getByText('已生成“情况说明”').waitFor();
      await settled(page);
      assert.ok((await sheetNames(page)).includes('情况说明'));
    },
  ],
  [
    'pane: the ribbon button 核对并标出 marks before anything is written, and 清除标记 takes everything off again',
    narrow,
    async ({ page, base }) => {
      const left = () =>
        page.evaluate(() => {
          const { sheets } = globalThis.excelHost.book;
          return {
            sheets: sheets.length,
            formats: sheets.flatMap((one) => one.conditions).length,
            messages: sheets.flatMap((one) => one.validations).length,
          };
        });
      await inExcel(page, `${base}/taskpane.html?action=check`);
      await page.getByRole('button', { name: '清除标记' }).waitFor();
      await settled(page);
      const marked = await left();
      assert.ok(marked.formats > 0 && marked.messages > 0, 'colours and messages are there');
      const message = await page.evaluate(
        () => globalThis.excelHost.book.sheets.flatMap((one) => one.validations).map(({ look }) => look.prompt)[0],
      );
      assert.match(message.title, /^决算说明助手·(不平|提示|舍入差)$/);
      assert.match(message.message, /\d/);
      await page.getByRole('button', { name: '清除标记' }).click();
      await page.getByText('标记已全部清除').waitFor();
      await settled(page);
      assert.deepEqual(await left(), { sheets: marked.sheets, formats: 0, messages: 0 });
    },
  ],
  [
    'pane: 看当前单元格 asks Excel where the user is',
    narrow,
    async ({ page, base }) => {
      await inExcel(page, `${base}/taskpane.html`);
      await settled(page);
      await page.evaluate(() => {
        const { book } = globalThis.excelHost;
        const z01 = book.sheets.findIndex(({ name }) => /^Z01(?!_)/.test(name));
        book.active = z01;
        book.selection = { sheet: book.sheets[z01], area: { row: 32, column: 4, rows: 1, columns: 1 } };
      });
      await page.getByRole('button', { name: '看当前单元格' }).click();
      await page.locator('[data-uses]').waitFor();
    },
  ],
  [
    'pane: when Excel never answers, the page is loaded anew twice, then it says so, with a way to try again and one out',
    { ...narrow, slow: true },
    async ({ page, base }) => {
      let loads = 0;
      page.on('load', () => loads++);
      await page.addInitScript(mute);
      await page.goto(`${base}/taskpane.html`);
      await page.getByRole('heading', { name: 'Excel 没有应答' }).waitFor({ timeout: 40_000 });
      assert.equal(loads, 3);
      assert.equal(await page.getByRole('link', { name: '打开离线工作台' }).count(), 1);
      await page.getByRole('button', { name: '重试' }).click();
      await page.waitForFunction(() => document.querySelector('h1') === null);
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
    'pane: while the user is typing in a cell it waits, says so when asked to write, and goes on afterwards',
    narrow,
    async ({ page, base }) => {
      await inExcel(page, `${base}/taskpane.html`);
      await settled(page);
      const typing = (on) => page.evaluate((editing) => (globalThis.excelHost.editing = editing), on);
      await typing(true);
      await page.getByRole('button', { name: /^生成说明/ }).click();
      await page.getByText(/正在编辑单元格。请先按回车/).waitFor();
      assert.ok(!(await sheetNames(page)).includes('情况说明'), 'nothing was written');
      await page.getByRole('button', { name: '知道了' }).click();
      await typing(false);
      const before = await page.locator('section[aria-labelledby="checks"]').innerText();
      await page.evaluate(() => {
        const { book } = globalThis.excelHost;
        const z01 = book.sheets.find(({ name }) => /^Z01(?!_)/.test(name));
        globalThis.excelHost.type(z01.name, 'E33', z01.get('E33').value + 50000);
        globalThis.excelHost.editing = true;
      });
      // One cell is left, the next is typed into: Excel answers nothing yet. That is no failure, and the change is not lost.
      await page.waitForTimeout(2500);
      assert.equal(await page.getByText('正在编辑单元格').count(), 0);
      await typing(false);
      await page.waitForFunction((old) => document.querySelector('section[aria-labelledby="checks"]').innerText !== old, before);
      await settled(page);
    },
  ],
  [
    'pane: a protected sheet is left alone and named, the others are marked, and the report is written',
    narrow,
    async ({ page, base }) => {
      await inExcel(page, `${base}/taskpane.html`);
      await settled(page);
      const conditions = () =>
        page.evaluate(() =>
          globalThis.excelHost.book.sheets.filter(({ name }) => /^[ZF]\d/.test(name)).map(({ name, conditions: of }) => [name, of.length]),
        );
      await page.getByRole('button', { name: /^生成说明/ }).click();
      await page.getByText('已生成“情况说明”').waitFor();
      await settled(page);
      const marked = (await conditions()).filter(([, count]) => count > 0).map(([name]) => name);
      assert.ok(marked.length > 1, 'more than one sheet has marks');
      await page.getByRole('button', { name: /^更多/ }).click();
      await page.getByRole('menuitem', { name: '清除表中的标记' }).click();
      await page.getByText('标记已全部清除').waitFor();
      await settled(page);
      await page.evaluate((name) => {
        const sheet = globalThis.excelHost.book.sheets.find((one) => one.name === name);
        sheet.protection.on = true;
      }, marked[0]);
      await page.getByRole('button', { name: /^更多/ }).click();
      await page.getByRole('menuitem', { name: '在表中标出问题' }).click();
      await page.getByText(`没有标全：“${marked[0]}”，工作表受保护`).waitFor();
      assert.deepEqual(
        (await conditions()).filter(([, count]) => count > 0).map(([name]) => name),
        marked.slice(1),
      );
      await assertFits(page);
    },
  ],
  [
    'pane: in a plain browser it says that Excel is missing and names the 离线工作台, and nothing leaves the machine',
    narrow,
    async ({ page, base }) => {
      // All that is not this server goes through a proxy of ours that lets nothing out and writes down what was asked.
      const asked = [];
      const proxy = createServer((request, response) => {
        asked.push(request.url);
        response.writeHead(502).end();
      });
      proxy.on('connect', (request, socket) => {
        asked.push(request.url);
        socket.destroy();
      });
      await new Promise((resolve) => proxy.listen(0, '127.0.0.1', resolve));
      const server = `http://127.0.0.1:${proxy.address().port}`;
      const context = await page
        .context()
        .browser()
        .newContext({ ...narrow, proxy: { server, bypass: 'localhost' } });
      try {
        const watched = await context.newPage();
        await watched.addInitScript(() => {
          globalThis.refused = [];
          document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
            globalThis.refused.push(`${effectiveDirective} ${new URL(blockedURI).hostname}`),
          );
        });
        await watched.goto(`${base}/taskpane.html`);
        await watched.getByRole('heading', { name: '没有连上 Excel' }).waitFor();
        await watched.waitForTimeout(6000);
        assert.deepEqual(asked, [], 'no request has left the page');
        // Nor has the page's policy had to stop anything: office.js without a host did not even try.
        assert.deepEqual(await watched.evaluate(() => globalThis.refused), []);
        // The trap does catch: a page without that policy gets as far as the proxy.
        await watched.goto('about:blank');
        await watched.evaluate(() => fetch('http://anywhere.example/').catch(() => undefined));
        assert.deepEqual(asked, ['http://anywhere.example/']);
      } finally {
        await context.close();
        proxy.close();
      }
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

/* global document -- these parts run in the page */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { unzipSync, strFromU8 } from 'fflate';
import { inRoot } from '../../scripts/lib.mjs';
import { assert, assertAccessible, assertFits, doubleNames, download, downloaded, drop, openSample, sampleFile, settled } from './kit.mjs';

const page320 = { viewport: { width: 320, height: 720 } };
const fromServer = (base) => `${base}/workbench.html`;
const fromDisk = pathToFileURL(inRoot('dist/workbench.html')).href;

const cards = (page) => page.locator('[data-group]');

export const workbenchTests = [
  [
    'workbench: in a low window, as at 200 %, every entry of the menu can be reached',
    { viewport: { width: 680, height: 300 } },
    async ({ page, base }) => {
      await openSample(page, fromServer(base));
      await page.getByRole('button', { name: /^更多/ }).click();
      const menu = page.getByRole('menu');
      await menu.waitFor();
      for (const end of ['first', 'last']) {
        const entry = page.getByRole('menuitem')[end]();
        await entry.scrollIntoViewIfNeeded();
        const { y, height } = await entry.boundingBox();
        assert.ok(y >= 0 && y + height <= 300, `the ${end} entry is in view`);
      }
    },
  ],
  [
    'workbench: no two buttons in view bear the same name',
    {},
    async ({ page, base }) => {
      await openSample(page, fromServer(base));
      assert.deepEqual(await doubleNames(page), []);
    },
  ],
  [
    'workbench: captions and names stay in view while a form is scrolled',
    { viewport: { width: 1360, height: 420 } },
    async ({ page, base }) => {
      await openSample(page, fromServer(base));
      await page.getByRole('tab', { name: /^Z03/ }).first().click();
      const grid = page.getByRole('grid');
      await grid.evaluate((box) => box.scrollTo(300, 260));
      await page.locator('[data-frozen="captions"]', { hasText: '栏次' }).waitFor();
      await page.locator('[data-frozen="names"]').waitFor();
      await grid.evaluate((box) => box.scrollTo(0, 0));
      await page.locator('[data-frozen]').first().waitFor({ state: 'detached' });
    },
  ],
  [
    'workbench: a second workbook asks before typed work goes; Esc keeps it',
    {},
    async ({ page, base }) => {
      await openSample(page, fromServer(base));
      await drop(page, [sampleFile('sample-2024.xlsx')]);
      const question = page.getByRole('alertdialog', { name: '还没有保存' });
      await question.waitFor();
      await page.keyboard.press('Escape');
      await question.waitFor({ state: 'detached' });
      assert.match(await page.locator('section[aria-label="工作簿"]').innerText(), /示例-2024年度部门决算/);
      await drop(page, [sampleFile('sample-2024.xlsx')]);
      await page.getByRole('button', { name: '不保存，直接打开' }).click();
      await page.getByText('sample-2024.xlsx', { exact: true }).first().waitFor();
      await settled(page);
    },
  ],
  [
    'workbench: 多单位 pairs a folder, opens one unit, and saves all texts as one zip',
    {},
    async ({ page, base }) => {
      await page.goto(fromServer(base));
      await page.getByRole('tab', { name: '多单位' }).click();
      await page.getByRole('heading', { name: '多单位' }).waitFor();
      await drop(page, [sampleFile('sample-2023.xlsx'), sampleFile('sample-2024-faults.xlsx')], '#panel-many > div');
      await page.locator('[data-unit]', { hasText: /2024年度 · 有上年 · 已读 \d+ 张 · 不平 \d+/ }).waitFor();
      await assertAccessible(page);
      assert.deepEqual(await doubleNames(page), []);
      const zip = await downloaded(page, () => page.getByRole('button', { name: /^保存全部说明/ }).click());
      assert.deepEqual(
        Object.keys(unzipSync(zip.bytes)).map((name) => name.replace(/^.*\./, '')),
        ['txt', 'docx', 'txt'],
      );
      await page.getByText(/^已保存“决算情况说明-各单位\.zip”/).waitFor();
      await page.getByRole('button', { name: /^打开 / }).click();
      await settled(page);
      await page.getByText('与“sample-2023.xlsx”比较').waitFor();
    },
  ],
  [
    'workbench: opened from disk by a double click, the sample is read, checked and its first finding shown in the sheet',
    {},
    async ({ page }) => {
      await openSample(page, fromDisk);
      assert.match(await page.locator('section[aria-labelledby="checks"]').innerText(), /已核对 [\d ]+ 处 · 平 [\d ]+ · 不平 \d+/);
      assert.ok((await cards(page).count()) >= 3);
      const first = cards(page).first();
      const address = /[A-Z]+\d+$/.exec((await first.locator('span').nth(0).innerText()).trim())[0];
      await first.getByRole('button', { name: /^定位/ }).click();
      await page.locator(`[data-selected="${address}"]`).waitFor();
      assert.equal(await page.locator(`[data-mark="${address}"]`).count(), 1, 'the cell is marked');
    },
  ],
  [
    'workbench: 生成说明 shows the sheet, a figure leads to its cell, and the copy saved holds the four sheets',
    {},
    async ({ page, base }) => {
      await openSample(page, fromServer(base));
      await page.getByRole('button', { name: /^生成说明/ }).click();
      await page.getByRole('tab', { name: '情况说明', exact: true, selected: true }).waitFor();
      const text = await page.locator('[aria-label="情况说明"]').innerText();
      assert.match(text, /2024年度收、支总计均为[\d.]+万元/);
      assert.doesNotMatch(text, /NaN|undefined|Infinity/);

      const figure = page.locator('[data-paragraph] [role="button"]').first();
      assert.match(await figure.getAttribute('title'), /财决01表 [A-Z]+\d+/);
      await figure.click();
      await page.locator('[data-selected]').waitFor();
      await page.locator('[data-sources]').waitFor();

      // And back: the cell that is selected now names the sentences that rest on it.
      const uses = page.locator('[data-uses]');
      assert.match(await uses.innerText(), /财决01表 [A-Z]+\d+ 用在 \d+ 段/);
      await uses.getByRole('button').first().click();
      assert.ok((await page.locator('[data-paragraph] [data-piece]').count()) > 0);

      // A growth rests on last year too, whose workbook is not open here: it is named by file, sheet and cell.
      const growth = page.locator('[data-paragraph="S01.1"] [data-piece="figure"]').nth(1);
      await growth.click();
      assert.match(
        await page.locator('[data-sources="S01.1"]').innerText(),
        /上年 财决01表 [A-Z]+\d+（示例-2023.*，工作表“.*”，单元格 [A-Z]+\d+）/,
      );

      await page.getByRole('button', { name: /^更多/ }).click();
      const { name, bytes } = await download(page, '保存工作簿 .xlsx');
      assert.equal(name, '示例-2024年度部门决算-情况说明.xlsx');
      const book = strFromU8(unzipSync(bytes)['xl/workbook.xml']);
      for (const sheet of ['情况说明', '数据溯源', '核对结果', '补充信息'])
        assert.ok(book.includes(`name="${sheet}"`), `${sheet} is in the copy`);
    },
  ],
  [
    'workbench: the Word file and the text can be saved after 生成说明',
    {},
    async ({ page, base }) => {
      await openSample(page, fromServer(base));
      await page.getByRole('button', { name: /^生成说明/ }).click();
      await page.getByText('已生成“情况说明”').waitFor();
      await settled(page);
      await page.getByRole('button', { name: /^更多/ }).click();
      // 不平 is left: what stands between the text and its publication is said once before Word is saved.
      await page.getByRole('menuitem', { name: '保存 Word 文档 .docx' }).click();
      await page.getByText(/离可公开还差：不平 \d+/).waitFor();
      const word = await downloaded(page, () => page.getByRole('button', { name: '仍然保存' }).click());
      assert.match(word.name, /2024年度决算情况说明\.docx$/);
      assert.match(strFromU8(unzipSync(word.bytes)['word/document.xml']), /收、支总计/);
      // The same from above the sheet: its menu lies over the sheet and the pane.
      await page.getByRole('button', { name: '保存', exact: true }).click();
      const text = await download(page, '保存文本 .txt');
      assert.match(text.bytes.toString('utf8'), /一、收入支出决算总体情况说明/);
    },
  ],
  [
    'workbench: this year and last year dropped together are told apart; what is missing is asked for and a blank leads to its field',
    {},
    async ({ page, base }) => {
      await page.goto(fromServer(base));
      await drop(page, [sampleFile('sample-2023.xlsx'), sampleFile('sample-2024.xlsx')]);
      await page.getByText('与“sample-2023.xlsx”比较').waitFor();
      await settled(page);
      assert.match(await page.locator('section[aria-labelledby="checks"]').innerText(), /未发现不平/);
      // The list of what is missing leads to the blank within its sentence; so does F8.
      await page.keyboard.press('F8');
      const field = page.locator('[data-paragraph] [data-blank="reasons.S01"] textarea');
      await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
      assert.equal(await field.evaluate((element) => element === document.activeElement), true);
      await field.fill('项目支出减少');
      await field.blur();
      await page.locator('[data-paragraph]', { hasText: '主要变动原因是项目支出减少' }).waitFor();
      // What is filled in is counted once 补充信息 is written.
      await page.getByRole('button', { name: /^已填 1 项/ }).waitFor();
    },
  ],
  [
    'workbench: a finding set aside with a reason leaves the list and can be taken back',
    {},
    async ({ page, base }) => {
      await openSample(page, fromServer(base));
      const before = await cards(page).count();
      await cards(page)
        .last()
        .getByRole('button', { name: /^已核实…/ })
        .click();
      await page.getByRole('textbox', { name: '已核实的理由' }).fill('已与财政局核对');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: /已核实 1/ }).waitFor();
      assert.equal(await cards(page).count(), before - 1);
      await page.getByRole('button', { name: /已核实 1/ }).click();
      await page.getByText('已核实：已与财政局核对').waitFor();
      await page.getByRole('button', { name: /^撤回已核实/ }).click();
      await page.waitForFunction((n) => document.querySelectorAll('[data-group]').length === n, before);
    },
  ],
  [
    'workbench: 全年预算数 pasted from a budget table fills every 项',
    {},
    async ({ page, base }) => {
      await page.goto(fromServer(base));
      await drop(page, [sampleFile('sample-2024.xlsx')]);
      await settled(page);
      const { itemBudgets } = JSON.parse(readFileSync(inRoot('assets/samples/sample-2024-supplement.json'), 'utf8'));
      await page.getByRole('button', { name: '粘贴或导入…' }).click();
      await page.getByRole('textbox', { name: '粘贴科目编码和全年预算数' }).fill(
        Object.entries(itemBudgets)
          .map((pair) => pair.join('\t'))
          .join('\n'),
      );
      await page.getByRole('button', { name: '填入' }).click();
      await page.getByText('与财决01-1表相等').waitFor();
    },
  ],
  [
    'workbench: a file that is no workbook is refused in words and nothing is lost',
    {},
    async ({ page, base }) => {
      await openSample(page, fromServer(base));
      await drop(page, [{ name: '损坏.xlsx', bytes: Buffer.from('not a workbook at all') }]);
      await page.getByText('损坏.xlsx').waitFor();
      await page.getByRole('button', { name: '知道了' }).click();
      assert.ok((await cards(page).count()) >= 3, 'the sample is still there');
    },
  ],
  [
    'workbench: an unrelated workbook says what is needed',
    {},
    async ({ page, base }) => {
      await page.goto(fromServer(base));
      const { utils, write } = await import('@e965/xlsx');
      const book = utils.book_new();
      utils.book_append_sheet(book, utils.aoa_to_sheet([['通讯录'], ['张三', '123']]), '通讯录');
      await drop(page, [{ name: '通讯录.xlsx', bytes: write(book, { type: 'buffer', bookType: 'xlsx' }) }]);
      await page.getByText('这个工作簿里没有可用的决算报表').waitFor();
    },
  ],
  [
    'workbench: 320 px wide it fits, every part of it, and the sheet is one button away',
    page320,
    async ({ page, base }) => {
      await openSample(page, fromServer(base));
      await assertFits(page);
      await cards(page)
        .first()
        .getByRole('button', { name: /相关|算式/ })
        .click();
      await page.getByRole('button', { name: '检查台账' }).click();
      await page.getByRole('button', { name: /已读 \d+ 张表/ }).click();
      await assertFits(page);
      await cards(page).first().getByRole('button', { name: /^定位/ }).click();
      await page.locator('[data-selected]').waitFor();
      await page.getByRole('button', { name: '核对和说明' }).click();
      await page.getByRole('button', { name: /^生成说明/ }).waitFor();
      await page.getByRole('button', { name: /^更多/ }).click();
      await page.getByRole('menuitem').first().waitFor();
      await assertFits(page);
      await assertAccessible(page);
    },
  ],
  ...['light', 'dark'].map((colorScheme) => [
    `workbench: nothing in it keeps anybody out, ${colorScheme}`,
    { colorScheme },
    async ({ page, base }) => {
      await page.goto(fromServer(base));
      await page.getByRole('button', { name: '试用示例' }).waitFor();
      await assertAccessible(page);
      await openSample(page, fromServer(base));
      await cards(page)
        .first()
        .getByRole('button', { name: /相关|算式/ })
        .click();
      await page.getByRole('button', { name: /已读 \d+ 张表/ }).click();
      await page.getByRole('button', { name: '检查台账' }).click();
      await page.getByRole('button', { name: /已填 \d+ 项/ }).click();
      await assertAccessible(page);
      await page.getByRole('button', { name: /^生成说明/ }).click();
      await page.getByRole('tab', { name: '情况说明', exact: true, selected: true }).waitFor();
      await assertAccessible(page);
      await page.getByRole('button', { name: /^更多/ }).click();
      await page.getByRole('menuitem').first().waitFor();
      await assertAccessible(page);
    },
  ]),
];

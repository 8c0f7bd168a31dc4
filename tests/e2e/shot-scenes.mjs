import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../../scripts/lib.mjs';
import { department } from './department.mjs';
import { drop, downloaded, openSample, sampleFile, settled } from './kit.mjs';
import { choose, spoiledText } from './proof.mjs';
import { rolled } from './roll.mjs';
import { generate, openMenu, press, tab } from './shot-steps.mjs';

const fromDisk = pathToFileURL(inRoot('dist/workbench.html')).href;
const supplement = 'sample-2024-supplement.json';
/** From here on no worker answers: what is under way stays so. */
const hold = (page) => page.evaluate(() => (globalThis.Worker.prototype.postMessage = () => undefined));
const toPane = (page) =>
  page
    .getByRole('button', { name: '核对和说明' })
    .click({ timeout: 500 })
    .catch(() => undefined);

let cached;
const units = () => (cached ??= department());

/** Without 财决01, which no section of the text can do without. */
async function lacking() {
  const { read, write } = await import('@e965/xlsx');
  const book = read(sampleFile('sample-2024.xlsx').bytes);
  const name = book.SheetNames.find((one) => /^Z01(?!_)/.test(one));
  delete book.Sheets[name];
  book.SheetNames.splice(book.SheetNames.indexOf(name), 1);
  return { name: '缺少一张表.xlsx', bytes: write(book, { type: 'buffer', bookType: 'xlsx' }) };
}
async function unrelated() {
  const { utils, write } = await import('@e965/xlsx');
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['通讯录'], ['张三', '123']]), '通讯录');
  return { name: '通讯录.xlsx', bytes: write(book, { type: 'buffer', bookType: 'xlsx' }) };
}
const start = (page) => page.goto(fromDisk);
const take = (...files) => [
  async (page) => {
    await start(page);
    await drop(page, files);
  },
];
const dropUnits = (page) => drop(page, units().units, '#panel-consolidate > div');

/** The scenes of the 离线工作台: states that go on one from the other, [name, how to reach it]. */
export const benchScenes = {
  report: [
    ['start', start],
    ['sample', (page) => openSample(page, fromDisk)],
    ['forms', (page) => press(page, /已读 \d+ 张表/)],
    ['details', async (page) => (await press(page, /已读 \d+ 张表/), await press(page, /^相关 \d+ 处|^算式/))],
    ['aside', (page) => press(page, /^已核实…/)],
    ['ledger', async (page) => (await page.keyboard.press('Escape'), await press(page, '检查台账'))],
    ['supply', async (page) => (await press(page, '检查台账'), await press(page, /已填 \d+ 项/))],
    [
      'text',
      async (page) => {
        await press(page, /已填 \d+ 项/);
        await page.locator('#narrative').scrollIntoViewIfNeeded();
      },
    ],
    ['generated', generate],
    [
      'figure',
      async (page) => {
        await page.locator('#narrative-text [data-piece="figure"]').first().click();
        await toPane(page);
      },
    ],
    ['rewrite', (page) => page.locator('[data-rewrite]').first().click()],
    ['menu', async (page) => (await page.keyboard.press('Escape'), await openMenu(page))],
    [
      'question',
      async (page) => {
        await page.getByRole('menuitem', { name: '保存 Word 文档 .docx' }).click();
        await page.getByText(/离可公开还差：不平/).waitFor();
      },
    ],
    [
      'parts',
      async (page) => (
        await press(page, /^先去处理/),
        await openMenu(page),
        await page.getByRole('menuitem', { name: /^生成整本/ }).click()
      ),
    ],
    [
      'saved',
      async (page) => {
        await press(page, '取消');
        await openMenu(page);
        await downloaded(page, () => page.getByRole('menuitem', { name: '保存文本 .txt' }).click());
        await page.getByText(/^已保存/).waitFor();
      },
    ],
    [
      'second-file',
      async (page) => {
        await drop(page, [sampleFile('sample-2024.xlsx')]);
        await page.getByRole('alertdialog', { name: '还没有保存' }).waitFor();
      },
    ],
  ],
  reading: [
    [
      'reading',
      async (page) => {
        await start(page);
        await hold(page);
        await drop(page, [sampleFile('sample-2024.xlsx')]);
        await page.getByRole('progressbar').first().waitFor();
      },
    ],
  ],
  open: [
    ['to-fill', async (page) => (await take(sampleFile('sample-2023.xlsx'), sampleFile('sample-2024.xlsx'))[0](page), await settled(page))],
    ['blank', (page) => page.keyboard.press('F8')],
    ['budgets', (page) => press(page, /粘贴或导入…/)],
  ],
  ready: [
    [
      'ready',
      async (page) => {
        await start(page);
        await drop(page, [
          sampleFile('sample-2023.xlsx'),
          sampleFile('sample-2024.xlsx'),
          { name: supplement, bytes: readFileSync(inRoot('assets/samples', supplement)) },
        ]);
        await page.getByText('可以公开了').waitFor();
      },
    ],
  ],
  faults: [
    [
      'unusable',
      async (page) => (await start(page), await drop(page, [await unrelated()]), await page.getByText('没有可用的决算报表').waitFor()),
    ],
    [
      'lacking',
      async (page) => (await start(page), await drop(page, [await lacking()]), await page.locator('[data-lacking]').first().waitFor()),
    ],
    [
      'damaged',
      async (page) => {
        await drop(page, [{ name: '损坏.xlsx', bytes: Buffer.from('not a workbook at all') }]);
        await page.getByRole('button', { name: '知道了' }).waitFor();
      },
    ],
  ],
  proof: [
    [
      'proof-empty',
      async (page) => (
        await openSample(page, fromDisk),
        await tab(page, '校对'),
        await page.getByRole('button', { name: '选择 Word 或文本文件' }).waitFor()
      ),
    ],
    [
      'proof-text',
      async (page) => {
        await tab(page, '说明');
        const { text } = await spoiledText(page);
        await tab(page, '校对');
        await choose(page, '选择 Word 或文本文件', ['说明.txt', text]);
        await page.locator('[data-counts]').waitFor();
      },
    ],
    ['proof-finding', async (page) => (await page.keyboard.press('F8'), await page.locator('[data-finding]').waitFor())],
    ['proof-list-of-findings', (page) => press(page, /^意见 \d+/)],
    ['proof-menu', openMenu],
    ['proof-files', async (page) => (await page.keyboard.press('Escape'), await press(page, /清单$/))],
    ['proof-lock', (page) => press(page, '数字锁定')],
    [
      'proof-locked',
      async (page) => {
        await choose(page, '选择改前的文件…', ['前.txt', '2024年度收入总计100万元，比上年增加20万元。']);
        await choose(page, '选择改后的文件…', ['后.txt', '2024年度收入总计101万元，较上年减少20万元。']);
        await press(page, '比较');
        await page.getByText(/处不同/).waitFor();
      },
    ],
  ],
  roll: [
    [
      'roll-empty',
      async (page) => (
        await openSample(page, fromDisk),
        await tab(page, '承上年'),
        await page.getByRole('button', { name: '选择上年的情况说明' }).waitFor()
      ),
    ],
    ['roll-result', rolled],
    ['roll-walk', (page) => press(page, /^逐处看/)],
  ],
  consolidate: [
    [
      'consolidate-empty',
      async (page) => {
        await start(page);
        await drop(page, [units().whole]);
        await settled(page);
        await tab(page, '汇总');
        await page.getByRole('button', { name: '选择各单位的报表' }).waitFor();
      },
    ],
    ['consolidate-units', async (page) => (await dropUnits(page), await page.getByText('已读取 3 份').waitFor())],
    [
      'consolidate-result',
      async (page) => (await press(page, '与各单位比较'), await page.getByRole('region', { name: '汇总核对结果' }).waitFor()),
    ],
    [
      'consolidate-reading',
      async (page) => {
        await press(page, '清空');
        await hold(page);
        await dropUnits(page);
        await page.getByRole('progressbar').waitFor();
      },
    ],
  ],
  many: [
    [
      'many-empty',
      async (page) => (await start(page), await tab(page, '多单位'), await page.getByRole('heading', { name: '多单位' }).waitFor()),
    ],
    [
      'many-result',
      async (page) => {
        const damaged = { name: '坏.xlsx', bytes: Buffer.from('not a workbook') };
        await drop(
          page,
          [sampleFile('sample-2023.xlsx'), sampleFile('sample-2024-faults.xlsx'), ...units().units, damaged],
          '#panel-many > div',
        );
        await page.getByRole('button', { name: /^保存全部说明/ }).waitFor();
        await press(page, /^没有用上的文件/);
      },
    ],
    [
      'many-reading',
      async (page) => (
        await hold(page),
        await drop(page, [sampleFile('sample-2024.xlsx')], '#panel-many > div'),
        await page.getByRole('button', { name: '取消' }).waitFor()
      ),
    ],
  ],
};

/* global document -- these parts run in the page */
import { settled } from './kit.mjs';
import { generate, openMenu, press, tab } from './shot-steps.mjs';

const inSheet = (page, change) => page.evaluate(change);
/** The scenes of the pane in Excel; the page with the sample open behind it is given. */
export const paneScenes = {
  excel: [
    ['excel-sample', settled],
    ['excel-details', (page) => press(page, /^相关 \d+ 处|^算式/)],
    ['excel-text', (page) => page.locator('#narrative').scrollIntoViewIfNeeded()],
    ['excel-generated', generate],
    ['excel-menu', openMenu],
    [
      'excel-offer',
      async (page) => (
        await page.getByRole('menuitem', { name: '保存文本 .txt' }).click(),
        await page.getByRole('button', { name: '保存到本机' }).waitFor()
      ),
    ],
    [
      'excel-question',
      async (page) => (
        await press(page, '不保存'),
        await openMenu(page),
        await page.getByRole('menuitem', { name: '保存 Word 文档 .docx' }).click(),
        await page.getByRole('alertdialog').waitFor()
      ),
    ],
    [
      'excel-parts',
      async (page) => (
        await press(page, /^先去处理/),
        await openMenu(page),
        await page.getByRole('menuitem', { name: /^生成整本/ }).click()
      ),
    ],
    [
      'excel-typing',
      async (page) => {
        await press(page, '取消');
        await inSheet(page, () => (globalThis.excelHost.editing = true));
        await press(page, /^(重新)?生成说明/);
        await page.getByText(/正在编辑单元格。请先按回车/).waitFor();
      },
    ],
    [
      'excel-failure',
      async (page) => {
        await inSheet(page, () => (globalThis.excelHost.editing = false));
        await press(page, '知道了');
        await inSheet(
          page,
          () =>
            (globalThis.document.createElement = (
              (make) =>
              (name, ...more) => {
                if (name === 'a') throw new Error('made up for the picture');
                return make.call(document, name, ...more);
              }
            )(document.createElement)),
        );
        await openMenu(page);
        await page.getByRole('menuitem', { name: '保存文本 .txt' }).click();
        await press(page, '保存到本机');
        await page.getByRole('button', { name: '复制详细信息' }).waitFor();
      },
    ],
  ],
  'excel-tasks': [
    [
      'excel-proof',
      async (page) => (
        await settled(page),
        await tab(page, '校对'),
        await page.getByRole('button', { name: '选择 Word 或文本文件' }).waitFor()
      ),
    ],
    ['excel-roll', async (page) => (await tab(page, '承上年'), await page.getByRole('button', { name: '选择上年的情况说明' }).waitFor())],
    [
      'excel-consolidate',
      async (page) => (await tab(page, '汇总'), await page.getByRole('button', { name: '选择各单位的报表' }).waitFor()),
    ],
  ],
};

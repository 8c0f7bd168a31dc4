import { pathToFileURL } from 'node:url';
import { unzipSync, strFromU8 } from 'fflate';
import { inRoot } from '../../scripts/lib.mjs';
import { department } from './department.mjs';
import { assert, assertAccessible, assertFits, doubleNames, download, downloaded, drop, settled } from './kit.mjs';

const fromDisk = pathToFileURL(inRoot('dist/workbench.html')).href;

/** The 汇总 of a department in front, its units dropped on the panel and compared. */
async function compared(page) {
  const { whole, units } = department();
  await page.goto(fromDisk);
  await drop(page, [whole]);
  await settled(page);
  await page.getByRole('tab', { name: '汇总' }).click();
  await page.getByRole('region', { name: '汇总表和各单位' }).waitFor();
  await drop(page, units, '#panel-consolidate > div');
  await page.getByText(`已读取 ${units.length} 份`).waitFor();
  await page.getByRole('button', { name: '与各单位比较' }).click();
  const results = page.getByRole('region', { name: '汇总核对结果' });
  await results.waitFor();
  return results;
}

export const consolidateTests = [
  [
    'workbench: 汇总 of a department names the unit that is missing, a cell is one click away, and what was found is saved',
    {},
    async ({ page }) => {
      const results = await compared(page);
      await results.getByText('“青川示例区档案服务中心”没有汇入').waitFor();
      await assertAccessible(page);
      const link = results.getByRole('button', { name: /^财决01表 / }).first();
      const address = / ([A-Z]+\d+)$/.exec(await link.innerText())[1];
      await link.click();
      await page.locator(`[data-selected="${address}"]`).waitFor();

      const found = await downloaded(page, () => page.getByRole('button', { name: '保存核对结果' }).click());
      assert.equal(found.name, '青川示例区综合局-汇总核对.txt');
      const text = found.bytes.toString('utf8');
      assert.match(text, /不等的原因 1 个：/);
      const cells = Number(/不等 (\d+)/.exec(text)[1]);
      assert.equal(text.split('\n').filter((line) => line.startsWith('   · ')).length, cells);

      const made = await downloaded(page, () => page.getByRole('button', { name: '由各单位生成汇总表' }).click());
      assert.equal(made.name, '青川示例区综合局-汇总.xlsx');
      assert.ok(strFromU8(unzipSync(made.bytes)['xl/workbook.xml']).includes('汇总说明'));
    },
  ],
  [
    'workbench: 汇总 fits 320 px in the dark',
    { colorScheme: 'dark', viewport: { width: 320, height: 720 } },
    async ({ page }) => {
      await compared(page);
      await assertFits(page);
      await assertAccessible(page);
      assert.deepEqual(await doubleNames(page), []);
    },
  ],
  [
    'workbench: 保存公开表 gives the thirteen public forms beside the 财决 sheets they are computed from',
    {},
    async ({ page }) => {
      const { units } = department();
      await page.goto(fromDisk);
      await drop(page, [units[0]]);
      await settled(page);
      await page.getByRole('button', { name: /^更多/ }).click();
      const { name, bytes } = await download(page, '保存公开表 .xlsx');
      assert.match(name, /2024年度单位决算-公开表\.xlsx$/);
      const parts = unzipSync(bytes);
      const sheets = [...strFromU8(parts['xl/workbook.xml']).matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, sheet]) => sheet);
      assert.equal(sheets.filter((sheet) => /^公开\d\d /.test(sheet)).length, 13);
      const formulas = Object.entries(parts).flatMap(([part, xml]) =>
        part.includes('worksheets/') ? [...strFromU8(xml).matchAll(/<f>([^<]*)<\/f>/g)].map(([, f]) => f) : [],
      );
      assert.ok(
        formulas.some((formula) => formula.includes('Z01')),
        'a form is computed from 财决01',
      );
    },
  ],
];

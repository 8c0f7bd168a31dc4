import assert from 'node:assert/strict';
import { excelBundle } from './excel-bundle.mjs';
import { settled } from './kit.mjs';

/** What is there, and does not move by more than a pixel while something is done that shows something else. */
async function stays(page, what, target, act) {
  const before = await target.boundingBox();
  await act();
  await page.waitForTimeout(250);
  const after = await target.boundingBox();
  assert.ok(before && after, `${what}: gone`);
  for (const side of ['x', 'y'])
    assert.ok(Math.abs(after[side] - before[side]) <= 1, `${what} has moved by ${after[side] - before[side]} px (${side})`);
}

/** The click of a hand: nothing is brought into view for it. */
const tap = async (page, target) => {
  const { x, y, width, height } = await target.boundingBox();
  await page.mouse.click(x + Math.min(width / 2, 20), y + Math.min(height / 2, 10));
};

const shown = async (target) => {
  // In the middle, and once more when what is drawn only now (a chart) has its height.
  for (let times = 0; times < 2; times++) {
    await target.evaluate((one) => one.scrollIntoView({ block: 'center' }));
    await target.page().waitForTimeout(300);
  }
  return target;
};

/** `narrow`: the sheet takes the place of the pane when a cell is shown. */
async function nothingJumps(page, narrow = false) {
  const more = page.getByRole('button', { name: /^更多/ });
  const generate = page.getByRole('button', { name: /^(重新)?生成说明/ });
  await settled(page);

  const place = page.getByRole('button', { name: /^定位：/ }).first();
  if (!narrow) await stays(page, '定位', await shown(place), () => place.click());
  const aside = await shown(page.getByRole('button', { name: /^已核实/ }).first());
  await stays(page, '已核实…', aside, () => aside.click());
  await stays(page, '已核实…', aside, () => page.keyboard.press('Escape'));

  if (!narrow) {
    const figure = await shown(page.locator('[data-paragraph] [data-piece="figure"]').first());
    await stays(page, 'a figure that was clicked', figure, () => tap(page, figure));
    await page
      .getByText(/来自：/)
      .first()
      .waitFor();
    await stays(page, 'a figure that was clicked again', figure, () => tap(page, figure));
  }

  await stays(page, '更多, while a text is saved', more, async () => {
    await more.click();
    await page.getByRole('menuitem', { name: '保存文本 .txt' }).click();
  });
  const keep = page.getByRole('button', { name: '不保存' });
  if (await keep.count()) await keep.click();
  await stays(page, '更多, while a question is asked', more, async () => {
    await more.click();
    await page.getByRole('menuitem', { name: '保存 Word 文档 .docx' }).click();
    await page.getByRole('alertdialog').waitFor();
  });
  await stays(page, '生成说明, while the question goes', generate, () => page.keyboard.press('Escape'));
  await stays(page, '更多, while the parts of 整本 are asked for', more, async () => {
    await more.click();
    await page.getByRole('menuitem', { name: '生成整本 .docx…' }).click();
    await page.getByRole('group', { name: '生成整本' }).waitFor();
  });
  await page.keyboard.press('Escape');
}

export const stillTests = [
  [
    'nothing jumps: a figure, a place, a reason, a message, a question, in the pane of Excel',
    { viewport: { width: 350, height: 800 } },
    async ({ page, base }) => {
      await page.addInitScript(await excelBundle());
      await page.goto(`${base}/taskpane.html`);
      await nothingJumps(page);
    },
  ],
  [
    'nothing jumps in 离线工作台, 1360 wide and 320',
    {},
    async ({ page, base }) => {
      for (const width of [1360, 320]) {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(`${base}/workbench.html`);
        await page.getByRole('button', { name: '试用示例' }).click();
        await nothingJumps(page, width === 320);
      }
    },
  ],
];

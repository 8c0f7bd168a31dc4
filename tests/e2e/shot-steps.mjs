import { settled } from './kit.mjs';

/** Steps that scenes of page and pane share. */
export const press = (page, name) => page.getByRole('button', { name }).first().click();
export const tab = (page, name) => page.getByRole('tab', { name, exact: true }).click();
export const openMenu = async (page) => {
  await press(page, /^更多/);
  await page.getByRole('menuitem').first().waitFor();
};
export const generate = async (page) => {
  await press(page, /^(重新)?生成说明/);
  await page.getByText('已生成“情况说明”').waitFor();
  await settled(page);
};

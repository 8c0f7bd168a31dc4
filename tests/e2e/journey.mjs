/* global document -- these parts run in the page */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { unzipSync, strFromU8 } from 'fflate';
import { launch } from '../../scripts/browser.mjs';
import { inRoot } from '../../scripts/lib.mjs';
import { settled } from './kit.mjs';

/**
 * The way from the open page to a Word file without a blank, counted: clicks, typed fields, typed characters, keys. Words and
 * budgets that a person would know stand in `supplement`; a reason that is not there is the same everywhere.
 */
export async function journey(page, { now, before, supplement = {} }) {
  const count = { clicks: 0, fields: 0, characters: 0, keys: 0 };
  const click = async (target) => {
    count.clicks++;
    await target.click();
  };
  const type = async (target, text) => {
    count.fields++;
    count.characters += text.length;
    await target.fill(text);
  };
  const open = () => page.getByRole('button', { name: /^待填 \d+ 处/ });
  const left = async () => ((await open().count()) === 0 ? 0 : Number(/\d+/.exec(await open().getAttribute('aria-label'))[0]));
  const known = (key) => key.split('.').reduce((at, part) => at?.[part], supplement);

  /** As a person would write it who knows that one line answers several fields. */
  const answer = (key, value) => {
    if (key.startsWith('vehicles.kept.') && value !== undefined)
      return Object.entries(supplement.vehicles.kept)
        .map(([kind, count]) => `${kind}${count}`)
        .join(' ');
    if (key === 'performance.projects' && value !== undefined) {
      const { projects, evaluated = projects.length } = supplement.performance;
      return [...projects, ...(evaluated === projects.length ? [] : [`等${evaluated}个项目`])].join('\n');
    }
    return Array.isArray(value) ? value.join('\n') : String(value ?? (key.startsWith('reasons') ? '人员和业务变动' : '0'));
  };

  await page.goto(pathToFileURL(inRoot('dist/workbench.html')).href);
  const chooser = page.waitForEvent('filechooser');
  await click(page.getByRole('button', { name: '打开决算报表…' }));
  await (await chooser).setFiles([now, before].filter(Boolean));
  await settled(page);
  if (before) await page.getByText(/^与“.*”比较$/).waitFor();

  const typed = [];
  const ready = /^(用上年的：|常用：|(其余 )?\d+ 辆都是|就是列出的|与事前评估的相同)/;
  const offered = [/^各项与决算数相同/, /^该类只有一项的/, /^其余 \d+ 处原因都写/, /处用途先填常用说法/];
  for (let step = 0; step < 80 && (await left()) > 0; step++) {
    const was = await left();
    const kind = page.getByRole('group', { name: /单位性质是/ }).getByRole('button', { name: supplement.unitKind ?? '行政单位' });
    const button = [kind, ...offered.map((name) => page.getByRole('button', { name }))];
    const found = [];
    for (const one of button) if ((await one.count()) > 0) found.push(one.first());
    if (found[0]) {
      await click(found[0]);
      await page.waitForTimeout(400);
      await settled(page);
      continue;
    }
    const budgets = Object.entries(supplement.itemBudgets ?? {});
    const paste = page.getByRole('button', { name: /粘贴或导入…/ });
    if (budgets.length > 0 && (await paste.count()) > 0) {
      await click(paste);
      await type(page.getByRole('textbox', { name: /^粘贴科目编码/ }), budgets.map(([code, amount]) => `${code}\t${amount}`).join('\n'));
      await click(page.getByRole('button', { name: '填入', exact: true }));
      await page.waitForTimeout(400);
      await settled(page);
      if ((await left()) < was) continue;
    }
    count.keys++;
    await page.keyboard.press('F8');
    const field = page.locator('[data-blank] :focus, [data-need] :focus');
    if ((await field.count()) === 0) continue;
    const key = await field.evaluate(
      (one) => one.closest('[data-blank], [data-need]').dataset.blank ?? one.closest('[data-need]').dataset.need,
    );
    const value = known(key);
    // An answer that is shown beside the field is taken, unless the number a person knows is another one.
    const chips = page.locator(`[data-blank="${key}"], [data-need="${key}"]`).getByRole('button', { name: ready });
    const labels = await chips.allInnerTexts();
    const fits = labels.findIndex((label) => typeof value !== 'number' || Number(/ (\d+) /.exec(label)?.[1]) === value);
    if (fits >= 0) {
      await click(chips.nth(fits));
      await page.waitForTimeout(400);
      await settled(page);
      continue;
    }
    if ((await field.evaluate((one) => one.tagName)) === 'SELECT') {
      count.clicks += 2;
      await field.selectOption(typeof value === 'string' ? value : { index: 1 });
    } else {
      await type(field, answer(key, value));
      count.keys++;
      typed.push(key);
      // Leaving the field stores it, whatever its kind.
      await page.keyboard.press('Tab');
    }
    await page.waitForTimeout(400);
    await settled(page);
  }

  const saved = page.waitForEvent('download');
  const direct = page.getByRole('button', { name: '保存 Word 文档 .docx' });
  if ((await direct.count()) > 0) await click(direct);
  else {
    await click(page.getByRole('button', { name: '保存', exact: true }));
    await click(page.getByRole('menuitem', { name: '保存 Word 文档 .docx' }));
    await click(page.getByRole('button', { name: '仍然保存' }));
  }
  const bytes = readFileSync(await (await saved).path());
  const blanks = strFromU8(unzipSync(bytes)['word/document.xml']).split('【待补充').length - 1;
  return { ...count, typed, blanks };
}

/** `node tests/e2e/journey.mjs [本年 上年 [补充.json]]`: the sample, or these files. dist/ must be built. */
if (process.argv[1]?.endsWith('journey.mjs')) {
  const [now, before, json] = process.argv.slice(2);
  const sample = (name) => inRoot('assets/samples', name);
  const browser = await launch();
  const page = await (
    await browser.newContext({ viewport: { width: 1360, height: 860 }, acceptDownloads: true, locale: 'zh-CN' })
  ).newPage();
  page.setDefaultTimeout(30_000);
  const words = json ?? (now ? undefined : sample('sample-2024-supplement.json'));
  const supplement = words ? JSON.parse(readFileSync(words, 'utf8')) : {};
  const given = now ? { now, before } : { now: sample('sample-2024.xlsx'), before: sample('sample-2023.xlsx') };
  const { clicks, fields, characters, keys, typed, blanks } = await journey(page, { ...given, supplement });
  console.log(`点击 ${clicks}，填写 ${fields} 处共 ${characters} 字，F8 和 Tab ${keys} 次，Word 里还有 ${blanks} 处待补充`);
  console.log(`逐字填写的：${typed.join('、')}`);
  console.log(await page.evaluate(() => document.querySelector('[aria-label="离可公开还差"]')?.textContent ?? '可以公开了'));
  await browser.close();
}

/* global Blob -- these parts run in the page */
import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { parse } from 'acorn';
import { inRoot } from '../../scripts/lib.mjs';
import { excelBundle } from './excel-bundle.mjs';
import { assert, openSample, settled } from './kit.mjs';

/**
 * What the pane may load at start beside office.js, compressed, and what until check and text stand there: the writing of the
 * text comes while the workbook is read. `npm run sizes` tells what is in it.
 */
const AT_START = 260 * 1024;
const UNTIL_SETTLED = 330 * 1024;

/** Every built-in that Chromium 87 lacks, by the version that brought it: none of them may be needed. */
const takeAway = `(() => {
  const gone = [
    [Array.prototype, 'at findLast findLastIndex toSorted toReversed toSpliced with group groupToMap'],
    [String.prototype, 'at isWellFormed toWellFormed'],
    [Object.getPrototypeOf(Uint8Array.prototype), 'at findLast findLastIndex toSorted toReversed with'],
    [Object, 'hasOwn groupBy'],
    [Map, 'groupBy'],
    [Set.prototype, 'union intersection difference symmetricDifference isSubsetOf isSupersetOf isDisjointFrom'],
    [Promise, 'withResolvers try'],
    [Array, 'fromAsync'],
    [self.crypto ? Object.getPrototypeOf(self.crypto) : {}, 'randomUUID'],
    [self, 'structuredClone reportError'],
    [self.AbortSignal ?? {}, 'timeout any abort'],
    [self.URL ?? {}, 'canParse parse'],
  ];
  for (const [owner, names] of gone) for (const name of names.split(' ')) delete owner[name];
})();`;

const script = (name) => readFileSync(inRoot('dist', name), 'utf8');
const inlineScripts = (html) => [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, text]) => text);

/** The requests of a page for scripts of ours, with their size as a server would send it. */
function watch(page) {
  const loaded = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (/\.js$/.test(pathname) && !pathname.includes('/officejs/')) loaded.push(pathname.slice(1));
  });
  return loaded;
}

export const oldBrowserTests = [
  [
    'old browsers: every script is ES2021, libraries included',
    {},
    () => {
      const names = readdirSync(inRoot('dist')).filter((name) => /^taskpane.*\.js$/.test(name));
      assert.ok(names.length >= 5, 'the parts that come later are looked at as well');
      for (const text of [...names.map(script), ...inlineScripts(script('workbench.html')), ...inlineScripts(script('taskpane.html'))]) {
        parse(text, { ecmaVersion: 2021 });
      }
      // The gate does see what Chromium 87 cannot read.
      for (const late of ['class A { static { } }', 'class A { #x; has(o) { return #x in o } }', 'class A { x = 1 }']) {
        assert.throws(() => parse(late, { ecmaVersion: 2021 }), SyntaxError);
      }
    },
  ],
  [
    'old browsers: without the newer built-ins the 离线工作台 opens, checks and writes, in page and worker',
    {},
    async ({ page }) => {
      await page.addInitScript(takeAway);
      // The worker of this page is made from a Blob of text: it starts without them as well.
      await page.addInitScript((code) => {
        const Whole = Blob;
        globalThis.Blob = class extends Whole {
          constructor(parts, options) {
            super(options?.type === 'text/javascript' ? [code, ...parts] : parts, options);
          }
        };
      }, takeAway);
      await openSample(page, pathToFileURL(inRoot('dist/workbench.html')).href);
      assert.equal(await page.evaluate(() => 'findLast' in Array.prototype && [1, 2].at(-1) === 2 && !('toSorted' in [])), true);
      await page.getByRole('button', { name: /^(重新)?生成说明/ }).click();
      await page.getByText('已生成“情况说明”').waitFor();
      await settled(page);
    },
  ],
  [
    'old browsers: without the newer built-ins the pane opens and marks',
    { viewport: { width: 340, height: 800 } },
    async ({ page, base }) => {
      await page.addInitScript(takeAway);
      await page.addInitScript(await excelBundle());
      await page.goto(`${base}/taskpane.html?action=check`);
      await page.getByRole('button', { name: '清除标记' }).waitFor();
    },
  ],
  [
    'pane: what it loads at start stays within its budget; readers and Word come when they are needed',
    { viewport: { width: 340, height: 800 } },
    async ({ page, base }) => {
      const loaded = watch(page);
      await page.addInitScript(await excelBundle());
      await page.goto(`${base}/taskpane.html`);
      await settled(page);
      const sizeOf = (names) => names.reduce((sum, name) => sum + gzipSync(script(name), { level: 9 }).length, 0);
      const start = ['taskpane.js'];
      const later = [...new Set(loaded)].filter((name) => !start.includes(name));
      for (const [names, most] of [
        [start, AT_START],
        [[...start, ...later], UNTIL_SETTLED],
      ])
        assert.ok(sizeOf(names) <= most, `${Math.round(sizeOf(names) / 1024)} KB of ${names.join(', ')}, ${most / 1024} allowed`);
      assert.ok(later.includes('taskpane-text.js'), 'the text comes after the start');
      assert.ok(!later.some((name) => /sheets|whole|word|menu|proof|roll|worker/.test(name)), later.join(', '));
      await page.getByRole('button', { name: /^生成说明/ }).click();
      await page.getByText('已生成“情况说明”').waitFor();
      await settled(page);
      await page.getByRole('button', { name: /^更多/ }).click();
      const saved = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: '保存 Word 文档 .docx' }).click();
      await page.getByRole('button', { name: '仍然保存' }).click();
      await page.getByRole('button', { name: '保存到本机' }).click();
      assert.match((await saved).suggestedFilename(), /\.docx$/);
      assert.ok(loaded.some((name) => name.startsWith('taskpane-word')));
    },
  ],
];

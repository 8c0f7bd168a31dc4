import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot, option } from './lib.mjs';

const development = 'https://localhost:3000';

/** The manifest for a server of the unit's own: every address of the development server becomes `base`. Throws for a base that Excel refuses. */
export function rebase(manifest, base) {
  let url;
  try {
    url = new URL(base);
  } catch {
    throw new Error(`“${base}”不是网址。例：npm run manifest -- --base https://excel.example.gov.cn/juesuan`);
  }
  if (url.protocol !== 'https:') throw new Error('Excel 只加载 https 的加载项，请给出 https:// 开头的网址。');
  if (url.search || url.hash) throw new Error('网址里不要带 ? 或 #。');
  // AppDomain takes an origin, everything else the folder.
  return manifest
    .replaceAll(`<AppDomain>${development}</AppDomain>`, `<AppDomain>${url.origin}</AppDomain>`)
    .replaceAll(`${development}/`, `${url.href.replace(/\/*$/, '')}/`.replace(/&/g, '&amp;'));
}

function main() {
  const base = option('--base');
  if (!base) throw new Error('用法：npm run manifest -- --base https://服务器/路径 [--out dist/manifest.xml]');
  const out = path.resolve(option('--out') ?? inRoot('dist/manifest.xml'));
  mkdirSync(path.dirname(out), { recursive: true });
  writeFileSync(out, rebase(readFileSync(inRoot('manifest.xml'), 'utf8'), base));
  console.log(`已写入 ${out}；把 dist/ 的全部文件放到 ${base}。`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    main();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}

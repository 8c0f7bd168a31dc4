import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');
export const LICENCES_FILE = path.join(ROOT, 'docs/licences.md');

/** A package that is shipped, or may be: everything that package.json needs at run time, and what that needs in turn. */
export interface Shipped {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  readonly peer?: boolean;
  readonly link?: boolean;
}

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

/** From the lock file: it names every version, and what its package.json says of its licence. */
export function shipped(lock: string = read('package-lock.json')): readonly Shipped[] {
  const { packages } = JSON.parse(lock) as { readonly packages: Readonly<Record<string, Locked>> };
  return Object.entries(packages)
    .filter(([where, one]) => where.includes('node_modules/') && !one.dev && !one.devOptional && !one.link)
    .map(([where, one]) => ({
      name: where.slice(where.lastIndexOf('node_modules/') + 13),
      version: one.version ?? '',
      licence: one.license ?? '',
    }))
    .filter((one, i, all) => all.findIndex(({ name, version }) => name === one.name && version === one.version) === i)
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1));
}

const FREE = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'CC0-1.0', 'Unlicense', 'Zlib', 'BlueOak-1.0.0'];

/** Packages with terms of their own, and why they may be shipped as they are. */
const OWN_TERMS: Readonly<Record<string, string>> = {
  '@microsoft/office-js': '微软 Office.js 许可条款：可随加载项分发，须原样、不得修改；构建时照抄，许可文件一并放在 dist/officejs 下',
};

/** Is one of the licences offered free of conditions on our own code? `(MIT OR GPL-3.0)` leaves the choice. */
export const isFree = ({ name, licence }: Shipped): boolean => {
  if (name in OWN_TERMS) return true;
  const bare = licence.replace(/^\(|\)$/g, '');
  if (/\bAND\b/.test(bare)) return bare.split(/ AND /).every((one) => FREE.includes(one));
  return bare.split(/ OR /).some((one) => FREE.includes(one));
};

export function licencesText(all: readonly Shipped[] = shipped()): string {
  const counts = new Map<string, number>();
  for (const { licence } of all) counts.set(licence, (counts.get(licence) ?? 0) + 1);
  return [
    '# 随产品分发的第三方软件的许可',
    '',
    '<!-- 由 npm run licences 生成，不要手工修改。 -->',
    '',
    `package.json 的运行依赖及其依赖共 ${all.length} 个，实际打包进 dist/ 的是其中一部分（各文件旁的 LICENSE.txt 保留了它们的声明）。开发依赖不分发，不列。没有著佐权（copyleft）许可，没有许可不明的；\`tests/meta/licences.test.ts\` 守着这一条。`,
    '',
    `许可：${[...counts]
      .sort(([, a], [, b]) => b - a)
      .map(([licence, n]) => `${licence} ${n} 个`)
      .join('，')}。`,
    '',
    '| 软件 | 版本 | 许可 | 说明 |',
    '|---|---|---|---|',
    ...all.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} | ${OWN_TERMS[name] ?? ''} |`),
    '',
  ].join('\n');
}

/** `licences`: writes docs/licences.md anew. */
export function main(): Promise<void> {
  writeFileSync(LICENCES_FILE, licencesText());
  console.log(`docs/licences.md: ${shipped().length} packages`);
  return Promise.resolve();
}

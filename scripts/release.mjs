import { readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from './lib.mjs';

/**
 * `npm run release -- 1.1.0`: the version of a release in package.json, its lock file and the manifest. Office takes a changed
 * ribbon only from a manifest with a higher version, so a version that is not higher is refused.
 */
const numbers = (version) => version.split('.').map(Number);
const isHigher = (a, b) => {
  const at = [0, 1, 2, 3].find((i) => (numbers(a)[i] ?? 0) !== (numbers(b)[i] ?? 0));
  return at !== undefined && (numbers(a)[at] ?? 0) > (numbers(b)[at] ?? 0);
};

/** The manifest with this version. Throws where it would not be higher. */
export function raised(manifest, version) {
  const [, before] = /<Version>([\d.]+)<\/Version>/.exec(manifest) ?? [];
  if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error(`版本号写成三段数字，如 1.1.0，不是“${version}”。`);
  if (!isHigher(version, before)) throw new Error(`新版本 ${version} 要高于清单里的 ${before}，否则 Office 不会更新功能区。`);
  return manifest.replace(/<Version>[\d.]+<\/Version>/, `<Version>${version}.0</Version>`);
}

if (process.argv[1]?.endsWith('release.mjs')) {
  const version = process.argv[2] ?? '';
  try {
    const manifest = raised(readFileSync(inRoot('manifest.xml'), 'utf8'), version);
    for (const name of ['package.json', 'package-lock.json']) {
      const json = JSON.parse(readFileSync(inRoot(name), 'utf8'));
      json.version = version;
      if (json.packages?.['']) json.packages[''].version = version;
      writeFileSync(inRoot(name), `${JSON.stringify(json, null, 2)}\n`);
    }
    writeFileSync(inRoot('manifest.xml'), manifest);
    console.log(`版本 ${version}：已写入 package.json、package-lock.json 和 manifest.xml。请把 CHANGELOG.md 的“未发布”改为这个版本。`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 2;
  }
}

import { createHash } from 'node:crypto';
import { copyFileSync, linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { install, root } from './lib.mjs';

// `npm run build:twice`: two builds from nothing, in two folders of different names, have to give the same bytes.

const left = new Set(['dist', 'out', 'reports', 'coverage', '.git', '.cache']);

/** A copy by hard links where the disk allows it: node_modules is large. */
function copy(from, to, put) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (left.has(entry.name)) continue;
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) copy(source, target, put);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else if (entry.isFile()) put(source, target);
  }
}

function linkOrCopy(source, target) {
  try {
    linkSync(source, target);
  } catch {
    copyFileSync(source, target);
  }
}

function hashes(folder, under = '') {
  return readdirSync(path.join(folder, under), { withFileTypes: true }).flatMap((entry) => {
    const name = path.join(under, entry.name);
    if (entry.isDirectory()) return hashes(folder, name);
    return [
      [
        name,
        createHash('sha256')
          .update(readFileSync(path.join(folder, name)))
          .digest('hex'),
      ],
    ];
  });
}

function built(folder) {
  copy(root, folder, linkOrCopy);
  const { status } = spawnSync(process.execPath, [path.join(folder, 'node_modules/webpack-cli/bin/cli.js')], {
    cwd: folder,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('构建未成功，见上面的信息。');
  return new Map(hashes(path.join(folder, 'dist')));
}

await install();
const base = mkdtempSync(path.join(tmpdir(), 'juesuan-build-'));
try {
  const [one, two] = [built(path.join(base, 'one')), built(path.join(base, 'another', 'folder of a longer name'))];
  const names = [...new Set([...one.keys(), ...two.keys()])].sort();
  const differing = names.filter((name) => one.get(name) !== two.get(name));
  const all = createHash('sha256');
  for (const name of names) all.update(`${name} ${one.get(name)}\n`);
  console.log(`${names.length} 个文件，不同的 ${differing.length} 个${differing.map((name) => `\n  ${name}`).join('')}`);
  if (differing.length > 0) process.exitCode = 1;
  else console.log(`两次构建逐字节相同；dist/ 的 sha256：${all.digest('hex')}`);
} finally {
  rmSync(base, { recursive: true, force: true });
}

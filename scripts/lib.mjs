import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const inRoot = (...parts) => path.join(root, ...parts);

/** Runs a program of ours in the project's folder; resolves with its exit code. Never goes through a shell on Unix. */
export function run(command, args, { quiet = false, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      shell: process.platform === 'win32' && !command.endsWith('.exe'),
    });
    let output = '';
    child.stdout?.on('data', (data) => (output += data));
    child.stderr?.on('data', (data) => (output += data));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Room for what is new: a program that makes much and keeps little is collected less often. Processes it starts have it too. */
export const roomy = ['--max-semi-space-size=128'];

/** Runs a JavaScript file of an installed package with this very Node; `node` are options of Node itself. */
export const runPackage = (name, file, args, { node = [], ...options } = {}) =>
  run(process.execPath, [...node, inRoot('node_modules', name, file), ...args], options);

/** Packages of package.json that are not installed in the version it names. */
export function missingPackages() {
  const wanted = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  return Object.entries({ ...wanted.dependencies, ...wanted.devDependencies }).filter(([name, version]) => {
    const file = inRoot('node_modules', name, 'package.json');
    // `npm:name@version` installs a package under a name of ours.
    return !existsSync(file) || JSON.parse(readFileSync(file, 'utf8')).version !== version.replace(/^npm:.+@/, '');
  });
}

/** Installs exactly what package-lock.json names, if anything is missing. */
export async function install() {
  const missing = missingPackages();
  if (missing.length === 0) return;
  console.log(`安装依赖包（缺 ${missing.length} 个）…`);
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund'];
  const { code } = npm && /npm-cli\.c?js$/.test(npm) ? await run(process.execPath, [npm, ...args]) : await run('npm', args);
  if (code !== 0) throw new Error('npm ci 未成功：请检查网络和 npm 源后重试。');
}

function newest(file) {
  const info = statSync(file, { throwIfNoEntry: false });
  if (!info) return 0;
  if (!info.isDirectory()) return info.mtimeMs;
  return Math.max(0, ...readdirSync(file).map((name) => newest(path.join(file, name))));
}

const sources = [
  'src',
  'taskpane',
  'assets/icons',
  'assets/samples',
  'manifest.xml',
  'webpack.config.js',
  'scripts/page-plugin.cjs',
  'package.json',
];
const products = ['dist/cli.js', 'dist/taskpane.html', 'dist/taskpane.js', 'dist/workbench.html'];

/** Builds dist/ unless it is newer than everything it is made of. */
export async function build({ force = false } = {}) {
  const newestSource = Math.max(...sources.map((name) => newest(inRoot(name))));
  const oldestProduct = Math.min(...products.map((name) => newest(inRoot(name))));
  if (!force && oldestProduct >= newestSource) return { built: false };
  console.log('构建 dist/ …');
  // Parts of the pane whose names are no longer made would stay for ever.
  if (existsSync(inRoot('dist')))
    for (const name of readdirSync(inRoot('dist'))) if (/^taskpane.*\.js/.test(name)) rmSync(inRoot('dist', name));
  const { code } = await runPackage('webpack-cli', 'bin/cli.js', []);
  if (code !== 0) throw new Error('构建未成功，见上面的信息。');
  return { built: true };
}

export const hasOption = (name) => process.argv.includes(name);
export function option(name) {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

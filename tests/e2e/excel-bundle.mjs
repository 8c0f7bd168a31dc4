import { createRequire } from 'node:module';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from '../../scripts/lib.mjs';

const require = createRequire(import.meta.url);

/** The script that plays Excel in a browser window, packed for `addInitScript`. */
export async function excelBundle() {
  const webpack = require('webpack');
  const [, pages] = require(inRoot('webpack.config.js'));
  const folder = inRoot('node_modules/.cache/e2e');
  const file = path.join(folder, 'excel-window.js');
  if (existsSync(file) && statSync(file).mtimeMs > newestSource()) return readFileSync(file, 'utf8');
  const compiler = webpack({
    ...pages,
    mode: 'development',
    entry: inRoot('tests/e2e/excel-window.ts'),
    output: { path: folder, filename: 'excel-window.js', publicPath: '' },
    plugins: [],
    cache: false,
  });
  const stats = await new Promise((resolve, reject) => compiler.run((error, done) => (error ? reject(error) : resolve(done))));
  if (stats.hasErrors()) throw new Error(stats.toString('errors-only'));
  return readFileSync(file, 'utf8');
}

/** For `addInitScript`: office.js as in an Excel that never answers. */
export const mute = () => {
  let office;
  Object.defineProperty(globalThis, 'Office', {
    configurable: true,
    get: () => office,
    set: (value) => {
      office = value;
      office.onReady = () => new Promise(() => undefined);
    },
  });
};

function newestSource() {
  const newest = (folder) =>
    Math.max(
      ...readdirSync(folder, { withFileTypes: true }).map((entry) =>
        entry.isDirectory() ? newest(path.join(folder, entry.name)) : statSync(path.join(folder, entry.name)).mtimeMs,
      ),
    );
  return Math.max(...['tests/excel-host', 'tests/e2e', 'src/adapters/file', 'assets/samples'].map((name) => newest(inRoot(name))));
}

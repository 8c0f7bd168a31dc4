import { createRequire } from 'node:module';
import { relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import webpack from 'webpack';
import { minify } from '@swc/core';
import { root } from './lib.mjs';

/**
 * `npm run sizes [-- word]`: what the pane loads at start, by package and folder, in KB compressed; with a word, module by
 * module for the names that contain it. Each module is minified and compressed by itself: the sum is above that of the file.
 */
const wanted = process.argv[2];
const pane = createRequire(import.meta.url)('../webpack.config.js').find(({ name }) => name === 'pane');
const compiler = webpack({
  ...pane,
  name: 'sizes',
  entry: { taskpane: pane.entry.taskpane },
  plugins: [],
  optimization: { minimize: false, concatenateModules: false },
});
compiler.hooks.shouldEmit.tap('sizes', () => false);

const modules = await new Promise((resolve, reject) => {
  compiler.run((error, stats) => {
    if (error || stats.hasErrors()) return reject(error ?? new Error(stats.toString()));
    const { chunkGraph, chunks, codeGenerationResults } = stats.compilation;
    const atStart = [...chunks].filter((chunk) => chunk.canBeInitial());
    const found = atStart.flatMap((chunk) =>
      [...chunkGraph.getChunkModules(chunk)].map((module) => ({
        name: relative(root, module.nameForCondition() ?? module.identifier()),
        code: codeGenerationResults.get(module, chunk.runtime).sources.get('javascript')?.source().toString(),
      })),
    );
    compiler.close(() => resolve(found.filter(({ code }) => code)));
  });
});

const folder = (name) => /node_modules\/((?:@[^/]+\/)?[^/]+)(?!.*node_modules)/.exec(name)?.[1] ?? name.split('/').slice(0, -1).join('/');
const sums = new Map();
let total = 0;
for (const { name, code } of modules) {
  const small = await minify(`export default function (module, exports, require, __webpack_exports__, __webpack_require__) {${code}\n}`, {
    module: true,
    compress: true,
    mangle: true,
  });
  const size = gzipSync(small.code).length;
  total += size;
  const key = wanted ? name : folder(name);
  if (!wanted || name.includes(wanted)) sums.set(key, (sums.get(key) ?? 0) + size);
}
for (const [name, size] of [...sums].sort(([, a], [, b]) => b - a)) console.log(`${(size / 1024).toFixed(1).padStart(7)}  ${name}`);
console.log(`${(total / 1024).toFixed(1).padStart(7)}  in all`);

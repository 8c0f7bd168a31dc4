// Runs a TypeScript program of the project: bundles it into the cache and runs the bundle with this very Node.
// node tests/kit/run-ts.mjs tests/kit/write-samples.ts [arguments]; options before the file go to Node (--expose-gc).
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import webpack from 'webpack';

const root = fileURLToPath(new URL('../..', import.meta.url));
const at = process.argv.findIndex((arg, i) => i > 1 && !arg.startsWith('-'));
if (at < 0) {
  console.error('usage: node tests/kit/run-ts.mjs [node options] FILE.ts [arguments]');
  process.exit(2);
}
const file = path.resolve(root, process.argv[at]);
const cache = path.join(root, 'node_modules', '.cache', 'run-ts');
const output = `${path.relative(root, file).replace(/\W+/g, '-')}.cjs`;

const compiler = webpack({
  mode: 'development',
  devtool: 'inline-source-map',
  target: 'node20',
  context: root,
  entry: file,
  output: { path: cache, filename: output },
  resolve: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        use: { loader: 'swc-loader', options: { jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2022' } } },
      },
    ],
  },
  performance: { hints: false },
});

compiler.run((error, stats) => {
  if (error || stats.hasErrors()) {
    console.error(error ?? stats.toString({ all: false, errors: true }));
    process.exit(1);
  }
  compiler.close(() => {
    const child = spawn(
      process.execPath,
      ['--enable-source-maps', ...process.argv.slice(2, at), path.join(cache, output), ...process.argv.slice(at + 1)],
      {
        cwd: root,
        stdio: 'inherit',
      },
    );
    child.on('close', (code) => process.exit(code ?? 1));
  });
});

// The command line from its sources, with real threads: what dist/cli.js is once it is built.
const { isMainThread } = require('node:worker_threads');
require('../../kit/ts-hook.cjs');

if (isMainThread) {
  const { main } = require('../../../src/cli/main.ts');
  const write = (to) => (text) => to.write(text);
  main(process.argv.slice(2), {
    out: write(process.stdout),
    err: write(process.stderr),
    env: process.env,
    now: () => new Date(2025, 7, 12, 9, 30),
    script: process.argv[1],
  }).then((code) => (process.exitCode = code));
} else require('../../../src/cli/many/serve.ts').serveTasks(require('node:worker_threads').parentPort);

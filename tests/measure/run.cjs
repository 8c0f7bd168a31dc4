// Runs a measuring command written in TypeScript: node tests/measure/run.cjs detect FILE…
const { readFileSync } = require('node:fs');
const path = require('node:path');
const swc = require('@swc/core');

require.extensions['.ts'] = (module, file) => {
  const { code } = swc.transformSync(readFileSync(file, 'utf8'), {
    filename: file,
    sourceMaps: 'inline',
    jsc: { parser: { syntax: 'typescript' }, target: 'es2021' },
    module: { type: 'commonjs' },
  });
  module._compile(code, file);
};

const [command, ...args] = process.argv.slice(2);
require(path.join(__dirname, `${command}.ts`))
  .main(args)
  .catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
